//! Copies of text: which text repeats which, and what else two texts share.
//!
//! Proposes with the shared passages laid side by side; never merges anything. Two reports of one
//! event in their own words are no copies, and neither are two texts that quote one official or
//! print one formula.

mod align;
mod candidates;
mod compared;
mod credit;
mod formula;
mod near;
mod prepared;
mod quoted;
mod words;

use bearings_model::{CopyLink, Document};

use compared::Compared;
pub use compared::{COPY_CONTAINMENT, COPY_RESEMBLANCE, LIFTED_WORDS, WHOLE_RESEMBLANCE};
pub use near::{Near, NearDuplicates, NearPair};
use prepared::Prepared;
pub use prepared::Text;

/// Every pair of texts that share more than a turn of phrase, earlier to later; see
/// [`bearings_model::CopyKind`] for what each link says.
///
/// Without dates the order given stands for the order in time, and the link says so.
pub fn copies(documents: &[&Document]) -> Vec<CopyLink> {
    let texts: Vec<Text<'_>> = documents
        .iter()
        .map(|document| Text::from(*document))
        .collect();
    copies_of(&texts)
}

/// The same for texts whose reader found credits and speech in them.
pub fn copies_of(texts: &[Text<'_>]) -> Vec<CopyLink> {
    let prepared: Vec<Prepared> = texts
        .iter()
        .map(|text| Prepared::of(&text.document.text, &text.quoted))
        .collect();
    let credits: Vec<Option<String>> = texts.iter().map(credit::credit).collect();
    let mut compared: Vec<Compared> = candidates::candidates(texts, &prepared)
        .into_iter()
        .map(|pair| Compared::of(texts, &prepared, &credits, pair))
        .filter(|compared| !compared.passages.is_empty())
        .collect();
    formula::mark(&mut compared, texts);
    let links = compared
        .iter()
        .filter_map(|pair| pair.link(texts, &prepared));
    let mut links: Vec<CopyLink> = links.collect();
    links.sort_by(|x, y| (&x.earlier, &x.later).cmp(&(&y.earlier, &y.later)));
    links
}

#[cfg(test)]
mod tests;
