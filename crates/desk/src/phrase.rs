//! The desk's turns of phrase: what a code, a kind or a state is called on its pages.

use bearings_model::{
    Acquisition, Claim, ClaimId, ClaimKind, DateBasis, Decision, Document, Factuality, Ruling,
    SourceKind, Target,
};
use bearings_weigh::Withholding;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

/// "1 claim", "2 claims".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "27 February 2022".
pub(crate) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// "2 March 2022, 09:15 UTC".
pub(crate) fn moment(at: Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// The earliest and the latest moment, whole days as days: "27 February 2022".
pub(crate) fn bounds(from: Option<DateTime>, to: Option<DateTime>) -> String {
    match (from, to) {
        (None, None) => "not dated".to_owned(),
        (Some(from), None) => format!("{} or later", opening(from)),
        (None, Some(to)) => format!("{} or earlier", closing(to)),
        (Some(from), Some(to)) if is_midnight(from) && is_midnight(to) => {
            let (first, last) = (opening(from), closing(to));
            if first == last {
                first
            } else {
                format!("{first} to {last}")
            }
        }
        (Some(from), Some(to)) => format!("{} to {}", minute(from, false), minute(to, true)),
    }
}

fn is_midnight(at: DateTime) -> bool {
    at.time() == Time::midnight()
}

fn opening(at: DateTime) -> String {
    if is_midnight(at) {
        day(at.date())
    } else {
        minute(at, false)
    }
}

/// An upper bound at midnight closes the day before.
fn closing(at: DateTime) -> String {
    match at.date().yesterday() {
        Ok(last) if is_midnight(at) => day(last),
        _ => minute(at, true),
    }
}

fn minute(at: DateTime, closes: bool) -> String {
    match at.date().yesterday() {
        Ok(last) if closes && is_midnight(at) => format!("{}, 24:00", day(last)),
        _ => format!("{}, {:02}:{:02}", day(at.date()), at.hour(), at.minute()),
    }
}

pub(crate) fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "given by the person who added it",
        DateBasis::Metadata => "from the page’s metadata",
        DateBasis::Stated => "stated in the text itself",
        DateBasis::Inferred => "inferred from other clues",
    }
}

/// When a text was published and how that is known.
pub(crate) fn published(document: &Document) -> String {
    match &document.published {
        Some(published) => format!("{} ({})", day(published.date), basis(published.basis)),
        None => "not known".to_owned(),
    }
}

/// The English name of the languages met most; others are shown by their tag.
pub(crate) fn language(tag: Option<&str>) -> &str {
    match tag {
        None => "not known",
        Some("en") => "English",
        Some("uk") => "Ukrainian",
        Some("ru") => "Russian",
        Some(other) => other,
    }
}

/// How and by whom bytes came in.
pub(crate) fn arrival(acquisition: &Acquisition) -> String {
    let how = if acquisition.method == "fetch" {
        "fetched from"
    } else {
        "added from the file"
    };
    let (from, by) = (&acquisition.from, &acquisition.by);
    format!("{how} {from} on {} by {by}", moment(acquisition.at))
}

/// "740 bytes", "5.2 kB", "1.3 MB".
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => counted(
            usize::try_from(bytes).unwrap_or(usize::MAX),
            "byte",
            "bytes",
        ),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// "150 m", "2.2 km", "12 km".
pub(crate) fn distance(metres: u32) -> String {
    match metres {
        0..1_000 => format!("{metres} m"),
        1_000..10_000 if !metres.is_multiple_of(1_000) => {
            format!("{:.1} km", f64::from(metres) / 1e3)
        }
        _ => format!("{:.0} km", f64::from(metres) / 1e3),
    }
}

/// What the person who is quoted commits to, not what the desk holds true.
pub(crate) fn factuality(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::CertainTrue => "stated as fact",
        Factuality::ProbableTrue => "stated as probable",
        Factuality::PossibleTrue => "stated as possible",
        Factuality::CertainFalse => "stated as not so",
        Factuality::ProbableFalse => "stated as probably not so",
        Factuality::PossibleFalse => "stated as possibly not so",
        Factuality::CertainUnstated => "known to the source, which does not say",
        Factuality::Uncommitted => "the source does not commit itself",
    }
}

pub(crate) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Outlet => "publishes the text",
        SourceKind::Person => "a person",
        SourceKind::Organisation => "an organisation",
        SourceKind::Account => "an account",
        SourceKind::Unnamed => "not named",
        SourceKind::Footage => "footage, maker not named",
    }
}

/// "17 tallies", by the name the model gives the kind.
pub(crate) fn kinds(kind: &str, count: usize) -> &str {
    match (kind, count) {
        (one, 1) => one,
        ("tally", _) => "tallies",
        ("hypothesis", _) => "hypotheses",
        ("statement", _) => "statements",
        ("event", _) => "events",
        ("denial", _) => "denials",
        ("forecast", _) => "forecasts",
        ("order", _) => "orders of events",
        ("observation", _) => "observations",
        (other, _) => other,
    }
}

/// "killed: civilian, woman", "shelling"; empty where the kind says it all.
pub(crate) fn about(claim: &Claim) -> String {
    if let ClaimKind::Tally(tally) = &claim.kind {
        let outcome = tally.counted.outcome.map(|outcome| outcome.name());
        let who = tally
            .counted
            .who
            .iter()
            .chain(&tally.counted.also)
            .map(|who| who.name());
        return outcome
            .into_iter()
            .chain(who)
            .collect::<Vec<_>>()
            .join(", ");
    }
    let event = claim
        .event
        .map(|event| event.name().replace('_', " "))
        .unwrap_or_default();
    if claim.negated {
        format!("not: {event}").trim_end_matches(": ").to_owned()
    } else {
        event
    }
}

/// "a shelter (proposed)".
pub(crate) fn held(held: &Withholding) -> String {
    let state = match (held.follows, held.ruled) {
        (true, _) => "follows from another passage",
        (false, true) => "ruled",
        (false, false) => "proposed",
    };
    format!("{} ({state})", held.reason.plain())
}

/// What was decided, with its new value where it has one.
pub(crate) fn decision(decision: &Decision) -> String {
    match decision {
        Decision::Accept => "accepted".to_owned(),
        Decision::Reject => "rejected".to_owned(),
        Decision::Amend { field, value } => format!("amended: {field} is {value}"),
        Decision::Grade {
            source,
            information,
        } => format!("graded {source:?}{}", u8::from(*information)),
        Decision::Reliability { grade } => format!("reliability {grade:?}"),
        Decision::Restrict { reason, action } => {
            format!("restricted ({}): {}", action.name(), reason.plain())
        }
        Decision::Release => "released".to_owned(),
        Decision::Withdraw => "withdrawn".to_owned(),
    }
}

/// Whether the ruling is about this claim and has not been taken back.
pub(crate) fn is_on(ruling: &Ruling, claim: &ClaimId, rulings: &[Ruling]) -> bool {
    matches!(&ruling.target, Target::Claim { claim: id, .. } if id == claim)
        && !is_withdrawn(ruling, rulings)
}

pub(crate) fn is_withdrawn(ruling: &Ruling, rulings: &[Ruling]) -> bool {
    rulings.iter().any(|other| {
        other.decision == Decision::Withdraw
            && matches!(&other.target, Target::Ruling { ruling: id } if *id == ruling.id)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(from: Option<DateTime>, to: Option<DateTime>, words: &str) {
        assert_eq!(bounds(from, to), words);
    }

    #[test]
    fn whole_days_are_told_as_days_and_open_ends_stay_open() {
        let midnight = |day| Some(date(2022, 2, day).at(0, 0, 0, 0));
        let evening = Some(date(2022, 2, 25).at(18, 0, 0, 0));
        check(midnight(27), midnight(28), "27 February 2022");
        check(
            midnight(24),
            midnight(28),
            "24 February 2022 to 27 February 2022",
        );
        check(
            evening,
            midnight(26),
            "25 February 2022, 18:00 to 25 February 2022, 24:00",
        );
        check(midnight(24), None, "24 February 2022 or later");
        check(None, midnight(24), "23 February 2022 or earlier");
        check(None, None, "not dated");
    }
}
