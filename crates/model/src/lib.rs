//! The nouns of an investigation and the laws between them.
//!
//! Never does input or output, never asks for the time, never knows storage or the web.
//! What can be made impossible to write is: an [`Excerpt`] is never empty and a [`Claim`]
//! always has one; a [`Chain`] always has an outlet; "confirmed" needs two origins.

mod account;
mod amount;
mod chain;
mod claim;
mod document;
mod event_types;
mod excerpt;
mod factuality;
mod finding;
mod grade;
mod id;
mod likeness;
mod means;
mod media;
mod pdq;
mod place;
mod reading;
mod relative;
mod restriction;
mod rule_name;
mod ruling;
mod span;
mod transliteration;
mod when;

pub use account::{
    Account, AccountFootage, CasualtyRow, CopyGroup, Evidence, FootageCard, FootageNote,
    ForecastRow, Glance, ItemCard, MapFeature, MapStatus, Section, Sentence, TimelineEntry,
    Unknown, Withheld,
};
pub use amount::{Amount, AmountRelation, Bound};
pub use chain::{Chain, ChainLink, Channel, Cue, SourceKind};
pub use claim::{
    Actor, Claim, ClaimKind, CountMode, Counted, EventKind, Forecast, Hedge, Hypothesis, Order,
    OrderTerm, Outcome, Tally, Who, Window,
};
pub use document::{Acquisition, DateBasis, Document, Published};
pub use event_types::{AcledType, EventTypes};
pub use excerpt::{EmptyExcerpt, Excerpt};
pub use factuality::{Certainty, Factuality};
pub use finding::{
    Comparison, CopyKind, CopyLink, CopyMeasure, CopyMeasured, CopyOrder, ForecastOutcome,
    ForecastStatus, Origin, OriginKind, PartsCheck, PartsVerdict, PassageKind, Revision, Sequence,
    SharedPassage, SpeechGrade, SpeechLink, Support, TallyRelation,
};
pub use grade::{Assessment, Confirmed, InformationGrade, SourceGrade};
pub use id::{ClaimId, ItemId, RulingId};
pub use likeness::{
    Likeness, LikenessGrade, LikenessKind, Measure, MediaLink, MediaSegment, Old, Region,
};
pub use means::{Affected, AffectedKind, Weapon, WeaponKind};
pub use media::{Credentials, Manifest, MediaFacts, MediaKind, StatedPosition, StatedTime, Stream};
pub use pdq::{Pdq, PdqHash};
pub use place::{Gazetteer, PlaceCandidate, PlaceKind, PlaceMention, PlaceRole, distance_m};
pub use reading::{
    Caveat, Dateline, Footage, Named, NamedHarm, Quote, QuoteKind, Reading, Speaker,
};
pub use relative::{Area, Circle, Relation, Relative, RelativeArea, bearing_to, destination};
pub use restriction::{Restriction, RestrictionAction, RestrictionReason};
pub use rule_name::RuleName;
pub use ruling::{Decision, Ruling, Target};
pub use span::{CodePoints, Span};
pub use transliteration::cyrillic_in_latin;
pub use when::{TimeBasis, TimeKind, TimeMention, When, Zone, ZoneError};
