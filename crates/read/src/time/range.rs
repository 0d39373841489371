//! Two times that are the ends of one stretch: "from 3 to 5 May", "between Monday and Wednesday".
//!
//! Each end keeps its own value; both carry the four bounds of the stretch.

use std::ops::Range;

use bearings_model::{TimeKind, TimeMention, When};
use jiff::civil::{Date, DateTime};

use super::calendar::{Unit, add_days, around, on};
use super::stated::moment;
use crate::language::Language;
use crate::lexicon::phrases;
use crate::text::Text;

/// What stands between two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// All of it: "from … to …", "3–5 May".
    Through,
    /// Needs a word before the first: "to" alone joins no days.
    ThroughAfterLead,
    /// Somewhere in it: "between … and …".
    Within,
}

phrases! {
    static JOINTS_EN: Joint = {
        Joint::Through => "through, -, –, —, until, till",
        Joint::ThroughAfterLead => "to",
        Joint::Within => "and",
    };
}
phrases! {
    static JOINTS_UK: Joint = {
        Joint::Through => "-, –, —, по, до",
        Joint::Within => "та, і, й",
    };
}
phrases! {
    static JOINTS_RU: Joint = {
        Joint::Through => "-, –, —, по, до",
        Joint::Within => "и",
    };
}
phrases! {
    static BETWEEN: () = { () => "between, між, между" };
}
phrases! {
    static FROM: () = { () => "from, з, із, зі, від, с, со, от" };
}

/// A mention with the tokens it takes.
pub(super) struct Told<'m> {
    pub mention: &'m mut TimeMention,
    pub tokens: Range<usize>,
}

/// Gives two mentions in a row the bounds of their stretch, where their tokens are joined; a
/// length "after" or "before" a day is counted from that day.
pub(super) fn join(text: &Text, first: Told, last: Told) {
    if last.tokens.start != first.tokens.end + 1 {
        return;
    }
    if first.mention.kind == TimeKind::Duration {
        return count_from(text, first, last);
    }
    let Some(joint) = joint(text, &first.tokens, &last.tokens) else {
        return;
    };
    let dated = |kind| matches!(kind, TimeKind::Date | TimeKind::Time);
    if !dated(first.mention.kind) || !dated(last.mention.kind) {
        return;
    }
    if is_clock(text, &first) && last.tokens.len() > first.tokens.len() {
        on_the_day_of(first.mention, last.mention);
    }
    let (first, last) = (first.mention, last.mention);
    if first.rule.ends_with("weekday") && last.rule.ends_with("weekday") {
        in_order(first, last);
    }
    let (Some(one), Some(two)) = (edges(first), edges(last)) else {
        return;
    };
    let zone = last.when.as_ref().map(|when| when.zone.clone());
    let Some(zone) = zone.filter(|_| one.0 <= two.0 && one.1 <= two.1) else {
        return;
    };
    let whole = match joint {
        Joint::Within => {
            // "Between 10 and 11 p.m." states its bounds: neither hour is rounded.
            let stated = moment(&first.timex).zip(moment(&last.timex));
            let (from, to) = stated.unwrap_or((one.0, two.1));
            When::within(from, to, zone)
        }
        _ => When {
            begin: [Some(one.0), Some(one.1)],
            end: [Some(two.0), Some(two.1)],
            ..When::within(one.0, two.1, zone)
        },
    };
    first.when = Some(whole.clone());
    last.when = Some(whole);
}

/// "two weeks after 10 February": the length keeps its value and gets the day it leads to.
fn count_from(text: &Text, first: Told, last: Told) {
    let sign = match text.word(first.tokens.end) {
        "after" | "після" | "после" => 1,
        "before" | "до" => -1,
        _ => return,
    };
    let day: Option<Date> = last.mention.timex.parse().ok();
    let length = counted(&first.mention.timex).filter(|_| first.mention.when.is_none());
    let Some(((count, unit), day)) = length.zip(day) else {
        return;
    };
    let to = unit
        .length(sign * count)
        .and_then(|length| day.checked_add(length).ok());
    let zone = last.mention.when.as_ref().map(|when| when.zone.clone());
    first.mention.when = to.zip(zone).and_then(|(to, zone)| around(to, unit, &zone));
}

/// The count and unit of `P3D`; a length without a number or shorter than a day names no day.
fn counted(timex: &str) -> Option<(i64, Unit)> {
    let body = timex.strip_prefix('P')?;
    let (count, unit) = body.split_at(body.len().checked_sub(1)?);
    let unit = match unit {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some((count.parse().ok()?, unit))
}

/// A clock time without a day of its own: "9 a.m.", "9:00", "5 ранку".
fn is_clock(text: &Text, told: &Told) -> bool {
    let half = matches!(
        text.word(told.tokens.end - 1),
        "a.m."
            | "p.m."
            | "a.m"
            | "p.m"
            | "am"
            | "pm"
            | "ранку"
            | "дня"
            | "вечора"
            | "ночі"
            | "утра"
            | "вечера"
            | "ночи"
    );
    let long = told.tokens.len();
    told.mention.rule.ends_with("clock") && (long == 1 || long == 2 && half)
}

/// "from 9 a.m. to 5 p.m. on Sunday": both on Sunday; "from 10 p.m. to 5 a.m." began the day before.
fn on_the_day_of(first: &mut TimeMention, last: &TimeMention) {
    let (Some(from), Some(to)) = (moment(&first.timex), moment(&last.timex)) else {
        return;
    };
    let Some(one) = edges(first) else { return };
    let before = if from.time() <= to.time() { 0 } else { -1 };
    let Some(day) = add_days(to.date(), before) else {
        return;
    };
    let moved = |at: DateTime| {
        let days = (at.date() - from.date()).get_days();
        Some(add_days(day, i64::from(days))?.to_datetime(at.time()))
    };
    let bounds = moved(one.0).zip(moved(one.1));
    let zone = first.when.as_ref().map(|when| when.zone.clone());
    let Some((bounds, zone)) = bounds.zip(zone) else {
        return;
    };
    first.timex = format!("{day}T{:02}:{:02}", from.hour(), from.minute());
    first.when = Some(When::within(bounds.0, bounds.1, zone));
}

fn joint(text: &Text, first: &Range<usize>, last: &Range<usize>) -> Option<Joint> {
    let table = text.language.pick(&JOINTS_EN, &JOINTS_UK, &JOINTS_RU)?;
    let joint = *table.at(text, first.end, last.start)?.value;
    let before = first.start.checked_sub(1)?;
    let led = |table: &crate::lexicon::Phrases<()>| {
        // "from the 3rd", "between 5 p.m. on Monday".
        let from = before.saturating_sub(1);
        (from..=before).any(|at| table.at(text, at, first.start).is_some())
    };
    match joint {
        Joint::Within => led(&BETWEEN).then_some(joint),
        Joint::ThroughAfterLead => led(&FROM).then_some(joint),
        Joint::Through if is_dash(text, first.end) => Some(joint),
        Joint::Through if text.language == Language::English => Some(joint),
        Joint::Through => led(&FROM).then_some(joint),
    }
}

fn is_dash(text: &Text, at: usize) -> bool {
    matches!(text.word(at), "-" | "–" | "—")
}

/// The earliest and latest moment of a mention, whatever "since" or "until" left open of it.
fn edges(mention: &TimeMention) -> Option<(DateTime, DateTime)> {
    let when = mention.when.as_ref()?;
    Some((
        when.begin[0].or(when.end[0])?,
        when.end[1].or(when.begin[1])?,
    ))
}

/// "From Thursday to Tuesday": the first is the last such day before the other.
fn in_order(first: &mut TimeMention, last: &TimeMention) {
    let (one, two): (Option<Date>, Option<Date>) =
        (first.timex.parse().ok(), last.timex.parse().ok());
    let Some((one, two)) = one.zip(two).filter(|(one, two)| one > two) else {
        return;
    };
    let weeks = (i64::from((one - two).get_days()) + 6) / 7;
    let Some((day, zone)) =
        add_days(one, -7 * weeks).zip(first.when.as_ref().map(|w| w.zone.clone()))
    else {
        return;
    };
    first.timex = day.to_string();
    first.when = on(day, &zone);
}
