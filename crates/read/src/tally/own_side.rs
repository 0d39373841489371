//! "Two of our soldiers", "on our side": a count's side is the speaker's own. Whose that is, only
//! the speaker's words can say.

use std::ops::Range;

use crate::actor::{is_enemy, side_of};
use crate::language::Language;
use crate::lexicon::{Phrases, phrases};
use crate::text::{Kind, Text};

phrases! {
    static EN: bool = {
        false => "our",
        true => "on our side, from our side, on our part, among our",
    };
}
phrases! {
    static UK: bool = {
        false => "наших, наші, нашого, нашим, наш",
        true => "з нашого боку, із нашого боку, серед наших",
    };
}
phrases! {
    static RU: bool = {
        false => "наших, наши, нашего, нашим, наш",
        true => "с нашей стороны, среди наших",
    };
}

/// Whether what is counted at `counted`, in the run it stands in, is said to be the speaker's own.
pub(crate) fn is_own(text: &Text, counted: Range<usize>, run: Range<usize>) -> bool {
    let words: Option<fn() -> &'static Phrases<bool>> =
        text.language.pick(|| &*EN, || &*UK, || &*RU);
    let Some(words) = words.map(|words| words()) else {
        return false;
    };
    words.find(text, counted).is_some()
        || run
            .clone()
            .any(|at| words.at(text, at, run.end).is_some_and(|own| *own.value))
}

phrases! {
    /// Whoever stands before these lost those counted.
    static LOST: () = {
        () => "lost, loses, losing, lose, has lost, втратив, втратила, втратили, втрачає, втратило, потерял, потеряла, потеряли, теряет",
    };
}

/// Words around a count that may say whose those counted are.
const LOSER_TOKENS: usize = 4;
const OWNER_TOKENS: usize = 2;

/// Whether those counted are said to be the enemy's: "the enemy lost 20 men", "20 enemy soldiers",
/// "20 soldiers of the enemy". Whoever the enemy killed are not.
pub(crate) fn is_of_enemy(
    text: &Text,
    tokens: Range<usize>,
    counted: Range<usize>,
    run: &Range<usize>,
) -> bool {
    let first = run.start.max(tokens.start.saturating_sub(LOSER_TOKENS));
    let lost = LOST.find(text, first..counted.start).map(|(at, _)| at);
    let word = |i: &usize| text.kind(*i) == Some(Kind::Word);
    let behind = counted.end..run.end.min(counted.end + OWNER_TOKENS + 1);
    let behind = behind
        .take_while(word)
        .last()
        .map_or(counted.end, |i| i + 1);
    let owned = match text.word(counted.end) {
        "of" => is_enemy(text, counted.end..behind),
        _ => {
            text.language != Language::English
                && is_enemy(text, counted.end..behind.min(counted.end + 1))
        }
    };
    lost.is_some_and(|lost| is_enemy(text, first..lost)) || is_enemy(text, counted) || owned
}

/// The side the speaker's name or role tells: "a Ukrainian army spokesman".
pub(crate) fn side_of_speaker(words: &str, of: &Text) -> Option<String> {
    let words = Text::new(words, of.language);
    let range = 0..words.tokens.len();
    side_of(&words, range)
}
