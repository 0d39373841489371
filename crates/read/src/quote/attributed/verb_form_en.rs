//! The form an English verb that attributes stands in: with its auxiliaries, passive, after "to",
//! or a noun that only looks like one.

use std::ops::Range;

use super::Found;
use super::words_en::{
    ATTRIBUTING, AUXILIARIES, CONTROLLERS, Governs, NOUN_TOO, is_subject_pronoun, makes_a_noun,
};
use crate::quote::np_en::ROLES;
use crate::quote::passive_en::is_passive;
use crate::text::{Kind, Text};

/// An attributing verb with the auxiliaries before it.
pub(super) struct Verb {
    pub governs: Governs,
    /// Where its auxiliaries begin.
    pub start: usize,
    pub at: usize,
    pub end: usize,
    pub passive: bool,
}

impl Verb {
    fn cue(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn found(&self, source: Option<Range<usize>>, content: Vec<Range<usize>>) -> Found {
        Found {
            cue: self.cue(),
            source,
            content,
            attitude: self.governs.is_attitude(),
            says: matches!(self.governs, Governs::Said | Governs::Told),
            thing: self.governs == Governs::Matter,
            found_by: None,
        }
    }
}

/// The verb whose last word stands at a token, unless its form is a noun there.
pub(super) fn verb_at(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Verb> {
    let found = ATTRIBUTING.at(text, at, sentence.end)?;
    let (governs, end) = (*found.value, at + found.tokens);
    let start = group_start(text, at, sentence.start);
    let before = start.checked_sub(1).map_or("", |i| text.word(i));
    let infinitive = start > sentence.start && before == "to";
    // "in announcing the plan": whoever the sentence is about announces it.
    let doing = before == "in" && start == at && text.word(at).ends_with("ing");
    let noun = start > sentence.start && makes_a_noun(before) && !doing
        || infinitive && !is_base(text.word(at))
        || text.is_capital(at) && at != sentence.start && !is_heading(text, at, sentence)
        || !infinitive && is_bare_noun(text, start, at, sentence.start);
    let passive = is_passive(text, at, start)
        || is_passive_aside(text, start, end)
        || is_named(text, at, sentence)
        // "is seen" is one phrase of the list; "a driver accused of theft" accuses nobody.
        || matches!(text.word(at), "is" | "are")
        || text.word(at) == "accused" && text.word(end) == "of";
    let undone = text.word(end) == "by" && !passive;
    // "That said, the road is open": nobody says it.
    let set_phrase = text.word(at) == "said" && before == "that" && text.word(end) == ",";
    let noun = noun || set_phrase;
    let goes_on = text.word(end - 1) == "on" && text.word(end) == "to";
    let noun = noun || goes_on;
    if noun || undone {
        return None;
    }
    let start = if infinitive {
        past_controller(text, start - 1, sentence.start)
    } else {
        start
    };
    // "a road to support the farms" tells what the road is for.
    let purpose = text.word(start) == "to" && !matches!(governs, Governs::Said | Governs::Told);
    if purpose {
        return None;
    }
    Some(Verb {
        governs,
        start,
        at,
        end,
        passive,
    })
}

/// A form that may follow "to".
fn is_base(word: &str) -> bool {
    let plural = word.ends_with('s') && !word.ends_with("ss");
    !plural && !word.ends_with("ed") && !word.ends_with("ing")
}

/// "tried to", "went on to", "are likely to": back from the "to" over what governs it.
fn past_controller(text: &Text, to: usize, from: usize) -> usize {
    let Some(before) = to.checked_sub(1).filter(|i| *i >= from) else {
        return to;
    };
    let goes_on = text.word(before) == "on"
        && before > from
        && matches!(
            text.word(before - 1),
            "went" | "goes" | "go" | "going" | "gone"
        );
    if goes_on {
        return group_start(text, before - 1, from);
    }
    if CONTROLLERS.word(text.word(before)).is_some() {
        return group_start(text, before, from);
    }
    to
}

/// How many words on either side tell a heading in capitals.
const HEADING_TOKENS: usize = 6;

/// "Council Says Bridge Is Open": every longer word near has a capital.
fn is_heading(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let near = sentence.start.max(at.saturating_sub(HEADING_TOKENS))
        ..sentence.end.min(at + 1 + HEADING_TOKENS);
    let long =
        near.filter(|i| text.kind(*i) == Some(Kind::Word) && text.raw(*i).chars().count() > 3);
    let (mut words, mut capitals) = (0, 0);
    for i in long {
        words += 1;
        capitals += usize::from(text.is_capital(i));
    }
    words >= 4 && words == capitals
}

/// A form that is a noun as well is a verb only after what can be its subject.
fn is_bare_noun(text: &Text, start: usize, at: usize, from: usize) -> bool {
    if start < at || NOUN_TOO.word(text.word(at)).is_none() {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|i| *i >= from) else {
        return true;
    };
    let word = text.word(before);
    let singular = text.word(at).ends_with('s');
    let subject = is_subject_pronoun(word)
        || text.is_capital(before)
        || matches!(word, "and" | "which" | "that" | "," | ")" | "people")
        || !singular && word.len() > 3 && word.ends_with('s')
        || singular
            && !word.ends_with("al")
            && !word.ends_with("ive")
            && !word.ends_with("ic")
            && !word.ends_with("ed");
    !subject
}

/// Back over auxiliaries and adverbs, which belong to the cue.
pub(super) fn group_start(text: &Text, at: usize, from: usize) -> usize {
    let mut start = at;
    let joins = |i: usize| {
        let word = text.word(i);
        let adverb = word.len() > 4 && word.ends_with("ly") && !text.is_capital(i);
        let degree = matches!(word, "most" | "more" | "less") && text.word(i + 1).ends_with("ly");
        // "has since said", "Ada Lind however said": no conjunction there.
        let before = i.checked_sub(1).filter(|i| *i >= from);
        let between = before.is_some_and(|i| match word {
            "since" => matches!(text.word(i), "has" | "have" | "had"),
            "however" | "well" | "soon" => text.kind(i) == Some(Kind::Word),
            _ => false,
        });
        adverb || degree || between || AUXILIARIES.word(word).is_some()
    };
    while start > from && at - start < 4 && joins(start - 1) {
        start -= 1;
    }
    // "Both said": with nobody before it the word is the subject itself.
    let alone = matches!(text.word(start), "both" | "all")
        && (start == from || matches!(text.word(start - 1), "," | "and" | "but" | ";"));
    start + usize::from(alone && start < at)
}

/// "a company called Ferry Lines": whatever it is, it bears the name.
fn is_named(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|i| *i >= sentence.start) else {
        return false;
    };
    let names = matches!(text.word(at), "called" | "dubbed" | "titled") && text.is_capital(at + 1);
    let from = sentence.start.max(before.saturating_sub(4));
    let article = (from..before).any(|i| matches!(text.word(i), "a" | "an" | "another"));
    let thing = text.kind(before) == Some(Kind::Word)
        && !text.is_capital(before)
        && !is_subject_pronoun(text.word(before))
        && AUXILIARIES.word(text.word(before)).is_none()
        && ROLES.word(text.word(before)).is_none();
    names && article && thing
}

/// "the plan, backed by the council": a participle with its doer and no auxiliary.
fn is_passive_aside(text: &Text, start: usize, end: usize) -> bool {
    let by = text.word(end - 1).ends_with("ed") && text.word(end) == "by";
    let first = text.word(start);
    let named_as = text.word(end - 1) == "as"
        && (first.ends_with("ed") || matches!(first, "known" | "seen" | "cast"));
    let participle = by || named_as;
    let subject = start.checked_sub(1).map_or("", |i| text.word(i));
    participle && !is_subject_pronoun(subject) && !text.word(end + 1).ends_with("ing")
}
