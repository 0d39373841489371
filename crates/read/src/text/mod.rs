//! A document's text cut into paragraphs, sentences, tokens and quotations.
//!
//! Knows nothing of meaning; everything above works on token positions.

mod odd;
mod quotation;
mod sentence;
mod token;

use std::ops::Range;

use bearings_model::Span;

use crate::language::Language;

pub(crate) use quotation::Quotation;
pub(crate) use sentence::Sentence;
pub(crate) use token::{Kind, Token};

/// The text with its tokens; `word(i)` is token `i` in lower case.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    pub source: &'t str,
    lower: String,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub quotations: Vec<Quotation>,
    pub language: Language,
    /// Written in capitals throughout, as wires once were: a capital says nothing here.
    pub all_capitals: bool,
}

impl<'t> Text<'t> {
    pub fn new(source: &'t str, language: Language) -> Self {
        let (tokens, lower) = token::tokens(source, language);
        let quotations = quotation::quotations(source, &tokens);
        let sentences = sentence::sentences(source, &tokens);
        Self {
            source,
            lower,
            tokens,
            sentences,
            quotations,
            language,
            all_capitals: is_all_capitals(source),
        }
    }

    /// Token `i` in lower case with plain apostrophes; empty past the end.
    pub fn word(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |token| &self.lower[token.lower()])
    }

    /// Token `i` as written.
    pub fn raw(&self, i: usize) -> &'t str {
        self.tokens
            .get(i)
            .map_or("", |token| &self.source[token.span.start..token.span.end])
    }

    pub fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.capital)
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|token| token.kind)
    }

    /// The bytes a token range covers; an empty range gives an empty span at its start.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            let at = self
                .tokens
                .get(tokens.start)
                .map_or(self.source.len(), |t| t.span.start);
            return Span::new(at, at);
        }
        Span::new(
            self.tokens[tokens.start].span.start,
            self.tokens[tokens.end - 1].span.end,
        )
    }

    pub fn slice(&self, tokens: Range<usize>) -> &'t str {
        let span = self.span(tokens);
        &self.source[span.start..span.end]
    }

    /// The tokens that lie wholly inside `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// Whether token `i` follows the one before it without a space.
    pub fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.tokens.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// The quotation whose inner text holds byte `at`.
    pub fn quotation_at(&self, at: usize) -> Option<usize> {
        let after = self
            .quotations
            .partition_point(|quotation| quotation.span.start <= at);
        let index = after.checked_sub(1)?;
        let inner = self.quotations[index].inner;
        (inner.start <= at && at < inner.end).then_some(index)
    }

    /// The quotation whose opening mark stands at byte `at`.
    pub fn quotation_from(&self, at: usize) -> Option<usize> {
        self.quotations
            .binary_search_by_key(&at, |quotation| quotation.span.start)
            .ok()
    }

    /// The quotation that ends, marks included, at byte `end`.
    pub fn quotation_to(&self, end: usize) -> Option<usize> {
        self.quotations
            .binary_search_by_key(&end, |quotation| quotation.span.end)
            .ok()
    }

    /// The sentence that holds byte `at`.
    pub fn sentence_at(&self, at: usize) -> usize {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= at);
        after.saturating_sub(1)
    }
}

/// So many letters from the start tell how a text is written.
const LETTERS_LOOKED_AT: usize = 4000;

/// A headline in capitals over nothing else is no text in capitals.
const FEWEST_LETTERS: usize = 40;

/// Hardly a letter in twenty is small.
fn is_all_capitals(source: &str) -> bool {
    let (mut small, mut letters) = (0, 0);
    let cased = source.chars().filter(|c| c.is_alphabetic());
    for letter in cased.take(LETTERS_LOOKED_AT) {
        letters += 1;
        small += usize::from(letter.is_lowercase());
    }
    letters >= FEWEST_LETTERS && small * 20 < letters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_in_capitals_is_known_as_one() {
        let capitals = |source| Text::new(source, Language::English).all_capitals;
        assert!(capitals(
            "THE TOWN WAS SHELLED ON MONDAY, AND TWO HOUSES BURNED DOWN."
        ));
        assert!(capitals(
            "МІСТО ОБСТРІЛЯЛИ В ПОНЕДІЛОК, ДВА БУДИНКИ ЗГОРІЛИ ВЩЕНТ."
        ));
        assert!(!capitals(
            "The UN and NATO said so: BBC, AFP and TASS had it from the WHO."
        ));
        assert!(!capitals("BREAKING NEWS"));
    }

    proptest! {
        #[test]
        fn finding_by_halves_equals_looking_at_all(source in "[a-z “”«»\".,\n]{0,80}") {
            let text = Text::new(&source, Language::English);
            let quotations = || text.quotations.iter();
            for at in 0..=source.len() {
                let from = quotations().position(|q| q.span.start == at);
                prop_assert_eq!(text.quotation_from(at), from);
                let to = quotations().rposition(|q| q.span.end == at);
                prop_assert_eq!(text.quotation_to(at), to);
                let inside = quotations().position(|q| q.inner.start <= at && at < q.inner.end);
                prop_assert_eq!(text.quotation_at(at), inside);
            }
        }
    }
}
