//! Endings of Ukrainian and Russian place names in their cases, and the nominative's instead.
//!
//! A table of endings, not a stemmer: a name is only taken when what an ending leads back to is
//! a place that is known.

use std::borrow::Cow;

use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind};

use crate::text::{Kind, Text};

/// An ending and what stands in the nominative instead.
type Ending = (&'static str, &'static str);

const UKRAINIAN: &[Ending] = &[
    ("ові", "ів"),
    ("ова", "ів"),
    ("овом", "ів"),
    ("ову", "ів"),
    ("еві", "ів"),
    ("ева", "ів"),
    ("єві", "їв"),
    ("єва", "їв"),
    ("євом", "їв"),
    ("єву", "їв"),
    ("овим", "ів"),
    ("євим", "їв"),
    ("ому", "ий"),
    ("ого", "ий"),
    ("им", "ий"),
    ("ці", "ка"),
    ("зі", "га"),
    ("ки", "ка"),
    ("ку", "ка"),
    ("кою", "ка"),
    ("ці", "к"),
    ("ці", "ць"),
    ("зі", "г"),
    ("ії", "ія"),
    ("ію", "ія"),
    ("ією", "ія"),
    ("ому", "е"),
    ("ого", "е"),
    ("им", "е"),
    ("ої", "а"),
    ("ій", "а"),
    ("ою", "а"),
    ("ах", "и"),
    ("ями", "і"),
    ("ам", "и"),
    ("і", ""),
    ("і", "а"),
    ("і", "ь"),
    ("і", "о"),
    ("і", "я"),
    ("а", ""),
    ("а", "о"),
    ("у", ""),
    ("у", "а"),
    ("у", "о"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ю", "я"),
    ("и", "а"),
    ("и", "ь"),
    ("ом", ""),
    ("ем", "ь"),
    ("ям", "я"),
    ("", "и"),
    ("ю", "й"),
    ("ї", "й"),
    ("єм", "й"),
    ("я", "й"),
    ("ів", "и"),
    ("ів", "і"),
    ("ами", "и"),
    ("ях", "і"),
    ("их", "і"),
    ("им", "і"),
    ("ими", "і"),
    ("я", "е"),
    ("ю", "е"),
    ("ем", "е"),
    ("ені", "інь"),
    ("еня", "інь"),
    ("еню", "інь"),
    ("огу", "іг"),
    ("озі", "іг"),
    ("огом", "іг"),
    ("ом", "о"),
    ("ем", ""),
    ("ею", "я"),
    ("ею", "а"),
    ("ей", "ь"),
    ("єю", "я"),
    ("ями", "я"),
    ("я", ""),
    ("ові", ""),
    ("еві", "ь"),
    ("єві", "й"),
    ("ї", "я"),
];

const RUSSIAN: &[Ending] = &[
    ("ке", "ка"),
    ("ки", "ка"),
    ("ку", "ка"),
    ("кой", "ка"),
    ("ой", "ая"),
    ("ую", "ая"),
    ("ее", "ея"),
    ("ии", "ия"),
    ("ию", "ия"),
    ("ах", "ы"),
    ("ах", "и"),
    ("ам", "ы"),
    ("ого", "ое"),
    ("ом", "ий"),
    ("ого", "ий"),
    ("им", "ий"),
    ("ым", "ый"),
    ("ом", "ое"),
    ("е", ""),
    ("е", "а"),
    ("е", "ь"),
    ("е", "о"),
    ("а", ""),
    ("а", "о"),
    ("у", ""),
    ("у", "а"),
    ("ы", "а"),
    ("и", "ь"),
    ("и", "а"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ья", "ье"),
    ("ью", "ье"),
    ("ом", ""),
    ("ем", "ь"),
    ("ой", "а"),
    ("", "ы"),
    ("ией", "ия"),
    ("ей", "я"),
    ("ей", "а"),
    ("ей", "ь"),
    ("ью", "ь"),
    ("ая", "ай"),
    ("ае", "ай"),
    ("аю", "ай"),
    ("аем", "ай"),
    ("я", "й"),
    ("е", "й"),
    ("ю", "й"),
    ("ем", "й"),
    ("ов", "ы"),
    ("ами", "ы"),
    ("ами", "и"),
    ("ев", "и"),
    ("ях", "и"),
    ("ых", "ые"),
    ("ым", "ые"),
    ("ыми", "ые"),
    ("их", "ие"),
    ("ом", "о"),
    ("ому", "ое"),
    ("ому", "ый"),
    ("я", "е"),
    ("ю", "е"),
    ("ем", "е"),
    ("ого", "ый"),
    ("ого", "ой"),
    ("ом", "ый"),
    ("ом", "ой"),
    ("ым", "ое"),
    ("е", "я"),
    ("ам", "а"),
];

/// Names of fewer letters lose too much with their endings.
const SHORTEST_NAME_LETTERS: usize = 4;

/// Longer names in cases ("Франкфурта-на-Майне") have no more tokens than this.
const LONGEST_NAME_TOKENS: usize = 5;

/// A name led back to the nominative: where it ends, how it is written there, what it can mean.
type Nominative = (usize, String, Vec<PlaceCandidate>);

/// The longest name from token `at` on in the nominative.
pub(in crate::place) fn by_ending(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    limit: usize,
) -> Option<Nominative> {
    let endings = text.language.pick(&[] as &[Ending], UKRAINIAN, RUSSIAN)?;
    let mut reader = Reader {
        text,
        gazetteer,
        endings,
        limit: limit.min(at + LONGEST_NAME_TOKENS),
        best: None,
    };
    reader.extend(String::new(), at);
    reader.best
}

struct Reader<'r> {
    text: &'r Text<'r>,
    gazetteer: &'r dyn Gazetteer,
    endings: &'static [Ending],
    limit: usize,
    best: Option<Nominative>,
}

impl Reader<'_> {
    /// Tries every nominative of the word at `at` after the words that stand before it.
    fn extend(&mut self, before: String, at: usize) {
        let single = before.is_empty();
        let word = self.text.word(at);
        let goes_on = self.goes_on(at + 1);
        if !single {
            self.attempt(format!("{before}{word}"), at, goes_on);
        }
        if single && goes_on {
            // "Ивано-Франковске", "Балтийское море": the first part stays as it is.
            self.go_on(word, at);
        }
        for form in forms(word, self.endings) {
            self.attempt(format!("{before}{form}"), at, goes_on);
        }
    }

    fn attempt(&mut self, name: String, at: usize, goes_on: bool) {
        let candidates = self.gazetteer.look_up(&name);
        if !candidates.is_empty() {
            self.keep(at + 1, &name, candidates);
        }
        if goes_on {
            self.go_on(&name, at);
        }
    }

    fn go_on(&mut self, name: &str, at: usize) {
        let hyphen = self.text.word(at + 1) == "-" && self.text.is_glued(at + 1);
        let (join, next) = if hyphen { ("-", at + 2) } else { (" ", at + 1) };
        let longer = format!("{name}{join}");
        if self.gazetteer.may_begin(&longer) {
            self.extend(longer, next);
        }
    }

    /// Whether a word follows that may belong to the name.
    fn goes_on(&self, at: usize) -> bool {
        let word = |i: usize| i < self.limit && self.text.kind(i) == Some(Kind::Word);
        word(at)
            || self.text.word(at) == "-"
                && self.text.is_glued(at)
                && self.text.is_glued(at + 1)
                && word(at + 1)
    }

    /// Longer is better; equals are kept together, under the name of the better known.
    fn keep(&mut self, end: usize, name: &str, candidates: Vec<PlaceCandidate>) {
        match &mut self.best {
            Some((best_end, ..)) if end < *best_end => {}
            Some((best_end, best_name, best)) if end == *best_end => {
                if rank(&candidates) > rank(best) {
                    name.clone_into(best_name);
                }
                best.extend(candidates);
            }
            _ => self.best = Some((end, name.to_owned(), candidates)),
        }
    }
}

/// How well known the best known of them is.
fn rank(candidates: &[PlaceCandidate]) -> u32 {
    let of = |place: &PlaceCandidate| match (place.kind, place.country.as_str()) {
        (PlaceKind::Country, _) => u32::MAX,
        (PlaceKind::Region, _) => 2_000_000,
        // Texts in these languages name the towns of their own countries.
        (_, "UA" | "RU" | "BY") => place.population.saturating_mul(20).max(20),
        _ => place.population,
    };
    candidates.iter().map(of).max().unwrap_or(0)
}

/// What a word can be in the nominative.
fn forms<'w>(
    word: &'w str,
    endings: &'static [Ending],
) -> impl Iterator<Item = Cow<'static, str>> + use<'w> {
    let long = word.chars().count() >= SHORTEST_NAME_LETTERS;
    let fitting = endings.iter().filter(move |_| long);
    fitting.filter_map(move |(ending, instead)| {
        let stem = word.strip_suffix(ending)?;
        let kept = stem.chars().count();
        // "Рогу" keeps one letter of "Ріг".
        let enough = kept >= 2 || kept == 1 && instead.chars().count() >= 2;
        enough.then(|| Cow::Owned(format!("{stem}{instead}")))
    })
}
