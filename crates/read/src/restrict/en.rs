//! English: shelters, people's positions as they write, sources who are not to be known.

use super::Words;
use crate::lexicon::phrases;

phrases! {
    static SHELTERS: () = {
        () => "bomb shelter, bomb shelters, shelter, shelters, air raid shelter, basement, basements, bunker, cellar, safe house, hideout, hiding place, underground station, evacuation point, assembly point",
    };
}
phrases! {
    /// Being there, going there, being brought there.
    static BEING_THERE: () = {
        () => "sheltering, hiding, ushered into, taken to, we are in, we're in, i am in, i'm in, are in, is in, into the, in the, to the, in a, to a, go to, go down to, stay in, staying in, living in, gather in, gathering in, gather at, waiting in, spending the night, at a, inside",
    };
}
phrases! {
    static REFUGE: () = {
        () => "hiding in, hiding at, hiding under, hiding underneath, hidden in the, sheltering in, sheltering at, sheltering under, sheltering on, taking refuge in, taking refuge at, taken refuge in, took refuge in, found refuge in, seeking refuge in, sleeping in the, sleeping on the platform, sleeping on the platforms, spend the nights in, spend their nights in, spending the nights in, spending their nights in, living underground, taking cover in, wait out the shelling in, waiting out the shelling in",
    };
}
phrases! {
    static HIT: () = {
        () => "was hit, were hit, was struck, was destroyed, were destroyed, shelled, bombed, hit a, hit the, struck a, struck the, killed, destroyed, no shelter, take shelter, took shelter, shelter from, snipers hiding in, fighters hiding in, soldiers hiding in, hiding in plain sight, in hiding since",
    };
}
phrases! {
    /// People tell where they are while they write.
    static LIVE: () = {
        () => "i'm currently, i am currently, currently staying, staying put, we are staying, we're staying, i'm staying, i am staying, i am at, i'm at, we are at, we're at, our hotel, my hotel, are staying at, is staying at, currently located at, currently based at, our position is, positions are at, are positioned at, are stationed at, is stationed at, headquartered in the",
    };
}
phrases! {
    static UNNAMED: () = {
        () => "condition of anonymity, asked not to be named, asked not to be identified, requested anonymity, declined to be named, declined to give his name, declined to give her name, not authorised to speak, not authorized to speak, for fear of reprisals, for fear of reprisal, name has been changed, whose name is being withheld, name is withheld, for security reasons gave only",
    };
}
phrases! {
    static PRISONERS: () = {
        () => "captured soldier identified as, prisoner identified as, captured pilot identified as, prisoner named, captive named, showed his passport, showed his documents",
    };
}

phrases! {
    /// Before a flat's number.
    static FLATS: () = {
        () => "apartment, flat, apt",
    };
}

pub(super) fn words() -> Words {
    Words {
        shelters: &SHELTERS,
        being_there: &BEING_THERE,
        refuge: &REFUGE,
        hit: &HIT,
        live: &LIVE,
        unnamed: &UNNAMED,
        prisoners: &PRISONERS,
        flats: &FLATS,
    }
}
