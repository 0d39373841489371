//! English words for what became of people.

use bearings_model::Outcome;

use super::TallyFound;
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
    /// "was shot", "shot four people": its subject in the passive, else people who follow; "a man
    /// shot" tells of nobody hit.
    Passive,
    /// "shooting four people": people who follow, and no rounds or hours.
    Object,
    /// "lost 200 soldiers": soldiers alone.
    Loss,
}

phrases! {
    static OUTCOMES: (Outcome, Form) = {
        (Outcome::Killed, Form::Either) => "killed, murdered, executed, slain, assassinated, shot dead, massacred, shot to death, shot and killed, fatally shot, fatally stabbed, fatally wounded, stabbed to death, gunned down, pronounced dead",
        (Outcome::Killed, Form::Before) => "killing, kills, kill, murdering, claimed the lives of, claiming the lives of, took the lives of, deaths of, death of, bodies of, body of, murder of, murders of, assassination of, killing of, killings of, massacre of, slaying of, execution of, corpses of, death toll rose to, death toll has risen to, death toll rises to, death toll reached, death toll stands at, death toll of, death toll rose, death toll has risen, toll rose, toll has risen, death toll to, toll rose to, toll to, toll down to, toll up to, toll at",
        (Outcome::Killed, Form::After) => "deaths, dead, fatalities, fatality, killings, lives lost, loss of life",
        (Outcome::Killed, Form::Subject) => "died, perished, lost their lives, lost his life, lost her life, has died, have died, die, dies, lay dead",
        (Outcome::Wounded, Form::Either) => "wounded, injured, hurt, hospitalized, hospitalised, maimed, shot and wounded, shot and injured",
        (Outcome::Wounded, Form::Before) => "wounding, injuring, wounds, injures, hurting",
        (Outcome::Wounded, Form::After) => "injuries, injuries reported",
        (Outcome::Missing, Form::Either) => "missing, unaccounted for, reported missing, disappeared",
        (Outcome::Captured, Form::Either) => "captured, taken prisoner, taken hostage, kidnapped, abducted",
        (Outcome::Captured, Form::Before) => "capturing, kidnapping, abducting, kidnapping of, abduction of",
        (Outcome::Detained, Form::Either) => "detained, arrested, taken into custody",
        (Outcome::Detained, Form::Before) => "detaining, arresting",
        (Outcome::Trapped, Form::Either) => "trapped, buried under the rubble, buried under rubble, under the rubble",
        (Outcome::Trapped, Form::Before) => "trapping",
        (Outcome::Rescued, Form::Either) => "rescued, pulled alive, pulled out alive, found alive",
        (Outcome::Rescued, Form::Before) => "rescuing",
        (Outcome::Captured, Form::After) => "prisoners of war, prisoners, pows, hostages",
        (Outcome::Surrendered, Form::Subject) => "surrendered, laid down their arms, laid down arms",
        (Outcome::Displaced, Form::Either) => "displaced, evacuated, left homeless",
        (Outcome::Displaced, Form::Before) => "evacuating, displacing",
        (Outcome::Displaced, Form::Subject) => "fled, have fled, had to flee",
        (Outcome::Victims, Form::After) => "victims, casualties",
        (Outcome::Victims, Form::Either) => "killed and wounded, killed or wounded, killed or injured, killed and injured, dead and wounded, dead or wounded, dead and injured, killed and hurt, wounded and killed, killed / wounded, killed / injured, dead / wounded, dead / injured",
        (Outcome::Victims, Form::Passive) => "shot, stabbed",
        (Outcome::Victims, Form::Object) => "shooting, shoots, shoot, stabbing, stabs, striking, strikes, hitting",
        (Outcome::Victims, Form::Loss) => "lost, losing, loses, loss of",
        (Outcome::Killed, Form::Before) => "among the dead were, among the dead are, among those killed were, among those killed are",
        (Outcome::Wounded, Form::Before) => "among the wounded were, among the wounded are, among the injured were, among the injured are, among those injured were",
        (Outcome::Victims, Form::Before) => "killing and wounding, killing or wounding, killing and injuring, killing or injuring",
    };
}
phrases! {
    /// Not one was: "no one was killed", "there were no casualties".
    static NONE: () = {
        () => "no, no one, nobody, none, zero, not one, not a single, without, without any",
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

/// What became of those counted; what a count is of stays its rule where that says more.
pub(super) fn give(tally: &mut TallyFound, outcome: Outcome) {
    tally.outcome = Some(outcome);
    if !matches!(tally.rule, "en.tally.share" | "en.tally.others") {
        tally.rule = rule_of(outcome);
    }
}

pub(super) fn rule_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Killed => "en.tally.killed",
        Outcome::Wounded => "en.tally.wounded",
        Outcome::Missing => "en.tally.missing",
        Outcome::Captured => "en.tally.captured",
        Outcome::Detained => "en.tally.detained",
        Outcome::Surrendered => "en.tally.surrendered",
        Outcome::Displaced => "en.tally.displaced",
        Outcome::Trapped => "en.tally.trapped",
        Outcome::Rescued => "en.tally.rescued",
        Outcome::Victims => "en.tally.victims",
        Outcome::Present => "en.tally.present",
    }
}
