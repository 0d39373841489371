//! A state's abbreviation as a name of its own: "Ky.", "W.Va.", and "KY" after a town.

use std::ops::Range;

use super::division_en::{CODES, NAMES, STATES};
use crate::text::Text;

pub(super) struct State {
    pub end: usize,
    pub code: &'static str,
    pub name: &'static str,
}

/// Abbreviations of fewer letters are words too ("Miss.", "Ore."): a town must stand before them.
const TELLING_LETTERS: usize = 5;

pub(super) fn abbreviated(text: &Text, at: usize, sentence: &Range<usize>) -> Option<State> {
    let after_comma = at > sentence.start && text.word(at - 1) == ",";
    let postal = || CODES.iter().find(|code| **code == text.raw(at)).copied();
    if after_comma && let Some(code) = postal() {
        return state(code, at + 1);
    }
    let found = STATES.at(text, at, sentence.end)?;
    let code = *found.value;
    let name = state(code, at)?.name;
    let end = at + found.tokens;
    let written = text.slice(at..end);
    if written.eq_ignore_ascii_case(name) {
        return None;
    }
    let dotted = text.word(end) == "." && text.is_glued(end);
    let inner = written.contains('.');
    let tells = inner || dotted && (after_comma || written.len() >= TELLING_LETTERS);
    tells.then(|| state(code, if dotted { end + 1 } else { end }))?
}

fn state(code: &'static str, end: usize) -> Option<State> {
    let (_, name) = NAMES.iter().find(|(own, _)| *own == code)?;
    Some(State { end, code, name })
}
