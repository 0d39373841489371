//! What an event befell: things and people named right by the words that hit them.
//!
//! A hospital in a sentence about a strike is not yet what was struck. It is when it stands with
//! the word that hits: after it ("hit a hospital", "the shelling of a hospital"), joined to what
//! stands there ("and a school"), or before it in the passive ("a hospital was hit").

mod en;
mod ru;
mod uk;

use std::ops::Range;

use bearings_model::{Affected, AffectedKind, EventKind};

use super::weapon::is_weapon;
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

/// How many words may stand between a word that hits and what it hits: "the main railway".
const WORDS_BETWEEN: usize = 5;
/// After a thing, "in the north of Kharkiv" may stand before "was hit".
const WORDS_TO_PASSIVE: usize = 8;

/// "реактивними системами залпового вогню".
const LONGEST_WEAPON: usize = 4;
const WITH: [&str; 7] = ["with", "з", "із", "зі", "из", "с", "со"];

/// The tables of one language.
struct Words {
    things: &'static Phrases<AffectedKind>,
    /// Verbs and nouns of hitting, damaging, burning.
    hits: &'static Phrases<()>,
    /// Between a hit and what it hit: "strike on", "damage to".
    onto: &'static Phrases<()>,
    /// What ends a name of a thing to the left: auxiliaries, conjunctions, pronouns.
    stops: &'static Phrases<()>,
    /// These end it too, and say that the thing is where something was: "in a school".
    prepositions: &'static Phrases<()>,
    /// "the roof of the church": what is hit with a part is hit.
    parts: &'static Phrases<()>,
    /// After a thing, these say that it was hit: "was hit", "caught fire".
    passive: &'static Phrases<()>,
}

/// Everything a clause says an event of this kind befell, in the text's order.
pub(crate) fn targets(text: &Text, clause: Range<usize>, event: EventKind) -> Vec<Affected> {
    let words = text
        .language
        .pick(en::words as fn() -> Words, uk::words, ru::words);
    let Some(words) = words.filter(|_| befalls(event)).map(|words| words()) else {
        return Vec::new();
    };
    let mut found: Vec<(Range<usize>, Affected)> = Vec::new();
    for (tokens, kind) in words.things.all(text, clause.clone()) {
        let left = before(text, &words, &tokens, &clause, found.last());
        let hit = match left.stands {
            Stands::Hit => true,
            Stands::Free => is_hit_after(text, &words, tokens.end, clause.end),
            Stands::Where => false,
        };
        if hit {
            let whole = left.start..tokens.end;
            let affected = Affected {
                span: text.span(whole.clone()),
                text: text.slice(whole.clone()).to_owned(),
                kind: *kind,
            };
            found.push((whole, affected));
        }
    }
    found.into_iter().map(|(_, affected)| affected).collect()
}

/// Kinds that befall somebody or something.
fn befalls(event: EventKind) -> bool {
    !matches!(
        event,
        EventKind::Statement
            | EventKind::Protest
            | EventKind::Evacuation
            | EventKind::Deployment
            | EventKind::Advance
            | EventKind::Retreat
            | EventKind::Crossing
            | EventKind::Defence
    )
}

/// What stands to the left of a thing.
struct Left {
    /// Where the thing's own words begin.
    start: usize,
    stands: Stands,
}

enum Stands {
    /// After a word that hits.
    Hit,
    /// After a preposition: it is where something was.
    Where,
    Free,
}

impl Stands {
    fn hit_or(self, hit: bool) -> Self {
        if hit { Stands::Hit } else { self }
    }
}

fn before(
    text: &Text,
    words: &Words,
    thing: &Range<usize>,
    clause: &Range<usize>,
    last: Option<&(Range<usize>, Affected)>,
) -> Left {
    let nearest = clause
        .start
        .max(thing.start.saturating_sub(WORDS_BETWEEN + 1));
    let mut at = thing.start;
    while at > nearest {
        let left = at - 1;
        if is_hit_before(text, words, clause.start, at) {
            let stands = Stands::Hit;
            return Left { start: at, stands };
        }
        if let Some(onto) = words.onto.at(text, left, at) {
            let end = at - onto.tokens;
            let fronted = text.word(left) == "по" && is_hit_next(text, words, thing.end, clause);
            let hit = fronted || is_hit_before(text, words, clause.start, end);
            let part = text.word(left) == "of" && ends(text, words.parts, clause.start, left);
            if !hit && part {
                at = left;
                continue;
            }
            let stands = Stands::Where.hit_or(hit);
            return Left { start: at, stands };
        }
        // "a hospital and a school": what joins two things that were hit.
        let joined = matches!(text.word(left), "," | "and" | "і" | "й" | "та" | "и" | "&");
        if joined {
            let joins = last.is_some_and(|(known, _)| {
                (known.end..left).all(|i| text.kind(i) != Some(Kind::Word) || is_joint(text, i))
            });
            let stands = Stands::Free.hit_or(joins);
            return Left { start: at, stands };
        }
        let preposition = words.prepositions.at(text, left, at).is_some();
        let other = !is_word(text, left) || words.stops.at(text, left, at).is_some();
        if preposition || other {
            let stands = if preposition {
                Stands::Where
            } else {
                Stands::Free
            };
            return Left { start: at, stands };
        }
        at = left;
    }
    let stands = Stands::Free;
    Left { start: at, stands }
}

/// A word that hits right before `end`, or before the weapon there: "shelled with Grads …".
fn is_hit_before(text: &Text, words: &Words, start: usize, end: usize) -> bool {
    if ends(text, words.hits, start, end) {
        return true;
    }
    let weapon = (1..=LONGEST_WEAPON)
        .filter_map(|tokens| end.checked_sub(tokens).filter(|from| *from >= start))
        .filter(|from| is_weapon(text, *from, end))
        .min();
    let Some(weapon) = weapon else { return false };
    let with = weapon > start && WITH.contains(&text.word(weapon - 1));
    ends(text, words.hits, start, weapon - usize::from(with))
}

/// "По аэропорту нанесли удар": the hit follows, at most past a name and a verb.
fn is_hit_next(text: &Text, words: &Words, after: usize, clause: &Range<usize>) -> bool {
    let limit = clause.end.min(after + WORDS_BETWEEN);
    (after..limit)
        .take_while(|at| is_word(text, *at))
        .any(|at| words.hits.at(text, at, clause.end).is_some())
}

fn is_word(text: &Text, at: usize) -> bool {
    matches!(text.kind(at), Some(Kind::Word | Kind::Number))
}

fn is_joint(text: &Text, at: usize) -> bool {
    matches!(text.word(at), "and" | "і" | "й" | "та" | "и" | "also")
}

/// Whether a phrase of the table ends right before `end`; two words at most.
fn ends(text: &Text, table: &Phrases<()>, start: usize, end: usize) -> bool {
    (1..=2)
        .filter_map(|tokens| end.checked_sub(tokens).filter(|from| *from >= start))
        .any(|from| {
            table
                .at(text, from, end)
                .is_some_and(|found| from + found.tokens == end)
        })
}

/// "in Kharkiv was hit", "was destroyed", "caught fire" after the thing.
fn is_hit_after(text: &Text, words: &Words, end: usize, limit: usize) -> bool {
    let far = limit.min(end + WORDS_TO_PASSIVE);
    for at in end..far {
        if words.passive.at(text, at, limit).is_some() {
            return true;
        }
        let passes = match text.language {
            // Where it stands: "in central Kharkiv", "on Peace Avenue".
            Language::English => {
                text.is_capital(at)
                    || matches!(
                        text.word(at),
                        "in" | "on"
                            | "of"
                            | "near"
                            | "at"
                            | "the"
                            | "central"
                            | "and"
                            | ","
                            | "north"
                            | "south"
                            | "east"
                            | "west"
                            | "centre"
                            | "center"
                            | "outskirts"
                            | "suburbs"
                            | "city"
                            | "town"
                            | "village"
                            | "district"
                    )
            }
            _ => {
                text.is_capital(at)
                    || matches!(
                        text.word(at),
                        "в" | "у"
                            | "на"
                            | "біля"
                            | "возле"
                            | "районі"
                            | "районе"
                            | "центрі"
                            | "центре"
                    )
                    || text.kind(at) == Some(Kind::Word)
                        && text.word(at).chars().count() > 3
                        && at == end
            }
        };
        if !passes || !is_word(text, at) && text.word(at) != "," {
            return false;
        }
    }
    false
}
