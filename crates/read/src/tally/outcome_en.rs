//! English words for what became of people.

use bearings_model::Outcome;

use crate::lexicon::phrases;
use crate::text::Text;

/// How a word takes its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "31 people were injured", "killed 31 people", "31 injured".
    Either,
    /// "seven deaths", "dozens of victims": the count stands before.
    After,
    /// "killing four", "claimed the lives of four": the count follows.
    Before,
    /// "died": the count stands before it as the subject.
    Subject,
    /// "was shot": only in the passive, whose subject it is; "a man shot" tells of nobody hit.
    Passive,
}

phrases! {
    static OUTCOMES: (Outcome, Form) = {
        (Outcome::Killed, Form::Either) => "killed, murdered, executed, slain, assassinated, shot dead, massacred, shot to death, shot and killed, fatally shot, fatally stabbed, fatally wounded, stabbed to death, gunned down, pronounced dead",
        (Outcome::Killed, Form::Before) => "killing, kills, kill, murdering, claimed the lives of, claiming the lives of, took the lives of, deaths of, death of, murder of, murders of, assassination of, killing of, killings of, massacre of, slaying of, execution of, bodies of, corpses of, death toll rose to, death toll has risen to, death toll rises to, death toll reached, death toll stands at, death toll of, death toll rose, death toll has risen, toll rose, toll has risen, death toll to, toll rose to, toll to, toll down to, toll up to, toll at",
        (Outcome::Killed, Form::After) => "deaths, dead, fatalities, fatality, killings, lives lost",
        (Outcome::Killed, Form::Subject) => "died, perished, lost their lives, lost his life, lost her life, has died, have died, die, dies, lay dead",
        (Outcome::Wounded, Form::Either) => "wounded, injured, hurt, hospitalized, hospitalised, maimed, shot and wounded, shot and injured",
        (Outcome::Wounded, Form::Before) => "wounding, injuring, wounds, injures, hurting",
        (Outcome::Wounded, Form::After) => "injuries, injuries reported",
        (Outcome::Missing, Form::Either) => "missing, unaccounted for, reported missing, disappeared",
        (Outcome::Captured, Form::Either) => "captured, taken prisoner, taken hostage, kidnapped, abducted, detained, arrested",
        (Outcome::Captured, Form::Before) => "capturing, kidnapping, abducting, detaining, kidnapping of, abduction of",
        (Outcome::Captured, Form::After) => "prisoners of war, prisoners, pows, hostages",
        (Outcome::Surrendered, Form::Subject) => "surrendered, laid down their arms, laid down arms",
        (Outcome::Displaced, Form::Either) => "displaced, evacuated, left homeless",
        (Outcome::Displaced, Form::Before) => "evacuating, displacing",
        (Outcome::Displaced, Form::Subject) => "fled, have fled, had to flee",
        (Outcome::Victims, Form::After) => "victims, casualties",
        (Outcome::Victims, Form::Either) => "killed and wounded, killed or wounded, killed or injured, killed and injured, dead and wounded, dead or wounded, dead and injured, killed and hurt, wounded and killed, killed / wounded, killed / injured, dead / wounded, dead / injured",
        (Outcome::Victims, Form::Passive) => "shot, stabbed",
        (Outcome::Victims, Form::Before) => "killing and wounding, killing or wounding, killing and injuring, killing or injuring",
    };
}
phrases! {
    /// Not one was: "no one was killed", "there were no casualties".
    static NONE: () = {
        () => "no, no one, nobody, none, zero, not one, not a single",
    };
}

#[derive(Clone, Copy, Debug)]
pub(super) struct OutcomeFound {
    pub outcome: Outcome,
    pub form: Form,
    pub tokens: usize,
}

pub(super) fn outcome(text: &Text, at: usize, limit: usize) -> Option<OutcomeFound> {
    let found = OUTCOMES.at(text, at, limit)?;
    let (outcome, form) = *found.value;
    // "the captured city": what is captured is no person when a determiner leads it.
    let place = matches!(outcome, Outcome::Captured | Outcome::Missing)
        && at > 0
        && matches!(text.word(at - 1), "the" | "a" | "an");
    (!place).then_some(OutcomeFound {
        outcome,
        form,
        tokens: found.tokens,
    })
}

pub(super) fn none(text: &Text, at: usize, limit: usize) -> Option<usize> {
    // "No fewer than 20 were injured" is a count of 20 and more.
    let bound = matches!(text.word(at + 1), "fewer" | "less" | "more");
    let found = NONE.at(text, at, limit).filter(|_| !bound)?;
    Some(found.tokens)
}
