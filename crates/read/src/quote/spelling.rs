//! Whether two names are spellings of one name: letters of both scripts fold to one key.
//!
//! Only spelling is compared. "Volodymyr" and "Vladimir" are two languages' names, and two people
//! may share one name: whether they are one person is not judged here.

use bearings_model::cyrillic_in_latin;

/// A name's letters as every usual transliteration from Ukrainian and Russian shares them, words
/// parted by single spaces: "Synehubov", "Sinegubov" and "Синєгубов" give one key.
pub fn name_key(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    let keys: Vec<String> = words.map(word_key).filter(|key| !key.is_empty()).collect();
    keys.join(" ")
}

/// Whether two names are spelling variants of one name, word for word. Names too short to tell
/// (under three letters of key) must be the same as written.
pub fn names_alike(one: &str, other: &str) -> bool {
    let (a, b) = (name_key(one), name_key(other));
    let tells = a.chars().count() >= 3;
    one == other || tells && a == b
}

fn word_key(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match cyrillic(c) {
            Some(letters) => latin.push_str(letters),
            None if c.is_alphabetic() => latin.push(c),
            None => {}
        }
    }
    folded(&latin)
}

/// One usual Latin writing of a letter; what differs between the usual ones is folded after. Here
/// Г is never H, which after К, С or З would read as one letter with it.
fn cyrillic(c: char) -> Option<&'static str> {
    match c {
        'г' | 'ґ' => Some("g"),
        'ё' => Some("o"),
        _ => cyrillic_in_latin(c),
    }
}

fn folded(latin: &str) -> String {
    let letters: Vec<char> = latin.chars().collect();
    let mut key = String::with_capacity(latin.len());
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        let (letter, taken) = match (letters[at], next) {
            ('k', Some('h')) => ('x', 2),
            ('s', Some('h')) => ('š', 2),
            ('z', Some('h')) => ('ž', 2),
            ('c', Some('h')) => ('č', 2),
            ('h' | 'g', _) => ('g', 1),
            ('w' | 'v', _) => ('v', 1),
            (letter, _) if is_narrow(letter) => narrow(&letters[at..]),
            (letter, _) => (letter, 1),
        };
        // Doubled letters are written or not as the writer likes: "Zelenskyy", "Gennadiy".
        if !key.ends_with(letter) {
            key.push(letter);
        }
        at += taken;
    }
    key
}

fn is_narrow(letter: char) -> bool {
    matches!(letter, 'i' | 'y' | 'j')
}

/// "yi", "iy", "ii" are one sound, and before another vowel none: "Yuliia", "Yulia".
fn narrow(letters: &[char]) -> (char, usize) {
    let run = letters.iter().take_while(|c| is_narrow(**c)).count();
    match letters.get(run) {
        Some(vowel @ ('a' | 'e' | 'o' | 'u')) => (*vowel, run + 1),
        _ => ('i', run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_alike() {
        let groups: &[&[&str]] = &[
            &[
                "Synehubov",
                "Sinegubov",
                "Synyehubov",
                "Syniehubov",
                "Синєгубов",
                "Синегубов",
            ],
            &["Oleh Kravets", "Oleg Kravets", "Олег Кравец"],
            &["Lysenko", "Lisenko", "Лисенко", "Лысенко"],
            &[
                "Yuliia Hnatiuk",
                "Yulia Gnatyuk",
                "Юлія Гнатюк",
                "Юлия Гнатюк",
            ],
            &["Khorenko", "Хоренко"],
            &["Лук'яненко", "Лукʼяненко", "Lukianenko"],
            &["Shcherban", "Щербань"],
            &["Zhadanivskyi", "Zhadanivsky", "Жаданівський"],
        ];
        for group in groups {
            for other in *group {
                assert!(names_alike(group[0], other), "{} {other}", group[0]);
            }
        }
    }

    #[test]
    fn other_names_are_not() {
        let pairs = [
            ("Kravets", "Kravchenko"),
            ("Ivan Dub", "Iryna Dub"),
            ("Volodymyr", "Vladimir"),
            ("Petrov", "Petrova"),
            ("Oleh Kravets", "Kravets"),
            ("Li", "Ly"),
            ("Горенко", "Хоренко"),
        ];
        for (one, other) in pairs {
            assert!(!names_alike(one, other), "{one} {other}");
        }
    }
}
