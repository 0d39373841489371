//! All that was read out of one document.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Channel, Claim, Cue, PlaceMention, Restriction, RuleName, SourceKind, Span, TimeMention,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub sentences: Vec<Span>,
    pub times: Vec<TimeMention>,
    pub places: Vec<PlaceMention>,
    pub quotes: Vec<Quote>,
    /// Clips and pictures the text speaks of, in the order of first mention.
    pub footage: Vec<Footage>,
    pub claims: Vec<Claim>,
    /// Proposed, not decided: what should stay out of anything published.
    pub restrictions: Vec<Restriction>,
    /// What the text says about its own worth; lowers the credibility of all of it.
    pub caveats: Vec<Caveat>,
    /// Deaths and injuries the text's opening names and does not count.
    #[serde(default)]
    pub named: NamedHarm,
    pub problems: Vec<String>,
    /// Where and when the text says it was written, at its head; readings from before this was
    /// read have none.
    #[serde(default)]
    pub dateline: Option<Dateline>,
}

/// "KYIV, 3 MARCH 2022 (Agency) --" at the head of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    pub span: Span,
    /// The day it gives; its year is the document's where it names none.
    pub date: Option<Date>,
    /// Index into the reading's places.
    pub place: Option<usize>,
}

/// The words that name most deaths, and most injuries; they commit to so many at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedHarm {
    pub deaths: Option<Named>,
    pub injuries: Option<Named>,
}

/// Words that name someone's death or injury: "a double homicide" is two at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub span: Span,
    pub at_least: u64,
}

/// Reported speech: a direct quotation or an indirect report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub span: Span,
    pub direct: bool,
    pub cue: Option<Cue>,
    pub speaker: Option<Speaker>,
    pub channel: Option<Channel>,
    /// Whether it was said, or is only what someone is told to think, want or judge.
    #[serde(default)]
    pub kind: QuoteKind,
    /// The pieces of what is attributed where the cue parts it; empty when `span` is one piece.
    #[serde(default)]
    pub pieces: Vec<Span>,
    /// The rule that found it; empty in readings from before it was kept.
    #[serde(default)]
    pub rule: RuleName,
}

/// Words that were said, or an attitude that is reported of someone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    #[default]
    Speech,
    Attitude,
}

impl QuoteKind {
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Speech => "speech",
            QuoteKind::Attitude => "attitude",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub span: Span,
    /// As written here: "he", "Synehubov".
    pub text: String,
    /// The fullest name the text gives.
    pub name: String,
    pub role: Option<String>,
    pub kind: SourceKind,
}

/// A clip or picture that the text describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footage {
    /// "clip 1", or whose it is: "video by a Reuters journalist".
    pub label: String,
    /// Every place in the text that speaks of it.
    pub mentions: Vec<Span>,
    /// Who made or posted it, where the text says so.
    pub author: Option<String>,
    /// "a series of videos": several, not one.
    pub several: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caveat {
    pub span: Span,
    pub text: String,
}
