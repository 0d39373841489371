//! Standing words: what texts share that do not repeat each other, such as the line under every
//! article or the background an outlet prints each time.
//!
//! Looks only at passages already found; decides on who holds them, never on what they say.

use std::collections::BTreeSet;

use bearings_model::PassageKind;
use jiff::civil::Date;

use super::compared::{COPY_RESEMBLANCE, Compared};
use super::prepared::Text;

/// One outlet that prints a passage in so many texts, otherwise different, has it standing.
const OF_ONE_OUTLET: usize = 3;

/// News is repeated within days; what so many different texts hold over a longer time is none.
const OVER_TIME: usize = 4;
const DAYS: i32 = 14;

/// A passage that comes anew in so many different weeks stands somewhere, also where those who
/// hold it repeat each other, as registration forms do.
const WEEKS: usize = 4;

/// A short passage in so many different texts is a formula of the genre.
const OF_ANY: usize = 6;
const SHORT_WORDS: usize = 60;

/// Texts that resemble each other more are one for the count of holders.
const ONE_TEXT: f64 = 0.6;

/// Less of the shorter text's own words in common, and of two texts of one outlet that do not
/// resemble each other neither holds the other: what they share is its background.
const OWN_BACKGROUND: f64 = 0.8;

/// Marks the passages that are formulas.
pub(crate) fn mark(compared: &mut [Compared], texts: &[Text<'_>]) {
    let groups = groups(compared, texts.len());
    let stretches = stretches(compared, texts.len());
    for pair in compared {
        let (a, b) = (pair.earlier, pair.later);
        if groups[a] == groups[b] {
            continue;
        }
        let one_outlet = texts[a].document.outlet == texts[b].document.outlet;
        let apart = pair.resemblance < COPY_RESEMBLANCE && pair.own_containment() < OWN_BACKGROUND;
        let background = one_outlet && apart;
        for judged in pair
            .passages
            .iter_mut()
            .filter(|judged| judged.kind == PassageKind::Text)
        {
            let mut holders = BTreeSet::from([a, b]);
            holders.extend(held_by(&stretches[a], &judged.passage.a));
            holders.extend(held_by(&stretches[b], &judged.passage.b));
            let held = Held::of(&holders, &groups, texts);
            if background || held.is_formula(judged.passage.words()) {
                judged.kind = PassageKind::Formula;
                judged.holders = held.texts;
            }
        }
    }
}

/// Who holds a passage, texts that repeat each other counted once.
struct Held {
    texts: usize,
    /// The most of one outlet.
    of_one_outlet: usize,
    days: i32,
    weeks: usize,
}

impl Held {
    fn of(holders: &BTreeSet<usize>, groups: &[usize], texts: &[Text<'_>]) -> Self {
        let distinct: BTreeSet<usize> = holders.iter().map(|text| groups[*text]).collect();
        let outlet = |text: &usize| (texts[*text].document.outlet.as_str(), groups[*text]);
        let outlets: BTreeSet<(&str, usize)> = holders.iter().map(outlet).collect();
        let outlets: Vec<_> = outlets.into_iter().collect();
        let of_one = outlets.chunk_by(|x, y| x.0 == y.0).map(<[_]>::len).max();
        let date = |text: &usize| Some(texts[*text].document.published.as_ref()?.date);
        let dates: Vec<Date> = holders.iter().filter_map(date).collect();
        let week = |date: &Date| {
            date.iso_week_date()
                .first_of_week()
                .map(|first| first.date())
        };
        let weeks: BTreeSet<Date> = dates.iter().filter_map(|date| week(date).ok()).collect();
        let span = dates.iter().max().zip(dates.iter().min());
        let days = span.map_or(0, |(last, first)| (*last - *first).get_days());
        Self {
            texts: distinct.len(),
            of_one_outlet: of_one.unwrap_or(0),
            days,
            weeks: weeks.len(),
        }
    }

    fn is_formula(&self, words: usize) -> bool {
        self.of_one_outlet >= OF_ONE_OUTLET
            || self.texts >= OVER_TIME && self.days > DAYS
            || self.weeks >= WEEKS
            || self.texts >= OF_ANY && words < SHORT_WORDS
    }
}

/// For each text a number that texts which repeat each other share.
fn groups(compared: &[Compared], texts: usize) -> Vec<usize> {
    let mut group: Vec<usize> = (0..texts).collect();
    fn root(group: &mut [usize], mut text: usize) -> usize {
        while group[text] != text {
            group[text] = group[group[text]];
            text = group[text];
        }
        text
    }
    for pair in compared.iter().filter(|pair| pair.resemblance >= ONE_TEXT) {
        let (a, b) = (root(&mut group, pair.earlier), root(&mut group, pair.later));
        group[a.max(b)] = a.min(b);
    }
    (0..texts).map(|text| root(&mut group, text)).collect()
}

/// A stretch of a text's words, and the text that holds it too.
type Stretch = (std::ops::Range<usize>, usize);

fn stretches(compared: &[Compared], texts: usize) -> Vec<Vec<Stretch>> {
    let mut stretches = vec![Vec::new(); texts];
    for pair in compared {
        for judged in &pair.passages {
            stretches[pair.earlier].push((judged.passage.a.clone(), pair.later));
            stretches[pair.later].push((judged.passage.b.clone(), pair.earlier));
        }
    }
    stretches
}

/// The texts that hold at least half of a passage.
fn held_by<'s>(
    stretches: &'s [Stretch],
    passage: &'s std::ops::Range<usize>,
) -> impl Iterator<Item = usize> + 's {
    let common = |stretch: &std::ops::Range<usize>| {
        let end = stretch.end.min(passage.end);
        end.saturating_sub(stretch.start.max(passage.start))
    };
    let held = stretches
        .iter()
        .filter(move |(stretch, _)| common(stretch) * 2 >= passage.len());
    held.map(|(_, text)| *text)
}
