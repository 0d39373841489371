//! What carries over from sentence to sentence: the day and the place that are being told of.

use std::ops::Range;

use bearings_model::{PlaceKind, PlaceMention, PlaceRole, TimeKind, When};

use super::Parts;

/// How many sentences a narrated day or place carries. Further on it would be a guess.
const CARRIED_SENTENCES: usize = 3;

/// Index of a time or place mention and the sentence it stands in.
type Told = (usize, usize);

#[derive(Debug, Default)]
pub(super) struct Context {
    day: Option<Told>,
    place: Option<Told>,
    /// What stood before this sentence.
    before: (Option<Told>, Option<Told>),
    sentence: usize,
}

/// A mention and whether it was carried over.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried {
    pub index: Option<usize>,
    pub carried: bool,
}

impl Context {
    /// Nothing carried over: only what the sentence itself says.
    pub fn alone(sentence: usize) -> Self {
        Self {
            sentence,
            ..Self::default()
        }
    }

    pub fn enter(&mut self, parts: &Parts, sentence: usize) {
        self.sentence = sentence;
        self.before = (self.day, self.place);
        let span = parts.text.sentences[sentence].span;
        let day = parts.times.within(span).rev().find(|i| {
            let time = &parts.times.mentions[*i];
            let dated = time.when.as_ref().is_some_and(is_anchored)
                && matches!(time.kind, TimeKind::Date | TimeKind::Time);
            let quoted = parts.text.quotation_at(time.span.start).is_some();
            dated && !quoted && !time.timex.contains("REF")
        });
        if let Some(day) = day {
            self.day = Some((day, sentence));
        }
        // Another town in between, only passed through or spoken of, ends what was carried.
        if let Some(place) = best_in(parts, span_tokens(parts, sentence)) {
            self.place = is_setting(parts, place).then_some((place, sentence));
        }
    }

    /// The time of a clause: its own, its sentence's, that of the words that attribute it, or the
    /// day told of just before.
    pub fn time(
        &self,
        parts: &Parts,
        clause: &Range<usize>,
        attribution: &Range<usize>,
    ) -> Carried {
        let own = time_in(parts, clause.clone())
            .or_else(|| time_in(parts, span_tokens(parts, self.sentence)))
            .or_else(|| time_in(parts, attribution.clone()));
        match own {
            Some(_) => Carried {
                index: own,
                carried: false,
            },
            None => Carried {
                index: self.near(self.before.0),
                carried: true,
            },
        }
    }

    /// The place of a clause: its own, its sentence's, the one told of before, or the main one.
    pub fn place(&self, parts: &Parts, clause: &Range<usize>) -> Carried {
        let whole = span_tokens(parts, self.sentence);
        let narrow = |range: Range<usize>| {
            best_in(parts, range).filter(|i| breadth(&parts.places[*i]) < BROAD)
        };
        // Someone who came from another town does not speak of the place told of before.
        let passes = narrow(whole.clone()).is_some_and(|i| !is_scene(parts, i));
        let own = narrow(clause.clone())
            .or_else(|| narrow(whole.clone()).filter(|i| is_scene(parts, *i)))
            .or_else(|| best_in(parts, clause.clone()));
        match own {
            Some(_) => Carried {
                index: own,
                carried: false,
            },
            None => Carried {
                index: self.near(self.before.1).filter(|_| !passes).or(parts.focus),
                carried: true,
            },
        }
    }

    fn near(&self, told: Option<Told>) -> Option<usize> {
        told.filter(|(_, at)| self.sentence <= at + CARRIED_SENTENCES)
            .map(|(index, _)| index)
    }
}

/// "by Friday" and "after 2014" say when at the latest or earliest: no day to go on telling of.
fn is_anchored(when: &When) -> bool {
    when.begin[1].is_some() && (when.begin[0].is_some() || when.end[0].is_some())
}

fn span_tokens(parts: &Parts, sentence: usize) -> Range<usize> {
    parts.text.sentences[sentence].tokens.clone()
}

/// The first time in a range that says more than how long or how often.
fn time_in(parts: &Parts, range: Range<usize>) -> Option<usize> {
    let mut inside = parts.times.within(parts.text.span(range));
    let first = inside.clone().next();
    inside
        .find(|i| parts.times.mentions[*i].when.is_some())
        .or(first)
}

/// The narrowest place named in a range; the first of equals.
fn best_in(parts: &Parts, range: Range<usize>) -> Option<usize> {
    let span = parts.text.span(range);
    let from = parts
        .places
        .partition_point(|place| place.span.start < span.start);
    let to = parts
        .places
        .partition_point(|place| place.span.start < span.end);
    (from..to)
        .filter(|i| span.contains(parts.places[*i].span) && is_where(parts, *i))
        .min_by_key(|i| breadth(&parts.places[*i]))
}

/// A country is where something happened only after "in", "across" and the like; elsewhere it
/// is who acts or speaks.
fn is_where(parts: &Parts, index: usize) -> bool {
    let mention = &parts.places[index];
    if mention.role != PlaceRole::Place {
        return false;
    }
    if breadth(mention) < BROAD {
        return true;
    }
    let first = parts.text.within(mention.span).start;
    let before = first.checked_sub(1).map_or("", |i| parts.text.word(i));
    let owner = parts.text.word(parts.text.within(mention.span).end) == "'s";
    !owner
        && matches!(
            before,
            "in" | "across"
                | "throughout"
                | "inside"
                | "into"
                | "within"
                | "over"
                | "у"
                | "в"
                | "во"
        )
}

/// Said to be where things are happening, so that what follows may happen there too.
fn is_setting(parts: &Parts, index: usize) -> bool {
    let first = parts.text.within(parts.places[index].span).start;
    let led = (first.saturating_sub(3)..first).any(|i| {
        matches!(
            parts.text.word(i),
            "in" | "at"
                | "near"
                | "outside"
                | "around"
                | "inside"
                | "across"
                | "of"
                | "on"
                | "the"
                | "у"
                | "в"
                | "во"
                | "на"
                | "під"
                | "под"
                | "біля"
                | "поблизу"
                | "возле"
                | "близ"
        )
    });
    is_scene(parts, index) && (led || breadth(&parts.places[index]) == 0)
}

/// Said to be where something is, not where someone comes from or goes to.
fn is_scene(parts: &Parts, index: usize) -> bool {
    let mention = &parts.places[index];
    let first = parts.text.within(mention.span).start;
    let path = (first.saturating_sub(2)..first).any(|i| {
        matches!(
            parts.text.word(i),
            "from"
                | "for"
                | "to"
                | "toward"
                | "towards"
                | "via"
                | "з"
                | "із"
                | "до"
                | "из"
                | "через"
        )
    });
    breadth(mention) < BROAD && (breadth(mention) == 0 || !path)
}

/// Regions and countries: too broad to say where something happened while a town is near.
const BROAD: u8 = 2;

fn breadth(mention: &PlaceMention) -> u8 {
    match mention.best().map(|place| place.kind) {
        Some(PlaceKind::District | PlaceKind::Feature) => 0,
        Some(PlaceKind::City | PlaceKind::Town | PlaceKind::Village) => 1,
        Some(PlaceKind::Region) => 2,
        Some(PlaceKind::Country) => 3,
        // Named to be a place and not listed: hardly a country.
        None => 1,
    }
}
