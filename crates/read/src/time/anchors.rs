//! What times are counted from: the publication, and what the text told before.

use bearings_model::{TimeKind, Zone};
use jiff::civil::Date;

use super::written::any_year_at;
use super::{Resolved, en};
use crate::text::Text;

/// What times are resolved against while reading goes on.
#[derive(Debug)]
pub(crate) struct Anchors<'z> {
    pub published: Option<Date>,
    pub zone: &'z Zone,
    /// The last day the narration named, and in which sentence.
    pub(super) narrated: Option<(Date, usize)>,
    /// The last day named, in narration or quotation.
    pub(super) last_day: Option<Date>,
    /// The year of the last date the text named.
    pub(super) year: Option<i16>,
    /// The month of the last date the text named, where it has one.
    pub(super) month: Option<i8>,
    /// A text of times long past: a day without a year lies in the year told last.
    pub is_history: bool,
    /// The quarter named last, and in which sentence.
    pub(super) quarter: Option<((i16, i8), usize)>,
    pub(super) sentence: usize,
    pub(super) quoted: bool,
}

/// A history names old years again and again: this many, and one in so many tokens.
const HISTORY_YEARS: usize = 5;
const HISTORY_TOKENS_A_YEAR: usize = 120;
/// Years so far back are seldom a report's background; fewer of them tell a history, where
/// almost no later ones stand beside them.
const FAR_YEARS_BACK: i16 = 15;
const FAR_TO_RECENT: usize = 4;

/// So many words of today and yesterday tell a report, whatever years stand in it.
const NEAR_WORDS: usize = 3;

crate::lexicon::phrases! {
    static NEAR: () = {
        () => "monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, yesterday, tomorrow, tonight",
        () => "вчора, учора, завтра, вчера",
    };
}

/// Whether the text tells of years before the one it was published in, more than in passing.
pub(super) fn is_history(text: &Text, published: Option<Date>) -> bool {
    let Some(published) = published else {
        return true;
    };
    let mut near = (0..text.tokens.len()).filter(|at| NEAR.at(text, *at, at + 1).is_some());
    if near.nth(NEAR_WORDS - 1).is_some() {
        return false;
    }
    let (mut old, mut far, mut recent) = (0, 0, 0);
    for year in (0..text.tokens.len()).filter_map(|at| any_year_at(text, at)) {
        let back = published.year().saturating_sub(year);
        old += usize::from(back > 2);
        far += usize::from(back >= FAR_YEARS_BACK);
        recent += usize::from(back <= 2);
    }
    let dense = old >= HISTORY_YEARS && old * HISTORY_TOKENS_A_YEAR >= text.tokens.len();
    let distant = far >= FAR_TO_RECENT && far >= FAR_TO_RECENT * recent;
    dense && recent * 2 <= old || distant
}

/// A word of today in a history speaks of whoever wrote it, not of the times told.
fn is_of_now(rule: &str) -> bool {
    let own = rule.rsplit('.').next();
    own.is_some_and(|own| {
        matches!(
            own,
            "today" | "period" | "part_of_day" | "tonight" | "ago" | "recent"
        )
    })
}

const TURN_MONTHS: i8 = 7;

/// How many sentences a narrated day stays the "today" of people quoted after it. An article
/// that turns to Monday's events quotes Monday's posts for about a paragraph or two.
const QUOTED_TODAY_SENTENCES: usize = 6;

impl Anchors<'_> {
    /// The day "today" is: of the text, or inside a quotation of the day narrated just before.
    pub(super) fn today(&self) -> Option<Date> {
        match self.narrated {
            Some((day, at))
                if self.quoted
                    && self.sentence <= at + QUOTED_TODAY_SENTENCES
                    // A day announced is nobody's today.
                    && self.published.is_none_or(|published| day <= published) =>
            {
                Some(day)
            }
            _ => self.published,
        }
    }

    /// The year last told of; before any, the year of publication.
    pub(super) fn told_year(&self) -> Option<i16> {
        match self.year {
            Some(year) if self.is_history => Some(year),
            _ => self.published.map(Date::year).or(self.year),
        }
    }

    /// The year of a day or month told without one in a history: it goes on in time, so a month
    /// half a year or more before the last one lies in the next year.
    pub(super) fn history_year(&self, month: i8) -> Option<i16> {
        let year = self.year.filter(|_| self.is_history)?;
        let turned = self.month.is_some_and(|last| month + TURN_MONTHS <= last);
        Some(year + i16::from(turned))
    }

    /// What later expressions may be counted from.
    pub(super) fn remember(&mut self, resolved: &Resolved) {
        let (year, rest) = match resolved.timex.split_at_checked(4) {
            Some((year, rest)) if resolved.kind != TimeKind::Duration => (year, rest),
            _ => return,
        };
        let Ok(year) = year.parse::<i16>() else {
            return;
        };
        let own_year = self.published.is_some_and(|day| day.year() == year);
        if self.is_history && own_year && is_of_now(resolved.rule) {
            return;
        }
        self.year = Some(year);
        let month = rest.strip_prefix('-').and_then(|rest| rest.get(..2));
        self.month = month.and_then(|month| month.parse().ok());
        let quarter = rest.strip_prefix("-Q").and_then(|q| q.parse().ok());
        if let Some(quarter) = quarter.filter(|_| resolved.rule == en::QUARTER_TOLD) {
            self.quarter = Some(((year, quarter), self.sentence));
        }
        self.last_day = resolved.day.or(self.last_day);
        if let Some(day) = resolved.day.filter(|_| !self.quoted) {
            self.narrated = Some((day, self.sentence));
        }
    }

    pub(super) fn narrated_day(&self) -> Option<Date> {
        self.narrated.map(|(day, _)| day)
    }
}
