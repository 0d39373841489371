//! Which rule found a place's mention.

use crate::language::Language;
use crate::rule::{in_languages, named};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// A name the gazetteer lists, in any spelling.
    Name,
    /// Such a name led back from a case's ending.
    Inflected,
    /// Such a name with words before it that move or narrow it: "25 km from".
    Relative,
    /// Such a name inside another's: "Kharkiv National University".
    Within,
    /// "Бердянський порт", "Сумська область": an adjective made from the name.
    Adjective,
    /// "Russian troops", "the Russians".
    Demonym,
    /// "Fla.".
    State,
    /// "the city centre".
    Centre,
    /// "Freedom Street".
    Street,
    /// "the village of Chari", which nobody lists.
    Unlisted,
}

impl FoundBy {
    pub fn rule(self, language: Language) -> &'static str {
        let names = match self {
            FoundBy::Name => in_languages!("place.name"),
            FoundBy::Inflected => in_languages!("place.inflected"),
            FoundBy::Relative => in_languages!("place.relative"),
            FoundBy::Within => in_languages!("place.within"),
            FoundBy::Adjective => in_languages!("place.adjective"),
            FoundBy::Demonym => in_languages!("place.demonym"),
            FoundBy::State => in_languages!("place.state"),
            FoundBy::Centre => in_languages!("place.centre"),
            FoundBy::Street => in_languages!("place.street"),
            FoundBy::Unlisted => in_languages!("place.unlisted"),
        };
        named(language, names)
    }
}
