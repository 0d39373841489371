//! "Two of our soldiers", "on our side": a count's side is the speaker's own. Whose that is, only
//! the speaker's words can say.

use std::ops::Range;

use crate::actor::side_of;
use crate::lexicon::{Phrases, phrases};
use crate::text::Text;

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

/// The side the speaker's name or role tells: "a Ukrainian army spokesman".
pub(crate) fn side_of_speaker(words: &str, of: &Text) -> Option<String> {
    let words = Text::new(words, of.language);
    let range = 0..words.tokens.len();
    side_of(&words, range)
}
