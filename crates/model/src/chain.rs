//! Who says it, through whom: the outlet first, the nearest speaker last.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{Factuality, Span};

/// An attribution chain; it always has the outlet that published the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<ChainLink>", into = "Vec<ChainLink>")]
pub struct Chain {
    /// Never empty. Shared: most claims of a text are told through the same few links.
    links: Arc<[ChainLink]>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainLink {
    /// The source's name as well as the text allows ("Oleh Synehubov", "a Reuters journalist").
    pub source: String,
    pub kind: SourceKind,
    /// "governor", "adviser to the interior ministry"; `None` where none is given.
    pub role: Option<String>,
    /// The words that attribute: "said", "according to"; the outlet has none.
    pub cue: Option<Cue>,
    pub channel: Option<Channel>,
    /// Which of the text's clips this is ([`crate::Reading::footage`]); only for footage.
    pub footage: Option<usize>,
    /// How far this source itself commits to what is told; `None` where a reading from before
    /// this was noted does not say. Who only passes on that another said so is uncommitted.
    #[serde(default)]
    pub factuality: Option<Factuality>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    pub span: Span,
    pub text: String,
}

/// What a source is, as far as the text tells. It decides what can be an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Publishes the text; relays, and is no origin of its own.
    Outlet,
    Person,
    Organisation,
    /// An account known only by its handle.
    Account,
    /// Said to exist but not named: "an official", "someone in the video".
    Unnamed,
    /// A picture or a film whose maker the text does not name.
    Footage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Article,
    Telegram,
    Facebook,
    Twitter,
    SocialMedia,
    Statement,
    PressBriefing,
    Television,
    Radio,
    Interview,
    Video,
    Photo,
    SatelliteImagery,
    Correspondence,
    NewsAgency,
}

impl Channel {
    /// The name in the JSON and on pages.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Article => "article",
            Channel::Telegram => "telegram",
            Channel::Facebook => "facebook",
            Channel::Twitter => "twitter",
            Channel::SocialMedia => "social_media",
            Channel::Statement => "statement",
            Channel::PressBriefing => "press_briefing",
            Channel::Television => "television",
            Channel::Radio => "radio",
            Channel::Interview => "interview",
            Channel::Video => "video",
            Channel::Photo => "photo",
            Channel::SatelliteImagery => "satellite_imagery",
            Channel::Correspondence => "correspondence",
            Channel::NewsAgency => "news_agency",
        }
    }
}

impl ChainLink {
    pub fn outlet(name: &str) -> Self {
        Self {
            source: name.to_owned(),
            kind: SourceKind::Outlet,
            role: None,
            cue: None,
            channel: Some(Channel::Article),
            footage: None,
            factuality: None,
        }
    }

    /// Whether two links name one source in one way, however firmly each puts it.
    pub fn speaks_as(&self, other: &ChainLink) -> bool {
        let plain = |link: &ChainLink| Self {
            factuality: None,
            ..link.clone()
        };
        plain(self) == plain(other)
    }
}

impl Chain {
    pub fn new(outlet: ChainLink, through: Vec<ChainLink>) -> Self {
        let links = std::iter::once(outlet).chain(through).collect();
        Self { links }
    }

    pub fn outlet(&self) -> &ChainLink {
        &self.links[0]
    }

    /// Everyone behind the outlet, the nearest speaker last; empty when the outlet itself speaks.
    pub fn through(&self) -> &[ChainLink] {
        &self.links[1..]
    }

    /// The link furthest from the reader: who saw, measured or claims to know.
    pub fn root(&self) -> &ChainLink {
        &self.links[self.links.len() - 1]
    }

    pub fn links(&self) -> impl Iterator<Item = &ChainLink> {
        self.links.iter()
    }
}

impl TryFrom<Vec<ChainLink>> for Chain {
    type Error = String;

    fn try_from(links: Vec<ChainLink>) -> Result<Self, String> {
        if links.is_empty() {
            return Err("a chain needs at least the outlet".to_owned());
        }
        Ok(Self {
            links: links.into(),
        })
    }
}

impl From<Chain> for Vec<ChainLink> {
    fn from(chain: Chain) -> Self {
        chain.links.to_vec()
    }
}
