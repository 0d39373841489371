//! English: mentions of clips. "The first video", "another clip", "videos uploaded to …".

use super::clips::{Mention, Number, Reference, Words};
use super::order::Orders;
use crate::lexicon::phrases;
use crate::text::Text;

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

/// The mention whose noun begins at a token, in a sentence that begins at `from`.
pub(super) fn mention(text: &Text, noun: usize, from: usize) -> Option<Mention> {
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

pub(super) fn words() -> Words {
    Words {
        ordinals: &ORDINALS,
        showing: &SHOWING,
        making: &MAKING,
        within: &["in", "on"],
    }
}

pub(super) fn orders() -> Orders {
    Orders {
        after: &["after", "following"],
        before: &["before"],
        later: &["later", "afterwards"],
        no_longer: &["longer"],
        not: &["no"],
        articles: &["the", "a", "an", "this", "that"],
        rules: [
            "en.order.shot_after",
            "en.order.later",
            "en.order.no_longer",
        ],
    }
}
