//! Whether two names can be one person's in two alphabets: Synehubov, Sinegubov, Синєгубов.
//!
//! Only the spelling is compared; that it is one person is for people to rule.

/// The last name folded: what two spellings must share.
pub(super) fn key(name: &str) -> String {
    words(name)
        .last()
        .map(|last| fold(last))
        .unwrap_or_default()
}

/// Whether the names agree: one last name, and no first names that contradict each other.
pub(super) fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let folded = |words: &[String]| -> Vec<String> { words.iter().map(|w| fold(w)).collect() };
    let (one, other) = (folded(&one), folded(&other));
    let ([firsts_one @ .., last_one], [firsts_other @ .., last_other]) =
        (one.as_slice(), other.as_slice())
    else {
        return false;
    };
    let firsts = firsts_one.iter().zip(firsts_other);
    last_one == last_other
        && !last_one.is_empty()
        && firsts
            .into_iter()
            .all(|(a, b)| a.chars().next() == b.chars().next())
}

fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ'))
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty() && word != "the")
        .collect()
}

/// A word in Latin letters, with the differences between systems of transliteration taken out.
fn fold(word: &str) -> String {
    let latin: String = word.chars().map(latin).collect::<Vec<_>>().concat();
    let mut folded = latin;
    for (long, short) in PAIRS {
        folded = folded.replace(long, short);
    }
    folded.retain(char::is_alphanumeric);
    let mut single = String::new();
    for c in folded.chars() {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    single
}

/// Spellings of one letter, the longest first.
const PAIRS: &[(&str, &str)] = &[
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "c"),
    ("ts", "c"),
    ("ya", "a"),
    ("ia", "a"),
    ("yu", "u"),
    ("iu", "u"),
    ("ye", "i"),
    ("ie", "i"),
    ("g", "h"),
    ("y", "i"),
    ("j", "i"),
    ("e", "i"),
];

/// A letter in Latin ones; what is no Cyrillic letter stays.
fn latin(c: char) -> String {
    bearings_model::cyrillic_in_latin(c).map_or_else(|| c.to_string(), str::to_owned)
}
