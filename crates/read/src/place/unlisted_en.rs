//! English: "the Las Lomas neighbourhood", "the village of Chari".

use std::ops::Range;

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    /// What kind of place the name beside it is.
    static HEADS: () = {
        () => "neighborhood, neighbourhood, municipality, department, jurisdiction, canton, village, hamlet, settlement, suburb, farm, sector, intendancy, commissariat, commune, rural area",
    };
}
phrases! {
    /// "The village of": the name follows.
    static HEADS_OF: () = {
        () => "neighborhood of, neighbourhood of, municipality of, department of, province of, jurisdiction of, canton of, village of, town of, hamlet of, township of, city of, settlement of, suburb of, port of, towns of, villages of",
    };
}
phrases! {
    /// Never part of a place's name.
    static ENDS: () = {
        () => "in, on, at, by, near, of, the, a, an, to, from, and, or, this, that, these, those, with, for, into, through, between, along, his, her, their, its, our, one, another, other, same, whole, every, each, is, was, are, were, has, had, have, who, which, where, when, as, after, before, inside, outside, around, toward, towards, within, throughout, across, over, under, against, during, but, not, first, second, third, two, three, four, five, several, many, some, any, all, both, new, small, rural, urban, northern, southern, eastern, western, central, northeastern, northwestern, southeastern, southwestern, residential, exclusive, mountainous, remote, nearby, neighboring, poor, local, military, coffee, cattle, cotton, large, main, old, business, commercial, industrial, populous, border, entire, hometown, middle, class, upper, wealthy, fishing, peasant, shanty, oil, international, federal",
        () => "police, fire, health, intelligence, investigation, investigations, security, interior, defense, defence, justice, education, treasury, state, ministry, personnel, sheriff, sheriff's, homicide, transportation, transport, energy, labor, legal, political, criminal, administrative, information, public, works, housing, agriculture, commerce, finance, immigration, national, operations, emergency, university, english, history, research, marketing, sales, department, private, financial, hospitality, technology, tech, manufacturing, construction, banking, housing, retail, olympic, global, potemkin",
    };
}
phrases! {
    /// Names that say what they are of begin with these.
    static BEGINS: () = {
        () => "san, santa, santo, la, el, las, los, villa, puerto, ciudad, colonia, nueva, nuevo, rio, monte, saint, al",
    };
}
phrases! {
    static LINKS: () = {
        () => "de, del, la, el, las, los, y",
    };
}

/// A name with its links is no longer.
const LONGEST_NAME_TOKENS: usize = 5;

/// The name beside a word for a place at token `at`.
pub(super) fn name_at(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if let Some(head) = HEADS_OF.at(text, at, sentence.end) {
        return rightwards(text, at + head.tokens, sentence.end);
    }
    HEADS.at(text, at, sentence.end)?;
    leftwards(text, at, sentence.start)
}

fn is_name_word(text: &Text, at: usize) -> bool {
    let word = text.kind(at) == Some(Kind::Word) && ENDS.at(text, at, at + 1).is_none();
    word && (text.is_capital(at) || LINKS.at(text, at, at + 1).is_some())
}

fn rightwards(text: &Text, at: usize, limit: usize) -> Option<Range<usize>> {
    if !text.is_capital(at) || !is_name_word(text, at) {
        return None;
    }
    let limit = limit.min(at + LONGEST_NAME_TOKENS);
    let end = (at..limit)
        .find(|i| !is_name_word(text, *i))
        .unwrap_or(limit);
    // In capitals nothing but a mark or a small word shows where a name ends.
    let closed = end < at + LONGEST_NAME_TOKENS;
    (closed && !(text.all_capitals && end - at > 4)).then_some(at..end)
}

fn leftwards(text: &Text, head: usize, from: usize) -> Option<Range<usize>> {
    let from = from.max(head.saturating_sub(LONGEST_NAME_TOKENS));
    let mut start = head;
    while start > from && is_name_word(text, start - 1) {
        start -= 1;
    }
    // "the quiet Las Lomas neighbourhood": the name begins with its own article.
    let begins = (start..head).find(|i| BEGINS.at(text, *i, *i + 1).is_some());
    let start = begins.unwrap_or(start);
    let led = start > 0
        && matches!(
            text.word(start - 1),
            "in" | "at"
                | "near"
                | "of"
                | "the"
                | "and"
                | ","
                | "from"
                | "on"
                | "to"
                | "between"
                | "outside"
                | "exclusive"
                | "residential"
        )
        || begins.is_some();
    let named = start < head && text.is_capital(start);
    (named && led).then_some(start..head)
}
