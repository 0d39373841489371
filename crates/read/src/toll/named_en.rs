//! English: deaths and injuries a text's opening names without counting: "the shooting death of a
//! teenager", "a child was shot". They commit to one at least, never to a number.

use std::ops::Range;

use bearings_model::{Named, NamedHarm};

use super::OPENING_SENTENCES;
use crate::language::Language;
use crate::lexicon::{Found, phrases};
use crate::strength::{is_negation, negates};
use crate::text::{Kind, Text};

/// "attempted first - degree murder": so far before its crime a word for the attempt may stand.
const INTENT_REACH_TOKENS: usize = 5;

phrases! {
    static INTENT: () = {
        () => "attempted, attempting, attempt, intent, conspiracy, conspiring, solicitation, threatened, threatening, threatens, plot, plotting, nearly, almost",
    };
}
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
        () => "attempted murder, attempted homicide, attempt to kill, tried to kill, trying to kill, threatened to kill, murder suspect, homicide detectives, homicide unit, homicide division, homicide investigators, homicide detective, homicide report, homicide squad, no one was injured, no one was hurt, nobody was hurt, no injuries, dead end, deadly weapon, deadly conduct, death row, death penalty, conspiracy to commit murder, killed in action, non - fatal shooting, non - fatal, nonfatal, nonfatally, left for dead, brain dead, murder capital",
    };
}

/// The words of the opening that name most deaths and most injuries.
pub(crate) fn named(text: &Text) -> NamedHarm {
    let mut found = NamedHarm::default();
    if text.language != Language::English {
        return found;
    }
    for sentence in text.sentences.iter().take(OPENING_SENTENCES) {
        let range = sentence.tokens.clone();
        let mut at = range.start;
        while at < range.end {
            if let Some(other) = OTHER.at(text, at, range.end) {
                at += other.tokens;
                continue;
            }
            let death = DEATHS.at(text, at, range.end);
            let harm = HARM.at(text, at, range.end);
            keep(text, at, range.clone(), death, &mut found.deaths);
            keep(text, at, range.clone(), harm, &mut found.injuries);
            at += 1;
        }
    }
    found
}

/// Keeps the words at token `at` where they name more than those before and are not negated.
fn keep(
    text: &Text,
    at: usize,
    sentence: Range<usize>,
    here: Option<Found<u64>>,
    most: &mut Option<Named>,
) {
    let Some(here) = here.filter(|here| most.is_none_or(|known| *here.value > known.at_least))
    else {
        return;
    };
    let said = text.kind(at) == Some(Kind::Word)
        && !negates(text, sentence.clone(), at)
        && !is_negation(text, at, sentence.end)
        && !is_intent(text, at, sentence.start);
    if said {
        *most = Some(Named {
            span: text.span(at..at + here.tokens),
            at_least: *here.value,
        });
    }
}

/// "Assault with intent to murder", "five counts of attempted first-degree murder".
fn is_intent(text: &Text, at: usize, start: usize) -> bool {
    (start.max(at.saturating_sub(INTENT_REACH_TOKENS))..at)
        .any(|i| INTENT.at(text, i, at).is_some())
}
