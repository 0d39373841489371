//! Place names in a text and what they can mean.
//!
//! Finds names through the gazetteer it is handed; never holds coordinates of its own.

mod body_en;
mod context;
mod demonym;
mod division_en;
mod found_by;
mod mention;
mod name;
mod person;
mod person_en;
mod person_slavic;
mod qualifier_en;
mod reach;
mod relative;
mod resolve;
mod slavic;
mod standing;
mod state_en;
mod stop_en;
mod street_en;
mod unlisted;
mod unlisted_en;
mod unlisted_slavic;
mod votes;

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
    let mut mentions = resolve::resolve(text, &names);
    for mention in &mut mentions {
        mention.text = text.source[mention.span.start..mention.span.end].to_owned();
    }
    relative::mark(text, &names, &mut mentions);
    reach::between(text, &mut mentions);
    let focus = resolve::focus(&mentions);
    if let Some(main) = focus.and_then(|index| mentions[index].best().cloned()) {
        let mut parts = qualifier_en::parts_of_main_place(text, &main);
        if text.language == Language::English {
            parts.extend(street_en::streets(text, &main));
        }
        parts.retain(|part| is_apart(&mentions, part.span));
        mentions.extend(parts);
        mentions.sort_by_key(|mention| mention.span.start);
    }
    let unlisted = unlisted::unlisted(text, &mentions);
    mentions.extend(unlisted);
    mentions.sort_by_key(|mention| mention.span.start);
    let focus = resolve::focus(&mentions);
    Places { mentions, focus }
}

/// Whether no mention, sorted by where it begins, overlaps the span.
fn is_apart(mentions: &[PlaceMention], span: Span) -> bool {
    let after = mentions.partition_point(|mention| mention.span.start < span.end);
    after == 0 || mentions[after - 1].span.end <= span.start
}
