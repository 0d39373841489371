//! English words that make a clause a forecast, a hypothesis, a denial or a caveat.

use super::words::Words;
use crate::lexicon::phrases;

phrases! {
    /// It is said not to be so, whatever follows.
    static REFUTED: () = {
        () => "not true that, is untrue, are untrue, is false, are false, was false, were false, is not true, are not true, no information that, no evidence that, no indication that, contrary to reports, contrary to claims, dismissed by, rejected by, denied by, rejected russian claims, rejected ukrainian claims, rejected claims that, dismissed claims that, denied claims that, denied reports that, rejected reports that, dismissed reports that, debunked, is a fake, are fake",
    };
}
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
        () => "not possible to say, not possible to tell, impossible to say, impossible to tell, not clear whether, not clear if, unclear whether, unclear if, cannot say, can't say, could not say, not known whether, not known if, cannot be said, cannot be confirmed, could not be confirmed, could not be independently confirmed, could not confirm, unable to verify, unable to confirm, no independent confirmation, could not be verified, could not independently verify, could not be independently verified, could not verify, cannot verify",
    };
}
phrases! {
    static CAVEATS: () = {
        () => "grain of salt, pinch of salt, with caution, treat with caution, read with caution, could not be independently verified, could not independently verify, not been independently verified, has not been verified, have not been verified, cannot be independently verified, not independently confirmed, could not be confirmed, could not be independently confirmed, unable to verify, unable to independently verify, no independent confirmation, unconfirmed reports, these reports are unconfirmed, developing story, early reports, preliminary information",
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

phrases! {
    /// What an attack does when it happens: "the shelling did not hit the school" tells of none,
    /// "the shelling did not stop" does.
    static HAPPENING: () = {
        () => "hit, strike, struck, reach, reached, damage, damaged, destroy, destroyed, kill, killed, happen, happened, occur, occurred, take place, taken place, begin, begun, start, started",
    };
}

phrases! {
    static OFFICES: () = {
        () => "minister, ministry, spokesman, spokeswoman, spokesperson, president, governor, mayor, general, colonel, major, commander, ambassador, secretary, official",
    };
}
phrases! {
    static FINITE: () = {
        () => "was, were, is, are, had, has, have, did",
    };
}
phrases! {
    static CONDITIONS: () = {
        () => "if, unless",
    };
}
phrases! {
    /// Begins what a state, a force or an office says no to of itself.
    static OF_ITSELF: () = {
        () => "it, they, we, its, our, their, no",
    };
}
phrases! {
    static OPINIONS: () = {
        () => "i think, we think, i believe, we believe, i guess, we guess, i suspect, we suspect, don't think, don't believe, also think, also believe, also suspect",
    };
}

pub(super) fn words() -> Words {
    Words {
        future: &FUTURE,
        hypothesis: &HYPOTHESIS,
        open: &OPEN_IDENTITY,
        caveats: &CAVEATS,
        checked: &CHECKED,
        seen: &SEEN,
        refuted: &REFUTED,
        happening: &HAPPENING,
        offices: &OFFICES,
        finite: &FINITE,
        conditions: &CONDITIONS,
        of_itself: &OF_ITSELF,
        opinions: &OPINIONS,
    }
}
