//! Ukrainian words that tie what follows to an occurrence told of, or open another.

use super::cue::Words;
use crate::lexicon::phrases;

phrases! {
    static OPENS: () = {
        () => "тим часом, водночас, ще один, ще одна, ще одне, інший, інша, інше, окремо, також у, в іншому місці, крім того, іншого дня",
    };
}
phrases! {
    static DEFINITE: () = {
        () => "цей, ця, це, ці, той, та, внаслідок цього, внаслідок удару, внаслідок обстрілу, внаслідок вибуху, через удар, через обстріл, через вибух",
    };
}
phrases! {
    static MEANT: () = {
        () => "може, можуть, міг, могли, буде, будуть, планував*, планують, загрожу*, готує, готують, щоб",
    };
}
phrases! {
    static TRIED: () = {
        () => "намага*, спробув*",
    };
}
phrases! {
    static BY_HAND: () = {
        () => "вбив*, убив*, вбит*, убит*, застрел*, розстріл*, страч*, закатув*",
    };
}
phrases! {
    static TAKEN: () = {
        () => "викра*, заручник*",
    };
}
phrases! {
    static HERE: () = {
        () => "у цьому місті, в цьому місті, тут у місті",
    };
}
phrases! {
    static TOLD: () = {
        () => "сказа*, повідом*, заяв*, розпов*, дода*, зазнач*, підтверд*, запереч*, написа*, наголос*, оголос*, опубліку*",
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
