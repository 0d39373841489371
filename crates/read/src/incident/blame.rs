//! Whom a sentence names as having done it, and on whose word: told, claimed or accused.

use std::ops::Range;

use crate::event::event;
use crate::lexicon::phrases;
use crate::text::Text;

/// How an organisation came to be named as the one that did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The text tells it as what happened.
    Told,
    /// It said so itself.
    Claimed,
    /// Somebody suspects, accuses or blames it.
    Accused,
}

impl Blame {
    /// The name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Blame::Told => "told",
            Blame::Claimed => "claimed",
            Blame::Accused => "accused",
        }
    }
}

/// An organisation named as having done it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perpetrator {
    /// As written.
    pub text: String,
    pub blame: Blame,
}

phrases! {
    /// Armed groups and forces by their names.
    static NAMES: () = {
        () => "farabundo marti national liberation front, fmln, army of national liberation, national liberation army, eln, revolutionary armed forces of colombia, farc, popular liberation army, epl, 19 april movement, m - 19, shining path, sendero luminoso, tupac amaru revolutionary movement, mrta, medellin cartel, cali cartel, extraditables, manuel rodriguez patriotic front, fpmr, movement of the revolutionary left, mir, lautaro youth movement, guatemalan national revolutionary unity, urng, cinchoneros, cinchonero popular liberation movement, simon bolivar guerrilla coordinating board, zarate willka, death squads, death squad, contras, nationalist republican alliance, secret anticommunist army",
        () => "islamic state, isis, isil, al - qaeda, al qaeda, taliban, hamas, hezbollah, hizbollah, islamic jihad, al - shabaab, al shabaab, boko haram, wagner group, wagner, rapid support forces, rsf, pkk, kurdistan workers' party, ltte, tamil tigers, irish republican army, ira, eta, houthis, houthi, arakan army, lord's resistance army, m23, jnim, azov",
        () => "armed forces, army, air force, national police, treasury police, national guard, security forces, civil defense, government forces, paramilitary group, paramilitary groups, drug traffickers, drug mafia",
    };
}
phrases! {
    static CLAIMED: () = {
        () => "claimed responsibility, claimed credit, claims responsibility, claiming responsibility, claim responsibility, took responsibility, taken responsibility, admitted, acknowledged responsibility, has claimed, have claimed",
    };
}
phrases! {
    static ACCUSED: () = {
        () => "accused, accuses, blamed, blames, attributed, suspected, suspects, alleged, allegedly, presumed, presumably, believed, responsible for, charged, charges, involved, participated, implicated, behind",
    };
}

/// Words between an organisation and the event's word it does.
const REACH_TOKENS: usize = 24;

/// Whom a sentence names, for a claim in it.
pub(super) fn perpetrators(
    text: &Text,
    sentence: Range<usize>,
    claim: Range<usize>,
) -> Vec<Perpetrator> {
    let claimed = CLAIMED.find(text, sentence.clone()).is_some();
    let accused = ACCUSED.find(text, sentence.clone()).is_some();
    let word = event(text, claim.clone()).map_or(claim.start, |found| found.at);
    let mut found: Vec<Perpetrator> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(name) = NAMES.at(text, at, sentence.end) else {
            at += 1;
            continue;
        };
        let blame = match (claimed, accused) {
            (true, _) => Some(Blame::Claimed),
            (_, true) => Some(Blame::Accused),
            _ => does_it(text, at, word).then_some(Blame::Told),
        };
        if let Some(blame) = blame.filter(|_| !is_befallen(text, at)) {
            found.push(Perpetrator {
                text: text.slice(at..at + name.tokens).to_owned(),
                blame,
            });
        }
        at += name.tokens;
    }
    found.truncate(MOST_NAMED);
    found
}

/// A sentence that names more lists groups and blames none of them in particular.
const MOST_NAMED: usize = 2;

/// "By the group", "members of the group": the words before the name make it the doer; without
/// them it must stand before the event's word.
fn does_it(text: &Text, name: usize, word: usize) -> bool {
    let before = (name.saturating_sub(4)..name).any(|i| text.word(i) == "by");
    before || name < word && word - name <= REACH_TOKENS && has_verb(text, name, word)
}

/// The group is no object or owner of what comes before: "against the group".
fn is_befallen(text: &Text, name: usize) -> bool {
    (name.saturating_sub(3)..name).any(|i| {
        matches!(
            text.word(i),
            "against" | "on" | "with" | "between" | "to" | "from" | "killed" | "attacked"
        )
    })
}

/// Nothing between the group and the event's word ends the clause it is the subject of.
fn has_verb(text: &Text, name: usize, word: usize) -> bool {
    !(name..word).any(|i| matches!(text.word(i), "." | ";" | "said" | "reported" | "stated"))
}

/// Each organisation once, on the strongest word there is for it.
pub(super) fn once(all: impl Iterator<Item = Perpetrator>) -> Vec<Perpetrator> {
    let mut found: Vec<Perpetrator> = Vec::new();
    for one in all {
        let same = |known: &&mut Perpetrator| known.text.eq_ignore_ascii_case(&one.text);
        match found.iter_mut().find(same) {
            Some(known) if one.blame == Blame::Claimed => known.blame = one.blame,
            Some(_) => {}
            None => found.push(one),
        }
    }
    found
}
