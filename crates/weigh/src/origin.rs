//! Who saw, measured or claims to know; what only relays is no origin.
//!
//! Unknown roots are taken as one: two unknown uploaders may be one, two named people are two.
//! A copy adds nothing: its claims go back to the text it repeats.

use std::collections::HashMap;

use bearings_model::{Claim, ClaimId, ItemId, Origin, OriginKind, SourceKind};

use crate::identity::{name_key, same_name};
use crate::material::{Say, Told};
use crate::restrict::Withholding;
use crate::wording::is_withheld;

/// The one origin of all that has no known one.
pub(crate) const UNKNOWN: &str = "nobody named";

/// How a source is told whose name stays out.
pub(crate) const WITHHELD: &str = "a source whose details are withheld";

#[derive(Debug)]
pub(crate) struct Origins {
    pub list: Vec<Origin>,
    of_claim: HashMap<ClaimId, usize>,
}

impl Origins {
    pub fn of(&self, claim: &Claim) -> Option<&Origin> {
        self.of_claim.get(&claim.id).map(|index| &self.list[*index])
    }

    /// The labels of the different origins behind some claims, named ones first.
    ///
    /// Each claim has one root here, so the largest number of claims with disjoint roots is the
    /// number of distinct roots.
    pub fn behind<'a>(&self, claims: impl IntoIterator<Item = &'a Claim>) -> Vec<String> {
        let mut found: Vec<(OriginKind, String)> = claims
            .into_iter()
            .filter_map(|claim| self.of(claim))
            .map(|origin| (origin.kind, origin.label.clone()))
            .collect();
        found.sort();
        found.dedup();
        found.into_iter().map(|(_, label)| label).collect()
    }
}

pub(crate) fn origins(told: &Told, withheld: &[Withholding]) -> Origins {
    let mut origins = Origins {
        list: Vec::new(),
        of_claim: HashMap::new(),
    };
    let mut known: HashMap<(OriginKind, String), usize> = HashMap::new();
    let mut near: HashMap<String, Vec<usize>> = HashMap::new();
    for say in &told.says {
        let (kind, label) = root(say, withheld);
        let key = (kind, label.clone());
        let index = known.get(&key).copied().unwrap_or_else(|| {
            let candidates = near.entry(name_key(&label)).or_default();
            let same = candidates
                .iter()
                .copied()
                .find(|index| is_one(&origins.list[*index], kind, &label));
            let index = same.unwrap_or(origins.list.len());
            if same.is_none() {
                candidates.push(index);
                let origin = Origin {
                    label: label.clone(),
                    kind,
                    claims: Vec::new(),
                    items: Vec::new(),
                };
                origins.list.push(origin);
            }
            known.insert(key, index);
            index
        });
        let origin = &mut origins.list[index];
        // The fullest name is the one readers know.
        if label.chars().count() > origin.label.chars().count() {
            origin.label = label;
        }
        origin.claims.push(say.claim.id.clone());
        let item: &ItemId = told.source_of(say);
        if !origin.items.contains(item) {
            origin.items.push(item.clone());
        }
        origins.of_claim.insert(say.claim.id.clone(), index);
    }
    origins
}

fn is_one(known: &Origin, kind: OriginKind, label: &str) -> bool {
    known.kind == kind && (kind == OriginKind::Unknown || same_name(&known.label, label))
}

/// The far end of a chain, as an origin.
fn root(say: &Say, withheld: &[Withholding]) -> (OriginKind, String) {
    let link = say.claim.chain.root();
    // Whoever must not be known is someone, but no name of theirs may be told.
    if is_withheld(say, link, withheld) {
        return (OriginKind::Named, WITHHELD.to_owned());
    }
    let known = match link.kind {
        SourceKind::Person | SourceKind::Account => true,
        // A medium passes on what others know.
        SourceKind::Organisation => !is_medium(&link.source),
        // "Reuters journalist" can be asked; "an official" cannot.
        SourceKind::Unnamed => {
            link.source.chars().any(char::is_uppercase) && link.footage.is_none()
        }
        SourceKind::Footage | SourceKind::Outlet => false,
    };
    // An outlet that names itself as speaker still relays; an office that publishes speaks.
    let own = link.kind == SourceKind::Outlet || same_name(&link.source, &say.document.outlet);
    let speaks = if own {
        is_office(&say.document.outlet)
    } else {
        known
    };
    match speaks {
        true if own => (OriginKind::Named, say.document.outlet.clone()),
        true => (OriginKind::Named, link.source.clone()),
        false => (OriginKind::Unknown, UNKNOWN.to_owned()),
    }
}

/// Words in the names of those who publish what they themselves decide, count or see. A
/// newspaper's name has none of them.
const OFFICES: &[&str] = &[
    "council",
    "ministry",
    "minister",
    "administration",
    "government",
    "governor",
    "mayor",
    "president",
    "parliament",
    "army",
    "forces",
    "staff",
    "command",
    "brigade",
    "police",
    "prosecutor",
    "prosecutors",
    "service",
    "hospital",
    "embassy",
    "ambassador",
    "office",
    "agency",
    "department",
    "court",
    "committee",
    "рада",
    "міністерство",
    "адміністрація",
    "уряд",
    "поліція",
    "прокуратура",
    "служба",
    "штаб",
    "лікарня",
    "управління",
    "совет",
    "министерство",
    "администрация",
    "правительство",
    "полиция",
    "прокуратура",
    "больница",
    "управление",
];

/// Whether a publisher is an office or a force rather than a medium; a news agency is a medium.
fn is_office(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    !is_medium(&name) && words.iter().any(|word| OFFICES.contains(word))
}

/// Words in the names of media.
const MEDIA: &[&str] = &[
    "news",
    "press",
    "times",
    "media",
    "reuters",
    "afp",
    "ap",
    "bbc",
    "cnn",
    "tass",
    "interfax",
    "ria",
    "ukrinform",
    "unian",
    "suspilne",
    "nbc",
    "cbs",
    "abc",
    "fox",
    "bloomberg",
    "guardian",
    "newspaper",
    "broadcaster",
    "television",
    "tv",
    "radio",
    "channel",
    "post",
    "journal",
    "website",
    "agencies",
    "новини",
    "новости",
    "телеканал",
    "газета",
    "радіо",
    "радио",
];

/// Whether a name is a newspaper's, an agency's or a broadcaster's. A journalist of theirs is not:
/// one can ask what that person saw.
fn is_medium(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    let person = words.iter().any(|word| {
        matches!(
            *word,
            "journalist" | "reporter" | "correspondent" | "photographer"
        )
    });
    !person && (words.iter().any(|word| MEDIA.contains(word)) || name.contains("news agency"))
}
