//! When an item was published, and on what basis; unknown stays unknown.
//!
//! Given by a person, else the page's metadata, else stated in the text, else worked out.
//! A day that cannot be or has not come yet is told as a problem and never used.

mod day;
mod statement;
mod written;
mod year;

use jiff::civil::Date;

use bearings_model::{DateBasis, Published, Zone};

use crate::said::SaidDate;
use day::day;
pub(crate) use statement::is_only_a_date;
use year::{address_date, only_year};

/// Where a publication date may stand.
#[derive(Debug)]
pub(crate) struct Clues<'a> {
    /// By a person: a date or an RFC 3339 time.
    pub given: Option<&'a str>,
    pub said: &'a [SaidDate],
    pub url: Option<&'a str>,
    /// The text before page furniture was taken off.
    pub text: &'a str,
    /// In which a moment becomes a day.
    pub zone: &'a Zone,
    pub today: Date,
}

/// The publication date, with a sentence for everything that was not used.
pub(crate) fn published(clues: &Clues<'_>) -> (Option<Published>, Vec<String>) {
    let mut problems = Vec::new();
    let found = given(clues, &mut problems)
        .or_else(|| in_metadata(clues, &mut problems))
        .or_else(|| in_text(clues, &mut problems))
        .or_else(|| in_address(clues));
    if found.is_none() {
        problems.push(
            "no publication date is known, so \"on Monday\" and the like stay open; \
             give it with --published"
                .to_owned(),
        );
    }
    (found, problems)
}

fn given(clues: &Clues<'_>, problems: &mut Vec<String>) -> Option<Published> {
    let text = clues.given?;
    let date = usable(text, "given publication date", clues, problems)?;
    Some(Published {
        date,
        basis: DateBasis::Given,
    })
}

fn in_metadata(clues: &Clues<'_>, problems: &mut Vec<String>) -> Option<Published> {
    let mut days: Vec<(Date, &SaidDate)> = Vec::new();
    for said in clues.said {
        let label = format!("publication date in the metadata ({})", said.field);
        days.extend(usable(&said.text, &label, clues, problems).map(|date| (date, said)));
    }
    let (date, said) = days.first()?;
    if let Some((other, elsewhere)) = days.iter().find(|(other, _)| other != date) {
        problems.push(format!(
            "the metadata names two publication dates: {date} ({}) was taken, not {other} ({})",
            said.field, elsewhere.field
        ));
    }
    Some(Published {
        date: *date,
        basis: DateBasis::Metadata,
    })
}

fn in_text(clues: &Clues<'_>, problems: &mut Vec<String>) -> Option<Published> {
    let stated = statement::stated_date(clues.text)?;
    let words = &clues.text[stated.at.clone()];
    let (year, basis) = match stated.year {
        Some(year) => (year, DateBasis::Stated),
        None => (
            only_year(clues.text, clues.url, &stated, problems)?,
            DateBasis::Inferred,
        ),
    };
    let Some(date) = stated.date(year) else {
        problems.push(format!(
            "the publication date \"{words}\" in the text cannot be; not used"
        ));
        return None;
    };
    not_future(date, "publication date in the text", clues, problems)
        .map(|date| Published { date, basis })
}

/// `…/2022/03/01/…` in the address.
fn in_address(clues: &Clues<'_>) -> Option<Published> {
    let date = address_date(clues.url).filter(|date| *date <= clues.today)?;
    Some(Published {
        date,
        basis: DateBasis::Inferred,
    })
}

/// Reads `text` as a day; says why when it cannot be used.
fn usable(text: &str, label: &str, clues: &Clues<'_>, problems: &mut Vec<String>) -> Option<Date> {
    let Some(date) = day(text, clues.zone) else {
        problems.push(format!(
            "the {label} \"{text:.60}\" is no day that can be; not used (write it like 2022-03-01)"
        ));
        return None;
    };
    not_future(date, label, clues, problems)
}

fn not_future(
    date: Date,
    label: &str,
    clues: &Clues<'_>,
    problems: &mut Vec<String>,
) -> Option<Date> {
    if date > clues.today {
        problems.push(format!("the {label} {date} lies in the future; not used"));
        return None;
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Case {
        given: Option<&'static str>,
        said: &'static [&'static str],
        url: Option<&'static str>,
        text: &'static str,
    }

    const BARE: Case = Case {
        given: None,
        said: &[],
        url: None,
        text: "It was quiet.",
    };

    fn check(case: &Case, want: Option<(&str, DateBasis)>, problem: &str) {
        let said: Vec<SaidDate> = case
            .said
            .iter()
            .map(|text| SaidDate {
                text: (*text).to_owned(),
                field: "date",
            })
            .collect();
        let zone = Zone::named("Europe/Kyiv").unwrap();
        let today = jiff::civil::date(2022, 3, 10);
        let clues = Clues {
            given: case.given,
            said: &said,
            url: case.url,
            text: case.text,
            zone: &zone,
            today,
        };
        let (found, problems) = published(&clues);
        let found = found.map(|found| (found.date.to_string(), found.basis));
        assert_eq!(
            found,
            want.map(|(date, basis)| (date.to_owned(), basis)),
            "{}",
            case.text
        );
        assert!(problems.join("\n").contains(problem), "{problems:?}");
        assert!(!problem.is_empty() || problems.is_empty(), "{problems:?}");
    }

    #[test]
    fn what_a_person_gives_comes_first() {
        let case = Case {
            given: Some("2022-03-01"),
            said: &["2022-02-01"],
            ..BARE
        };
        check(&case, Some(("2022-03-01", DateBasis::Given)), "");
        // Half past midnight in Kyiv is still the day before in London.
        let case = Case {
            given: Some("2022-02-28T22:30:00Z"),
            ..BARE
        };
        check(&case, Some(("2022-03-01", DateBasis::Given)), "");
    }

    #[test]
    fn days_that_cannot_be_or_have_not_come_are_told_and_not_used() {
        let case = Case {
            given: Some("2022-02-30"),
            said: &["2022-03-01"],
            ..BARE
        };
        check(
            &case,
            Some(("2022-03-01", DateBasis::Metadata)),
            "\"2022-02-30\" is no day that can be",
        );
        check(
            &Case {
                said: &["2031-01-01"],
                ..BARE
            },
            None,
            "lies in the future",
        );
        check(
            &Case {
                text: "Published 30 February 2022\n\nQuiet.",
                ..BARE
            },
            None,
            "cannot be",
        );
        check(&BARE, None, "no publication date is known");
    }

    #[test]
    fn metadata_is_read_in_the_forms_sites_write() {
        for text in [
            "2022-02-28",
            "2022-02-28T09:00:00+02:00",
            "2022-02-28 14:00",
            "20220228",
            "Mon, 28 Feb 2022 10:00:00 +0000",
            "28.02.2022 10:00",
            "February 28, 2022",
        ] {
            let said: &'static [&'static str] = Box::leak(Box::new([text]));
            check(
                &Case { said, ..BARE },
                Some(("2022-02-28", DateBasis::Metadata)),
                "",
            );
        }
        let two = Case {
            said: &["2022-02-28", "2022-02-20"],
            ..BARE
        };
        check(
            &two,
            Some(("2022-02-28", DateBasis::Metadata)),
            "names two publication dates",
        );
    }

    #[test]
    fn a_date_without_a_year_is_used_only_when_one_year_is_left() {
        let text = "Update from the ground from February 25h in the city\n\nIt is quiet.";
        check(&Case { text, ..BARE }, None, "without a year");
        let text = "Update from February 25h in the city\n\nQuiet since 24 February 2022.";
        check(
            &Case { text, ..BARE },
            Some(("2022-02-25", DateBasis::Inferred)),
            "2022 was taken",
        );
        let url = Some("https://example.org/2022/02/26/quiet");
        check(
            &Case { url, ..BARE },
            Some(("2022-02-26", DateBasis::Inferred)),
            "",
        );
    }
}
