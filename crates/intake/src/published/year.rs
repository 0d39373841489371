//! The year of a day that is stated without one, from other dates; never by guessing.

use jiff::civil::Date;

use super::written::{WrittenDate, written_dates};

/// How far into a text other dates are looked for, in characters; more than the longest article.
const YEAR_WINDOW: usize = 500_000;

/// How far from a day without a year another date may lie and still give it its year.
const NEAR_DAYS: i32 = 31;

/// The year that all full dates near the stated day agree on, in the text and the address.
///
/// A date of last year, or of a war ten years ago, says nothing about when the text was written;
/// one a few days away does.
pub(super) fn only_year(
    text: &str,
    url: Option<&str>,
    stated: &WrittenDate,
    problems: &mut Vec<String>,
) -> Option<i16> {
    let words = &text[stated.at.clone()];
    let near: String = text.chars().take(YEAR_WINDOW).collect();
    let dates = written_dates(&near);
    let others = dates.iter().filter_map(|date| date.date(date.year?));
    let mut years: Vec<i16> = others
        .chain(address_date(url))
        .filter(|other| {
            stated
                .date(other.year())
                .is_some_and(|day| days_between(day, *other) <= NEAR_DAYS)
        })
        .map(Date::year)
        .collect();
    years.sort_unstable();
    years.dedup();
    let (year, outcome) = match years[..] {
        [year] => (
            Some(year),
            format!("{year} was taken from a date close to it"),
        ),
        _ => (None, "and nothing else settles which; not used".to_owned()),
    };
    problems.push(format!(
        "the text is dated \"{words}\" without a year, {outcome}"
    ));
    year
}

fn days_between(one: Date, other: Date) -> i32 {
    one.since(other)
        .map_or(i32::MAX, |span| span.get_days().abs())
}

/// A full date in an address: `…/2022/03/01/…`.
pub(super) fn address_date(url: Option<&str>) -> Option<Date> {
    let dates = written_dates(url?);
    dates.iter().find_map(|date| date.date(date.year?))
}
