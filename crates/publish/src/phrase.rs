//! Small turns of phrase the pages share: counts, strengths, verdicts in an editor's words.

use bearings_model::{
    Certainty, DateBasis, Document, ForecastStatus, MapStatus, PartsVerdict, TallyRelation,
};

use crate::timeline::date_in_words;

/// "28 February 2022"; a date in another form, or part of one, stays as it is.
pub(crate) fn date(iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), date_in_words)
}

/// The date a text was published on, empty where it is not known.
pub(crate) fn published(document: &Document) -> String {
    document
        .published
        .as_ref()
        .map(|published| date_in_words(published.date))
        .unwrap_or_default()
}

/// "1 origin", "2 origins".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(crate) fn forecast_status(status: ForecastStatus) -> &'static str {
    match status {
        ForecastStatus::Open => "still open",
        ForecastStatus::Came => "came",
        ForecastStatus::DidNotCome => "did not come",
        ForecastStatus::CannotBeTold => "cannot be told",
    }
}

pub(crate) fn relation(relation: TallyRelation) -> &'static str {
    match relation {
        TallyRelation::Agrees => "agrees",
        TallyRelation::Compatible => "can both be true",
        TallyRelation::Revision => "revision",
        TallyRelation::DifferentScope => "different scope",
        TallyRelation::DifferentDefinition => "different definition",
        TallyRelation::Conflict => "conflict",
    }
}

pub(crate) fn parts_verdict(verdict: PartsVerdict) -> &'static str {
    match verdict {
        PartsVerdict::SumHolds => "the sum holds",
        PartsVerdict::NotAllStated => "not all parts are stated",
        PartsVerdict::SumFails => "the sum fails",
        PartsVerdict::CannotBeTold => "cannot be checked",
    }
}

pub(crate) fn map_status(status: MapStatus) -> &'static str {
    match status {
        MapStatus::Supported => "two or more origins",
        MapStatus::Single => "one origin",
        MapStatus::Contested => "contested",
    }
}

/// The word the map's script knows it by.
pub(crate) fn map_status_name(status: MapStatus) -> &'static str {
    match status {
        MapStatus::Supported => "supported",
        MapStatus::Single => "single",
        MapStatus::Contested => "contested",
    }
}

/// Marks a sentence that its own sources weaken; a firm one needs no mark.
pub(crate) fn weakness(strength: Certainty) -> Option<&'static str> {
    match strength {
        Certainty::Certain => None,
        Certainty::Probable => Some("said to be probable"),
        Certainty::Possible => Some("said to be possible"),
        Certainty::Uncommitted => Some("the source does not commit itself"),
    }
}

pub(crate) fn date_basis(basis: DateBasis) -> &'static str {
    date_basis_by_name(basis.name())
}

/// How a date of publication is known, by the name the model gives the basis.
pub(crate) fn date_basis_by_name(name: &str) -> &'static str {
    match name {
        "given" => "given by the person who added it",
        "metadata" => "from the page’s metadata",
        "stated" => "stated in the text itself",
        "inferred" => "inferred from other clues",
        _ => "basis not recorded",
    }
}

/// "40 m", "1.5 km", "12 km".
pub(crate) fn distance(metres: f64) -> String {
    if metres < 1_000.0 {
        format!("{metres:.0} m")
    } else if metres < 10_000.0 && metres % 1_000.0 != 0.0 {
        format!("{:.1} km", metres / 1_000.0)
    } else {
        format!("{:.0} km", metres / 1_000.0)
    }
}
