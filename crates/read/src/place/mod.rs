//! Place names in a text and what they can mean.
//!
//! Finds names through the gazetteer it is handed; never holds coordinates of its own.

mod division_en;
mod mention;
mod qualifier_en;
mod resolve;
mod slavic;
mod stop_en;
mod unlisted_en;

use bearings_model::{Gazetteer, PlaceMention, Span};

use crate::language::Language;
use crate::text::Text;

/// The places of a text: mentions with candidates, best first, and the one it is mainly about.
#[derive(Debug)]
pub(crate) struct Places {
    pub mentions: Vec<PlaceMention>,
    /// The index of the first mention of the settlement named most.
    pub focus: Option<usize>,
}

pub(crate) fn places(text: &Text, gazetteer: &dyn Gazetteer, times: &[Span]) -> Places {
    let names = mention::names(text, gazetteer, times);
    let mut mentions = resolve::resolve(names);
    let focus = resolve::focus(&mentions);
    if let Some(main) = focus.and_then(|index| mentions[index].best().cloned()) {
        let parts = qualifier_en::parts_of_main_place(text, &main);
        mentions.extend(parts);
        mentions.sort_by_key(|mention| mention.span.start);
    }
    if text.language == Language::English {
        let unlisted = unlisted_en::unlisted(text, &mentions);
        mentions.extend(unlisted);
        mentions.sort_by_key(|mention| mention.span.start);
    }
    let focus = resolve::focus(&mentions);
    Places { mentions, focus }
}
