//! English: "Russian troops", "Ukraine's armed forces", "the Russians".

use std::ops::Range;

use bearings_model::Actor;

use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    /// Adjectives and names of a side, as ISO 3166 alpha-2.
    static SIDES: &'static str = {
        "RU" => "russian, russia, russians, moscow, kremlin",
        "UA" => "ukrainian, ukraine, ukrainians, kyiv",
        "BY" => "belarusian, belarus, belarusians",
        "PL" => "polish, poland, poles",
        "US" => "american, americans, u.s., us, washington",
        "GB" => "british, britain",
        "IL" => "israeli, israel, israelis",
        "PS" => "palestinian, palestinians, hamas",
        "SY" => "syrian, syria, syrians",
        "TR" => "turkish, turkey",
        "IR" => "iranian, iran, iranians",
        "IQ" => "iraqi, iraq, iraqis",
        "LB" => "lebanese, lebanon, hezbollah",
        "SD" => "sudanese, sudan",
        "MM" => "burmese, myanmar",
        "SV" => "salvadoran, salvadoran army, el salvador",
        "CO" => "colombian, colombia",
        "PE" => "peruvian, peru",
        "GE" => "georgian, georgia",
        "AM" => "armenian, armenia, armenians",
        "AZ" => "azerbaijani, azerbaijan",
    };
}
phrases! {
    static FORCES: () = {
        () => "forces, armed forces, troops, soldiers, soldier, army, military, unit, units, tanks, navy, air force, marines, paratroopers, fighters, artillery, aircraft, warplanes, jets, missiles, rockets, drones, convoy, national guard, servicemen, serviceman, infantry, defenders, invaders, side, general staff, police, government, militants, guerrillas, rebels",
    };
}

/// The side a word belongs to.
pub(crate) fn side_of(text: &Text, range: Range<usize>) -> Option<String> {
    range
        .clone()
        .find_map(|at| SIDES.at(text, at, range.end))
        .map(|found| (*found.value).to_owned())
}

/// Everyone in a token range who is named with a side.
pub(crate) fn actors(text: &Text, range: Range<usize>) -> Vec<Actor> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(side) = SIDES
            .at(text, at, range.end)
            .filter(|_| text.is_capital(at))
        else {
            at += 1;
            continue;
        };
        let end = actor_end(text, at + side.tokens, range.end);
        let people = text.word(at).ends_with('s') || end > at + side.tokens;
        if people {
            let span = text.span(at..end);
            found.push(Actor {
                span,
                text: text.slice(at..end).to_owned(),
                side: Some((*side.value).to_owned()),
            });
        }
        at = end;
    }
    found
}

/// Past "'s" and up to two adjectives to the noun that names the force; else where it began.
fn actor_end(text: &Text, after: usize, limit: usize) -> usize {
    let start = if text.word(after) == "'s" {
        after + 1
    } else {
        after
    };
    (start..limit.min(start + 3))
        .find_map(|at| Some(at + FORCES.at(text, at, limit)?.tokens))
        .unwrap_or(after)
}
