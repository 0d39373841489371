//! English: mentions of clips. "The first video", "another clip", "videos uploaded to …".

use std::ops::Range;

use crate::lexicon::phrases;
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    One,
    Several,
}

phrases! {
    static NOUNS: Number = {
        Number::One => "video, clip, film, photo, photograph, image, picture, recording, livestream",
        Number::Several => "videos, clips, films, photos, photographs, images, pictures, recordings, footage, satellite imagery, satellite images, satellite photos, satellite pictures",
    };
}
phrases! {
    static ORDINALS: usize = {
        1 => "first", 2 => "second", 3 => "third", 4 => "fourth", 5 => "fifth", 6 => "sixth",
        7 => "seventh", 8 => "eighth",
    };
}
phrases! {
    /// Something is seen in it.
    static SHOWING: () = {
        () => "show, shows, showed, shown, showing, depict, depicts, depicting, capture, captures, can be seen, could be seen, is seen, are seen, seen in, apparently showing, appears to show, purports to show, purporting to show, reveals, visible",
    };
}
phrases! {
    /// Making or posting a clip, with whoever did it before.
    static MAKING: () = {
        () => "captured, filmed, recorded, shot, posted, shared, published, uploaded, released, took, provided",
    };
}

/// How a mention picks its clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// A clip not told of before.
    New,
    /// "the first video" of a series.
    Ordinal,
    /// "the video": the one spoken of last.
    Last,
    /// "videos", "multiple clips": several at once.
    Several,
    /// "the previous clips": only refers back.
    Back,
}

#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub noun: usize,
    pub tokens: Range<usize>,
    pub reference: Reference,
}

/// The clips mentioned in a token range, quotations left out.
pub(super) fn mentions(text: &Text, range: Range<usize>) -> Vec<Mention> {
    range
        .clone()
        .filter_map(|noun| mention(text, noun, range.start))
        .collect()
}

fn mention(text: &Text, noun: usize, from: usize) -> Option<Mention> {
    let found = NOUNS.at(text, noun, text.tokens.len())?;
    let (number, last) = (*found.value, noun + found.tokens - 1);
    let taken = before(text, noun, from, 1) == "satellite";
    if taken || text.quotation_at(text.tokens[noun].span.start).is_some() {
        return None;
    }
    let start = (from.max(noun.saturating_sub(4))..noun)
        .rev()
        .find(|i| {
            matches!(
                text.word(*i),
                "a" | "an"
                    | "the"
                    | "another"
                    | "this"
                    | "that"
                    | "one"
                    | "multiple"
                    | "several"
                    | "other"
                    | "these"
                    | "those"
            )
        })
        .unwrap_or(noun);
    let article = text.word(start);
    let words: Vec<&str> = (start..noun).map(|i| text.word(i)).collect();
    let ordinal = words.iter().any(|word| ORDINALS.word(word).is_some());
    let back = words
        .iter()
        .any(|word| matches!(*word, "previous" | "earlier" | "same" | "those" | "these"));
    let reference = match (number, article) {
        _ if back => Reference::Back,
        (Number::Several, "the") if start < noun => Reference::Back,
        (Number::Several, _) => Reference::Several,
        (Number::One, _) if ordinal => Reference::Ordinal,
        (Number::One, "the" | "this" | "that") => Reference::Last,
        (Number::One, "one") if before(text, start, from, 1) == "the" => Reference::Last,
        (Number::One, _) if start == noun => return None,
        (Number::One, _) => Reference::New,
    };
    Some(Mention {
        noun: last,
        tokens: start..last + 1,
        reference,
    })
}

fn before<'t>(text: &'t Text, at: usize, from: usize, back: usize) -> &'t str {
    at.checked_sub(back)
        .filter(|i| *i >= from)
        .map_or("", |i| text.word(i))
}

/// The number in "the third video".
pub(super) fn ordinal(text: &Text, mention: &Mention) -> Option<usize> {
    mention
        .tokens
        .clone()
        .find_map(|i| ORDINALS.word(text.word(i)).copied())
}

/// The words that say something is seen.
pub(super) fn showing(text: &Text, range: Range<usize>) -> Option<Range<usize>> {
    range
        .clone()
        .filter(|i| text.quotation_at(text.tokens[*i].span.start).is_none())
        .find_map(|i| Some(i..i + SHOWING.at(text, i, range.end)?.tokens))
}

pub(super) fn is_showing(text: &Text, at: usize) -> bool {
    SHOWING.at(text, at, text.tokens.len()).is_some()
}

/// "in another video": what the sentence tells is seen there.
pub(super) fn is_within(text: &Text, mention: &Mention) -> bool {
    mention
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|i| matches!(text.word(i), "in" | "on"))
}

pub(super) fn is_making(text: &Text, at: usize) -> bool {
    MAKING.word(text.word(at)).is_some()
}
