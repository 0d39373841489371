//! Sources that are doubtful by their own name: "unconfirmed reports said that …".

use std::ops::Range;

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static DOUBTED: () = {
        () => "unconfirmed, unverified, initial reports, initial information, early reports, conflicting reports, preliminary, rumours, rumors",
        () => "непідтверджен*, неперевірен*, чутки, попередн* дан*, попередн* інформаці*, неофіційн*",
        () => "неподтвержденн*, непроверенн*, слухи, предварительн* данн*, предварительн* информаци*, неофициальн*",
    };
}

/// How far before an attribution its source's adjectives are looked for.
const LEAD_TOKENS: usize = 2;

/// The first doubting words of an attribution: the token they begin at and how many they are.
pub(crate) fn in_doubt(text: &Text, attribution: Range<usize>) -> Option<(usize, usize)> {
    // The adjective may stand just before the words that attribute.
    let before = attribution.start.saturating_sub(LEAD_TOKENS)..attribution.start;
    let lead = before
        .rev()
        .take_while(|i| text.kind(*i) == Some(Kind::Word));
    let start = lead.last().unwrap_or(attribution.start);
    let (at, found) = DOUBTED.find(text, start..attribution.end)?;
    Some((at, found.tokens))
}
