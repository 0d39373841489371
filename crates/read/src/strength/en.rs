//! English hedges and negations.
//!
//! Weights follow FactBank's annotation manual (Sauri 2008): markers of likelihood are probable,
//! of possibility possible, and a condition or an open question commits to nothing.

use bearings_model::Certainty;

use super::Words;
use crate::lexicon::phrases;

phrases! {
    static HEDGES: Certainty = {
        Certainty::Probable => "it is feared, was feared, were feared, is feared, are feared, feared dead, feared killed, feared to have, feared to be, feared drowned, feared lost, feared buried, feared trapped, feared injured, feared wounded, feared missing, was assumed, were assumed, assumed dead, assumed killed, considered dead, considered killed, thought dead, thought killed, was understood to, were understood to, apparently, apparent, appear, appears, appeared, appearing, seem, seems, seemed, seemingly, likely, probably, probable, presumably, evidently, believed, thought to be, thought to have, as far as i can tell, as far as we can tell, as far as i know, as far as we know, it looks like, looks like, in all likelihood, i think, we think, i believe, we believe, i guess, expected, expects, should be, suggests, suggest, suggesting, suggested, indicates, indicating, indications, in all probability, by all appearances, by the look of it, it would seem, most probably, reckoned to, as far as is known, to the best of our knowledge, to the best of my knowledge, estimated, is understood to, are understood to, is assumed, are assumed, presumed, suspected",
        Certainty::Possible => "may, might, could, possible, possibly, maybe, perhaps, conceivably, potentially, potential, reportedly, allegedly, alleged, purportedly, purported, supposedly, said to be, said to have, rumoured, rumored, unverified, unconfirmed, cannot be ruled out, can't be ruled out, cannot be excluded, claims to show, claimed to show, not ruled out, has not been ruled out, rumours, rumors, there is a chance, there was a chance, purports to, ostensibly, reported to have, reported to be, reported killed, reported dead, reported injured, reported wounded, reported hurt, reported captured, reported kidnapped, reported abducted, reported detained, reported arrested, reported destroyed, reported hit, reported shot, reports of, reports that, initial reports, early reports, initial information, so - called, preliminary",
        Certainty::Uncommitted => "not possible to say, not possible to tell, not possible to verify, impossible to say, impossible to tell, impossible to verify, not clear, unclear, not known, unknown whether, cannot say, can not say, can't say, could not say, couldn't say, cannot confirm, can't confirm, could not confirm, couldn't confirm, could not independently verify, could not be independently verified, could not be verified, could not be confirmed, could not be independently confirmed, unable to verify, unable to confirm, no independent confirmation, cannot be verified, have not been able to verify, has not been able to verify, was not able to verify, could not immediately verify, could not immediately confirm, could not immediately be verified, could not verify, cannot verify, no way of knowing, hard to say, difficult to say, too early to say, remains to be seen, would have, wants to, want to, wanted to, intended to, intends to, plotted to, prevented, thwarted, foiled, whether, declined to confirm, refused to confirm, would not confirm, did not confirm, has not confirmed, have not confirmed, had not confirmed, has yet to confirm, have yet to confirm, neither confirmed nor denied, neither confirm nor deny, no confirmation, not been confirmed, not confirmed, declined to comment, declined to say, refused to comment, would not comment, did not comment, would not say, remains unclear, remained unclear, is yet to be established, no way to verify, no way to tell, no way to confirm, open question, in the event of, in the event that, provided that, were it not for, supposing, tried to, attempted to, if, unless",
    };
}
phrases! {
    /// Phrases that look like hedges and are none.
    static FIRM: () = {
        () => "could see, could hear, could be seen, could be heard, can be seen, can be heard, could no longer, as possible, on may, in may, last may, if only, expected to, even if, as if to, if anything, suspected of",
    };
}
phrases! {
    static NEGATIONS: () = {
        () => "not, never, no, nobody, none, neither, nor, cannot, n't, didn't, doesn't, don't, hasn't, haven't, hadn't, isn't, aren't, wasn't, weren't, won't, wouldn't, couldn't, can't, shouldn't, without, no longer, nothing, no one, failed to, fails to, failing to, forgot to, neglected to, refrained from, stopped short of",
    };
}
phrases! {
    static NO_NEGATION: () = {
        () => "not only, no doubt, no matter, not just, no fewer, no less, no more than, not least, not to mention, no longer than, not fewer, failed to stop, failed to prevent, failed to halt, failed to end, failed to avert, fails to stop, fails to prevent, did not stop the, did not prevent the, not stop the, not prevent the, not halt the, not without, never stopped, not ruled out",
    };
}

pub(super) fn words() -> Words {
    Words {
        hedges: &HEDGES,
        firm: &FIRM,
        negations: &NEGATIONS,
        no_negation: &NO_NEGATION,
    }
}
