//! The words a Slavic language brings for its times; the reading of them is shared.

use jiff::civil::Weekday;

use super::HalfDay;
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;
use crate::time::calendar::{DayPart, Unit};
use crate::time::edge::Edge;
use crate::time::holiday::Feast;
use crate::time::{ru, uk};

/// The tables of one language.
pub(in crate::time) struct Words {
    pub weekdays: &'static Phrases<Weekday>,
    /// "last", before a weekday.
    pub last: &'static Phrases<()>,
    pub next: &'static Phrases<()>,
    /// Days from today: yesterday is -1.
    pub days: &'static Phrases<i64>,
    pub parts: &'static Phrases<DayPart>,
    /// "in the night to": the night that ends on the day that follows.
    pub night_to: &'static Phrases<()>,
    pub months: &'static Phrases<i8>,
    /// A month named on its own: "in February".
    pub in_months: &'static Phrases<i8>,
    /// In the first case, with a year.
    pub named_months: &'static Phrases<i8>,
    pub edges: &'static Phrases<Edge>,
    pub seasons: &'static Phrases<&'static str>,
    /// "now", "later": references without a date.
    pub references: &'static Phrases<&'static str>,
    pub told: &'static Phrases<i64>,
    pub told_years: &'static Phrases<i16>,
    pub era: &'static Phrases<()>,
    /// What may stand before a year without its word.
    pub year_leads: &'static Phrases<()>,
    /// Before a clock time.
    pub at: &'static Phrases<()>,
    pub units: &'static Phrases<Unit>,
    /// "the last" before a length, "for" and the like included.
    pub past: &'static Phrases<()>,
    pub ago: &'static Phrases<()>,
    pub year: &'static Phrases<()>,
    /// "every hour": ISO 8601 lengths.
    pub sets: &'static Phrases<&'static str>,
    pub recent: &'static Phrases<()>,
    pub since: &'static Phrases<()>,
    pub until: &'static Phrases<()>,
    pub after: &'static Phrases<()>,
    /// "last year", "this year": years from the text's own.
    pub near_years: &'static Phrases<i16>,
    /// "this week", "last month": which unit, and how many of it from the text's own.
    pub periods: &'static Phrases<(Unit, i64)>,
    /// Verbs of what is to come.
    pub ahead: &'static Phrases<()>,
    /// Before a length of time to come.
    pub coming: &'static Phrases<()>,
    pub soon: &'static Phrases<&'static str>,
    /// "every" before a length.
    pub every: &'static Phrases<()>,
    pub holidays: &'static Phrases<Feast>,
    /// Weeks from the weekend nearest the text: the last one is -1.
    pub weekends: &'static Phrases<i64>,
    pub century: &'static Phrases<()>,
    /// Noon and midnight.
    pub noon: &'static Phrases<i8>,
    /// Hours in words.
    pub hours: &'static Phrases<i8>,
    /// The word "hour".
    pub hour: &'static Phrases<()>,
    pub half_days: &'static Phrases<HalfDay>,
    /// IANA names; empty for local time, which is the text's own.
    pub zones: &'static Phrases<&'static str>,
    /// Stems, the first of them "first".
    pub ordinals: &'static [&'static str],
    /// Units in the singular, after an ordinal.
    pub nth_units: &'static Phrases<Unit>,
    pub events: &'static Phrases<&'static str>,
    pub event_begins: &'static Phrases<()>,
    pub anniversary: &'static Phrases<()>,
}

pub(super) fn words(language: Language) -> Option<&'static Words> {
    language.pick(&*uk::WORDS, &*uk::WORDS, &*ru::WORDS)
}

/// Past the ending written against a number: "15-го", "1930-х".
pub(super) fn past_ending(text: &Text, at: usize) -> usize {
    let ending = matches!(
        text.word(at + 1),
        "го" | "му"
            | "й"
            | "м"
            | "х"
            | "ті"
            | "е"
            | "ми"
            | "ом"
            | "ій"
            | "ої"
            | "та"
            | "ю"
            | "ей"
            | "я"
    );
    let joined = text.word(at) == "-" && text.is_glued(at + 1);
    at + if ending && joined { 2 } else { 0 }
}
