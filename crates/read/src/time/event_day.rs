//! "The third day of the war": counted from the day the text gives for the start of that event.
//!
//! Nothing is known of any war here: without a start in the text, or with two, the count stays
//! without a date.

use std::collections::HashMap;
use std::ops::Range;

use bearings_model::{TimeKind, When, Zone};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::calendar::{Unit, midnight};
use super::{Resolved, TimesFound, en, slavic};
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;

/// The words of one language for what lasts and has a beginning.
pub(super) struct EventWords {
    /// Each with a name that all its forms share.
    pub events: &'static Phrases<&'static str>,
    pub begins: &'static Phrases<()>,
    /// What makes the day named another one than the first, or the event another one.
    pub anniversary: &'static Phrases<()>,
}

/// The `nth` unit of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub nth: i64,
    pub unit: Unit,
    pub event: &'static str,
    pub end: usize,
}

/// The count that begins at token `at`: a time without a date as yet.
pub(super) fn at(text: &Text, at: usize, limit: usize) -> Option<(Resolved, Counted)> {
    let counted = match text.language {
        Language::English => en::event_day(text, at, limit)?,
        _ => slavic::event_day(text, at, limit)?,
    };
    let rule = text.language.pick(
        "en.time.event_day",
        "uk.time.event_day",
        "ru.time.event_day",
    )?;
    let resolved = Resolved {
        tokens: at..counted.end,
        kind: TimeKind::Date,
        timex: match counted.unit {
            Unit::Week => "XXXX-WXX",
            Unit::Month => "XXXX-XX",
            Unit::Day => "XXXX-XX-XX",
            _ => "XXXX",
        }
        .to_owned(),
        when: None,
        day: None,
        rule,
    };
    Some((resolved, counted))
}

/// Dates the counts of a text, once all its times are known.
pub(super) fn count(text: &Text, found: &mut TimesFound, counts: &[(usize, Counted)], zone: &Zone) {
    let words = match text.language {
        Language::English => Some(en::event_words()),
        other => slavic::event_words(other),
    };
    let Some(words) = words.filter(|_| !counts.is_empty()) else {
        return;
    };
    let starts = starts(text, found, &words);
    for (mention, counted) in counts {
        let Some(Some(first)) = starts.get(counted.event) else {
            continue;
        };
        let Some(when) = nth(first, *counted, zone) else {
            continue;
        };
        let mention = &mut found.mentions[*mention];
        if let Some((day, Unit::Day)) = one_day(&when).zip(Some(counted.unit)) {
            mention.timex = day.to_string();
        }
        mention.when = Some(when);
    }
}

/// Earliest and latest moment an event can have begun on the day given for its start.
type Start = (DateTime, DateTime);

fn one_day(when: &When) -> Option<Date> {
    let (from, to) = (when.earliest()?, when.latest()?);
    (from.checked_add(1.day()).ok()? == to).then(|| from.date())
}

fn nth(start: &Start, counted: Counted, zone: &Zone) -> Option<When> {
    let from = start
        .0
        .checked_add(counted.unit.length(counted.nth - 1)?)
        .ok()?;
    let last = start.1.checked_sub(1.day()).ok()?;
    let to = last.checked_add(counted.unit.length(counted.nth)?).ok()?;
    (from < to).then(|| When::within(from, to, zone.clone()))
}

/// How far from a date the words may stand that make it a beginning, and from each other.
const REACH_TOKENS: usize = 9;
const APART_TOKENS: usize = 4;

/// The start the text gives each event; none where it gives two.
fn starts(
    text: &Text,
    found: &TimesFound,
    words: &EventWords,
) -> HashMap<&'static str, Option<Start>> {
    let mut starts = HashMap::new();
    for (index, mention) in found.mentions.iter().enumerate() {
        let Some(when) = mention
            .when
            .as_ref()
            .filter(|_| mention.kind == TimeKind::Date)
        else {
            continue;
        };
        let (Some(from), Some(to)) = (when.begin[0], when.begin[1]) else {
            continue;
        };
        let tokens = &found.tokens[index];
        let sentence = &text.sentences[text.sentence_at(mention.span.start)].tokens;
        let before = index.checked_sub(1).map_or(0, |i| found.tokens[i].end);
        let before = before
            .max(sentence.start)
            .max(tokens.start.saturating_sub(REACH_TOKENS));
        let after = found
            .tokens
            .get(index + 1)
            .map_or(sentence.end, |next| next.start);
        let after = after.min(sentence.end).min(tokens.end + REACH_TOKENS);
        let event = begun(text, before..tokens.start, words)
            .or_else(|| begun(text, tokens.end..after, words));
        let Some(event) = event else { continue };
        let start = Some((midnight(from.date()), to));
        let known = starts.entry(event).or_insert(start);
        if *known != start {
            *known = None;
        }
    }
    starts
}

/// The event that a stretch of words says began.
fn begun(text: &Text, tokens: Range<usize>, words: &EventWords) -> Option<&'static str> {
    if tokens.is_empty() || words.anniversary.find(text, tokens.clone()).is_some() {
        return None;
    }
    let (begins, _) = words.begins.find(text, tokens.clone())?;
    let near = begins.saturating_sub(APART_TOKENS).max(tokens.start)
        ..(begins + APART_TOKENS + 1).min(tokens.end);
    let (at, event) = words.events.find(text, near)?;
    // "The Winter War" is one with a name, and not the one told of.
    let capitals = at > 0 && text.is_capital(at) && text.is_capital(at - 1);
    (!capitals || text.all_capitals).then_some(*event.value)
}
