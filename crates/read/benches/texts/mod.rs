//! News prose made from templates, the same on every machine: invented people, real towns.
//!
//! Shared by the bench and by the example that writes the texts for the peer's script.

mod en;
mod ru;
mod uk;

/// `{p}` a person, `{r}` a role, `{t}` a town, `{d}` a weekday, `{n}` a number in a template.
pub struct Words {
    people: &'static [&'static str],
    roles: &'static [&'static str],
    towns: &'static [&'static str],
    days: &'static [&'static str],
    numbers: &'static [&'static str],
    templates: &'static [&'static str],
}

pub const LANGUAGES: [&str; 3] = ["en", "uk", "ru"];

fn words(lang: &str) -> Words {
    match lang {
        "uk" => uk::WORDS,
        "ru" => ru::WORDS,
        _ => en::WORDS,
    }
}

/// A small linear congruential generator (Knuth's MMIX constants): texts need no better chance.
struct Chance(u64);

impl Chance {
    fn pick(&mut self, list: &[&'static str]) -> &'static str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list[(self.0 >> 33) as usize % list.len()]
    }
}

/// An English text of at least `bytes` bytes, paragraphs of three sentences; another seed, another
/// text.
pub fn news(bytes: usize, seed: u64) -> String {
    news_in("en", bytes, seed)
}

pub fn news_in(lang: &str, bytes: usize, seed: u64) -> String {
    let words = words(lang);
    let mut chance = Chance(seed);
    let mut text = String::with_capacity(bytes + 400);
    let mut sentences = 0;
    while text.len() < bytes {
        let mut rest = chance.pick(words.templates);
        let from = text.len();
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            text.push_str(match &rest[at..at + 3] {
                "{p}" => chance.pick(words.people),
                "{r}" => chance.pick(words.roles),
                "{t}" => chance.pick(words.towns),
                "{d}" => chance.pick(words.days),
                _ => chance.pick(words.numbers),
            });
            rest = &rest[at + 3..];
        }
        text.push_str(rest);
        if let Some(first) = text.get_mut(from..from + 1) {
            first.make_ascii_uppercase();
        }
        sentences += 1;
        text.push_str(if sentences % 3 == 0 { "\n\n" } else { " " });
    }
    text
}

/// Texts that would be slow if any part of the reading looked at the whole text for each word.
pub fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = |unit: &str| unit.repeat(bytes / unit.len() + 1);
    vec![
        ("quotation_marks", repeated("\"“")),
        ("short_quotations", repeated("“go on now” ")),
        ("digits", repeated("1234567890")),
        ("grouped_digits", repeated("1,234 ")),
        ("capitals", repeated("Abc Def ")),
        ("letters_with_dots", repeated("A.")),
        ("he_said", repeated("he said ")),
        ("names_said", repeated("Ada Lind told Bo Holm that ")),
        (
            "one_sentence",
            repeated("the shells hit the town and killed four people , "),
        ),
        ("commas", repeated("and, but, so, ")),
        ("full_stops", repeated("!?.")),
        ("clips", repeated("A video shows a fire. ")),
        ("place_names", repeated("Kharkiv ")),
        ("lines", repeated("a\n")),
    ]
}
