//! The written account: day by day, then what has no day, then what is offered as explanation.

use std::collections::BTreeMap;

use bearings_model::{ClaimKind, Section, Sentence};
use jiff::civil::Date;

use super::days::{day_of, in_words};
use super::group::Group;
use super::{Findings, group_sentence};

pub(crate) fn sections(groups: &[Group], findings: &Findings) -> Vec<Section> {
    let mut days: BTreeMap<Date, Vec<Sentence>> = BTreeMap::new();
    let (mut footage, mut undated, mut offered) = (Vec::new(), Vec::new(), Vec::new());
    for group in groups {
        let lead = &group.says[0];
        let told = || group_sentence(group, findings);
        match (&lead.claim.kind, day_of(lead)) {
            // These have their own sections of the page.
            (ClaimKind::Order(_) | ClaimKind::Forecast(_), _) => {}
            (ClaimKind::Hypothesis(_), _) => offered.push(told()),
            (_, Some(day)) => days.entry(day).or_default().push(told()),
            (ClaimKind::Observation, None) => footage.push(told()),
            (_, None) => undated.push(told()),
        }
    }
    let mut sections: Vec<Section> = days
        .into_iter()
        .map(|(day, sentences)| Section {
            id: day.to_string(),
            heading: in_words(day),
            sentences,
        })
        .collect();
    let mut add = |id: &str, heading: &str, sentences: Vec<Sentence>| {
        if !sentences.is_empty() {
            sections.push(Section {
                id: id.to_owned(),
                heading: heading.to_owned(),
                sentences,
            });
        }
    };
    add("footage", "Seen in footage, day not stated", footage);
    add("undated", "Said without a day", undated);
    add("explanations", "Explanations and opinions offered", offered);
    sections
}
