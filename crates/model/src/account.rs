//! An account: what is told, each sentence with the excerpts it rests on.
//!
//! Weighing writes it, publishing lays it out; neither knows the other.

use serde::{Deserialize, Serialize};

use crate::{
    Certainty, ClaimId, Excerpt, ForecastStatus, ItemId, PartsVerdict, RestrictionReason,
    TallyRelation, When,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    pub title: String,
    /// One or two sentences under the title: period, place, number of texts and origins.
    pub standfirst: String,
    /// The first screen: what the desk would tell a colleague in the corridor.
    pub glance: Vec<Glance>,
    /// The written account, in order.
    pub sections: Vec<Section>,
    pub casualties: Vec<CasualtyRow>,
    /// Notes under the casualty table: what may not be added to what.
    pub casualty_notes: Vec<Sentence>,
    pub contradictions: Vec<Sentence>,
    pub revisions: Vec<Sentence>,
    pub forecasts: Vec<ForecastRow>,
    pub copies: Vec<CopyGroup>,
    #[serde(default)]
    pub footage: AccountFootage,
    pub unknowns: Vec<Unknown>,
    pub timeline: Vec<TimelineEntry>,
    /// The order of clips and events as far as the texts fix it.
    pub clip_order: Vec<Sentence>,
    pub places: Vec<MapFeature>,
    pub items: Vec<ItemCard>,
    /// Passages that stay out, by reason; what they say appears nowhere.
    pub withheld: Vec<Withheld>,
    /// How it was made, one paragraph each.
    pub method: Vec<String>,
    /// How many claims a person has ruled on, of how many that are used.
    pub ruled: usize,
    pub used: usize,
    /// IANA name of the zone all times are told in.
    pub zone: String,
}

/// One finding of the first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Glance {
    /// "copies", "conflict", "revision", "forecast", "withheld".
    pub kind: String,
    /// "Two texts, one origin".
    pub heading: String,
    pub sentence: Sentence,
    /// Id of the section of the page that has more: "casualties".
    pub section: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Fit for an address: "2022-02-27".
    pub id: String,
    pub heading: String,
    pub sentences: Vec<Sentence>,
}

/// One sentence that is told. Without evidence it must not be published, except where it only
/// counts what was withheld ([`Glance`] of that kind).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    pub text: String,
    pub evidence: Vec<Evidence>,
    /// Labels of the independent origins behind it.
    pub origins: Vec<String>,
    /// How firmly the sentence speaks; publishing refuses one firmer than all its evidence.
    pub strength: Certainty,
    /// Whether a person has ruled on all of its claims.
    pub ruled: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub claim: ClaimId,
    pub excerpt: Excerpt,
    /// The outlet's name, for the link's words.
    pub outlet: String,
    pub strength: Certainty,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CasualtyRow {
    pub outcome: String,
    /// "at least 1", never a bare number where doubt was stated.
    pub amount: String,
    pub low: Option<u64>,
    pub high: Option<u64>,
    /// "civilian, woman"; empty where not said.
    pub who: String,
    pub side: Option<String>,
    /// "increment", "snapshot", "cumulative"; empty where not said.
    pub mode: String,
    pub when: String,
    pub place: String,
    /// Who counted, by the whole chain in words.
    pub owner: String,
    pub origins: usize,
    pub parts: Option<PartsNote>,
    pub evidence: Vec<Evidence>,
    /// How it stands to other rows, each with its kind.
    pub relations: Vec<(TallyRelation, String)>,
}

pub type PartsNote = (PartsVerdict, String);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastRow {
    pub sentence: Sentence,
    /// Each reading of the window in words, what came of it, and why.
    pub readings: Vec<(String, ForecastStatus, String)>,
    /// What it is held against.
    pub held_against: Vec<Evidence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyGroup {
    pub sentence: String,
    pub earlier: ItemId,
    pub later: ItemId,
    /// The shared passage in each, for laying side by side.
    pub passage_earlier: Excerpt,
    pub passage_later: Excerpt,
}

/// Pictures, films and recordings: what there is and which repeats which. No file's name and no
/// picture stands in it: both can say where someone is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFootage {
    pub cards: Vec<FootageCard>,
    /// Only what is certain or a person has accepted.
    pub notes: Vec<FootageNote>,
    /// Likenesses that were proposed and nobody has ruled on: not told here.
    pub proposed: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootageCard {
    pub item: ItemId,
    /// "Film 1"
    pub label: String,
    /// What its file says of itself, in words.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootageNote {
    /// "copy", "old".
    pub kind: String,
    pub sentence: String,
    pub earlier: ItemId,
    pub later: ItemId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unknown {
    pub text: String,
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    pub id: String,
    pub label: String,
    pub when: When,
    /// "event", "tally", "forecast", "statement", "denial", "observation".
    pub kind: String,
    /// The placing itself is hedged or carried over from an earlier sentence.
    pub soft: bool,
    pub place: Option<String>,
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapFeature {
    pub id: String,
    pub label: String,
    pub lat: f64,
    pub lon: f64,
    /// What is told lies within this many metres of the point.
    pub radius_m: u32,
    pub origins: usize,
    pub status: MapStatus,
    pub when: String,
    /// What is told about the place, as sentences.
    pub sentences: Vec<Sentence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapStatus {
    /// Two or more independent origins.
    Supported,
    /// One origin.
    Single,
    /// Claims contradict each other or are denied.
    Contested,
}

/// An item as the list of sources shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemCard {
    pub item: ItemId,
    pub title: String,
    pub outlet: String,
    pub lang: Option<String>,
    pub published: Option<String>,
    pub published_basis: Option<String>,
    pub url: Option<String>,
    pub acquired: String,
    pub claims: usize,
    /// "copy of …", "asks to be read with caution".
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Withheld {
    pub reason: RestrictionReason,
    pub passages: usize,
    /// How many of them a person has ruled on.
    pub ruled: usize,
}
