//! Two texts laid side by side, and what kind of link that makes.

use bearings_model::{
    CopyKind, CopyLink, CopyMeasure, CopyMeasured, CopyOrder, Document, PassageKind, SharedPassage,
    Span,
};

use super::align::{Passage, passages};
use super::credit;
use super::prepared::{Prepared, Text};
use super::words::SHINGLE_WORDS;

/// Above this share of common five-grams one text repeats the other. On the texts of this crate's
/// tests a reprint with small edits keeps more than .7 and an independent report of the same event
/// none; a larger set has yet to settle it.
pub const COPY_CONTAINMENT: f64 = 0.5;

/// Two whole texts that repeat each other also resemble each other: below this a long text only
/// holds a short one.
pub const COPY_RESEMBLANCE: f64 = 0.35;

/// From here on two texts are one, but for a word here and a line there.
pub const WHOLE_RESEMBLANCE: f64 = 0.9;

/// A passage of so many words, neither quoted nor a formula, was not written twice. Two reporters
/// who rewrite one official's statement share up to some twenty in a row.
pub const LIFTED_WORDS: usize = 30;

/// Fewer common five-grams than this, or words in twelve five-grams, make no copy of a whole.
const FEWEST_COMMON: usize = 12;
const FEWEST_OWN: usize = FEWEST_COMMON + SHINGLE_WORDS - 1;

/// Of so much of the shorter text's own words a passage must be, unless it is twice as long: two
/// long articles share a list of charges, or a sentence of an official's, that neither marks.
/// Read on a sample of 50 links among 4,238 articles of local news.
const LIFTED_SHARE: f64 = 0.15;

/// Two texts of one agency share so many words in a row; fewer are a turn of phrase.
const CREDITED_WORDS: usize = 12;

/// So much of a short text's own words inside another is all of it, but for its head.
const HELD_WHOLE: f64 = 0.8;

/// Fewer quoted words in a row are a saying ("in the wrong place at the wrong time").
const QUOTED_WORDS: usize = 12;

/// So much of a passage in quotation marks is a quotation: what parts it ("he said") is not.
const QUOTED: f64 = 0.8;

/// A pair of texts by number, earlier and later, with what they share.
#[derive(Debug)]
pub(crate) struct Compared {
    pub earlier: usize,
    pub later: usize,
    order: CopyOrder,
    credit: Option<String>,
    pub passages: Vec<Judged>,
    pub containment: f64,
    pub resemblance: f64,
    common: usize,
    /// Words that are not quoted in the earlier text and in the later.
    own: (usize, usize),
    words: (usize, usize),
}

/// A passage and whose words it is.
#[derive(Debug)]
pub(crate) struct Judged {
    pub passage: Passage,
    pub kind: PassageKind,
    /// Shared words that neither text quotes.
    own: usize,
    /// How many texts that are no copies of each other hold it, where it is a formula.
    pub holders: usize,
}

impl Compared {
    /// `credits` holds the agency each text credits.
    pub fn of(
        texts: &[Text<'_>],
        prepared: &[Prepared],
        credits: &[Option<String>],
        (a, b): (usize, usize),
    ) -> Self {
        let both = (credits[a].as_deref(), credits[b].as_deref());
        let (earlier, later, order) = in_order(texts, (a, b), both);
        let credit = common_credit(texts, (a, b), both);
        let (first, second) = (&prepared[earlier], &prepared[later]);
        let common = first.common(second);
        let (runs_a, runs_b) = (first.distinct(), second.distinct());
        let passages = passages(first, second).into_iter();
        Self {
            earlier,
            later,
            order,
            credit,
            passages: passages
                .map(|passage| Judged::of(passage, first, second))
                .collect(),
            containment: share(common, runs_a.min(runs_b)),
            resemblance: share(common, runs_a + runs_b - common),
            common,
            own: (first.own_words(), second.own_words()),
            words: (first.words.len(), second.words.len()),
        }
    }

    /// Shared words that are neither quoted nor of a formula.
    pub fn own_words(&self) -> usize {
        let own = self
            .passages
            .iter()
            .filter(|judged| judged.kind != PassageKind::Formula);
        own.map(|judged| judged.own).sum()
    }

    /// Their share of the own words of the text that has fewer.
    pub fn own_containment(&self) -> f64 {
        share(self.own_words(), self.own.0.min(self.own.1))
    }

    /// One text throughout, whoever is quoted in it.
    fn is_whole(&self) -> bool {
        self.resemblance >= WHOLE_RESEMBLANCE && self.common > 0
    }

    fn is_rewrite(&self) -> bool {
        let alike = self.containment >= COPY_CONTAINMENT && self.resemblance >= COPY_RESEMBLANCE;
        alike && self.common >= FEWEST_COMMON && self.own_containment() >= COPY_CONTAINMENT
    }

    /// The words of the longest passage of a kind.
    fn longest(&self, kind: PassageKind) -> usize {
        let of_kind = self.passages.iter().filter(|judged| judged.kind == kind);
        let words = of_kind.map(|judged| match kind {
            PassageKind::Text => judged.own,
            _ => judged.passage.words(),
        });
        words.max().unwrap_or(0)
    }

    /// What the two share is named by the strongest it can be.
    fn kind(&self) -> Option<(CopyKind, CopyMeasure)> {
        let own = self.own_words();
        let whole = own >= FEWEST_OWN && self.own_containment() >= HELD_WHOLE;
        let text = self.longest(PassageKind::Text);
        let lifted = if self.own_containment() >= LIFTED_SHARE {
            LIFTED_WORDS
        } else {
            2 * LIFTED_WORDS
        };
        let quoted = self.longest(PassageKind::Quotation);
        let holders = self.passages.iter().map(|judged| judged.holders);
        let formula = holders.max().unwrap_or(0);
        let own_words = CopyMeasured::OwnWords;
        let counted = |kind, of, value: usize, least: usize| (kind, of, value as f64, least as f64);
        let resembling = |kind, least| (kind, CopyMeasured::Resemblance, self.resemblance, least);
        let (kind, of, value, threshold) = if self.is_whole() {
            resembling(CopyKind::Whole, WHOLE_RESEMBLANCE)
        } else if self.is_rewrite() {
            resembling(CopyKind::Rewrite, COPY_RESEMBLANCE)
        } else if text >= lifted {
            counted(CopyKind::Lifted, own_words, text, lifted)
        } else if whole {
            counted(CopyKind::Lifted, own_words, own, FEWEST_OWN)
        } else if self.credit.is_some() && text >= CREDITED_WORDS {
            counted(
                CopyKind::Credit,
                CopyMeasured::SharedWords,
                text,
                CREDITED_WORDS,
            )
        } else if quoted >= QUOTED_WORDS {
            counted(
                CopyKind::Quotation,
                CopyMeasured::QuotedWords,
                quoted,
                QUOTED_WORDS,
            )
        } else if formula > 0 {
            counted(CopyKind::Formula, CopyMeasured::Holders, formula, 2)
        } else {
            return None;
        };
        let measured = CopyMeasure {
            of,
            value,
            threshold,
        };
        Some((kind, measured))
    }

    /// The link to be told, if what is shared makes one.
    pub fn link(&self, texts: &[Text<'_>], prepared: &[Prepared]) -> Option<CopyLink> {
        let (kind, measured) = self.kind()?;
        let documents = (texts[self.earlier].document, texts[self.later].document);
        let (a, b) = (&prepared[self.earlier], &prepared[self.later]);
        let words = |judged: &Judged| judged.passage.words();
        let shared: usize = self.passages.iter().map(words).sum();
        if self.passages.is_empty() {
            return None;
        }
        Some(CopyLink {
            earlier: documents.0.item.clone(),
            later: documents.1.item.clone(),
            order: self.order,
            kind,
            containment: self.containment,
            resemblance: self.resemblance,
            coverage_earlier: share(shared, self.words.0).min(1.0),
            coverage_later: share(shared, self.words.1).min(1.0),
            measured,
            passages: self
                .passages
                .iter()
                .map(|judged| judged.told(a, b))
                .collect(),
            credit: self.credit.clone(),
            reason: self.reason(kind, measured, documents.0),
        })
    }

    fn reason(&self, kind: CopyKind, measured: CopyMeasure, earlier: &Document) -> String {
        let words = measured.value;
        let agency = self.credit.as_deref().unwrap_or_default();
        let what = match kind {
            CopyKind::Whole | CopyKind::Rewrite => format!(
                "{:.0} % of the shorter text's runs of {SHINGLE_WORDS} words stand in both",
                self.containment * 100.0
            ),
            CopyKind::Lifted => format!("{words:.0} words that are not quoted stand in both"),
            CopyKind::Quotation => format!("both quote the same {words:.0} words"),
            CopyKind::Formula => {
                format!("{words:.0} texts that do not repeat each other hold the same words")
            }
            CopyKind::Credit => {
                format!("both go back to {agency} and share {words:.0} words in a row")
            }
        };
        let order = match self.order {
            CopyOrder::Dated => "published earlier",
            CopyOrder::Credited => "is the agency that the other text credits",
            CopyOrder::Unknown => "added earlier; the dates do not tell which came first",
        };
        format!("{what}; {} {order}", earlier.outlet)
    }
}

impl Judged {
    fn of(passage: Passage, a: &Prepared, b: &Prepared) -> Self {
        let words = passage.words();
        let pairs = passage
            .blocks
            .iter()
            .flat_map(|block| (0..block.words).map(|at| (block.a + at, block.b + at)));
        let own = pairs
            .filter(|(i, j)| !a.quoted[*i] && !b.quoted[*j])
            .count();
        let quoted = share(words - own, words) >= QUOTED;
        Self {
            passage,
            kind: if quoted {
                PassageKind::Quotation
            } else {
                PassageKind::Text
            },
            own,
            holders: 0,
        }
    }

    fn told(&self, a: &Prepared, b: &Prepared) -> SharedPassage {
        let span = |text: &Prepared, range: &std::ops::Range<usize>| {
            let (first, last) = (text.words[range.start], text.words[range.end - 1]);
            Span::new(first.span().start, last.span().end)
        };
        SharedPassage {
            earlier: span(a, &self.passage.a),
            later: span(b, &self.passage.b),
            kind: self.kind,
            words: self.passage.words(),
            similarity: self.passage.similarity(),
        }
    }
}

/// Which text is the earlier known: by the days of publication, else by the credit, else the one
/// that was added first.
fn in_order(
    texts: &[Text<'_>],
    (a, b): (usize, usize),
    credits: (Option<&str>, Option<&str>),
) -> (usize, usize, CopyOrder) {
    let date = |text: usize| {
        texts[text]
            .document
            .published
            .as_ref()
            .map(|known| known.date)
    };
    let names = |credit: Option<&str>, other: usize| {
        let outlet = &texts[other].document.outlet;
        credit.is_some_and(|agency| credit::is_one(agency, outlet))
    };
    match (date(a), date(b)) {
        (Some(x), Some(y)) if x < y => (a, b, CopyOrder::Dated),
        (Some(x), Some(y)) if y < x => (b, a, CopyOrder::Dated),
        _ if names(credits.1, a) => (a, b, CopyOrder::Credited),
        _ if names(credits.0, b) => (b, a, CopyOrder::Credited),
        _ => (a, b, CopyOrder::Unknown),
    }
}

/// The agency both texts go back to: each credits it or is it.
fn common_credit(
    texts: &[Text<'_>],
    (a, b): (usize, usize),
    credits: (Option<&str>, Option<&str>),
) -> Option<String> {
    let agency = credits.0.or(credits.1)?;
    let goes_back = |text: usize, credit: Option<&str>| {
        let own = credit.is_some_and(|own| credit::is_one(own, agency));
        own || credit::is_one(&texts[text].document.outlet, agency)
    };
    (goes_back(a, credits.0) && goes_back(b, credits.1)).then(|| agency.to_owned())
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}
