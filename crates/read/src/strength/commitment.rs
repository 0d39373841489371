//! How far each source of a chain commits to what the nearest speaker says.
//!
//! FactBank's rule (Sauri 2008): who reports that another "said" it is uncommitted; a cue that
//! takes its content for granted ("confirmed", "acknowledged") passes the speaker's value on.
//! Nothing grows on the way: a value is passed on as it is or not at all.

use bearings_model::{ChainLink, Factuality};

use crate::lexicon::phrases;

phrases! {
    static FACTIVE: () = {
        () => "confirmed, confirms, confirm, confirming, revealed, reveals, reveal, revealing, acknowledged, acknowledges, acknowledging, admitted, admits, admitting, conceded, concedes, disclosed, discloses",
        () => "підтвердив, підтвердила, підтвердили, підтвердило, підтверджує, підтверджують, визнав, визнала, визнали, визнає, визнають",
        () => "подтвердил, подтвердила, подтвердили, подтвердило, подтверждает, подтверждают, признал, признала, признали, признает, признают",
    };
}

/// Notes in every link what it commits to, from the nearest speaker outwards to the outlet.
pub(crate) fn commit(outlet: &mut ChainLink, through: &mut [ChainLink], told: Factuality) {
    let mut value = told;
    for link in through.iter_mut().rev() {
        link.factuality = Some(value);
        if !is_factive(link) {
            value = Factuality::Uncommitted;
        }
    }
    outlet.factuality = Some(value);
}

/// Whether the words that attribute take for granted what they attribute.
fn is_factive(link: &ChainLink) -> bool {
    let Some(cue) = &link.cue else { return false };
    let cue = cue.text.to_lowercase();
    let mut words = cue.split(|c: char| !c.is_alphabetic());
    words.any(|word| FACTIVE.word(word).is_some())
}
