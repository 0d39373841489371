//! Which rule found a quote: how the text attributes what it attributes.

use crate::language::Language;
use crate::rule::{in_languages, named};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// "“…”, X said".
    Direct,
    /// "X said that …", "…, X said".
    Indirect,
    /// "according to X".
    According,
    /// "residents were told that …".
    Passive,
    /// "X quoted Y as saying …".
    Relayed,
    /// "X: …" at the head of a line.
    Script,
    /// "asked whether …".
    Question,
    /// "X's claim that …".
    Noun,
    /// "reportedly".
    Hearsay,
    /// "… in a poll by X".
    Poll,
    /// "X wants …": said of X, not by X.
    Attitude,
    /// Words in quotation marks that no cue claims.
    Unclaimed,
    /// "in X's statement it is said that …".
    Stated,
    /// "X tells of this", of the sentence before.
    OfBefore,
}

impl FoundBy {
    pub fn rule(self, language: Language) -> &'static str {
        let names = match self {
            FoundBy::Direct => in_languages!("quote.direct"),
            FoundBy::Indirect => in_languages!("quote.indirect"),
            FoundBy::According => in_languages!("quote.according"),
            FoundBy::Passive => in_languages!("quote.passive"),
            FoundBy::Relayed => in_languages!("quote.relayed"),
            FoundBy::Script => in_languages!("quote.script"),
            FoundBy::Question => in_languages!("quote.question"),
            FoundBy::Noun => in_languages!("quote.noun"),
            FoundBy::Hearsay => in_languages!("quote.hearsay"),
            FoundBy::Poll => in_languages!("quote.poll"),
            FoundBy::Attitude => in_languages!("quote.attitude"),
            FoundBy::Unclaimed => in_languages!("quote.unclaimed"),
            FoundBy::Stated => in_languages!("quote.stated"),
            FoundBy::OfBefore => in_languages!("quote.of_before"),
        };
        named(language, names)
    }
}
