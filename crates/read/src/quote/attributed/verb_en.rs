//! English verbs that attribute, with whoever speaks or feels and what.

use std::ops::Range;

use super::Found;
use super::content_en::{before_content, resumed, right_content};
use super::source_after_en::{doer, invoked};
use super::source_en::{opening_subject, phrase_before, subject};
use super::words_en::{
    ATTRIBUTING, AUXILIARIES, CONTROLLERS, Governs, NOUN_TOO, WRITINGS, is_subject_pronoun,
    makes_a_noun, opens_subordinate,
};
use crate::text::{Kind, Text};

/// An attributing verb with the auxiliaries before it.
struct Verb {
    governs: Governs,
    /// Where its auxiliaries begin.
    start: usize,
    at: usize,
    end: usize,
    passive: bool,
}

impl Verb {
    fn cue(&self) -> Range<usize> {
        self.start..self.end
    }

    fn found(&self, source: Option<Range<usize>>, content: Vec<Range<usize>>) -> Found {
        Found {
            cue: self.cue(),
            source,
            content,
            attitude: self.governs.is_attitude(),
            thing: self.governs == Governs::Matter,
        }
    }
}

pub(super) fn verb(
    text: &Text,
    at: usize,
    sentence: &Range<usize>,
    earlier: &[Found],
) -> Option<Found> {
    let mut verb = verb_at(text, at, sentence)?;
    if let Some(found) = leading(text, &verb, sentence) {
        return Some(found);
    }
    let source = source(text, &verb, sentence, earlier);
    if source
        .as_ref()
        .is_some_and(|who| is_no_speaker(text, who, verb.governs))
    {
        return None;
    }
    if verb.governs == Governs::Clause && tells_in_writing(text, source.as_ref()) {
        verb.governs = Governs::Said;
    }
    let named = source
        .as_ref()
        .map_or(verb.start, |s| s.start.min(verb.start));
    let inverted = source.is_none() && invoked_after_mark(text, &verb, sentence);
    if let Some(content) = before_content(text, verb.governs, named, verb.end, inverted, sentence) {
        return after_its_content(text, &verb, source, content, sentence);
    }
    let unowned = is_seeming(text, &verb)
        || verb.passive && !matches!(verb.governs, Governs::Told | Governs::Clause);
    if source.is_none() && !unowned {
        return None;
    }
    let judges = matches!(verb.governs, Governs::Matter | Governs::Attitude);
    if verb.passive && judges && text.word(verb.end) != "to" {
        let judged = phrase_before(text, verb.start, sentence)?;
        return Some(verb.found(source, vec![judged]));
    }
    let content = right_content(text, verb.governs, verb.end, sentence)?;
    Some(verb.found(source, vec![content]))
}

/// "if you want": nobody's wish. "a plan that supports": a thing's, which only says.
fn is_no_speaker(text: &Text, source: &Range<usize>, governs: Governs) -> bool {
    let word = if source.len() == 1 {
        text.word(source.start)
    } else {
        ""
    };
    match word {
        "you" => governs.is_attitude(),
        "that" | "which" => !matches!(governs, Governs::Said | Governs::Told),
        _ => false,
    }
}

/// "Noting that the road is closed, she asked for boats": the subject follows the comma.
fn leading(text: &Text, verb: &Verb, sentence: &Range<usize>) -> Option<Found> {
    let opens = verb.start == sentence.start
        || verb.start == sentence.start + 1 && opens_subordinate(text.word(sentence.start))
        || verb.start == sentence.start + 1
            && matches!(text.word(sentence.start), "by" | "in" | "despite");
    if !opens || !text.word(verb.at).ends_with("ing") {
        return None;
    }
    let reach = verb.end + 1..sentence.end.min(verb.end + LEADING_TOKENS);
    let subject = |comma: usize| {
        let after = comma + 1..sentence.end;
        opening_subject(text, &after, sentence.end).filter(|who| who.start == comma + 1)
    };
    let comma = reach.clone().find(|i| {
        let quoted = text.quotation_at(text.tokens[*i].span.start).is_some();
        text.word(*i) == "," && !quoted && subject(*i).is_some()
    })?;
    let clause = sentence.start..comma;
    let content = right_content(text, verb.governs, verb.end, &clause)?;
    Some(verb.found(subject(comma), vec![content]))
}

/// The verb whose last word stands at a token, unless its form is a noun there.
fn verb_at(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Verb> {
    let found = ATTRIBUTING.at(text, at, sentence.end)?;
    let (governs, end) = (*found.value, at + found.tokens);
    let start = group_start(text, at, sentence.start);
    let before = start.checked_sub(1).map_or("", |i| text.word(i));
    let infinitive = start > sentence.start && before == "to";
    let noun = start > sentence.start && makes_a_noun(before)
        || infinitive && !is_base(text.word(at))
        || text.is_capital(at) && at != sentence.start && !is_heading(text, at, sentence)
        || !infinitive && is_bare_noun(text, start, at, sentence.start);
    let passive = is_passive(text, start, at) || is_passive_aside(text, start, end);
    let undone = text.word(end) == "by" && !passive;
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

/// How far the main clause may follow a leading participle.
const LEADING_TOKENS: usize = 40;

/// How many words on either side tell a heading in capitals.
const HEADING_TOKENS: usize = 6;

/// "Council Says Bridge Is Open": every longer word near has a capital.
fn is_heading(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let near = sentence.start.max(at.saturating_sub(HEADING_TOKENS))
        ..sentence.end.min(at + 1 + HEADING_TOKENS);
    let long = near.filter(|i| text.kind(*i) == Some(Kind::Word) && text.raw(*i).len() > 3);
    let (mut words, mut capitals) = (0, 0);
    for i in long {
        words += 1;
        capitals += usize::from(text.is_capital(i));
    }
    words >= 4 && words == capitals
}

/// Who speaks or feels: the doer of a passive verb, or who stands before an active one.
fn source(
    text: &Text,
    verb: &Verb,
    sentence: &Range<usize>,
    earlier: &[Found],
) -> Option<Range<usize>> {
    if verb.passive {
        return doer(text, verb.end, sentence.end);
    }
    if invoked_after_mark(text, verb, sentence) {
        return None;
    }
    if is_seeming(text, verb) {
        return None;
    }
    let spoke = spoke_before(text, earlier);
    if text.word(verb.start) == "to" {
        return spoke.or_else(|| opening_subject(text, sentence, verb.start));
    }
    subject(text, verb.start, sentence, spoke)
}

/// How many attributions back a verb without a subject of its own may find one.
const SPOKE_BACK: usize = 3;

/// Who spoke before in the sentence; "his" of "his claim" is no subject.
fn spoke_before(text: &Text, earlier: &[Found]) -> Option<Range<usize>> {
    let sources = earlier.iter().rev().take(SPOKE_BACK);
    sources
        .filter_map(|one| one.source.clone())
        .find(|source| !is_possessive(text, source))
}

fn is_possessive(text: &Text, source: &Range<usize>) -> bool {
    matches!(
        text.word(source.end - 1),
        "his" | "her" | "their" | "its" | "our" | "my" | "your" | "'s" | "’"
    )
}

/// "The bridge seemed safe": to whom, nobody says.
fn is_seeming(text: &Text, verb: &Verb) -> bool {
    let word = text.word(verb.at);
    word.starts_with("seem") || word.starts_with("appear")
}

/// "CLAUSE, she said" and "CLAUSE, said Ada Lind".
fn after_its_content(
    text: &Text,
    verb: &Verb,
    source: Option<Range<usize>>,
    content: Range<usize>,
    sentence: &Range<usize>,
) -> Option<Found> {
    let source = source
        .filter(|s| s.start >= content.end)
        .or_else(|| invoked(text, verb.end, sentence.end))?;

    let mut content = vec![content];
    content.extend(resumed(text, verb.end.max(source.end), sentence));
    Some(verb.found(Some(source), content))
}

/// "Polls show a narrow lead": what is written down shows things as a person says them.
fn tells_in_writing(text: &Text, source: Option<&Range<usize>>) -> bool {
    source.is_some_and(|words| words.clone().any(|i| WRITINGS.word(text.word(i)).is_some()))
}

/// "…, said Ada Lind": a name right after the cue, a mark right before it.
fn invoked_after_mark(text: &Text, verb: &Verb, sentence: &Range<usize>) -> bool {
    let Verb {
        governs,
        start,
        end,
        ..
    } = *verb;
    let mark =
        start > sentence.start && matches!(text.word(start - 1), "," | "”" | "\"" | "'" | "—");
    let name = invoked(text, end, sentence.end);
    let named = name.is_some_and(|words| {
        let capital = words.clone().take(4).any(|i| text.is_capital(i));
        // "Ada Lind, a teacher, said Orel would fall": a verb makes it what was said.
        let clause = words.clone().any(|i| is_finite(text.word(i)));
        capital && !clause
    });
    governs == Governs::Said && mark && named && !text.word(start).ends_with("ing")
}

fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "should"
            | "can"
            | "may"
            | "might"
            | "did"
            | "does"
            | "must"
    )
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
fn group_start(text: &Text, at: usize, from: usize) -> usize {
    let mut start = at;
    let joins = |i: usize| {
        let word = text.word(i);
        let adverb = word.len() > 4 && word.ends_with("ly") && !text.is_capital(i);
        adverb || AUXILIARIES.word(word).is_some()
    };
    while start > from && at - start < 4 && joins(start - 1) {
        start -= 1;
    }
    // "Both said": with nobody before it the word is the subject itself.
    let alone = matches!(text.word(start), "both" | "all")
        && (start == from || matches!(text.word(start - 1), "," | "and" | "but" | ";"));
    start + usize::from(alone && start < at)
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

fn is_passive(text: &Text, start: usize, at: usize) -> bool {
    let word = text.word(at);
    let participle = word.ends_with("ed") || word == "told";
    let is = |i: usize| matches!(text.word(i), "is" | "are" | "was" | "were" | "be" | "been");
    participle && (start..at).any(is)
}
