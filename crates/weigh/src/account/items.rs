//! The texts themselves, the order of their clips, and how the account was made.

use bearings_model::{ItemCard, Sentence, Sequence};

use super::days::day_of;
use super::{Findings, evidence};
use crate::material::{Material, MaterialItem, Told};

/// One sentence under the title: how much of what, from when to when.
pub(crate) fn standfirst(material: &Material, told: &Told, findings: &Findings) -> String {
    let mut days: Vec<_> = told.says.iter().filter_map(day_of).collect();
    days.sort();
    let period = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => {
            format!(
                " about {} to {}",
                first.strftime("%-d %B %Y"),
                last.strftime("%-d %B %Y")
            )
        }
        (Some(day), _) => format!(" about {}", day.strftime("%-d %B %Y")),
        _ => String::new(),
    };
    let texts = material.items.len();
    let copies = material.whole_copies().count();
    let repeated = match copies {
        0 => String::new(),
        1 => " (one repeats another)".to_owned(),
        more => format!(" ({more} repeat others)"),
    };
    let named = findings
        .origins
        .list
        .iter()
        .filter(|o| o.kind == bearings_model::OriginKind::Named)
        .count();
    format!(
        "What {texts} texts{repeated} say{period}: {} statements, which go back to {named} named origins \
         and to others that are not named and count as one.",
        told.says.len()
    )
}

pub(crate) fn cards(material: &Material, told: &Told, findings: &Findings) -> Vec<ItemCard> {
    material
        .items
        .iter()
        .map(|item| card(item, material, told, findings))
        .collect()
}

fn card(item: &MaterialItem, material: &Material, told: &Told, findings: &Findings) -> ItemCard {
    let document = item.document;
    let published = document.published.as_ref();
    ItemCard {
        item: document.item.clone(),
        title: title(item, findings),
        outlet: document.outlet.clone(),
        lang: document.lang.clone(),
        published: published.map(|published| published.date.to_string()),
        published_basis: published.map(|published| published.basis.name().to_owned()),
        url: document.url.clone(),
        acquired: item.acquired.clone(),
        claims: told
            .says
            .iter()
            .filter(|say| say.document.item == document.item)
            .count(),
        notes: notes(item, material),
    }
}

/// The title, unless it tells what a passage that stays out tells.
fn title(item: &MaterialItem, findings: &Findings) -> String {
    let Some(title) = &item.document.title else {
        return format!("Untitled text from {}", item.document.outlet);
    };
    let held = findings
        .withheld
        .iter()
        .filter(|held| *held.excerpt.item() == item.document.item);
    let told = held
        .filter_map(|held| held.excerpt.span().of(&item.document.text))
        .any(|hidden| shares_words(title, hidden));
    if told {
        "Title withheld".to_owned()
    } else {
        title.clone()
    }
}

/// So many words in a row in common give a passage away; a shorter title must be all of it.
const SHARED_WORDS: usize = 4;

fn shares_words(title: &str, hidden: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (title, hidden) = (words(title), words(hidden));
    let run = SHARED_WORDS.min(title.len());
    run > 0
        && title
            .windows(run)
            .any(|part| hidden.windows(run).any(|other| other == part))
}

fn notes(item: &MaterialItem, material: &Material) -> Vec<String> {
    let mut notes = Vec::new();
    for link in material
        .whole_copies()
        .filter(|link| link.later == item.document.item)
    {
        let earlier = material
            .items
            .iter()
            .find(|other| other.document.item == link.earlier);
        let outlet = earlier.map_or("another text", |other| other.document.outlet.as_str());
        notes.push(format!(
            "A copy: it repeats the text of {outlet} and adds no origin."
        ));
    }
    if !item.reading.caveats.is_empty() {
        notes.push("The text itself asks to be read with caution.".to_owned());
    }
    if item.made_from.is_some() {
        let words = "A machine read it in footage or wrote it down from sound: names and numbers may be wrong.";
        notes.push(words.to_owned());
    }
    if item.document.published.is_none() {
        notes
            .push("It has no date of publication: its relative times are not resolved.".to_owned());
    }
    notes
}

/// The order of clips: firm steps, and what the soft ones add.
pub(crate) fn clip_order(material: &Material, told: &Told) -> Vec<Sentence> {
    material
        .sequences
        .iter()
        .flat_map(|sequence| of_sequence(sequence, material, told))
        .collect()
}

fn of_sequence(sequence: &Sequence, material: &Material, told: &Told) -> Vec<Sentence> {
    let outlet = material
        .items
        .iter()
        .find(|item| item.document.item == sequence.item)
        .map_or("The text", |item| item.document.outlet.as_str());
    let says: Vec<_> = sequence
        .claims
        .iter()
        .filter_map(|id| told.get(id))
        .collect();
    if says.is_empty() {
        return Vec::new();
    }
    let tell = |groups: &[Vec<String>]| {
        groups
            .iter()
            .map(|group| match group.as_slice() {
                [one] => one.clone(),
                several => format!("{} (in no stated order)", several.join(" and ")),
            })
            .collect::<Vec<_>>()
            .join(" → ")
    };
    let sentence = |text: String, strength| Sentence {
        text,
        evidence: says.iter().map(|say| evidence(say)).collect(),
        origins: Vec::new(),
        strength,
        ruled: false,
    };
    let weakest = says
        .iter()
        .map(|say| say.claim.factuality.certainty())
        .min();
    let mut found = vec![sentence(
        format!(
            "{outlet}, by what is stated outright: {}.",
            tell(&sequence.firm)
        ),
        says.iter()
            .map(|say| say.claim.factuality.certainty())
            .max()
            .unwrap_or(bearings_model::Certainty::Uncommitted),
    )];
    if sequence.with_soft != sequence.firm {
        let text = format!(
            "{outlet}, if hedged steps and the order of telling count too: {}.",
            tell(&sequence.with_soft)
        );
        found.push(sentence(
            text,
            weakest.unwrap_or(bearings_model::Certainty::Uncommitted),
        ));
    }
    if !sequence.circular.is_empty() {
        let text = format!(
            "{outlet} contradicts itself on the order of {}.",
            sequence.circular.join(", ")
        );
        found.push(sentence(text, bearings_model::Certainty::Uncommitted));
    }
    found
}

/// How the account was made, for a reader who wants to check it.
pub(crate) fn method(material: &Material, told: &Told, findings: &Findings) -> Vec<String> {
    let items = material.items.len();
    vec![
        format!(
            "{items} texts were kept byte for byte under their SHA-256. {} statements were read out of \
             them by fixed rules; each names its rule, its words and its place in the text. The same \
             bytes always give the same statements.",
            told.says.len()
        ),
        "A statement is told in its speaker's own words, with the whole chain of who passed it on. It \
         is never told more firmly than its source put it: a hedge in the text is a reservation here."
            .to_owned(),
        "An outlet that reports what others said is no origin. Named people, offices and accounts are \
         one origin each, whatever their spelling. All that goes back to nobody named counts as one \
         origin, since two unknown sources may be one. A text that repeats another adds none."
            .to_owned(),
        "Counts are compared only where outcome, who is counted, place, time and manner of counting \
         agree. They are never added up. “At least” and “about” stay what they are; for comparing, \
         “about” allows a tenth either way."
            .to_owned(),
        "A forecast is held against events that a text dates by itself. It “did not come” only where a \
         text dates the event otherwise; silence proves nothing."
            .to_owned(),
        format!(
            "Passages that could put someone in danger stay out until a person releases them: {} here. \
             Neither their words nor their length appear on these pages.",
            findings.withheld.iter().filter(|held| !held.follows).count()
        ),
    ]
}
