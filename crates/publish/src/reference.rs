//! The numbers behind the sentences: each cited excerpt gets one, in the order of the page.

use std::collections::BTreeMap;

use bearings_model::{ClaimId, Evidence, Excerpt, ItemId};

use crate::address;
use crate::phrase;
use crate::sources::Sources;
use crate::words::{plain, shortened};

/// How many characters of an excerpt a link's words and the list of references show.
const QUOTED: usize = 160;

#[derive(Debug)]
pub(crate) struct References<'a> {
    sources: &'a Sources<'a>,
    cited: Vec<Cited>,
    numbers: BTreeMap<Excerpt, usize>,
}

/// One excerpt with everything that cites it.
#[derive(Clone, Debug)]
pub(crate) struct Cited {
    pub number: usize,
    pub excerpt: Excerpt,
    pub outlet: String,
    /// Of the mark on the evidence page.
    pub anchor: String,
    /// The claims read from these characters.
    pub claims: Vec<ClaimId>,
    pub quote: String,
}

/// A link from a sentence to its excerpt, from the front page.
#[derive(Clone, Debug)]
pub(crate) struct Citation {
    pub number: usize,
    pub href: String,
    /// Outlet, date and the words it rests on.
    pub title: String,
}

impl<'a> References<'a> {
    pub fn new(sources: &'a Sources<'a>) -> Self {
        Self {
            sources,
            cited: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// The links for one sentence's evidence; the same excerpt is linked once.
    pub fn cite(&mut self, evidence: &[Evidence]) -> Vec<Citation> {
        let mut links: Vec<Citation> = Vec::with_capacity(evidence.len());
        for piece in evidence {
            let link = self.link(piece);
            if links.iter().all(|earlier| earlier.number != link.number) {
                links.push(link);
            }
        }
        links.sort_by_key(|link| link.number);
        links
    }

    pub fn all(&self) -> &[Cited] {
        &self.cited
    }

    pub fn of_item<'s>(&'s self, item: &'s ItemId) -> impl Iterator<Item = &'s Cited> {
        self.cited
            .iter()
            .filter(move |cited| cited.excerpt.item() == item)
    }

    /// The address of an excerpt that was cited before.
    pub fn address(&self, excerpt: &Excerpt) -> Option<String> {
        self.numbers
            .get(excerpt)
            .map(|index| self.cited[*index].href())
    }

    fn link(&mut self, piece: &Evidence) -> Citation {
        let index = match self.numbers.get(&piece.excerpt) {
            Some(index) => *index,
            None => self.add(piece),
        };
        let dated = self.dated(&piece.excerpt);
        let cited = &mut self.cited[index];
        if !cited.claims.contains(&piece.claim) {
            cited.claims.push(piece.claim.clone());
        }
        let title = format!("{}{dated}: “{}”", cited.outlet, cited.quote);
        Citation {
            number: cited.number,
            href: cited.href(),
            title: plain(&title),
        }
    }

    fn add(&mut self, piece: &Evidence) -> usize {
        let quote = self.sources.text(&piece.excerpt).unwrap_or_default();
        let index = self.cited.len();
        self.cited.push(Cited {
            number: index + 1,
            anchor: self.free_anchor(piece, index + 1),
            excerpt: piece.excerpt.clone(),
            outlet: piece.outlet.clone(),
            claims: vec![piece.claim.clone()],
            quote: shortened(quote, QUOTED),
        });
        self.numbers.insert(piece.excerpt.clone(), index);
        index
    }

    /// The claim's id, or with the number where the claim already marks other characters.
    fn free_anchor(&self, piece: &Evidence, number: usize) -> String {
        let anchor = address::anchor(piece.claim.as_str());
        let taken = self
            .cited
            .iter()
            .any(|cited| cited.anchor == anchor && cited.excerpt.item() == piece.excerpt.item());
        if taken {
            format!("{anchor}-{number}")
        } else {
            anchor
        }
    }

    fn dated(&self, excerpt: &Excerpt) -> String {
        match self
            .sources
            .get(excerpt.item())
            .map(|entry| phrase::published(entry.document))
        {
            Some(date) if !date.is_empty() => format!(", {date}"),
            _ => String::new(),
        }
    }
}

impl Cited {
    /// From the front page.
    pub fn href(&self) -> String {
        format!(
            "{}#{}",
            address::evidence_page(self.excerpt.item()),
            self.anchor
        )
    }
}
