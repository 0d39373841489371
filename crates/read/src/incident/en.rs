//! English words that tie what follows to an occurrence told of, or open another.

use super::cue::Words;
use crate::lexicon::phrases;

phrases! {
    /// Another occurrence begins.
    static OPENS: () = {
        () => "another, in a separate, in separate, separately, separate, meanwhile, elsewhere, in a similar, similar, in other incidents, other incidents, in addition",
    };
}
phrases! {
    /// Before an event's word: it has been told of.
    static DEFINITE: () = {
        () => "the, this, that, these, those, such",
    };
}
phrases! {
    /// Before an event's word: it is meant, feared or ordered, and not told of.
    static MEANT: () = {
        () => "to, must, should, can, could, would, may, might, will, planned, future, possible, any, against, threatened, plan to, plans to, plot to",
    };
}
phrases! {
    /// Somebody did it.
    static BY_HAND: () = {
        () => "killed, killing, killings, kill, murdered, murder, murders, murdering, assassinated, assassination, assassinating, executed, execution, slain, massacred, massacre, shot, gunned, stabbed, strangled, machinegunned",
    };
}
phrases! {
    static TAKEN: () = {
        () => "kidnapped, kidnapping, kidnappings, abducted, abduction, abducting, hostage, hostages",
    };
}

phrases! {
    /// "Tried to attack" tells of an attempt that was made.
    static TRIED: () = {
        () => "tried, attempted, managed, began, started, continued",
    };
}

phrases! {
    /// The place where the report was written.
    static HERE: () = {
        () => "this capital, this city, this town, the capital, capital city, in here, here today, here yesterday, here tonight, this capital city, the country's capital, this morning here",
    };
}

phrases! {
    /// Beside a time, these say when it was told of and not when it happened.
    static TOLD: () = {
        () => "said, says, reported, reports, stated, added, told, announced, claimed, confirmed, denied, condemned, revealed, learned, informed, issued, declared, noted, charged, accused, blamed, admitted, disclosed, denounced, indicated, explained, published, demanded, asked, called, urged, warned, lamented, regretted, repudiated, rejected, expressed, according, communique, statement, told reporters, broadcast, released, arrested, captured, detained, buried, met, arrived, returned, voiced, protested",
    };
}

pub(super) fn words() -> Words {
    Words {
        opens: &OPENS,
        definite: &DEFINITE,
        meant: &MEANT,
        tried: &TRIED,
        by_hand: &BY_HAND,
        taken: &TAKEN,
        here: &HERE,
        told: &TOLD,
    }
}
