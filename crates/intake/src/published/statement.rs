//! The publication date as a text states it: a line of its own, a dateline, "Update from …".
//!
//! A date inside a sentence is when something happened, not when it was published: only the
//! forms named here count.

use super::written::{WrittenDate, written_dates};
use crate::lines::key;

/// Lines looked at from the top; a page's date stands in its head.
const HEAD_LINES: usize = 12;
/// Lines looked at from the end, for "Published …" alone.
const FOOT_LINES: usize = 6;

const PUBLISHED: &[&str] = &[
    "published",
    "first published",
    "posted",
    "issued",
    "date",
    "дата",
    "дата публікації",
    "дата публикации",
    "опубліковано",
    "опубликовано",
    "розміщено",
    "размещено",
];
const UPDATE: &[&str] = &[
    "update",
    "updates",
    "dispatch",
    "report",
    "diary",
    "situation",
    "sitrep",
    "notes",
    "letter",
    "оновлення",
    "зведення",
    "щоденник",
    "звіт",
    "ситуація",
    "сводка",
    "обновление",
    "дневник",
    "ситуация",
];
/// Words directly before the date of an update.
const FROM: &[&str] = &[
    "from",
    "for",
    "of",
    "as",
    "on",
    "за",
    "від",
    "от",
    "на",
    "станом",
];
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "понеділок",
    "вівторок",
    "середа",
    "четвер",
    "п'ятниця",
    "субота",
    "неділя",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "at",
    "о",
    "року",
    "года",
    "г",
    "р",
    "utc",
    "gmt",
    "am",
    "pm",
];

/// The first date stated as that of publication; its range is in `text`.
pub(crate) fn stated_date(text: &str) -> Option<WrittenDate> {
    let lines = numbered(text);
    let head = &lines[..lines.len().min(HEAD_LINES)];
    let foot = &lines[lines.len().saturating_sub(FOOT_LINES)..];
    let of_line = |(from, line): &(usize, &str), form: fn(&str) -> Option<WrittenDate>| {
        let mut date = form(line)?;
        date.at = date.at.start + from..date.at.end + from;
        Some(date)
    };
    let first = |lines: &[(usize, &str)], form: fn(&str) -> Option<WrittenDate>| {
        lines.iter().find_map(|line| of_line(line, form))
    };
    first(head, after_published)
        .or_else(|| first(foot, after_published))
        .or_else(|| first(head, alone))
        .or_else(|| first(&head[..head.len().min(5)], dateline))
        .or_else(|| first(&head[..head.len().min(5)], update))
}

/// A line that is a date and nothing else.
pub(crate) fn is_only_a_date(line: &str) -> bool {
    alone(line).is_some()
}

/// Lines that are not blank, with the byte each begins at.
fn numbered(text: &str) -> Vec<(usize, &str)> {
    let mut from = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            lines.push((from, line));
        }
        from += line.len() + 1;
    }
    lines
}

/// "Published on 1 March 2022", "Дата: 1 березня 2022".
fn after_published(line: &str) -> Option<WrittenDate> {
    let date = written_dates(window(line, 90)).into_iter().next()?;
    let before = line[..date.at.start].to_lowercase();
    let words = before.split(|c: char| c.is_whitespace() || ":,-–—".contains(c));
    let words: Vec<&str> = words
        .filter(|word| *word != "on" && !is_filler(word))
        .collect();
    PUBLISHED
        .contains(&words.join(" ").as_str())
        .then_some(date)
}

/// A line that is only a date, or a part of one between bars that is: "By A. One | 1 March 2022".
fn alone(line: &str) -> Option<WrittenDate> {
    if line.chars().count() > 120 {
        return None;
    }
    let mut from = 0;
    for part in line.split_inclusive(['|', '•', '·']) {
        let dates = written_dates(part);
        if let Some(mut date) = dates.into_iter().next().filter(|date| date.year.is_some()) {
            let rest = [&part[..date.at.start], &part[date.at.end..]].concat();
            if rest
                .split(|c: char| !c.is_alphabetic() && c != '\'')
                .all(is_filler)
            {
                date.at = date.at.start + from..date.at.end + from;
                return Some(date);
            }
        }
        from += part.len();
    }
    None
}

fn is_filler(word: &str) -> bool {
    let word = word
        .trim_matches([',', '.', '(', ')'])
        .to_lowercase()
        .replace('’', "'");
    let clock = word.chars().all(|c| c.is_ascii_digit() || c == ':');
    clock || WEEKDAYS.contains(&word.as_str())
}

/// "KHARKIV, Ukraine, March 1 (Agency) - It …": a few capitalised words, the date, a dash.
fn dateline(line: &str) -> Option<WrittenDate> {
    let date = written_dates(window(line, 90)).into_iter().next()?;
    let before = line[..date.at.start].trim();
    let words: Vec<&str> = before.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let placed = (1..=5).contains(&words.len()) && words.iter().all(capital);
    let ended = before.ends_with([',', '.', '—', '–', '-']);
    let after = line[date.at.end..].trim_start_matches(['.', ',', ' ']);
    let after = match after
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
    {
        Some((agency, rest)) if agency.chars().count() <= 30 => rest.trim_start(),
        _ => after,
    };
    let parted = after.starts_with(['—', '–', ':', '-']);
    (placed && ended && parted).then_some(date)
}

/// "Update on the ground from February 25th in …".
fn update(line: &str) -> Option<WrittenDate> {
    let first = key(line.split_whitespace().next()?);
    if !UPDATE.contains(&first.as_str()) {
        return None;
    }
    let date = written_dates(window(line, 120)).into_iter().next()?;
    let before = line[..date.at.start].to_lowercase();
    let last = before
        .split(|c: char| c.is_whitespace() || c == ':' || c == ',')
        .rfind(|word| !word.is_empty() && !is_filler(word) && *word != "the")?;
    FROM.contains(&last).then_some(date)
}

/// The first `chars` characters.
fn window(line: &str, chars: usize) -> &str {
    line.char_indices()
        .nth(chars)
        .map_or(line, |(end, _)| &line[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_date_is_found_in_its_usual_forms() {
        for text in [
            "Published 1 March 2022\n\nIt was quiet.",
            "Quiet night\n\nPublished on Tuesday, March 1, 2022 at 10:00\n\nIt was quiet.",
            "Date: 1 March 2022",
            "Опубліковано: 1 березня 2022 року, 14:30\nТихо.",
            "Вівторок, 1 березня 2022, 14:30\nТихо.",
            "Quiet night\nBy A. One | 1 March 2022 | Harbour\nIt was quiet.",
            "KHARKIV, Ukraine, March 1 (Agency) - It was quiet.",
            "Харків, 1 березня — Тихо.",
            "Update on the ground from March 1h in the city",
            "Situation report as of 18:00 on 1 March: quiet.",
            "Зведення за 1 березня. Тихо.",
        ] {
            let date = stated_date(text);
            assert_eq!(
                date.as_ref().map(|date| (date.month, date.day)),
                Some((3, 1)),
                "{text}"
            );
            let at = date.map(|date| date.at).unwrap_or_default();
            assert_eq!(written_dates(&text[at]).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_date_of_an_event_is_no_date_of_publication() {
        for text in [
            "What happened on 24 February 2022",
            "On 24 February 2022 troops crossed the border.",
            "Update: the mayor, born 1 March 1970, spoke.",
            "Troops came on 24 February - and stayed.",
            "Kharkiv saw shelling on 24 February — again.",
        ] {
            assert_eq!(stated_date(text), None, "{text}");
        }
    }
}
