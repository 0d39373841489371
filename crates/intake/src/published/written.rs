//! Dates as people write them, in English, Ukrainian and Russian, with or without a year.

use std::ops::Range;

use jiff::civil::Date;

/// A date in a text. It may be one that cannot be (30 February): see [`WrittenDate::date`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    pub at: Range<usize>,
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
}

impl WrittenDate {
    /// The day in its own year or else in `year`; `None` when there is no such day.
    pub(crate) fn date(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok()
    }
}

/// Names and abbreviations of the months; a name must begin the word as given, and English ones
/// must be written with a capital ("may" and "march" are words).
const ENGLISH: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const ENGLISH_FULL: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const UKRAINIAN: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Every date in `text`, in order.
pub(crate) fn written_dates(text: &str) -> Vec<WrittenDate> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match in_figures(&words, at).or_else(|| with_month(&words, at)) {
            Some((date, used)) => {
                found.push(date);
                at += used;
            }
            None => at += 1,
        }
    }
    found
}

struct Word<'t> {
    text: &'t str,
    at: Range<usize>,
    /// What stands between it and the next word.
    gap: &'t str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, c.is_alphanumeric()));
    for (at, inside) in ends.chain([(text.len(), false)]) {
        match (start, inside) {
            (None, true) => {
                if let Some(last) = words.last_mut() {
                    last.gap = &text[last.at.end..at];
                }
                start = Some(at);
            }
            (Some(from), false) => {
                words.push(Word {
                    text: &text[from..at],
                    at: from..at,
                    gap: "",
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// `2022-02-28`, `2022/02/28`, `28.02.2022`, and `28/02/2022` where only one order can be.
fn in_figures(words: &[Word<'_>], at: usize) -> Option<(WrittenDate, usize)> {
    let [one, two, three] = words.get(at..at + 3)? else {
        return None;
    };
    if one.gap != two.gap || !matches!(one.gap, "-" | "." | "/") {
        return None;
    }
    let number = |word: &Word<'_>| word.text.parse::<i16>().ok();
    let (first, second) = (number(one)?, number(two)?);
    // An ISO day may run on into its time: 28T14.
    let third = three.text.split('T').next()?.parse::<i16>().ok()?;
    let (year, month, day) = match (one.text.len(), one.gap) {
        (4, _) => (first, second, third),
        (_, "/") if second > 12 => (third, first, second),
        (_, "/") if first <= 12 && first != second => return None,
        _ => (third, second, first),
    };
    let plausible =
        (1900..=2200).contains(&year) && (1..=12).contains(&month) && (1..=39).contains(&day);
    let date = WrittenDate {
        at: one.at.start..three.at.end,
        year: Some(year),
        month: month as i8,
        day: day as i8,
    };
    plausible.then_some((date, 3))
}

/// `28 February 2022`, `February 25h`, `28-го лютого`, the year optional.
fn with_month(words: &[Word<'_>], at: usize) -> Option<(WrittenDate, usize)> {
    let (day, month, used) = day_then_month(words, at).or_else(|| month_then_day(words, at))?;
    let last = &words[at + used - 1];
    let year = words
        .get(at + used)
        .filter(|_| is_loose(last.gap))
        .and_then(|word| year(word.text));
    let mut used = used + usize::from(year.is_some());
    // "2022 року", "2022 г.": the word belongs to the date.
    let called = words
        .get(at + used)
        .filter(|_| year.is_some() && is_loose(words[at + used - 1].gap));
    if called.is_some_and(|word| matches!(word.text, "року" | "года" | "р" | "г")) {
        used += 1;
    }
    let end = words[at + used - 1].at.end;
    Some((
        WrittenDate {
            at: words[at].at.start..end,
            year,
            month,
            day,
        },
        used,
    ))
}

fn day_then_month(words: &[Word<'_>], at: usize) -> Option<(i8, i8, usize)> {
    let day_word = words.get(at)?;
    let day = day(day_word.text)?;
    let mut next = at + 1;
    let between = words.get(next)?.text;
    let ending = day_word.gap == "-" && matches!(between, "го" | "е" | "ого" | "th");
    if ending || between == "of" {
        next += 1;
    } else if !is_loose(day_word.gap) {
        return None;
    }
    let month = month(words.get(next)?.text)?;
    Some((day, month, next + 1 - at))
}

fn month_then_day(words: &[Word<'_>], at: usize) -> Option<(i8, i8, usize)> {
    let month_word = words.get(at).filter(|word| is_loose(word.gap))?;
    let month = month(month_word.text).filter(|_| month_word.text.is_ascii())?;
    let after = words.get(at + 1)?;
    Some((day(after.text)?, month, 2))
}

/// One blank, with a full stop or a comma at most.
fn is_loose(gap: &str) -> bool {
    !gap.is_empty()
        && gap.chars().count() <= 2
        && gap.chars().all(|c| matches!(c, ' ' | ',' | '.' | '\u{a0}'))
}

/// `25`, `25th`, and with a slip of the finger `25h`.
fn day(word: &str) -> Option<i8> {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = &word[..word.len() - letters.len()];
    let fits = letters.chars().count() <= 2 && letters.chars().all(|c| "stndrhго".contains(c));
    let day = figures.parse().ok().filter(|day| (1..=39).contains(day))?;
    (fits && figures.len() <= 2).then_some(day)
}

fn year(word: &str) -> Option<i16> {
    let year = word
        .parse()
        .ok()
        .filter(|year| (1900..=2200).contains(year))?;
    (word.len() == 4).then_some(year)
}

fn month(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let is_english = |at: usize| {
        let full = lower == ENGLISH_FULL[at].to_lowercase();
        full || lower == ENGLISH[at].to_lowercase() || (at == 8 && lower == "sept")
    };
    let named = (0..12).find(|at| {
        (capital && is_english(*at)) || lower == UKRAINIAN[*at] || lower == RUSSIAN[*at]
    });
    named.map(|at| at as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[(Option<i16>, i8, i8)]) {
        let found: Vec<_> = written_dates(text)
            .iter()
            .map(|date| (date.year, date.month, date.day))
            .collect();
        assert_eq!(found, want, "{text}");
    }

    #[test]
    fn dates_are_found_in_three_languages_and_in_figures() {
        for text in [
            "1 March 2022",
            "March 1st, 2022",
            "the 1st of March 2022",
            "Tuesday, 1 Mar. 2022",
            "2022-03-01",
            "2022-03-01T10:00Z",
            "01.03.2022",
            "1 березня 2022 року",
            "1-го марта 2022 г.",
            "2022/03/01",
        ] {
            check(text, &[(Some(2022), 3, 1)]);
        }
        check("from February 25h in the city", &[(None, 2, 25)]);
        check("24 лютого та 25 лютого", &[(None, 2, 24), (None, 2, 25)]);
        check(
            "03/28/2022 and 28/03/2022",
            &[(Some(2022), 3, 28), (Some(2022), 3, 28)],
        );
        check("30 February 2022", &[(Some(2022), 2, 30)]);
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "march 5 km east",
            "about 10 men",
            "03/04/2022",
            "may 12 be enough?",
            "version 1.2.3",
            "31 people",
            "В мае 2022",
            "155 March",
            "10-2022-4",
        ] {
            check(text, &[]);
        }
    }
}
