//! One line of a points file as words, names in quotes, numbers and signs.

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Word(String),
    Name(String),
    Number(f64),
    Sign(char),
}

#[derive(Debug)]
pub(super) struct Line {
    parts: std::iter::Peekable<std::vec::IntoIter<Part>>,
}

impl Line {
    pub(super) fn of(text: &str) -> Result<Self, String> {
        // A stray control character is no part of a name.
        let plain = text.replace(char::is_control, " ");
        Ok(Self {
            parts: parts(&plain)?.into_iter().peekable(),
        })
    }

    pub(super) fn is_empty(&mut self) -> bool {
        self.parts.peek().is_none()
    }

    pub(super) fn end(&mut self) -> Result<(), String> {
        self.parts.peek().map_or(Ok(()), |part| {
            Err(format!("{} is one thing too many", told(part)))
        })
    }

    /// A word without quotes, if one is next.
    pub(super) fn bare(&mut self) -> Option<String> {
        let word = self.parts.next_if(|part| matches!(part, Part::Word(_)))?;
        let Part::Word(word) = word else { return None };
        Some(word)
    }

    /// A name, a word or a number as it stands, if one is next: a date.
    pub(super) fn as_it_stands(&mut self) -> Option<String> {
        match self.parts.next_if(|part| !matches!(part, Part::Sign(_)))? {
            Part::Word(word) | Part::Name(word) => Some(word),
            Part::Number(number) => Some(number.to_string()),
            Part::Sign(_) => None,
        }
    }

    pub(super) fn word(&mut self, wanted: &str) -> Result<(), String> {
        match self.bare() {
            Some(word) if word == wanted => Ok(()),
            Some(word) => Err(format!("'{word}' stands where '{wanted}' should")),
            None => Err(format!("'{wanted}' is missing{}", self.before())),
        }
    }

    /// A name in quotes, or a single word.
    pub(super) fn name(&mut self) -> Result<String, String> {
        match self
            .parts
            .next_if(|part| matches!(part, Part::Name(_) | Part::Word(_)))
        {
            Some(Part::Name(name) | Part::Word(name)) => Ok(name),
            _ => Err(format!("a name in \"quotes\" is missing{}", self.before())),
        }
    }

    pub(super) fn number(&mut self) -> Result<f64, String> {
        match self.parts.next_if(|part| matches!(part, Part::Number(_))) {
            Some(Part::Number(number)) => Ok(number),
            _ => Err(format!("a number is missing{}", self.before())),
        }
    }

    pub(super) fn sign(&mut self, wanted: char) -> Result<(), String> {
        match self.parts.next_if(|part| *part == Part::Sign(wanted)) {
            Some(_) => Ok(()),
            None => Err(format!("'{wanted}' is missing{}", self.before())),
        }
    }

    /// "12.5,40"
    pub(super) fn pair(&mut self) -> Result<[f64; 2], String> {
        let first = self.number()?;
        self.sign(',')?;
        Ok([first, self.number()?])
    }

    /// "1920x1080"
    pub(super) fn size(&mut self) -> Result<(f64, f64), String> {
        let word = self.bare().unwrap_or_default();
        let size = word
            .split_once('x')
            .and_then(|(width, height)| Some((number(width)?, number(height)?)));
        size.ok_or_else(|| format!("a size is like 1920x1080{}", self.before()))
    }

    /// "± 2", if it stands next.
    pub(super) fn error(&mut self) -> Result<Option<f64>, String> {
        if self
            .parts
            .next_if(|part| *part == Part::Sign('±'))
            .is_none()
        {
            return Ok(None);
        }
        self.number().map(Some)
    }

    pub(super) fn measured(&mut self, usual_error: f64) -> Result<super::Measured, String> {
        let value = self.number()?;
        let error = self.error()?.unwrap_or(usual_error);
        Ok(super::Measured { value, error })
    }

    /// With a usual error that is a part of the value.
    pub(super) fn measured_part(&mut self, part: f64) -> Result<super::Measured, String> {
        let value = self.number()?;
        let error = self.error()?.unwrap_or(value.abs() * part);
        Ok(super::Measured { value, error })
    }

    fn before(&mut self) -> String {
        match self.parts.peek() {
            Some(part) => format!(" before {}", told(part)),
            None => " at the line's end".to_owned(),
        }
    }
}

fn told(part: &Part) -> String {
    match part {
        Part::Word(word) | Part::Name(word) => format!("'{word}'"),
        Part::Number(number) => format!("'{number}'"),
        Part::Sign(sign) => format!("'{sign}'"),
    }
}

fn parts(text: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else {
            return Ok(parts);
        };
        match first {
            '#' => return Ok(parts),
            '"' => {
                let (name, after) = quoted(&rest[1..])?;
                parts.push(Part::Name(name));
                rest = after;
            }
            ',' | '=' | '±' => {
                parts.push(Part::Sign(first));
                rest = &rest[first.len_utf8()..];
            }
            _ if rest.starts_with("+-") => {
                parts.push(Part::Sign('±'));
                rest = &rest[2..];
            }
            _ => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ',' | '=' | '±' | '"' | '#'))
                    .unwrap_or(rest.len());
                let word = &rest[..end];
                // "2+-1" is two numbers; "+-" cannot be inside either.
                let word = word.split("+-").next().unwrap_or(word);
                parts.push(number(word).map_or_else(|| Part::Word(word.to_owned()), Part::Number));
                rest = &rest[word.len()..];
            }
        }
    }
}

/// Digits with a point and a sign; not all that Rust takes for a number ("inf", "nan", "1e5").
fn number(word: &str) -> Option<f64> {
    let digits = word.trim_start_matches(['-', '+', '−']);
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if !plain || word.chars().count() - digits.chars().count() > 1 {
        return None;
    }
    let size: f64 = digits.parse().ok()?;
    let less = word.starts_with(['-', '−']);
    size.is_finite().then_some(if less { -size } else { size })
}

/// Up to the closing quote; a quote inside is written twice.
fn quoted(text: &str) -> Result<(String, &str), String> {
    let mut name = String::new();
    let mut rest = text;
    loop {
        let Some(end) = rest.find('"') else {
            return Err("a name is not closed with '\"'".to_owned());
        };
        name.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                name.push('"');
                rest = after;
            }
            None => return Ok((name, rest)),
        }
    }
}
