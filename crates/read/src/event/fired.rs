//! What was fired says what happened: "a missile was fired" is no exchange of fire. What was only
//! fired at or on says nothing of the kind.

use std::ops::Range;

use bearings_model::EventKind;

use super::EventFound;
use crate::language::Language;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static FIRED: () = {
        () => "fired, firing, fires",
        () => "випустив, випустила, випустили, випустило, випущено, випущена, випущені, випускають, випускає, випускали",
        () => "выпустил, выпустила, выпустили, выпустило, выпущено, выпущена, выпущены, выпускают, выпускает, выпускали",
    };
}
phrases! {
    /// What flies; rockets are artillery's, as in "rocket fire".
    static PROJECTILES: EventKind = {
        EventKind::MissileStrike => "missile, missiles, iskander, iskanders, kalibr, kalibrs, крилат* ракет*, балістичн* ракет*, крылат* ракет*, баллистическ* ракет*, ракет*, іскандер*, искандер*, калібр*, калибр*",
        EventKind::Shelling => "rocket, rockets, shell, shells, artillery shells, mortar shells, mortar rounds, mortars, artillery rounds, grads, grad rockets, снаряд*, мін, міни, мин, мины",
    };
}
phrases! {
    /// Shot in a fight or at what flies; a missile or rocket by name alone.
    static IN_A_FIGHT: () = {
        () => "anti - tank, antitank, anti - aircraft, surface - to - air, rocket - propelled, rocket launcher, rocket launchers, missile launcher, missile launchers",
        () => "протитанков*, зенітн*, противотанков*, зенитн*",
    };
}

/// How many words may part the verb from what was fired: "fired three new long-range missiles".
const FIRED_TOKENS: usize = 5;

/// The event of a clause that tells what was fired.
pub(super) fn fired(text: &Text, clause: Range<usize>) -> Option<EventFound> {
    let (at, verb) = FIRED.find(text, clause.clone())?;
    let end = at + verb.tokens;
    let after = end..clause.end.min(end + FIRED_TOKENS);
    let before = clause.start.max(at.saturating_sub(FIRED_TOKENS))..at;
    let kind = first_projectile(text, after).or_else(|| match is_passive(text, at) {
        true => last_projectile(text, before),
        false => None,
    })?;
    Some(EventFound { kind, at, end })
}

/// "Missiles were fired"; where words stand freely, either side will do.
fn is_passive(text: &Text, verb: usize) -> bool {
    let before = verb.checked_sub(1).map_or("", |i| text.word(i));
    text.language != Language::English || matches!(before, "was" | "were" | "been" | "being")
}

fn first_projectile(text: &Text, range: Range<usize>) -> Option<EventKind> {
    let near = |i: &usize| {
        let away = matches!(
            text.word(*i),
            "at" | "on" | "upon" | "of" | "from" | "by" | "after"
        );
        !parts(text, *i) && !away
    };
    projectile(text, range.take_while(near).collect())
}

fn last_projectile(text: &Text, range: Range<usize>) -> Option<EventKind> {
    let near = |i: &usize| !parts(text, *i);
    let mut found: Vec<usize> = range.rev().take_while(near).collect();
    found.reverse();
    projectile(text, found)
}

/// A mark that is no hyphen: "long-range missiles" are one thing.
fn parts(text: &Text, at: usize) -> bool {
    text.kind(at) == Some(Kind::Mark) && text.word(at) != "-"
}

fn projectile(text: &Text, tokens: Vec<usize>) -> Option<EventKind> {
    let (first, last) = (*tokens.first()?, *tokens.last()? + 1);
    if IN_A_FIGHT.find(text, first..last).is_some() {
        return None;
    }
    let (_, found) = PROJECTILES.find(text, first..last)?;
    Some(*found.value)
}
