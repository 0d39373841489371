//! Which language's rules read a text. A language without rules is never read by another's.

use bearings_model::Document;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Ukrainian,
    Russian,
    /// Only places are read.
    Other,
}

/// How much of a text is looked at to tell its script and letters.
const SAMPLE_LETTERS: usize = 4_000;

impl Language {
    /// The document's own language, or what its letters tell where that is not known.
    pub fn of(document: &Document) -> Self {
        let tag = document.lang.as_deref().map(str::to_lowercase);
        let primary = tag.as_deref().and_then(|tag| tag.split(['-', '_']).next());
        match primary {
            Some("en") => Language::English,
            Some("uk") => Language::Ukrainian,
            Some("ru") => Language::Russian,
            Some(_) => Language::Other,
            None => by_letters(&document.text),
        }
    }

    /// What belongs to this language; `None` where there are no rules.
    pub fn pick<T>(self, english: T, ukrainian: T, russian: T) -> Option<T> {
        match self {
            Language::English => Some(english),
            Language::Ukrainian => Some(ukrainian),
            Language::Russian => Some(russian),
            Language::Other => None,
        }
    }
}

/// Latin letters are taken for English; Cyrillic is told by the letters only one of the two has.
fn by_letters(text: &str) -> Language {
    let (mut latin, mut cyrillic, mut ukrainian, mut russian) = (0, 0, 0, 0);
    for letter in text
        .chars()
        .filter(|c| c.is_alphabetic())
        .take(SAMPLE_LETTERS)
    {
        match letter {
            'a'..='z' | 'A'..='Z' => latin += 1,
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => ukrainian += 1,
            'ы' | 'э' | 'ъ' | 'ё' | 'Ы' | 'Э' | 'Ъ' | 'Ё' => russian += 1,
            'а'..='я' | 'А'..='Я' => cyrillic += 1,
            _ => {}
        }
    }
    cyrillic += ukrainian + russian;
    if latin >= cyrillic {
        Language::English
    } else if ukrainian > russian {
        Language::Ukrainian
    } else if russian > ukrainian {
        Language::Russian
    } else {
        Language::Other
    }
}

/// What to tell the person when a text has no rules.
pub(crate) fn problem(document: &Document) -> String {
    let named = document.lang.as_deref().unwrap_or("it is written in");
    format!(
        "no rules for language {named} yet: only places were read, no claim and nothing to \
         withhold; read this text yourself, or set --lang if the language was taken wrongly"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language_where_nobody_says_it() {
        for (text, expected) in [
            ("The town was shelled.", Language::English),
            ("Місто обстріляли вночі.", Language::Ukrainian),
            (
                "Город обстреляли, есть пострадавшие, сообщили власти, это были «Грады».",
                Language::Russian,
            ),
            ("Град", Language::Other),
            ("", Language::English),
        ] {
            assert_eq!(by_letters(text), expected, "{text}");
        }
    }
}
