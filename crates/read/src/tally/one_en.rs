//! One person by an article or, where headlines leave it out, by the noun alone: "a woman", "one
//! soldier", "a 27-year-old man", "another child", "Boy, 2, killed".

use std::ops::Range;

use super::outcome_en::outcome;
use super::people_en::{CountedNoun, counted};
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    /// One more than those told of before.
    static NEXT: () = {
        () => "another, a second, a third, a fourth, a fifth, a sixth, a seventh, a further, one more, one other",
    };
}
phrases! {
    /// Nouns that begin a headline without an article.
    static BARE: () = {
        () => "man, woman, boy, girl, child, toddler, infant, baby, teen, teenager, soldier, officer, police officer, policeman, deputy, trooper, civilian, resident, journalist, reporter, nurse, doctor, medic, paramedic, firefighter, rescuer, driver, worker, student, guard, mother, father, pensioner, grandmother, grandfather, villager, farmer, pedestrian, bystander",
    };
}

/// One person: what counts it, the noun, and whether it is one more than others.
pub(super) struct OnePerson {
    pub amount: Range<usize>,
    pub noun: CountedNoun,
    pub further: bool,
}

/// The one person told of at token `at`, if one is; `bare` where a noun alone may stand.
pub(super) fn one_person(text: &Text, at: usize, limit: usize, bare: bool) -> Option<OnePerson> {
    if bare {
        return without_article(text, at, limit);
    }
    if !matches!(text.word(at), "a" | "an" | "one" | "another") {
        return None;
    }
    let next = NEXT.at(text, at, limit).map_or(0, |next| next.tokens);
    let start = at + next.max(1);
    let noun = match text.word(start) {
        "victim" => victim(start),
        _ => counted(text, past_age(text, start), limit).filter(|noun| noun.people)?,
    };
    let amount = at..start;
    (!is_plural(text.word(noun.tokens.end - 1))).then_some(OnePerson {
        amount,
        noun,
        further: next > 0,
    })
}

/// "A third victim": whoever was hurt, as a noun.
fn victim(at: usize) -> CountedNoun {
    CountedNoun {
        tokens: at..at + 1,
        people: true,
        who: None,
        also: Vec::new(),
    }
}

/// "Woman killed", "10-year-old girl, man hurt".
fn without_article(text: &Text, at: usize, limit: usize) -> Option<OnePerson> {
    let start = past_age(text, at);
    let tokens = BARE.at(text, start, limit)?.tokens;
    // "Deputy Anton Melnyk": before a name it is a title.
    let end = start + tokens;
    let named = |i: usize| text.is_capital(i) && outcome(text, i, limit).is_none();
    if !text.all_capitals && named(end) && named(end + 1) {
        return None;
    }
    let noun = counted(text, start, limit.min(start + tokens))?;
    Some(OnePerson {
        amount: noun.tokens.clone(),
        noun,
        further: false,
    })
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s')
        || matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "troops"
                | "personnel"
                | "police"
                | "fishermen"
        )
}

/// "a 27-year-old man": the token after the age, or `at` itself.
fn past_age(text: &Text, at: usize) -> usize {
    let year = |i: usize| matches!(text.word(i), "year" | "month" | "years" | "months");
    let old = match text.kind(at) == Some(Kind::Number) {
        true if text.word(at + 1) == "-" && year(at + 2) && text.word(at + 3) == "-" => at + 4,
        true if year(at + 1) => at + 2 + usize::from(text.word(at + 2) == "-"),
        _ => return at,
    };
    if text.word(old) == "old" { old + 1 } else { at }
}
