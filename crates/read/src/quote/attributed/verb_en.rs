//! English verbs that attribute, with whoever speaks or feels and what.

use std::ops::Range;

use super::Found;
use super::aside_en::{before_aside, is_lead};
use super::content_en::{before_content, content_end, resumed, right_content};
use super::source_after_en::{doer, invoked};
use super::source_en::{opening_subject, phrase_before, subject};
use super::verb_form_en::{Verb, verb_at};
use super::words_en::{
    Governs, OF_WORDS, WRITINGS, is_finite, is_subject_pronoun, joins_clauses, opens_clause,
    opens_subordinate,
};
use crate::quote::np_en::ROLES;
use crate::text::{Kind, Text};

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
    let own = |who: &&Range<usize>| !earlier.iter().any(|one| one.source.as_ref() == Some(*who));
    let named = source
        .as_ref()
        .filter(own)
        .map_or(verb.start, |who| who.start.min(verb.start));
    let inverted = source.is_none() && invoked_after_mark(text, &verb, sentence);
    if let Some(content) = before_content(text, &verb, named, inverted, sentence) {
        return after_its_content(text, &verb, source, content, sentence);
    }
    let unowned = is_seeming(text, &verb)
        || verb.passive && !matches!(verb.governs, Governs::Told | Governs::Clause);
    let said = verb.governs == Governs::Said && !verb.passive;
    if source.is_none() && !unowned && !said {
        return None;
    }
    if is_judged(text, &verb) {
        let comma = verb.start > sentence.start && text.word(verb.start - 1) == ",";
        let judged = phrase_before(text, verb.start - usize::from(comma), sentence)?;
        return Some(verb.found(source, vec![judged]));
    }
    let content = right_content(text, verb.governs, verb.end, sentence)
        .or_else(|| relative_object(text, &verb, source.as_ref(), sentence))?;
    if OF_WORDS.word(text.word(verb.at)).is_some() && !is_worded(text, &content) {
        return None;
    }
    Some(verb.found(source, vec![content]))
}

/// How far into a content what makes it words is looked for.
const WORDED_TOKENS: usize = 12;

/// "added that the road was shut", but "added a road": a clause or quotation is words.
fn is_worded(text: &Text, content: &Range<usize>) -> bool {
    let first = text.word(content.start);
    let near = content.clone().take(WORDED_TOKENS);
    opens_clause(first)
        || is_subject_pronoun(first)
        || near.clone().any(|i| {
            is_finite(text.word(i)) || text.quotation_at(text.tokens[i].span.start).is_some()
        })
}

/// "a charge which she has denied": what was said is only the relative before the speaker.
fn relative_object(
    text: &Text,
    verb: &Verb,
    source: Option<&Range<usize>>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let source = source.filter(|who| who.end <= verb.start)?;
    let object = source
        .start
        .checked_sub(1)
        .filter(|i| *i >= sentence.start)?;
    let relative = matches!(
        text.word(object),
        "which" | "whom" | "what" | "everything" | "something" | "anything" | "nothing"
    );
    let over = ends_a_part(text, verb.end) || text.word(verb.end) == "and";
    (relative && over).then_some(object..object + 1)
}

/// "The plan was criticized", "was announced by the mayor": what is spoken of stands before.
fn is_judged(text: &Text, verb: &Verb) -> bool {
    let next = text.word(verb.end);
    let judges = match verb.governs {
        Governs::Matter | Governs::Attitude => true,
        // Those who were asked or urged are told something.
        Governs::Said => {
            let spoken = !matches!(
                text.word(verb.at),
                "asked"
                    | "urged"
                    | "warned"
                    | "ordered"
                    | "advised"
                    | "pressed"
                    | "quizzed"
                    | "reported"
            );
            let ends = matches!(next, "by" | "in" | "on" | "at" | "." | "," | ";" | "");
            spoken && (ends || next.ends_with("day"))
        }
        _ => false,
    };
    verb.passive && judges && next != "to"
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
        "that" => !matches!(governs, Governs::Said | Governs::Told),
        _ => false,
    }
}

/// How far the main clause may follow a leading participle.
const LEADING_TOKENS: usize = 40;

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
    let after = resumed(text, verb.end.max(source.end), sentence)
        .or_else(|| interrupted(text, verb, &content[0], sentence));
    content.extend(after);
    Some(verb.found(Some(source), content))
}

/// "The road, she said, is closed": what goes on after the comma, if nothing else begins there.
fn interrupted(
    text: &Text,
    verb: &Verb,
    content: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let quoted = text
        .quotation_to(text.tokens[content.end - 1].span.end)
        .is_some();
    let next = text.word(verb.end + 1);
    let begins = next.ends_with("ing")
        || joins_clauses(next)
        || is_lead(next)
        || matches!(
            next,
            "who" | "which" | "whose" | "according" | "a" | "an" | "citing"
        );
    if quoted || text.word(verb.end) != "," || begins {
        return None;
    }
    let rest = verb.end + 1..content_end(text, verb.end + 1, sentence.end);
    (!rest.is_empty()).then_some(rest)
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
    let Some(before) = start.checked_sub(1).filter(|i| *i >= sentence.start) else {
        return false;
    };
    let closes = text.quotation_to(text.tokens[before].span.end).is_some();
    let mark = closes || matches!(text.word(before), "," | "”" | "\"" | "'" | "—");
    // "Ada Lind, a teacher, said Orel's roads were shut": the speaker stands before the aside.
    if text.word(before) == "," && before_aside(text, before, sentence) {
        return false;
    }
    let name = invoked(text, end, sentence.end);
    let named = name.is_some_and(|words| {
        // "said Ada Lind, who was a teacher": what is told of her is no part of her name.
        let told = words.clone().find(|i| matches!(text.word(*i), "," | "who"));
        let head = words.start..told.unwrap_or(words.end);
        let capital = head.clone().take(4).any(|i| text.is_capital(i));
        let someone = head.clone().any(|i| ROLES.word(text.word(i)).is_some())
            && (head.end < words.end || ends_a_part(text, head.end));
        // "Ada Lind, a teacher, said Orel would fall": a verb makes it what was said.
        let clause = head.clone().any(|i| is_finite(text.word(i)));
        (capital || closes || someone) && !clause
    });
    governs == Governs::Said && mark && named && !text.word(start).ends_with("ing")
}

/// Whether a mark stands at a token, or nothing.
fn ends_a_part(text: &Text, at: usize) -> bool {
    !matches!(text.kind(at), Some(Kind::Word | Kind::Number))
}
