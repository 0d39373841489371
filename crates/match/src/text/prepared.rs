//! A text made ready to be compared: its words, where its runs stand, which words are quoted.

use bearings_model::{Document, Span};

use super::quoted::quoted;
use super::words::{Word, runs, words};

/// A text with what its reader knows of it. Nothing but the document is needed.
#[derive(Clone, Debug)]
pub struct Text<'d> {
    pub document: &'d Document,
    /// The news agency it credits.
    pub credit: Option<String>,
    /// Speech of others, beside what stands in quotation marks.
    pub quoted: Vec<Span>,
}

impl<'d> From<&'d Document> for Text<'d> {
    fn from(document: &'d Document) -> Self {
        Self {
            document,
            credit: None,
            quoted: Vec::new(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Prepared {
    pub words: Vec<Word>,
    pub runs: Vec<u64>,
    /// Runs with where they begin, sorted by run.
    places: Vec<(u64, u32)>,
    /// For each word whether it is someone's quoted speech.
    pub quoted: Vec<bool>,
}

impl Prepared {
    pub fn of(text: &str, speech: &[Span]) -> Self {
        let words = words(text);
        let runs = runs(&words);
        let mut places: Vec<(u64, u32)> = runs.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let mut spans = quoted(text);
        spans.extend_from_slice(speech);
        let quoted = covered(&words, spans);
        Self {
            words,
            runs,
            places,
            quoted,
        }
    }

    /// Where a run stands.
    pub fn places_of(&self, run: u64) -> impl Iterator<Item = usize> + Clone {
        let from = self.places.partition_point(|(known, _)| *known < run);
        let same = self.places[from..]
            .iter()
            .take_while(move |(known, _)| *known == run);
        same.map(|(_, place)| *place as usize)
    }

    /// The runs of the text, each once.
    pub fn distinct(&self) -> usize {
        self.places.chunk_by(|x, y| x.0 == y.0).count()
    }

    pub fn common(&self, other: &Self) -> usize {
        let (mut i, mut j, mut common) = (0, 0, 0);
        let (a, b) = (&self.places, &other.places);
        let past = |list: &[(u64, u32)], at: usize| {
            at + list[at..]
                .iter()
                .take_while(|place| place.0 == list[at].0)
                .count()
        };
        while i < a.len() && j < b.len() {
            let (x, y) = (a[i].0, b[j].0);
            common += usize::from(x == y);
            if x <= y {
                i = past(a, i);
            }
            if y <= x {
                j = past(b, j);
            }
        }
        common
    }

    /// Words that are the text's own.
    pub fn own_words(&self) -> usize {
        self.quoted.iter().filter(|quoted| !**quoted).count()
    }
}

fn covered(words: &[Word], mut spans: Vec<Span>) -> Vec<bool> {
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut next = spans.into_iter().peekable();
    let mut reach = 0;
    let covered = words.iter().map(|word| {
        while let Some(span) = next.next_if(|span| span.start <= word.start as usize) {
            reach = reach.max(span.end);
        }
        word.end as usize <= reach
    });
    covered.collect()
}
