//! The language of a text as ISO 639-1; `None` where it cannot be told.

use whatlang::{Detector, Lang};

/// Languages that desks meet; fewer choices make fewer mistakes on short texts.
const KNOWN: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Ukr, "uk"),
    (Lang::Rus, "ru"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Pol, "pl"),
    (Lang::Deu, "de"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Ara, "ar"),
    (Lang::Heb, "he"),
    (Lang::Pes, "fa"),
    (Lang::Kat, "ka"),
    (Lang::Hye, "hy"),
    (Lang::Cmn, "zh"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Ell, "el"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Hin, "hi"),
    (Lang::Urd, "ur"),
];

/// Characters looked at: enough to tell, whatever the length of the page.
const SAMPLE: usize = 2000;
/// Fewer letters than this tell nothing.
const LEAST_LETTERS: usize = 12;

/// The language, and a sentence where the page's own word was not followed.
pub(crate) fn language(
    given: Option<&str>,
    declared: Option<&str>,
    text: &str,
) -> (Option<String>, Option<String>) {
    if let Some(given) = given.and_then(primary) {
        return (Some(given), None);
    }
    let declared = declared.and_then(primary);
    match (declared, detect(text)) {
        (Some(declared), Some(read)) if declared != read => {
            let note =
                format!("the page says its language is '{declared}', its text reads as '{read}'");
            (Some(read.to_owned()), Some(note))
        }
        (declared, read) => (read.map(str::to_owned).or(declared), None),
    }
}

/// `en-GB` to `en`; `None` when it is no language code.
fn primary(code: &str) -> Option<String> {
    let first = code.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let fits = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_lowercase());
    let first = if first == "ua" {
        "uk".to_owned()
    } else {
        first
    };
    fits.then_some(first)
}

fn detect(text: &str) -> Option<&'static str> {
    let end = text
        .char_indices()
        .nth(SAMPLE)
        .map_or(text.len(), |(end, _)| end);
    let sample = &text[..end];
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let cyrillic = sample.chars().filter(|c| is_cyrillic(*c)).count();
    if letters < LEAST_LETTERS {
        return None;
    }
    if cyrillic * 2 > letters
        && let Some(told) = by_letters(sample)
    {
        return Some(told);
    }
    let detector = Detector::with_allowlist(KNOWN.iter().map(|(lang, _)| *lang).collect());
    let found = detector.detect(sample)?;
    let known = KNOWN
        .iter()
        .find(|(lang, _)| *lang == found.lang())
        .map(|(_, code)| *code);
    known.filter(|_| found.is_reliable() || (letters > 200 && found.confidence() > 0.3))
}

/// Letters that one of the Cyrillic alphabets has and its neighbours lack. Statistics of
/// letter triples mix up Ukrainian and Russian posts of a line or two; these letters do not.
fn by_letters(text: &str) -> Option<&'static str> {
    let mut ukrainian = 0;
    let mut russian = 0;
    let mut hard_sign = 0;
    let mut short_u = 0;
    let mut southern = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'і' | 'ї' | 'є' | 'ґ' => ukrainian += 1,
            'ы' | 'э' | 'ё' => russian += 1,
            'ъ' => hard_sign += 1,
            'ў' => short_u += 1,
            'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ѓ' | 'ќ' | 'ѕ' => southern += 1,
            _ => {}
        }
    }
    // Belarusian has letters of both; Bulgarian has only the hard sign; the rest goes to
    // statistics. A quotation in the other language must not outweigh the text around it.
    if short_u > 0 && russian > 0 && ukrainian > 0 && short_u * 10 > russian {
        return Some("be");
    }
    if southern > 0 || (hard_sign > 2 && russian == 0) {
        return None;
    }
    let russian = russian + hard_sign;
    if ukrainian > russian * 2 {
        Some("uk")
    } else if russian > ukrainian * 2 {
        Some("ru")
    } else {
        None
    }
}

fn is_cyrillic(c: char) -> bool {
    ('\u{0400}'..='\u{04FF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_a_line_or_two() {
        for (text, want) in [
            (
                "Explosions were heard in the northern part of the city this morning.",
                Some("en"),
            ),
            ("Вночі у місті було чути вибухи.", Some("uk")),
            ("Ночью в городе были слышны взрывы.", Some("ru")),
            ("Вибухи в Харкові, є поранені", Some("uk")),
            ("Двое погибших, объявлена тревога", Some("ru")),
            (
                "Сёння ноччу ў горадзе былі чутныя выбухі, паведамілі жыхары.",
                Some("be"),
            ),
            (
                "През нощта в града се чуха експлозии, съобщиха жители, пътят към летището е затворен.",
                Some("bg"),
            ),
            ("В ночи было тихо.", Some("ru")),
            ("12 : 30 / 44", None),
            ("Ok.", None),
        ] {
            assert_eq!(detect(text), want, "{text}");
        }
    }

    #[test]
    fn a_quotation_does_not_turn_the_text() {
        let text = "Мэр сообщил: «Місто тримається». Жители подтвердили это, были слышны взрывы, \
            объявлена тревога, и все спустились в убежище.";
        assert_eq!(detect(text), Some("ru"));
    }

    #[test]
    fn what_is_given_wins_and_a_wrong_declaration_is_told() {
        let text = "Вночі у місті було чути вибухи.";
        assert_eq!(
            language(Some("RU"), Some("en"), text),
            (Some("ru".into()), None)
        );
        let (lang, note) = language(None, Some("en-GB"), text);
        assert_eq!(lang.as_deref(), Some("uk"));
        assert!(note.is_some_and(|note| note.contains("'en'")));
        assert_eq!(language(None, Some("pl"), "12"), (Some("pl".into()), None));
    }
}
