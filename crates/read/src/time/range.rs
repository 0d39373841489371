//! Two times that are the ends of one stretch: "from 3 to 5 May", "between Monday and Wednesday".
//!
//! Each end keeps its own value; both carry the four bounds of the stretch.

use bearings_model::{TimeKind, TimeMention, When};
use jiff::civil::{Date, DateTime};

use super::calendar::{add_days, on};
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

/// Gives the two mentions before `at` the bounds of their stretch, where their tokens are joined.
pub(super) fn join(
    text: &Text,
    first: (&mut TimeMention, std::ops::Range<usize>),
    last: (&mut TimeMention, std::ops::Range<usize>),
) {
    let ((first, first_at), (last, last_at)) = (first, last);
    let Some(joint) = joint(text, &first_at, &last_at) else {
        return;
    };
    let dated = |kind| matches!(kind, TimeKind::Date | TimeKind::Time);
    if !dated(first.kind) || !dated(last.kind) {
        return;
    }
    if is_weekday(first) && is_weekday(last) {
        in_order(first, last);
    }
    let (Some(one), Some(two)) = (edges(first), edges(last)) else {
        return;
    };
    if one.1 > two.1 || one.0 > two.0 {
        return;
    }
    let zone = last.when.as_ref().map(|when| when.zone.clone());
    let Some(zone) = zone else { return };
    let whole = match joint {
        Joint::Within => When::within(one.0, two.1, zone),
        _ => When {
            begin: [Some(one.0), Some(one.1)],
            end: [Some(two.0), Some(two.1)],
            ..When::within(one.0, two.1, zone)
        },
    };
    first.when = Some(whole.clone());
    last.when = Some(whole);
}

fn joint(
    text: &Text,
    first: &std::ops::Range<usize>,
    last: &std::ops::Range<usize>,
) -> Option<Joint> {
    // A preposition may be said again: "from Monday until on Friday".
    let between = last.start.checked_sub(first.end)?;
    if between != 1 {
        return None;
    }
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

fn is_weekday(mention: &TimeMention) -> bool {
    mention.rule.ends_with("weekday")
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
