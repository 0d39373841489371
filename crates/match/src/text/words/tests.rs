//! Words as an investigator counts them, by the fast way and by the obvious one.

use proptest::prelude::*;

use super::{Word, runs, runs_of, words};

fn spelt(text: &str) -> Vec<&str> {
    let of = |word: Word| word.span().of(text).expect("a span of the text");
    words(text).into_iter().map(of).collect()
}

#[test]
fn words_are_letters_and_digits_with_stress_and_soft_hyphens_inside() {
    let text = "«Ракета» влу\u{301}чила, it's 12:30 — naïve ко\u{ad}пія!";
    let expected = [
        "Ракета",
        "влу\u{301}чила",
        "it",
        "s",
        "12",
        "30",
        "naïve",
        "ко\u{ad}пія",
    ];
    assert_eq!(spelt(text), expected);
}

#[test]
fn case_stress_and_punctuation_do_not_hide_a_word() {
    let pairs = [
        (
            "Kharkiv REGION administration",
            "kharkiv, region - “Administration”",
        ),
        ("Їжак ҐРУНТ Ёлка Ђ", "їжак ґрунт ёлка ђ"),
        ("до\u{301}ма", "дома"),
        ("ÉCOLE Straße", "école STRAßE"),
    ];
    for (one, other) in pairs {
        let hashes = |text| words(text).iter().map(|word| word.hash).collect::<Vec<_>>();
        assert_eq!(hashes(one), hashes(other), "{one} / {other}");
    }
    assert_ne!(words("abc")[0].hash, words("abd")[0].hash);
    assert_ne!(words("a")[0].hash, words("aa")[0].hash);
}

#[test]
fn runs_are_the_same_by_either_way_and_wherever_they_stand() {
    let text = "Rockets struck a residential area in the north of the city on Monday.";
    let mut direct = Vec::new();
    runs_of(text, &mut direct);
    assert_eq!(direct, runs(&words(text)));
    assert_eq!(direct.len(), words(text).len() - 4);
    let moved = format!("Early news: {text}");
    assert!(runs(&words(&moved)).ends_with(&direct));
}

proptest! {
    #[test]
    fn words_are_found_as_the_obvious_way_finds_them(text in "[a-zA-Z0-9а-яА-ЯіїєґІЇЄҐёЁéß漢 .,«»“\n]{0,60}") {
        let slow: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        prop_assert_eq!(spelt(&text), slow.clone());
        let fast = words(&text);
        for (i, one) in slow.iter().enumerate() {
            for (j, other) in slow.iter().enumerate() {
                let same = one.to_lowercase() == other.to_lowercase();
                prop_assert_eq!(fast[i].hash == fast[j].hash, same, "{} {}", one, other);
            }
        }
    }
}
