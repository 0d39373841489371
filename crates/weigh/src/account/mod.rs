//! The account: what is told, in which order, each sentence with its evidence.

mod casualties;
mod days;
mod footage;
mod forecasts;
mod glance;
mod group;
mod items;
mod places;
mod sections;
mod timeline;
mod unknown;

use std::collections::{HashMap, HashSet};

use bearings_model::{
    Account, ClaimId, Comparison, CopyGroup, Evidence, Excerpt, ForecastOutcome, PartsCheck,
    Revision, Sentence, TallyRelation, Withheld,
};

use crate::material::{Material, Say, Told};
use crate::opposed::{Opposed, OpposedKind};
use crate::origin::Origins;
use crate::restrict::Withholding;
use crate::ruled::Standing;
use group::Group;

/// What weighing found, for telling.
#[derive(Debug)]
pub(crate) struct Findings<'f> {
    pub origins: &'f Origins,
    pub comparisons: &'f [Comparison],
    pub parts: &'f [PartsCheck],
    pub revisions: &'f [Revision],
    pub opposed: &'f [Opposed],
    pub forecasts: &'f [ForecastOutcome],
    pub withheld: &'f [Withholding],
    /// Claims of which another says what cannot be true beside them.
    contested: HashSet<&'f ClaimId>,
    /// Where each claim stands among the comparisons.
    pairs: HashMap<&'f ClaimId, Vec<usize>>,
}

impl<'f> Findings<'f> {
    /// The findings with what is looked up often made ready.
    pub fn new(
        origins: &'f Origins,
        comparisons: &'f [Comparison],
        parts: &'f [PartsCheck],
        revisions: &'f [Revision],
        opposed: &'f [Opposed],
        forecasts: &'f [ForecastOutcome],
        withheld: &'f [Withholding],
    ) -> Self {
        let mut contested = HashSet::new();
        let mut pairs: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, pair) in comparisons.iter().enumerate() {
            if pair.relation == TallyRelation::Conflict {
                contested.extend([&pair.a, &pair.b]);
            }
            pairs.entry(&pair.a).or_default().push(index);
            pairs.entry(&pair.b).or_default().push(index);
        }
        // A denial stands beside what it denies; it does not unsettle a whole town.
        for pair in opposed
            .iter()
            .filter(|pair| pair.kind == OpposedKind::Polarity)
        {
            contested.extend([&pair.a, &pair.b]);
        }
        Self {
            origins,
            comparisons,
            parts,
            revisions,
            opposed,
            forecasts,
            withheld,
            contested,
            pairs,
        }
    }
}

pub(crate) fn account(material: &Material, told: &Told, findings: &Findings) -> Account {
    let groups = group::groups(told, findings);
    let used = told.says.len();
    let ruled = told
        .says
        .iter()
        .filter(|say| say.standing == Standing::Accepted)
        .count();
    let mut account = Account {
        title: material.title.to_owned(),
        standfirst: items::standfirst(material, told, findings),
        glance: Vec::new(),
        sections: sections::sections(&groups, findings),
        casualties: casualties::rows(told, findings),
        casualty_notes: casualties::notes(told, findings),
        contradictions: casualties::conflicts(told, findings),
        revisions: casualties::revisions(told, findings),
        forecasts: forecasts::rows(told, findings),
        copies: copies(material),
        footage: footage::footage(material),
        unknowns: unknown::unknowns(told, findings),
        timeline: timeline::entries(&groups, told, findings),
        clip_order: items::clip_order(material, told),
        places: places::features(&groups, findings),
        items: items::cards(material, told, findings),
        withheld: withheld(findings.withheld),
        method: items::method(material, told, findings),
        ruled,
        used,
        zone: material.zone.to_owned(),
    };
    account.glance = glance::glance(&account, material, told, findings);
    account
}

/// What a claim rests on, as published.
pub(crate) fn evidence(say: &Say) -> Evidence {
    Evidence {
        claim: say.claim.id.clone(),
        excerpt: say.claim.excerpt.clone(),
        outlet: say.document.outlet.clone(),
        strength: say.claim.factuality.certainty(),
    }
}

/// A sentence that rests on several claims at once: as firm as the weakest of them.
pub(crate) fn joint_sentence(text: String, says: &[&Say], findings: &Findings) -> Sentence {
    let strengths = says.iter().map(|say| say.claim.factuality.certainty());
    Sentence {
        text,
        evidence: says.iter().map(|say| evidence(say)).collect(),
        origins: findings.origins.behind(says.iter().map(|say| say.claim)),
        strength: strengths
            .min()
            .unwrap_or(bearings_model::Certainty::Uncommitted),
        ruled: says.iter().all(|say| say.standing == Standing::Accepted),
    }
}

fn copies(material: &Material) -> Vec<CopyGroup> {
    let outlet = |id: &bearings_model::ItemId| {
        let item = material.items.iter().find(|item| item.document.item == *id);
        item.map_or("a text", |item| item.document.outlet.as_str())
    };
    material
        .copies
        .iter()
        .filter(|link| link.kind.is_copy())
        .filter_map(|link| {
            let longest = link.passages.first()?;
            let counts = match link.kind.is_whole() {
                true => format!(
                    "{} repeats {}: they count as one",
                    outlet(&link.later),
                    outlet(&link.earlier)
                ),
                false => format!(
                    "{} holds a passage of {}: what it says there counts as one with it",
                    outlet(&link.later),
                    outlet(&link.earlier)
                ),
            };
            Some(CopyGroup {
                sentence: format!("{counts}. {}.", link.reason),
                earlier: link.earlier.clone(),
                later: link.later.clone(),
                passage_earlier: Excerpt::new(link.earlier.clone(), longest.earlier).ok()?,
                passage_later: Excerpt::new(link.later.clone(), longest.later).ok()?,
            })
        })
        .collect()
}

/// How many passages stay out, by reason.
fn withheld(held: &[Withholding]) -> Vec<Withheld> {
    let mut counts: Vec<Withheld> = Vec::new();
    for one in held.iter().filter(|held| !held.follows) {
        let ruled = usize::from(one.ruled);
        match counts.iter_mut().find(|count| count.reason == one.reason) {
            Some(count) => {
                count.passages += 1;
                count.ruled += ruled;
            }
            None => counts.push(Withheld {
                reason: one.reason,
                passages: 1,
                ruled,
            }),
        }
    }
    counts
}

/// Sentences for a group of claims that say one thing.
pub(crate) fn group_sentence(group: &Group, findings: &Findings) -> Sentence {
    let lead = &group.says[0];
    let mut text = crate::wording::sentence(lead, findings.withheld);
    let mut others: Vec<&str> = Vec::new();
    for say in &group.says[1..] {
        let outlet = say.document.outlet.as_str();
        if outlet != lead.document.outlet && !others.contains(&outlet) {
            others.push(outlet);
        }
    }
    if !others.is_empty() {
        text.push_str(&format!(" Also in {}.", others.join(", ")));
    }
    let says: Vec<&Say> = group.says.iter().collect();
    let mut sentence = joint_sentence(text, &says, findings);
    // Each of them says it on its own; the words are the first one's.
    sentence.strength = lead.claim.factuality.certainty();
    sentence
}
