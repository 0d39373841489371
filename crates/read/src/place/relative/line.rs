//! Two places told together: "between A and B", "the road from A to B", "the A–B highway".
//!
//! Talks, flights and relations between two places are nowhere between them.

use std::ops::Range;

use bearings_model::{Area, PlaceCandidate, Relation, distance_m};

use super::phrase::{Table, Words};
use crate::text::Text;

/// From a place between two others they lie in opposite directions, at least 120 degrees apart: the
/// arc over the line that sees it so is this share of its length high (half the tangent of 30 degrees).
const BETWEEN_SHARE: f64 = 0.289;

/// A road up to a fifth longer than the straight line never leaves the ellipse around its two ends,
/// whose half width is this share of the line: half the root of 1.2 squared less 1. The main road
/// between two towns is seldom longer.
const ROAD_SHARE: f64 = 0.332;

/// Places farther apart are named together for what they deal in, or for a journey; and what lies
/// between them is no place.
const FARTHEST_M: f64 = 300_000.0;

/// So many words before "between" may name what is between: "talks are held between".
const DEALING_WORDS: usize = 4;

/// What ties two names, and the tokens that say so.
pub(super) struct Tie {
    pub relation: Relation,
    pub words: Vec<Range<usize>>,
}

/// The tie between the names at two token ranges of one sentence, the second after the first.
pub(super) fn tie(
    text: &Text,
    words: &Words,
    first: &Range<usize>,
    second: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Tie> {
    let gap = first.end..second.start;
    let head = past_city(text, words, first.start, sentence.start);
    by_between(text, words, head, first, &gap, sentence)
        .or_else(|| by_from(text, words, head, first, &gap, sentence))
        .or_else(|| by_dash(text, words, head, &gap, second, sentence))
}

fn by_between(
    text: &Text,
    words: &Words,
    head: usize,
    first: &Range<usize>,
    gap: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Tie> {
    let and = joined(text, words, words.and, gap)?;
    let link = ending(text, words.between, head, sentence.start);
    let (start, named) = match link {
        Some(start) => (start, ending(text, words.road, start, sentence.start)),
        None => {
            let start = ending(text, words.linking, head, sentence.start)?;
            (
                start,
                Some(ending(text, words.road, start, sentence.start)?),
            )
        }
    };
    let before = sentence.start.max(start.saturating_sub(DEALING_WORDS))..start;
    if named.is_none() && words.dealings.find(text, before).is_some() {
        return None;
    }
    let relation = if named.is_some() {
        Relation::Road
    } else {
        Relation::Between
    };
    let said = named.unwrap_or(start)..first.start;
    Some(Tie {
        relation,
        words: vec![said, and],
    })
}

/// "the road from A to B".
fn by_from(
    text: &Text,
    words: &Words,
    head: usize,
    first: &Range<usize>,
    gap: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Tie> {
    let to = joined(text, words, words.to, gap)?;
    let from = ending(text, words.from, head, sentence.start)?;
    let road = ending(text, words.road, from, sentence.start)?;
    Some(Tie {
        relation: Relation::Road,
        words: vec![road..first.start, to],
    })
}

/// "the A–B highway", "траса A — B".
fn by_dash(
    text: &Text,
    words: &Words,
    head: usize,
    gap: &Range<usize>,
    second: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Tie> {
    let dash = gap.len() == 1 && matches!(text.word(gap.start), "-" | "–" | "—" | "−");
    if !dash {
        return None;
    }
    let after = words.road.at(text, second.end, sentence.end);
    let said = match after {
        Some(road) => second.end..second.end + road.tokens,
        None => {
            let quoted = head > sentence.start && matches!(text.word(head - 1), "«" | "\"" | "“");
            let end = head - usize::from(quoted);
            ending(text, words.road, end, sentence.start)?..end
        }
    };
    Some(Tie {
        relation: Relation::Road,
        words: vec![said],
    })
}

/// The gap is the word, and "the village of" or none after it: the word's tokens.
fn joined(
    text: &Text,
    words: &Words,
    table: &Table<()>,
    gap: &Range<usize>,
) -> Option<Range<usize>> {
    let word = table.at(text, gap.start, gap.end)?;
    let after = gap.start + word.tokens;
    let rest = words
        .city
        .at(text, after, gap.end)
        .map_or(0, |city| city.tokens);
    (after + rest == gap.end).then_some(gap.start..after)
}

/// Where the longest phrase of the table begins that ends right before token `end`.
fn ending(text: &Text, table: &Table<()>, end: usize, from: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    (from.max(end.saturating_sub(LONGEST))..end).find(|start| {
        table
            .at(text, *start, end)
            .is_some_and(|found| start + found.tokens == end)
    })
}

/// The first token of "the city of" before a name, else the name's own.
fn past_city(text: &Text, words: &Words, at: usize, from: usize) -> usize {
    ending(text, words.city, at, from).unwrap_or(at)
}

/// The corridor from one place to another; `None` where they are one place or too far apart.
pub(super) fn corridor(
    relation: Relation,
    (from, from_m): (&PlaceCandidate, u32),
    (to, to_m): (&PlaceCandidate, u32),
) -> Option<(Area, String)> {
    let ends = ((from.lat, from.lon), (to.lat, to.lon));
    let apart = distance_m(ends.0, ends.1);
    if from.id == to.id || !(1.0..=FARTHEST_M).contains(&apart) {
        return None;
    }
    let road = relation == Relation::Road;
    let share = if road { ROAD_SHARE } else { BETWEEN_SHARE };
    let half = (share * apart).max(f64::from(from_m.max(to_m))).ceil();
    let area = Area::Corridor {
        from: ends.0,
        to: ends.1,
        half_width_m: half as u32,
    };
    let what = if road { "the road from" } else { "between" };
    let and = if road { "to" } else { "and" };
    let km = |metres: f64| (metres / 100.0).round() / 10.0;
    let why = format!(
        "{what} {} {and} {}, {} km apart: within {} km of the straight line",
        from.name,
        to.name,
        km(apart),
        km(half)
    );
    Some((area, why))
}
