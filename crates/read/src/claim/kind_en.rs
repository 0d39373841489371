//! English words that make a clause a forecast, a hypothesis, a denial or a caveat.

use std::ops::Range;

use bearings_model::Caveat;

use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static FUTURE: () = {
        () => "will, 'll, won't, shall, would come, would begin, would start, would attack, would follow, would take, going to, about to, set to, due to begin, imminent, is expected, are expected, was expected, were expected, expected to, likely to, window before, is coming, are coming, within hours, within days, before long, bracing for, braced for",
    };
}
phrases! {
    static HYPOTHESIS: () = {
        () => "possible explanation, another explanation, one explanation, explanation is, one theory, theory is, one possibility, possibility is, may be because, might be because, could be because, maybe because, perhaps because, in order to force, trying to force, may have been, might have been, could have been, could have, may have, might have, maybe, perhaps, might be able, may be able, might, may be, could be",
    };
}
phrases! {
    static OPEN_IDENTITY: () = {
        () => "not possible to say, not possible to tell, impossible to say, impossible to tell, not clear whether, not clear if, unclear whether, unclear if, cannot say, can't say, could not say, not known whether, not known if, cannot be said, cannot be confirmed, could not be verified, could not independently verify, could not be independently verified, could not verify, cannot verify",
    };
}
phrases! {
    static CAVEATS: () = {
        () => "grain of salt, pinch of salt, with caution, treat with caution, read with caution, could not be independently verified, could not independently verify, not been independently verified, has not been verified, have not been verified, cannot be independently verified, not independently confirmed, unconfirmed reports, these reports are unconfirmed, developing story, early reports, preliminary information",
    };
}
phrases! {
    /// The narrator tells of having checked or compared something.
    static CHECKED: () = {
        () => "the same as, the same type, same type, the same location, same location, same markings, verified, geolocated, authenticated, confirmed the authenticity, corroborated, analysed, analyzed, reviewed, examined, located and verified",
    };
}
phrases! {
    static SEEN: () = {
        () => "i saw, we saw, saw, witnessed, i've seen, i have seen, we've seen, we have seen, i heard, we heard, could be heard, could be seen, can be seen",
    };
}

/// Whether a role speaks for a state, a force or an office.
pub(super) fn is_office(role: &str) -> bool {
    role.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "minister"
                | "ministry"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "president"
                | "governor"
                | "mayor"
                | "general"
                | "colonel"
                | "major"
                | "commander"
                | "ambassador"
                | "secretary"
                | "official"
        )
    })
}

pub(super) fn is_future(text: &Text, clause: Range<usize>) -> bool {
    FUTURE.find(text, clause).is_some()
}

pub(super) fn is_hypothesis(text: &Text, clause: Range<usize>) -> bool {
    HYPOTHESIS.find(text, clause).is_some()
}

/// "if" as a condition, not as "whether".
pub(super) fn condition(text: &Text, clause: Range<usize>) -> Option<usize> {
    clause.clone().find(|i| {
        text.word(*i) == "if"
            && (*i == clause.start
                || matches!(
                    text.word(i - 1),
                    "," | "and" | "but" | "also" | "that" | "only"
                ))
    })
}

pub(super) fn is_left_open(text: &Text, clause: Range<usize>) -> bool {
    OPEN_IDENTITY.find(text, clause).is_some()
}

pub(super) fn is_checked(text: &Text, clause: Range<usize>) -> bool {
    CHECKED.find(text, clause).is_some()
}

pub(super) fn is_seen(text: &Text, clause: Range<usize>) -> bool {
    SEEN.find(text, clause).is_some()
}

/// A sentence in which the text speaks of its own worth.
pub(super) fn caveat(text: &Text, sentence: usize) -> Option<Caveat> {
    let sentence = &text.sentences[sentence];
    CAVEATS.find(text, sentence.tokens.clone())?;
    Some(Caveat {
        span: sentence.span,
        text: sentence.span.of(text.source)?.to_owned(),
    })
}
