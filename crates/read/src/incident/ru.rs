//! Russian words that tie what follows to an occurrence told of, or open another.

use super::cue::Words;
use crate::lexicon::phrases;

phrases! {
    static OPENS: () = {
        () => "тем временем, между тем, еще один, еще одна, еще одно, другой, другая, другое, отдельно, также в, в другом месте, кроме того, в другой день",
    };
}
phrases! {
    static DEFINITE: () = {
        () => "этот, эта, это, эти, тот, в результате удара, в результате обстрела, в результате взрыва, в результате этого, из-за удара, из-за обстрела, из-за взрыва",
    };
}
phrases! {
    static MEANT: () = {
        () => "может, могут, мог, могли, будет, будут, планиров*, планируют, угрож*, готовит, готовят, чтобы",
    };
}
phrases! {
    static TRIED: () = {
        () => "пытал*, попыта*",
    };
}
phrases! {
    static BY_HAND: () = {
        () => "убил*, убит*, убий*, застрел*, расстрел*, казн*, замуч*",
    };
}
phrases! {
    static TAKEN: () = {
        () => "похи*, заложник*",
    };
}
phrases! {
    static HERE: () = {
        () => "в этом городе, здесь в городе",
    };
}
phrases! {
    static TOLD: () = {
        () => "сказа*, сообщ*, заяв*, расска*, добав*, отмет*, подтверд*, опроверг*, написа*, подчеркн*, объяв*, опублик*",
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
