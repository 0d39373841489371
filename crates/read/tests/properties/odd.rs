//! Odd texts: what is odd about them is read past, and spans still point at the exact characters.

use bearings_locate::BuiltIn;
use bearings_model::{ClaimKind, Outcome, Reading};

use super::{check_reading, document};

const ENGLISH: &str = "At least four people were killed in Kharkiv on Sunday, the mayor said.";
const UKRAINIAN: &str = "У неділю в Харкові загинули щонайменше чотири людини, повідомив мер.";

fn read(text: &str, lang: &str) -> Reading {
    let reading = bearings_read::read(&document(text, Some(lang), true), &BuiltIn::new());
    check_reading(text, &reading).unwrap();
    reading
}

fn killed(reading: &Reading) -> Vec<(Option<u64>, Option<u64>)> {
    let claims = reading.claims.iter();
    let tallies = claims.filter_map(|claim| match &claim.kind {
        ClaimKind::Tally(tally) if tally.counted.outcome == Some(Outcome::Killed) => Some(tally),
        _ => None,
    });
    tallies
        .map(|tally| (tally.amount.low(), tally.amount.high()))
        .collect()
}

/// The count, the day and the place are read as from the plain text.
fn check(name: &str, text: &str, lang: &str) {
    let reading = read(text, lang);
    assert_eq!(killed(&reading), [(Some(4), None)], "{name}: {text}");
    let days: Vec<&str> = reading
        .times
        .iter()
        .map(|time| time.timex.as_str())
        .collect();
    assert!(days.contains(&"2022-02-27"), "{name}: {days:?}");
    let place = |id| {
        reading
            .places
            .iter()
            .any(|place| place.best().is_some_and(|best| best.id == id))
    };
    assert!(place("geonames:706483"), "{name}: {:?}", reading.places);
}

#[test]
fn what_nobody_sees_is_read_past() {
    check("plain", ENGLISH, "en");
    check("plain", UKRAINIAN, "uk");
    for (name, hidden) in [
        ("zero width", "\u{200b}"),
        ("soft hyphen", "\u{ad}"),
        ("joiner", "\u{2060}"),
    ] {
        let broken = |text: &str, words: &[&str]| {
            words.iter().fold(text.to_owned(), |text, word| {
                let middle = word.char_indices().nth(2).unwrap().0;
                text.replace(
                    word,
                    &format!("{}{hidden}{}", &word[..middle], &word[middle..]),
                )
            })
        };
        check(
            name,
            &broken(ENGLISH, &["four", "killed", "Sunday", "least"]),
            "en",
        );
        check(
            name,
            &broken(UKRAINIAN, &["загинули", "чотири", "неділю"]),
            "uk",
        );
    }
    check(
        "marks of direction",
        &format!("\u{202b}{ENGLISH}\u{202c}"),
        "en",
    );
    check("byte order mark", &format!("\u{feff}{ENGLISH}"), "en");
    check("no-break spaces", &ENGLISH.replace(' ', "\u{a0}"), "en");
}

#[test]
fn remains_of_markup_are_read_past() {
    check("entities", &ENGLISH.replace(' ', "&nbsp;"), "en");
    check("a tag", &ENGLISH.replace("four", "<b>four</b>"), "en");
    check(
        "a link",
        &ENGLISH.replace(
            "Kharkiv",
            "<a href=\"https://example.org/?a=1&b=2\">Kharkiv</a>",
        ),
        "en",
    );
    check(
        "paragraphs",
        &format!("<p>Nothing else.</p><p>{ENGLISH}</p>"),
        "en",
    );
    check("a break", &format!("Nothing else<br/>{UKRAINIAN}"), "uk");
}

#[test]
fn signs_and_other_scripts_are_read_past() {
    check("emoji", &format!("❗️❗️ {ENGLISH} 😢🇺🇦"), "en");
    check("emoji between", &ENGLISH.replace(" in ", " 🕯️ in "), "en");
    check("right to left", &format!("قتل أربعة. {ENGLISH} שלום"), "en");
    check(
        "letters of another script",
        &UKRAINIAN.replace('о', "o").replace('а', "a"),
        "uk",
    );
    check(
        "another script's capital",
        &ENGLISH.replace("At least", "Аt least"),
        "en",
    );
}

#[test]
fn a_text_without_marks_or_capitals_is_read() {
    let bare = ENGLISH.replace([',', '.'], "");
    assert_eq!(killed(&read(&bare, "en")), [(Some(4), None)]);
    let upper = ENGLISH.to_uppercase();
    assert_eq!(killed(&read(&upper, "en")), [(Some(4), None)]);
    let upper = UKRAINIAN.to_uppercase();
    assert_eq!(killed(&read(&upper, "uk")), [(Some(4), None)]);
}

#[test]
fn a_line_of_a_megabyte_is_read_to_its_end() {
    let line = format!("{ENGLISH} ").repeat(1_000_000 / ENGLISH.len());
    let reading = read(&line, "en");
    assert_eq!(killed(&reading).len(), 1_000_000 / ENGLISH.len());
    let bare = "and then the shells hit the town again ".repeat(26_000);
    read(&bare, "en");
    read(&"а".repeat(1_000_000), "uk");
    read(&"<".repeat(200_000), "en");
    read(&"&".repeat(200_000), "en");
    read(&"\u{200b}".repeat(300_000), "en");
}
