//! Whether two names are one name in another spelling: Synehubov, Sinegubov, Синєгубов.
//!
//! Says only that the names agree. That they are one person is for people to rule.

/// Whether two names differ only in spelling, and in first names one of them leaves out.
pub fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    if is_shortened(&one, &other) || is_shortened(&other, &one) {
        return true;
    }
    let (Some(last_one), Some(last_other)) = (one.last(), other.last()) else {
        return false;
    };
    if skeleton(last_one) != skeleton(last_other) {
        return false;
    }
    // First names must not contradict each other: initials are enough, absence is silence.
    let firsts = (&one[..one.len() - 1], &other[..other.len() - 1]);
    let single = one.len() == 1 || other.len() == 1;
    single
        || firsts.0.len() == firsts.1.len()
            && firsts
                .0
                .iter()
                .zip(firsts.1)
                .all(|(a, b)| initial(a) == initial(b))
}

/// What two names must share to be one: the skeleton of the last word. For looking in fewer places.
pub(crate) fn name_key(name: &str) -> String {
    words(name)
        .last()
        .map(|word| skeleton(word))
        .unwrap_or_default()
}

/// "regional administration" for "Kharkiv Regional Administration": they may be one, so they count
/// as one.
fn is_shortened(short: &[String], long: &[String]) -> bool {
    short.len() >= 2
        && short.len() < long.len()
        && short
            .iter()
            .zip(&long[long.len() - short.len()..])
            .all(|(a, b)| skeleton(a) == skeleton(b))
}

fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ' | '@' | '_'))
        .filter(|word| !word.is_empty())
        .filter(|word| !matches!(*word, "the" | "The" | "a" | "A" | "an" | "An"))
        .map(str::to_lowercase)
        .collect()
}

fn initial(word: &str) -> Option<char> {
    skeleton(word).chars().next()
}

/// What is left of a word when the usual differences of transliteration are folded: vowels of the
/// i family are one, g and h are one, doubled letters single, soft signs nothing.
fn skeleton(word: &str) -> String {
    let latin: String = word.chars().map(latin).collect::<Vec<_>>().concat();
    let mut folded = latin
        .replace("shch", "s")
        .replace("sch", "s")
        .replace("sh", "s")
        .replace("zh", "z")
        .replace("kh", "h")
        .replace("ch", "c")
        .replace("ts", "c")
        .replace("ya", "a")
        .replace("ia", "a")
        .replace("yu", "u")
        .replace("iu", "u")
        .replace("ye", "e")
        .replace("ie", "e")
        .replace('g', "h")
        .replace(['y', 'j'], "i");
    folded.retain(|c| c.is_alphanumeric() || matches!(c, '@' | '_'));
    let mut single = String::new();
    for c in folded.chars() {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    // "Synehubov", "Sinegubov": e and i trade places between systems.
    single.replace('e', "i")
}

/// Cyrillic letters in Latin ones, one for one or more, Ukrainian and Russian alike.
fn latin(c: char) -> &'static str {
    if let Some(letters) = bearings_model::cyrillic_in_latin(c) {
        return letters;
    }
    match c {
        'a' => "a",
        'b' => "b",
        'c' => "c",
        'd' => "d",
        'e' => "e",
        'f' => "f",
        'g' => "g",
        'h' => "h",
        'i' => "i",
        'j' => "j",
        'k' => "k",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'o' => "o",
        'p' => "p",
        'q' => "q",
        'r' => "r",
        's' => "s",
        't' => "t",
        'u' => "u",
        'v' => "v",
        'w' => "v",
        'x' => "ks",
        'y' => "y",
        'z' => "z",
        '0' => "0",
        '1' => "1",
        '2' => "2",
        '3' => "3",
        '4' => "4",
        '5' => "5",
        '6' => "6",
        '7' => "7",
        '8' => "8",
        '9' => "9",
        '@' => "@",
        '_' => "_",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn spellings_of_one_name_agree() {
        for other in [
            "Sinegubov",
            "Synyehubov",
            "Синєгубов",
            "Синегубов",
            "Oleg Sinegubov",
            "Олег Синєгубов",
        ] {
            assert!(same_name("Oleh Synehubov", other), "{other}");
        }
    }

    #[test]
    fn other_names_do_not() {
        for other in ["Ihor Synehubov", "Oleh Sinenko", "Kharkiv City Council", ""] {
            assert!(!same_name("Oleh Synehubov", other), "{other}");
        }
        assert!(!same_name("Kharkiv City Council", "Poltava City Council"));
    }

    #[test]
    fn articles_are_no_part_of_a_name() {
        assert!(same_name("the city council", "City Council"));
        assert!(same_name(
            "regional administration",
            "Kharkiv Regional Administration"
        ));
    }
}
