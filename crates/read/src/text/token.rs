//! Tokens: words, numbers, handles, hashtags, addresses and single marks.
//!
//! A possessive "'s" is a token of its own; other apostrophes stay inside ("haven't").

use std::ops::Range;

use bearings_model::Span;

use super::odd::{self, Markup, Script, is_invisible};
use crate::growth::make_room;
use crate::language::Language;
use crate::lexicon::word_hash;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Handle,
    Hashtag,
    Address,
    Mark,
    /// Line ends that part paragraphs, with the space around them.
    Break,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub kind: Kind,
    pub capital: bool,
    /// Bytes of the text in lower case; a text has fewer than four billion of them.
    lower: (u32, u32),
    /// Of the word in lower case, for the tables' filters.
    pub hash: u32,
}

impl Token {
    pub fn lower(&self) -> Range<usize> {
        self.lower.0 as usize..self.lower.1 as usize
    }
}

/// Of English prose, with its spaces; of Cyrillic twice as many.
const BYTES_A_TOKEN: usize = 10;

/// Longer runs of single letters parted by dots are no initials.
const LONGEST_INITIALS_BYTES: usize = 24;

/// Shorter lines are headings and list entries, not wrapped prose (which wraps at 60 and more).
const WRAPPED_LINE_BYTES: usize = 50;

pub(super) fn tokens(source: &str, language: Language) -> (Vec<Token>, String) {
    let mut cutter = Cutter {
        source,
        script: match language {
            Language::Ukrainian | Language::Russian => Script::Cyrillic,
            _ => Script::Latin,
        },
        at: 0,
        tokens: Vec::with_capacity(source.len() / BYTES_A_TOKEN),
        lower: String::with_capacity(source.len()),
    };
    while let Some(next) = cutter.peek() {
        cutter.step(next);
        make_room(&mut cutter.tokens);
    }
    cutter.tokens.shrink_to_fit();
    (cutter.tokens, cutter.lower)
}

struct Cutter<'t> {
    source: &'t str,
    /// Of the text's language; decides for a word that is as much of one script as of the other.
    script: Script,
    at: usize,
    tokens: Vec<Token>,
    lower: String,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn step(&mut self, next: char) {
        if next == '\n' {
            let end = self.while_matching(self.at, |c| c.is_whitespace());
            if self.is_wrapped_line(end) {
                self.at = end;
            } else {
                self.push(end, Kind::Break);
            }
        } else if next.is_whitespace() || is_invisible(next) {
            self.at += next.len_utf8();
        } else if let Some(markup) = odd::markup(&self.source[self.at..]) {
            match markup {
                Markup::Space(bytes) => self.at += bytes,
                Markup::Line(bytes) => self.push(self.at + bytes, Kind::Break),
            }
        } else if next.is_alphabetic() {
            let end = self.word_end();
            self.push_word(end);
        } else if next.is_ascii_digit() {
            let end = self.number_end();
            self.push(end, Kind::Number);
        } else if (next == '@' || next == '#') && self.begins_name(self.at + 1) {
            let end = self.while_matching(self.at + 1, |c| c.is_alphanumeric() || c == '_');
            self.push(
                end,
                if next == '@' {
                    Kind::Handle
                } else {
                    Kind::Hashtag
                },
            );
        } else {
            self.push(self.at + next.len_utf8(), Kind::Mark);
        }
    }

    /// A single line end inside a sentence, as in text wrapped at a column: the line is long and
    /// does not end like a sentence.
    fn is_wrapped_line(&self, end: usize) -> bool {
        let blank_line = self.source[self.at..end].matches('\n').count() > 1;
        let line = self.source[..self.at]
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .trim_end();
        // "U.S." at a line's end ends no sentence.
        let initials = line.ends_with('.')
            && line
                .rsplit(' ')
                .next()
                .is_some_and(|word| word.matches('.').count() > 1);
        let finished =
            line.ends_with(['.', '!', '?', ':', '…', '”', '"', '»', '’', ')']) && !initials;
        !blank_line && !finished && line.len() >= WRAPPED_LINE_BYTES
    }

    fn begins_name(&self, at: usize) -> bool {
        self.source[at..]
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    fn while_matching(&self, from: usize, fits: impl Fn(char) -> bool) -> usize {
        let rest = &self.source[from..];
        from + rest.find(|c| !fits(c)).unwrap_or(rest.len())
    }

    /// Past letters, and what nobody sees between them, from byte `from`.
    fn letters(&self, from: usize) -> usize {
        let mut end = self.while_matching(from, is_letter);
        loop {
            let hidden = self.while_matching(end, is_invisible);
            if hidden == end || !self.source[hidden..].starts_with(is_letter) {
                return end;
            }
            end = self.while_matching(hidden, is_letter);
        }
    }

    /// Letters, digits after letters, and apostrophes between letters; "U.S." keeps its dots.
    fn word_end(&self) -> usize {
        let rest = &self.source[self.at..];
        if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") {
            return self.while_matching(self.at, |c| !c.is_whitespace() && !"\"<>”»".contains(c));
        }
        let mut end = self.letters(self.at);
        loop {
            let mut ahead = self.source[end..].chars();
            let (mark, after) = (ahead.next(), ahead.next());
            let Some((mark, after)) = mark.zip(after) else {
                return end;
            };
            let dotted = mark == '.'
                && end - self.at <= LONGEST_INITIALS_BYTES
                && is_initials(&self.source[self.at..end]);
            // "U.S", and "a.m" where the letter stands alone.
            let mut alone = || !ahead.next().is_some_and(is_letter);
            let initials = dotted && (after.is_uppercase() || alone());
            if (is_apostrophe(mark) || initials) && after.is_alphabetic() {
                end = self.letters(end + mark.len_utf8());
            } else if dotted && end - self.at > 1 {
                return end + 1;
            } else {
                return end;
            }
        }
    }

    /// Digits with separators inside: 1,200 and 2.5 and 12:30 and 24.02.2022.
    fn number_end(&self) -> usize {
        let mut end = self.while_matching(self.at, |c| c.is_ascii_digit());
        while let Some(mark) = self.source[end..].chars().next() {
            let inside = matches!(mark, ',' | '.' | ':');
            let digit =
                self.source[end + mark.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
            if !(inside && digit) {
                break;
            }
            end = self.while_matching(end + 1, |c| c.is_ascii_digit());
        }
        end
    }

    fn push_word(&mut self, end: usize) {
        let word = &self.source[self.at..end];
        let address = word.starts_with("http") && word.contains("://") || word.starts_with("www.");
        if address {
            return self.push(end, Kind::Address);
        }
        match possessive(word) {
            Some(stem) => {
                let parted = self.at + stem;
                self.push(parted, Kind::Word);
                self.push(end, Kind::Word);
            }
            None => self.push(end, Kind::Word),
        }
    }

    fn push(&mut self, end: usize, kind: Kind) {
        let raw = &self.source[self.at..end];
        let from = self.lower.len();
        if kind != Kind::Break {
            for c in raw.chars() {
                match c {
                    _ if !c.is_ascii() && is_invisible(c) => {}
                    _ if is_apostrophe(c) && raw.len() > c.len_utf8() => self.lower.push('\''),
                    // Written or not as the writer likes.
                    'ё' | 'Ё' => self.lower.push('е'),
                    _ if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                    _ => self.lower.extend(c.to_lowercase()),
                }
            }
        }
        if let Some(script) =
            odd::mixed_script(&self.lower[from..], self.script).filter(|_| kind == Kind::Word)
        {
            let word: String = self.lower.drain(from..).collect();
            self.lower
                .extend(word.chars().map(|c| odd::in_script(c, script)));
        }
        let capital = kind == Kind::Word && raw.starts_with(char::is_uppercase);
        self.tokens.push(Token {
            span: Span::new(self.at, end),
            kind,
            capital,
            lower: (from as u32, self.lower.len() as u32),
            hash: word_hash(&self.lower[from..]),
        });
        self.at = end;
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '\u{0301}'
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// "U", "U.S", "a.m": single letters parted by dots.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1)
}

/// Where "'s" begins in "region's", "he's".
fn possessive(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().nth(1)?;
    let ends_in_s = word.ends_with('s') || word.ends_with('S');
    (ends_in_s && is_apostrophe(mark) && at > 0).then_some(at)
}
