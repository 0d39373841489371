//! Relative places: what words around a name place by it ("25 km south of X") becomes an area.
//!
//! The mention, its span and its candidates stay as they are; nothing is said where the words can mean
//! dealings ("talks between A and B") or where a point tells nothing of the place (a country's edge).

mod en;
mod extent;
mod line;
mod measure;
mod phrase;
mod ru;
mod slavic;
mod uk;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use bearings_model::{PlaceMention, PlaceRole, Relation, Relative, RelativeArea};

use super::mention::is_division;
use super::name::Names;
use crate::text::Text;
use line::Tie;
use phrase::{Says, Words};

/// Each place's radius by its id, before words around a mention widened it.
type Radii<'n> = HashMap<&'n str, u32>;

/// Gives the mentions, sorted by where they begin, the areas that the words around them mean.
pub(super) fn mark(text: &Text, names: &Names, mentions: &mut [PlaceMention]) {
    let Some(words) = Words::of(text.language) else {
        return;
    };
    let radii: Radii = names
        .senses
        .iter()
        .flat_map(|sense| &sense.candidates)
        .map(|place| (place.id.as_str(), place.radius_m))
        .collect();
    let mut before: Option<usize> = None;
    for index in 0..mentions.len() {
        if mentions[index].role != PlaceRole::Place {
            before = None;
            continue;
        }
        let pair = before.and_then(|before| two(text, words, &radii, mentions, before, index));
        match (before, pair) {
            (Some(before), Some([first, second])) => {
                say(&mut mentions[before], first);
                say(&mut mentions[index], second);
            }
            _ => {
                if let Some(found) = one(text, words, &radii, &mentions[index]) {
                    say(&mut mentions[index], found);
                }
            }
        }
        before = Some(index);
    }
}

/// The place's radius must reach what the words mean, also where the rules of the radius did not see
/// them: it is all that whoever knows no areas sees.
fn say(mention: &mut PlaceMention, relative: Relative) {
    let beside = match relative.relation {
        Relation::Part => false,
        Relation::Distance | Relation::Direction => true,
        // "Between" has a rule of its own for the radius.
        Relation::Between | Relation::Road => mention.qualifier.is_none(),
    };
    if beside {
        for place in Arc::make_mut(&mut mention.candidates) {
            let areas = relative.areas.iter().filter(|area| area.of == place.id);
            let reach = areas.map(|area| area.area.reach_m()).max().unwrap_or(0);
            if reach > place.radius_m {
                place.radius_m = reach;
                place
                    .reason
                    .push_str("; the radius reaches what the words place by it");
            }
        }
    }
    mention.relative = Some(relative);
}

/// What the words before one name say.
fn one(text: &Text, words: &Words, radii: &Radii, mention: &PlaceMention) -> Option<Relative> {
    let tokens = text.within(mention.span);
    let sentence = sentence(text, mention)?;
    let phrase = phrase::before(text, words, tokens.start, sentence.start)?;
    let next = tokens.end;
    let owned = words.owned.at(text, next, sentence.end).is_some();
    // "25 km from A to B" is how long the way is.
    let way = phrase.says == Says::Distance && words.to.at(text, next, sentence.end).is_some();
    if owned || way && phrase.wind.is_none() || is_division(text, next) {
        return None;
    }
    let mut relation = None;
    let mut areas = Vec::new();
    for place in mention.candidates.iter() {
        let own = radii
            .get(place.id.as_str())
            .copied()
            .unwrap_or(place.radius_m);
        let Some((kind, area, reason)) = extent::area(&phrase, place, own) else {
            continue;
        };
        relation = Some(kind);
        let circle = area.circle();
        areas.push(RelativeArea {
            of: place.id.clone(),
            to: None,
            area,
            circle,
            reason,
        });
    }
    let best = mention.best()?.id.as_str();
    // Where the likeliest reading gives no area, an unlikelier one must not look like the answer.
    areas.first().filter(|area| area.of == best)?;
    let words = vec![text.span(phrase.start..tokens.start)];
    Some(Relative {
        words,
        relation: relation?,
        areas,
    })
}

/// What is said of two names together, for the first and for the second.
fn two(
    text: &Text,
    words: &Words,
    radii: &Radii,
    mentions: &[PlaceMention],
    first: usize,
    second: usize,
) -> Option<[Relative; 2]> {
    let (first, second) = (&mentions[first], &mentions[second]);
    let sentence = sentence(text, first)?;
    let (a, b) = (text.within(first.span), text.within(second.span));
    if b.end > sentence.end
        || a.end > b.start
        || words.owned.at(text, b.end, sentence.end).is_some()
    {
        return None;
    }
    let Tie { relation, words } = line::tie(text, words, &a, &b, &sentence)?;
    let words: Vec<_> = words.into_iter().map(|tokens| text.span(tokens)).collect();
    let radius = |id: &str, else_m| radii.get(id).copied().unwrap_or(else_m);
    let mut pairs = Vec::new();
    for from in first.candidates.iter() {
        for to in second.candidates.iter() {
            let own = (radius(&from.id, from.radius_m), radius(&to.id, to.radius_m));
            if !extent::is_compact(from, own.0) || !extent::is_compact(to, own.1) {
                continue;
            }
            let Some((area, reason)) = line::corridor(relation, (from, own.0), (to, own.1)) else {
                continue;
            };
            let (of, to) = (from.id.clone(), Some(to.id.clone()));
            let circle = area.circle();
            pairs.push(RelativeArea {
                of,
                to,
                area,
                circle,
                reason,
            });
        }
    }
    let likeliest = (&first.best()?.id, &second.best()?.id);
    let told = pairs
        .first()
        .is_some_and(|pair| (&pair.of, pair.to.as_ref()) == (likeliest.0, Some(likeliest.1)));
    let relative = |areas| Relative {
        words: words.clone(),
        relation,
        areas,
    };
    told.then(|| {
        let turned = pairs.iter().cloned().map(turned).collect();
        [relative(pairs), relative(turned)]
    })
}

/// The same area, as the other end's.
fn turned(mut area: RelativeArea) -> RelativeArea {
    if let Some(to) = &mut area.to {
        std::mem::swap(&mut area.of, to);
    }
    area
}

fn sentence(text: &Text, mention: &PlaceMention) -> Option<Range<usize>> {
    let sentence = text.sentences.get(text.sentence_at(mention.span.start))?;
    Some(sentence.tokens.clone())
}
