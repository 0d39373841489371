//! Seasons, decades, centuries and weekends: "1930-х років", "у XIX столітті", "на вихідних".

use super::{Reader, past_ending};
use crate::text::Kind;
use crate::time::Resolved;
use crate::time::calendar::{self, Unit, season, weekend, years};
use crate::time::written;

impl Reader<'_> {
    pub(super) fn stretch(&self, at: usize) -> Option<Resolved> {
        self.century(at).or_else(|| self.weekend(at))
    }

    /// "1930-х років", "1930-ті": ten years.
    pub(super) fn decade(&self, at: usize) -> Option<Resolved> {
        let first = written::any_year_at(self.text, at).filter(|year| year % 10 == 0)?;
        let end = past_ending(self.text, at + 1);
        let plural = matches!(self.text.word(end - 1), "х" | "ті" | "е" | "ми");
        let word = self.words.year.at(self.text, end, self.limit);
        let end = end + word.map_or(0, |word| word.tokens);
        plural.then(|| Resolved {
            timex: (first / 10).to_string(),
            when: years(first, 10, self.anchors.zone),
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..end, None)
        })
    }

    /// "80-х років": of the last century that has them behind the text.
    pub(super) fn short_decade(&self, at: usize) -> Option<Resolved> {
        let tens: i16 = self
            .text
            .raw(at)
            .parse()
            .ok()
            .filter(|tens| tens % 10 == 0)?;
        let end = past_ending(self.text, at + 1);
        let plural = matches!(self.text.word(end - 1), "х" | "ті" | "е" | "ми") && end > at + 1;
        let word = self
            .words
            .year
            .at(self.text, end, self.limit)
            .filter(|_| plural)?;
        let own = self
            .anchors
            .told_year()
            .filter(|_| self.text.raw(at).len() == 2)?;
        let this = own - own.rem_euclid(100) + tens;
        let first = if this > own { this - 100 } else { this };
        Some(Resolved {
            timex: (first / 10).to_string(),
            when: years(first, 10, self.anchors.zone),
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..end + word.tokens, None)
        })
    }

    /// "XIX століття", "19 столітті", "20-го века".
    fn century(&self, at: usize) -> Option<Resolved> {
        let number = match self.text.kind(at) {
            Some(Kind::Number) if self.text.raw(at).len() <= 2 => self.text.raw(at).parse().ok()?,
            Some(Kind::Word) => roman(self.text.word(at))?,
            _ => return None,
        };
        let end = past_ending(self.text, at + 1);
        let word = self.words.century.at(self.text, end, self.limit)?;
        let number: i16 = Some(number).filter(|number| (2..=30).contains(number))?;
        Some(Resolved {
            timex: format!("{:02}", number - 1),
            when: years((number - 1) * 100, 100, self.anchors.zone),
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..end + word.tokens, None)
        })
    }

    /// "влітку 2014", "навесні".
    pub(super) fn season(&self, at: usize) -> Option<Resolved> {
        if let Some(led) = self.season_led(at) {
            return Some(led);
        }
        let named = self.words.seasons.at(self.text, at, self.limit)?;
        let (stated, end) = self.year_after(at + named.tokens);
        let year = stated.or_else(|| self.anchors.told_year());
        let code = *named.value;
        let old = self.of_old(at, code, at + named.tokens);
        if old.is_some() {
            return old;
        }
        Some(Resolved {
            timex: year.map_or(format!("XXXX-{code}"), |year| format!("{year}-{code}")),
            when: year.and_then(|year| season(year, code, self.anchors.zone)),
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..end, None)
        })
    }

    /// "наступної весни", "прошлым летом": in a history the year after or before the one told.
    fn season_led(&self, at: usize) -> Option<Resolved> {
        let next = self.words.next.at(self.text, at, self.limit).is_some();
        let last = self.words.last.at(self.text, at, self.limit).is_some();
        if !next && !last {
            return None;
        }
        let named = self.words.seasons.at(self.text, at + 1, self.limit)?;
        let code = *named.value;
        let begins = match code {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        let year = match self.anchors.told_year().filter(|_| self.anchors.is_history) {
            Some(told) => Some(told + if next { 1 } else { -1 }),
            None => self.anchors.today().map(|today| match next {
                true => today.year() + i16::from(today.month() >= begins),
                false => today.year() - i16::from(today.month() < begins + 3),
            }),
        };
        Some(Resolved {
            timex: year.map_or(format!("XXXX-{code}"), |year| format!("{year}-{code}")),
            when: year.and_then(|year| season(year, code, self.anchors.zone)),
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..at + 1 + named.tokens, None)
        })
    }

    /// "минулого тижня", "в этом году"; a history counts years from the one told.
    pub(super) fn period(&self, at: usize) -> Option<Resolved> {
        let found = self.words.periods.at(self.text, at, self.limit)?;
        let (unit, step) = *found.value;
        let told = self.anchors.told_year().filter(|_| self.anchors.is_history);
        let (timex, when) = match told {
            Some(year) if unit == Unit::Year => {
                let year = year + i16::try_from(step).ok()?;
                (
                    format!("{year:04}"),
                    calendar::year(year, self.anchors.zone),
                )
            }
            Some(_) => ("XXXX-XX".to_owned(), None),
            None => calendar::period(self.anchors.today(), unit, step, self.anchors.zone)?,
        };
        Some(Resolved {
            timex,
            when,
            rule: self.rule("uk.time.period", "ru.time.period"),
            ..self.resolved(at..at + found.tokens, None)
        })
    }

    /// "на вихідних", "в прошлые выходные".
    fn weekend(&self, at: usize) -> Option<Resolved> {
        let found = self.words.weekends.at(self.text, at, self.limit)?;
        let before = at.checked_sub(1).map_or("", |i| self.text.word(i));
        let led = matches!(
            before,
            "на" | "у" | "в" | "во" | "за" | "до" | "після" | "после"
        );
        // "вихідні дані" and "выходной костюм" are no days.
        let other = self.text.word(at + found.tokens).starts_with("дан");
        if *found.value == 0 && !led || other {
            return None;
        }
        let step = Some(*found.value).filter(|step| *step != 0);
        let (timex, when) = weekend(self.anchors.today(), step, self.anchors.zone);
        Some(Resolved {
            timex,
            when,
            rule: self.rule("uk.time.season", "ru.time.season"),
            ..self.resolved(at..at + found.tokens, None)
        })
    }
}

/// A number in Roman letters, as centuries are written, of either alphabet.
fn roman(word: &str) -> Option<i16> {
    let value = |letter| match letter {
        'i' | 'і' => Some(1),
        'v' => Some(5),
        'x' | 'х' => Some(10),
        _ => None,
    };
    if word.is_empty() || word.chars().count() > LONGEST_ROMAN {
        return None;
    }
    let (mut sum, mut last) = (0, 0);
    for letter in word.chars().rev() {
        let own = value(letter)?;
        sum += if own < last { -own } else { own };
        last = last.max(own);
    }
    Some(sum)
}

/// "XXVIII".
const LONGEST_ROMAN: usize = 6;

#[cfg(test)]
mod tests {
    #[test]
    fn roman_letters_of_either_alphabet_are_numbers() {
        let read = ["xix", "хх", "xviii", "іх", "xxi"].map(super::roman);
        assert_eq!(read, [Some(19), Some(20), Some(18), Some(9), Some(21)]);
        assert_eq!(super::roman("війна"), None);
    }
}
