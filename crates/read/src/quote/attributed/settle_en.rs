//! Where one attribution's content ends because another's begins, and which stand inside another's
//! words: those are that speaker's account, told by the claims' chains, and are not listed again.

use std::ops::Range;

use super::Found;
use super::words_en::{AUXILIARIES, EXPRESSING, joins_clauses, opens_clause, opens_subordinate};
use crate::quote::found_by::FoundBy;
use crate::text::Text;

/// The attributions of a sentence, none with its cue in another's content. Each is laid aside at
/// most once, so this is linear in their number.
pub(super) fn settled(text: &Text, sentence: &Range<usize>, found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for mut one in found {
        if let Some(last) = kept.last_mut() {
            part_sources(text, last, &mut one);
        }
        if let Some(verb) = kept.pop_if(|last| is_expressed(text, last, &one)) {
            one.cue.start = verb.cue.start;
            one.source = verb.source;
        }
        while kept
            .last()
            .is_some_and(|last| is_before_in(last, &one) || is_in_source(last, &one))
        {
            kept.pop();
        }
        let Some(last) = kept.last_mut() else {
            kept.push(one);
            continue;
        };
        if is_in_source(&one, last) {
            continue;
        }
        let Some(piece) = holding(last, one.cue.start) else {
            kept.push(one);
            continue;
        };
        let begins = begin(&one, &last.content[piece]);
        match joint(text, sentence, last, &one, begins) {
            Joint::Beside(end) if end > last.content[piece].start => {
                last.content[piece].end = end;
                kept.push(one);
            }
            _ => {}
        }
    }
    kept
}

/// "Ada Lind, who said it rained, asked …", "…, said Ada Lind, who warned of rain": what the
/// speaker of the one says in the relative clause is the other, and "who" its source.
fn part_sources(text: &Text, earlier: &mut Found, later: &mut Found) {
    let relative = |inner: &Found, outer: &Found| {
        let who = inner
            .source
            .clone()
            .filter(|who| who.len() == 1 && inner.says)?;
        let name = outer.source.clone()?;
        let told = matches!(text.word(who.start), "who" | "which");
        if !told || !name.contains(&inner.cue.start) || who.start <= name.start + 1 {
            return None;
        }
        let comma = usize::from(text.word(who.start - 1) == ",");
        Some((name.start..who.start - comma, name.end))
    };
    if let Some((name, end)) = relative(earlier, later) {
        later.source = Some(name);
        for piece in &mut earlier.content {
            piece.end = piece.end.min(end).max(piece.start);
        }
    } else if let Some((name, _)) = relative(later, earlier) {
        earlier.source = Some(name);
    }
}

/// "She expressed support for the plan": the verb only carries the noun.
fn is_expressed(text: &Text, verb: &Found, noun: &Found) -> bool {
    let near = (verb.cue.end..verb.cue.end + EXPRESSED_TOKENS).contains(&noun.cue.start);
    near && noun.found_by == Some(FoundBy::Noun)
        && EXPRESSING.word(text.word(verb.cue.end - 1)).is_some()
}

/// How many words may stand between a verb and the noun it carries.
const EXPRESSED_TOKENS: usize = 4;

/// Which piece of the content holds a token.
fn holding(outer: &Found, token: usize) -> Option<usize> {
    outer
        .content
        .iter()
        .position(|piece| piece.contains(&token))
}

/// "Officials are expected to leave, the mayor said": the earlier one stands in the later's words.
fn is_before_in(earlier: &Found, later: &Found) -> bool {
    holding(later, earlier.cue.start).is_some()
}

/// "Ada Lind, who backs the plan, said": the earlier one only tells who the later's speaker is.
fn is_in_source(earlier: &Found, later: &Found) -> bool {
    let source = later.source.as_ref();
    source.is_some_and(|source| source.contains(&earlier.cue.start))
}

/// Where the inner attribution begins inside the outer's content: with its speaker, if that is
/// named there.
fn begin(inner: &Found, content: &Range<usize>) -> usize {
    inner
        .source
        .as_ref()
        .filter(|source| content.contains(&source.start) && source.end <= inner.cue.start)
        .map_or(inner.cue.start, |source| source.start)
}

/// How an attribution stands to the one whose content it begins in.
enum Joint {
    /// Its neighbour: the outer content ends at a token.
    Beside(usize),
    /// A part of what the outer says.
    Within,
}

fn joint(
    text: &Text,
    sentence: &Range<usize>,
    outer: &Found,
    inner: &Found,
    begins: usize,
) -> Joint {
    let mut at = begins;
    while at > sentence.start && is_adverb(text, at - 1) {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else {
        return Joint::Within;
    };
    let word = text.word(before);
    let comma = |i: usize| i.checked_sub(1).filter(|j| text.word(*j) == ",");
    let shared = begins == inner.cue.start;
    if joins_clauses(word) && !(shared && inner.attitude) {
        return Joint::Beside(comma(before).unwrap_or(before));
    }
    if let ("which" | "whom" | "who" | "when", false, Some(comma)) =
        (word, inner.attitude, comma(before))
    {
        return Joint::Beside(comma);
    }
    let aside = in_relative(text, outer) || subordinate(text, sentence, outer);
    let listed = outer.says && !inner.attitude || outer.thing;
    if word == "," && (aside || !shared && !inner.attitude || listed) {
        return Joint::Beside(before);
    }
    // "said “we stay” Ada Lind wrote": a quotation ends what the first said.
    let quoted = text.quotation_to(text.tokens[before].span.end).is_some();
    if quoted && outer.says && inner.says {
        return Joint::Beside(begins);
    }
    // "support for the ferry he wants": a noun's matter ends where somebody else speaks.
    if outer.thing && outer.attitude && !shared {
        return Joint::Beside(begins);
    }
    let clause = opens_subordinate(word) && !shared;
    let embedded = opens_clause(word);
    let parted = !embedded && (outer.thing || outer.attitude && (clause || inner.says));
    if parted && !inner.attitude {
        return Joint::Beside(if clause { before } else { begins });
    }
    Joint::Within
}

/// "Ada Lind, who backs the plan, said": the speaker is a relative pronoun.
fn in_relative(text: &Text, outer: &Found) -> bool {
    let speaker = outer.source.as_ref().filter(|source| source.len() == 1);
    speaker.is_some_and(|source| matches!(text.word(source.start), "who" | "which"))
}

/// "When the mayor announced the plan, residents objected": the sentence opens with a conjunction.
fn subordinate(text: &Text, sentence: &Range<usize>, outer: &Found) -> bool {
    outer.cue.start > sentence.start && opens_subordinate(text.word(sentence.start))
}

fn is_adverb(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    word.len() > 4 && word.ends_with("ly") || AUXILIARIES.word(word).is_some()
}
