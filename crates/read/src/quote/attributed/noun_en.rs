//! What attributes without a verb: "according to", "the mayor's claim that", "CLARK:".

use std::ops::Range;

use super::Found;
use super::content_en::{STOP_TOKENS, content_end, left_content};
use super::source_after_en::apposed_or_plain;
use super::source_en::{opening_subject, possessor, subject};
use super::verb_form_en::group_start;
use super::words_en::{
    ATTRIBUTING, ATTRIBUTING_NOUNS, BEFALLING, EXPRESSING, Governs, HEARSAY, LABELS, SUBJECT_STOPS,
    is_subject_pronoun, opens_clause,
};
use crate::quote::cue_en::ACCORDING;
use crate::quote::found_by::FoundBy;
use crate::text::{Kind, Text};

/// How far a speaker's name may stand before the colon of "NAME: words".
const SCRIPT_NAME_TOKENS: usize = 4;

/// A name with fewer words after its colon is a line of a table.
const SCRIPT_WORDS: usize = 3;

/// "CLARK: We go on." where a line opens with a name and a colon.
pub(super) fn script(text: &Text, sentence: &Range<usize>) -> Option<Found> {
    let begins = sentence.start == 0 || text.kind(sentence.start - 1) == Some(Kind::Break);
    let reach = sentence.start + 1..sentence.end.min(sentence.start + 1 + SCRIPT_NAME_TOKENS);
    let colon = reach.clone().find(|i| text.word(*i) == ":")?;
    let name = sentence.start..colon;
    let sentence_like = (sentence.end - 2..sentence.end).any(|i| text.kind(i) == Some(Kind::Mark));
    let named = name.clone().all(|i| text.is_capital(i)) && begins && sentence_like;
    let content = colon + 1..content_end(text, colon + 1, sentence.end);
    let label = name.clone().any(|i| LABELS.word(text.word(i)).is_some());
    let short = content.len() < SCRIPT_WORDS && name.len() > 1;
    (named && !label && !short && !content.is_empty()).then(|| Found {
        cue: colon..colon + 1,
        source: Some(name),
        content: vec![content],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::Script),
    })
}

pub(super) fn according(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let words = ACCORDING.at(text, at, sentence.end)?;
    let cue = at..at + words.tokens;
    if matches!(text.word(at), "citing" | "quoting") {
        return None;
    }
    let source = apposed_or_plain(text, cue.end, sentence.end)?;
    let leads = at <= sentence.start + 1;
    let content = if leads {
        let from = source.end + usize::from(text.word(source.end) == ",");
        from..content_end(text, from, sentence.end)
    } else {
        left_content(text, at, sentence)
    };
    (!content.is_empty()).then(|| Found {
        cue,
        source: Some(source),
        content: vec![content],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::According),
    })
}

/// How far from "quoted" its "as saying" may stand.
const QUOTED_TOKENS: usize = 12;

/// "The paper quoted Dana Ost as saying …": the words are hers.
pub(super) fn relayed(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    if !matches!(
        text.word(at),
        "quoted" | "quotes" | "quoting" | "cited" | "cites" | "citing"
    ) {
        return None;
    }
    let mut reach = at + 2..sentence.end.min(at + QUOTED_TOKENS);
    let saying = reach.find(|i| text.word(*i) == "as" && text.word(*i + 1) == "saying")?;
    let start = saying + 2 + usize::from(text.word(saying + 2) == "that");
    let content = start..content_end(text, start, sentence.end);
    (!content.is_empty()).then(|| Found {
        cue: at..at + 1,
        source: Some(at + 1..saying),
        content: vec![content],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::Relayed),
    })
}

/// "the mayor's claim that …", "their support for …".
pub(super) fn noun(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let words = ATTRIBUTING_NOUNS.at(text, at, sentence.end)?;
    if is_where_said(text, at, sentence) {
        return None;
    }
    let last = at + words.tokens - 1;
    let leads = text.word(last);
    let clausal = matches!(leads, "that" | "to" | "about");
    let begins = if matches!(leads, "that" | "to") {
        last
    } else {
        last + 1
    };
    let start = group_start(text, at, sentence.start);
    if start == sentence.start
        && let Some((who, comma)) = main_subject(text, begins, sentence)
    {
        return Some(attributed(
            start..begins,
            Some(who),
            begins..comma,
            !clausal,
        ));
    }
    let content = begins..content_end(text, begins, sentence.end);
    let source = if (start..at).any(|i| is_be(text.word(i))) {
        // "It is clear that": to nobody named.
        let nobody = |i: usize| matches!(text.word(i), "it" | "it's" | "there" | "there's");
        subject(text, start, sentence, None).filter(|who| who.len() > 1 || !nobody(who.start))
    } else {
        owner(text, at, leads, sentence)?
    };
    (!content.is_empty()).then(|| attributed(start..begins, source, content, !clausal))
}

fn attributed(
    cue: Range<usize>,
    source: Option<Range<usize>>,
    content: Range<usize>,
    thing: bool,
) -> Found {
    Found {
        cue,
        source,
        content: vec![content],
        attitude: true,
        says: false,
        thing,
        found_by: Some(FoundBy::Noun),
    }
}

/// "Angry about the delay, Ada Lind left": the subject right after a comma, and the comma.
fn main_subject(
    text: &Text,
    begins: usize,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, usize)> {
    let reach = begins + 1..sentence.end.min(begins + MAIN_TOKENS);
    let subject = |comma: usize| {
        let after = comma + 1..sentence.end;
        opening_subject(text, &after, sentence.end).filter(|who| who.start == comma + 1)
    };
    let mut commas = reach.filter(|i| text.word(*i) == ",");
    commas.find_map(|comma| Some((subject(comma)?, comma)))
}

/// How far the main clause may follow a leading adjective.
const MAIN_TOKENS: usize = 30;

/// "said in a statement that": the noun tells where, and the verb attributes.
fn is_where_said(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let from = sentence.start.max(at.saturating_sub(WHERE_SAID_TOKENS));
    let said = (from..at)
        .rev()
        .find(|i| matches!(text.word(*i), "in" | "during"));
    said.and_then(|place| place.checked_sub(1))
        .filter(|verb| *verb >= sentence.start)
        .and_then(|verb| ATTRIBUTING.word(text.word(verb)))
        .is_some_and(|governs| *governs == Governs::Said)
}

/// "who raised concerns about the dam", "has no reference to it": whoever the verb is told of;
/// `Some(None)` where the noun only befalls them: "faced questions about".
fn carried(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Option<Range<usize>>> {
    let from = sentence.start.max(at.saturating_sub(CARRIED_TOKENS));
    let verb = (from..at)
        .rev()
        .take_while(|i| text.kind(*i) == Some(Kind::Word))
        .find(|i| {
            let word = text.word(*i);
            EXPRESSING.word(word).is_some() || BEFALLING.word(word).is_some()
        })?;
    if BEFALLING.word(text.word(verb)).is_some() {
        return Some(None);
    }
    let start = group_start(text, verb, sentence.start);
    subject(text, start, sentence, None).map(Some)
}

/// How many words back from a noun the verb that carries it may stand.
const CARRIED_TOKENS: usize = 5;

/// How many words may stand between a verb of saying and where it was said.
const WHERE_SAID_TOKENS: usize = 4;

/// Whose claim it is: the possessor, or whom the sentence begins with; `None` where the word is a
/// verb, or nobody's plan is no attitude.
fn owner(
    text: &Text,
    at: usize,
    leads: &str,
    sentence: &Range<usize>,
) -> Option<Option<Range<usize>>> {
    if let Some(possessor) = possessor(text, at, sentence.start) {
        return Some(Some(possessor));
    }
    if let Some(carried) = carried(text, at, sentence) {
        return Some(carried);
    }
    let before = at
        .checked_sub(1)
        .filter(|i| *i >= sentence.start)
        .map_or("", |i| text.word(i));
    let verbal = is_subject_pronoun(before) || before == "to";
    let planned = matches!(
        text.word(at),
        "decision" | "plan" | "plans" | "proposal" | "proposals" | "threat" | "refusal" | "desire"
    );
    if verbal || planned && !matches!(leads, "that" | "about") {
        return None;
    }
    let clausal = matches!(leads, "that" | "to" | "about");
    let subject = opening_subject(text, sentence, at);
    // "The rejection of the plan": an article is nobody.
    let article = |who: &Range<usize>| {
        who.len() == 1 && matches!(text.word(who.start), "the" | "a" | "an" | "some")
    };
    Some(subject.filter(|who| (!clausal || at - who.end < 6) && !article(who)))
}

fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "'re" | "'m"
    )
}

/// How far after "asked" its question may begin: "asked on Monday whether".
const ASKED_TOKENS: usize = 7;

/// "Asked whether …, she": a question put to the speaker, by nobody or by whom "by" names.
pub(super) fn asked(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    if text.word(at) != "asked" {
        return None;
    }
    let opens = at == sentence.start || matches!(text.word(at - 1), "when" | ",");
    let reach = at + 1..sentence.end.min(at + ASKED_TOKENS);
    let question = reach.clone().find(|i| {
        let word = text.word(*i);
        opens_clause(word) || word == "about"
    });
    let leads = at <= sentence.start + 1;
    let begins = question.filter(|_| opens)?;
    let by = (text.word(at + 1) == "by" && at + 2 < begins).then(|| at + 2..begins);
    let near = begins..sentence.end.min(begins + STOP_TOKENS);
    let comma = near.clone().find(|i| text.word(*i) == ",");
    let end = match comma {
        Some(comma) => comma,
        None if leads => return None,
        None => content_end(text, begins, sentence.end),
    };
    let question = begins..end;
    (!question.is_empty()).then(|| Found {
        cue: at..at + 1,
        source: by,
        content: vec![question],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::Question),
    })
}

/// "The bridge was reportedly mined": said by somebody the text does not name.
pub(super) fn hearsay(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    HEARSAY.at(text, at, at + 1)?;
    let leads_verb = (at + 1..at + 3).any(|i| ATTRIBUTING.at(text, i, sentence.end).is_some());
    let content = at + 1..content_end(text, at + 1, sentence.end);
    (!leads_verb && !content.is_empty()).then(|| Found {
        cue: at..at + 1,
        source: None,
        content: vec![content],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::Hearsay),
    })
}

/// How long the name of a poll may be.
const POLL_TOKENS: usize = 16;

/// "In a poll released on Monday, most wanted to stay": the poll is the source.
pub(super) fn polled(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    if text.word(at) != "in" {
        return None;
    }
    let reach = at + 1..sentence.end.min(at + POLL_TOKENS);
    let end = reach.clone().find(|i| {
        text.kind(*i) == Some(Kind::Mark) && !matches!(text.word(*i), "/" | "-" | "'" | "&")
    })?;
    let polls = (at + 1..end).any(|i| matches!(text.word(i), "poll" | "survey"));
    let content = if at == sentence.start {
        end + 1..content_end(text, end + 1, sentence.end)
    } else {
        sentence.start..at
    };
    let told = content
        .clone()
        .take(STOP_TOKENS)
        .any(|i| ATTRIBUTING.word(text.word(i)).is_some());
    let closes = if at == sentence.start {
        text.word(end) == ","
    } else {
        at > sentence.start + 3
    };
    let clause = (at + 1..end).any(|i| SUBJECT_STOPS.word(text.word(i)).is_some());
    (polls && closes && !clause && !told && !content.is_empty()).then(|| Found {
        cue: at..at + 1,
        source: Some(at + 1..end),
        content: vec![content],
        attitude: false,
        says: true,
        thing: false,
        found_by: Some(FoundBy::Poll),
    })
}
