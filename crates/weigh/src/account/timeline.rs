//! The timeline: what has a time, with the bounds it has and no more.

use bearings_model::{ClaimKind, TimelineEntry};

use super::group::Group;
use super::{Findings, evidence};
use crate::material::{Say, Told};
use crate::tally::tally_of;
use crate::wording::count_words;

pub(crate) fn entries(groups: &[Group], _told: &Told, findings: &Findings) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = groups
        .iter()
        .flat_map(|group| of_group(group, findings))
        .collect();
    entries.sort_by_key(|entry| {
        (
            entry.when.earliest().or(entry.when.latest()),
            entry.id.clone(),
        )
    });
    entries
}

fn of_group(group: &Group, findings: &Findings) -> Vec<TimelineEntry> {
    let lead = &group.says[0];
    let evidence: Vec<_> = group.says.iter().map(evidence).collect();
    if let ClaimKind::Forecast(forecast) = &lead.claim.kind {
        let windows = forecast.windows.iter().enumerate();
        return windows
            .map(|(index, window)| TimelineEntry {
                id: format!("t-{}-{index}", lead.claim.id),
                label: format!("Forecast, {}: {}", window.reading, label(lead, findings)),
                when: window.when.clone(),
                kind: "forecast".to_owned(),
                soft: true,
                place: lead.place_words(),
                evidence: evidence.clone(),
            })
            .collect();
    }
    let told = matches!(
        lead.claim.kind,
        ClaimKind::Event
            | ClaimKind::Observation
            | ClaimKind::Tally(_)
            | ClaimKind::Denial
            | ClaimKind::Statement
    );
    // What a correspondent says in passing is told in the account; it is no entry of its own.
    let aside = matches!(lead.claim.kind, ClaimKind::Statement) && lead.claim.time_carried;
    let Some(when) = lead.when().filter(|_| told && !aside) else {
        return Vec::new();
    };
    let certain = lead.claim.factuality.certainty() == bearings_model::Certainty::Certain;
    vec![TimelineEntry {
        id: format!("t-{}", lead.claim.id),
        label: label(lead, findings),
        when: when.clone(),
        kind: lead.claim.kind.name().to_owned(),
        soft: lead.claim.time_carried || !certain,
        place: lead.place_words(),
        evidence,
    }]
}

/// How many characters of a claim a timeline's row holds.
const LABEL_CHARACTERS: usize = 90;

fn label(say: &Say, findings: &Findings) -> String {
    let words = match tally_of(say) {
        Some(tally) => count_words(say, tally),
        None => shortened(&say.claim.text),
    };
    let root = say.claim.chain.root();
    let hidden = crate::wording::is_withheld(say, root, findings.withheld);
    let teller = if hidden {
        crate::origin::WITHHELD
    } else {
        root.source.as_str()
    };
    format!("{words} ({teller})")
}

/// At most so many characters, cut between words.
fn shortened(text: &str) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.chars().count() <= LABEL_CHARACTERS {
        return plain;
    }
    let mut short = String::new();
    for word in plain.split(' ') {
        if short.chars().count() + word.chars().count() + 1 > LABEL_CHARACTERS {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{short} …")
}
