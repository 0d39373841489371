//! How one fill of a response stands to one of the key.

use jiff::civil::Date;

use super::keys::Fill;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Incorrect,
    Partial,
    Correct,
}

/// The best verdict over the key's alternatives.
fn best(key: &Fill, judge: impl Fn(&str) -> Verdict) -> Verdict {
    let verdicts = key.values.iter().map(|value| judge(value));
    verdicts.max().unwrap_or(Verdict::Incorrect)
}

/// Both ends included; an open beginning is `None`.
type Days = (Option<Date>, Option<Date>);

/// The same days are correct; days that lie within the other's are partly so.
pub fn date(key: &Fill, response: &Fill) -> Verdict {
    let Some(told) = response.values.first().and_then(|value| days(value)) else {
        return Verdict::Incorrect;
    };
    best(key, |value| {
        let Some(wanted) = days(value) else {
            return Verdict::Incorrect;
        };
        let inside = |one: Days, other: Days| {
            let begins = one.0 >= other.0;
            let ends = one.1.zip(other.1).is_none_or(|(one, other)| one <= other);
            begins && ends
        };
        match (told == wanted, inside(told, wanted) || inside(wanted, told)) {
            (true, _) => Verdict::Correct,
            (false, true) => Verdict::Partial,
            (false, false) => Verdict::Incorrect,
        }
    })
}

/// `08 JAN 90`, `- 08 JAN 90`, `08 JAN 90 - 09 JAN 90`.
fn days(value: &str) -> Option<Days> {
    let value = value.trim();
    if let Some(rest) = value.strip_prefix('-') {
        return Some((None, Some(day(rest)?)));
    }
    match value.split_once(" - ") {
        Some((from, to)) => Some((Some(day(from)?), Some(day(to)?))),
        None => {
            let day = day(value)?;
            Some((Some(day), Some(day)))
        }
    }
}

const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

fn day(value: &str) -> Option<Date> {
    let mut parts = value.split_whitespace();
    let day = parts.next()?.parse().ok()?;
    let name = parts.next()?.to_uppercase();
    let month = MONTHS.iter().position(|month| name.starts_with(month))?;
    let year: i16 = parts.next()?.parse().ok()?;
    Date::new(1900 + year, i8::try_from(month).ok()? + 1, day).ok()
}

/// A day as the keys write it.
pub fn written(day: Date) -> String {
    let month = usize::try_from(day.month()).map_or("JAN", |month| MONTHS[month - 1]);
    format!("{:02} {month} {:02}", day.day(), day.year() % 100)
}

/// The same country and the same narrowest place are correct; the same country, or any name in
/// common, is partly so.
pub fn location(key: &Fill, response: &Fill) -> Verdict {
    let Some(told) = response.values.first().map(|value| chain(value)) else {
        return Verdict::Incorrect;
    };
    best(key, |value| {
        let wanted = chain(value);
        let country = told.first() == wanted.first();
        let narrowest = told.len() > 1 && wanted.len() > 1 && told.last() == wanted.last();
        let bare = told.len() == 1 && wanted.len() == 1;
        let shared = told.iter().any(|name| wanted.contains(name));
        match (country && (narrowest || bare), country || shared) {
            (true, _) => Verdict::Correct,
            (false, true) => Verdict::Partial,
            (false, false) => Verdict::Incorrect,
        }
    })
}

/// Whether two locations agree below the country.
pub fn same_spot(key: &Fill, response: &Fill) -> bool {
    let Some(told) = response.values.first().map(|value| chain(value)) else {
        return false;
    };
    key.values.iter().any(|value| {
        let wanted = chain(value);
        told.iter()
            .skip(1)
            .any(|name| wanted.iter().skip(1).any(|other| other == name))
    })
}

/// `PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)` is a chain of names from the country down.
fn chain(value: &str) -> Vec<String> {
    let names = value.split([':']).map(|name| {
        let name = name.split('(').next().unwrap_or_default();
        name.trim().to_lowercase()
    });
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>()
}

/// The value must be the same; whom it is said of must be too, or the fill is partly correct.
pub fn cross_referenced(key: &Fill, response: &Fill) -> Verdict {
    let told = response.values.first().map_or("", String::as_str);
    let same = key.values.iter().any(|value| same_value(value, told));
    match (same, names_alike(key, response)) {
        (true, true) => Verdict::Correct,
        (true, false) => Verdict::Partial,
        (false, _) => Verdict::Incorrect,
    }
}

/// The same word or number, whatever doubt is marked. The keys write "more than 30" as `30-`,
/// which is 31 and more to the reader.
fn same_value(key: &str, told: &str) -> bool {
    let plain = |value: &str| value.trim_matches(['~', '-', ' ']).to_owned();
    let number = |value: &str| plain(value).parse::<u64>().ok();
    let open = key.trim().ends_with('-') && told.ends_with('-');
    let beyond = number(key)
        .zip(number(told))
        .is_some_and(|(key, told)| key + 1 == told);
    plain(key) == plain(told) || open && beyond
}

/// A word of content in common; nothing named is said of nobody else.
pub fn names_alike(key: &Fill, response: &Fill) -> bool {
    let named = |fill: &Fill| {
        fill.strings
            .iter()
            .any(|string| !content(string).is_empty())
    };
    if !named(key) {
        return true;
    }
    strings_alike(&key.strings, &response.strings)
}

pub fn strings_alike(key: &[String], response: &[String]) -> bool {
    response.iter().any(|told| {
        let told = content(told);
        let alike = |wanted: &String| content(wanted).iter().any(|word| told.contains(word));
        key.iter().any(alike)
    })
}

fn content(string: &str) -> Vec<String> {
    let words = string
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase);
    words
        .filter(|word| {
            let small = matches!(
                word.as_str(),
                "" | "the" | "a" | "an" | "of" | "and" | "in" | "de" | "la" | "el" | "s" | "his"
            );
            !small
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str) -> Fill {
        Fill {
            values: value.split(" / ").map(str::to_owned).collect(),
            ..Fill::default()
        }
    }

    #[test]
    fn a_day_inside_an_open_range_is_partly_right() {
        assert_eq!(
            date(&of("- 08 JAN 90"), &of("- 08 JAN 90")),
            Verdict::Correct
        );
        assert_eq!(date(&of("- 08 JAN 90"), &of("07 JAN 90")), Verdict::Partial);
        assert_eq!(date(&of("07 JAN 90"), &of("08 JAN 90")), Verdict::Incorrect);
        assert_eq!(
            date(&of("- 08 JAN 90"), &of("09 JAN 90")),
            Verdict::Incorrect
        );
    }

    #[test]
    fn the_country_alone_is_partly_right() {
        let town = of("PERU: LIMA (CITY)");
        assert_eq!(location(&town, &of("PERU: LIMA")), Verdict::Correct);
        assert_eq!(location(&town, &of("PERU")), Verdict::Partial);
        assert_eq!(location(&town, &of("CHILE: SANTIAGO")), Verdict::Incorrect);
    }
}
