//! English: deaths and injuries a text's opening names without counting: "the shooting death of a
//! teenager", "a child was shot". They commit to one at least, never to a number.

use bearings_model::Span;

use crate::lexicon::{Found, phrases};
use crate::strength::{is_negation, negates};
use crate::text::{Kind, Text};

/// The opening of a report: its headline and about two paragraphs.
const OPENING_SENTENCES: usize = 7;

phrases! {
    static DEATHS: u64 = {
        2 => "double homicide, double murder, double slaying, double killing, double fatal, murder - suicide, murder suicide, two homicides, two murders, both died, both killed, both victims died",
        3 => "triple homicide, triple murder, triple slaying, triple killing, triple fatal",
        4 => "quadruple homicide, quadruple murder, quadruple slaying",
        1 => "shooting death, stabbing death, death of, deaths of, fatal shooting, fatal stabbing, deadly shooting, fatally, fatality, shot to death, stabbed to death, beaten to death, homicide, murder, murdered, murdering, slaying, slain, manslaughter, killed, kills, killing, dies, died, dead, body was found, pronounced dead, lost his life, lost her life, takes life",
    };
}
phrases! {
    static HARM: u64 = {
        2 => "double shooting, double stabbing, both wounded, both injured",
        3 => "triple shooting, triple stabbing",
        4 => "quadruple shooting",
        1 => "shot in, shot allegedly, shot accidentally, accidentally shot, accidentally shoots, accidentally shooting, accidental shooting, shot his, shot her, shooting his, shooting her, hit by bullet, hit by a bullet, hit by stray, hit by a stray, hit by gunfire, struck by bullet, struck by a stray, struck by gunfire, stray bullet, grazes, bullet wound, bullet wounds, injures, injury, injuries, flown to hospital, rushed to the hospital, was shot, were shot, been shot, got shot, shot in the, shot and wounded, is shot, are shot, shoots, shot himself, shot herself, shot by, shot while, shot during, shot at, shot after, shot with, shot outside, shot near, wounded, wounding, injured, injuring, stabbed, gunshot wound, gunshot wounds, struck by a bullet, grazed, hospitalized, in critical condition, in stable condition, expected to recover, expected to survive, recovering, shooting victim, victim of a shooting",
    };
}
phrases! {
    /// Words that hold one of those above and name no death or injury of this event.
    static OTHER: () = {
        () => "attempted murder, attempted homicide, attempt to kill, tried to kill, trying to kill, threatened to kill, murder suspect, homicide detectives, homicide unit, homicide division, homicide investigators, homicide detective, homicide report, homicide squad, no one was injured, no one was hurt, nobody was hurt, no injuries, dead end, deadly weapon, deadly conduct, death row, death penalty, conspiracy to commit murder, killed in action",
    };
}

/// The words of the opening that name most deaths, and most injuries, with how many at least.
pub(super) struct Named {
    pub death: Option<(Span, u64)>,
    pub harm: Option<(Span, u64)>,
}

pub(super) fn named(text: &Text) -> Named {
    let mut found = Named {
        death: None,
        harm: None,
    };
    for sentence in text.sentences.iter().take(OPENING_SENTENCES) {
        let range = sentence.tokens.clone();
        let mut at = range.start;
        while at < range.end {
            if let Some(other) = OTHER.at(text, at, range.end) {
                at += other.tokens;
                continue;
            }
            let word = text.kind(at) == Some(Kind::Word)
                && !negates(text, range.clone(), at)
                && !is_negation(text, at, range.end);
            let death = DEATHS.at(text, at, range.end).filter(|_| word);
            let harm = HARM.at(text, at, range.end).filter(|_| word);
            for (most, here) in [(&mut found.death, death), (&mut found.harm, harm)] {
                let more = |here: &Found<u64>| most.is_none_or(|(_, known)| *here.value > known);
                if let Some(here) = here.filter(more) {
                    *most = Some((text.span(at..at + here.tokens), *here.value));
                }
            }
            at += 1;
        }
    }
    found
}
