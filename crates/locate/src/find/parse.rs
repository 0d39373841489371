//! A person's words to a query; what cannot be read is named with what was expected there.

use std::ops::Range;

use super::kinds;
use super::query::{
    Anchor, Area, BESIDE_M, Clause, Compare, Count, DEEPEST, Direction, FAR_M, Filter, KindOf,
    NEAR_M, Property, Query, Relation, Subject,
};
use super::words::{self, Spelt, Token};
use crate::map::Spot;

const MOST_BYTES: usize = 4_000;
const MOST_METRES: f64 = 500_000.0;
/// Words at which the name of a place without quotes ends.
const ENDS_NAME: &[&str] = &[
    "and", "not", "near", "within", "with", "then", "along", "in", "bearing", "named",
];
const NUMBERS: &[&str] = &[
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: expected {expected}{hint}", place(.word))]
pub struct ParseError {
    /// Bytes of the query, at its end where something is missing.
    pub at: Range<usize>,
    /// What stands there; empty at the end.
    pub word: String,
    pub expected: String,
    pub hint: String,
}

fn place(word: &str) -> String {
    if word.is_empty() {
        "at the end".to_owned()
    } else {
        format!("at \"{word}\"")
    }
}

pub fn parse(text: &str) -> Result<Query, ParseError> {
    let fault = |at: Range<usize>, expected: &str| ParseError {
        word: text
            .get(at.clone())
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect(),
        at,
        expected: expected.to_owned(),
        hint: String::new(),
    };
    if text.len() > MOST_BYTES {
        return Err(fault(
            text.len()..text.len(),
            "a query of less than 4,000 bytes",
        ));
    }
    let tokens = words::cut(text).map_err(|unread| fault(unread.at, unread.expected))?;
    let mut parser = Parser {
        text,
        tokens,
        next: 0,
        depth: 0,
    };
    let query = parser.query()?;
    if parser.next < parser.tokens.len() {
        return Err(parser.fault("\"and\" and a further clause, or the end"));
    }
    Ok(query)
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Spelt>,
    next: usize,
    depth: usize,
}

type Parsed<T> = Result<T, ParseError>;

impl Parser<'_> {
    fn query(&mut self) -> Parsed<Query> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault("no more than four queries inside each other"));
        }
        let mut query = match self.count()? {
            Some(count) => self.counted(count)?,
            None => Query::of(self.subject()?),
        };
        self.clauses(&mut query)?;
        self.depth -= 1;
        Ok(query)
    }

    /// "exactly 1 (…)": of all hits. "exactly 1 runway within 2 km of airfield": airfields.
    fn counted(&mut self, count: Count) -> Parsed<Query> {
        if self.sign('(') {
            let mut query = self.query()?;
            self.close()?;
            query.count = Some(count);
            return Ok(query);
        }
        let things = Query::of(self.subject()?);
        let before = self.next;
        if self.word("within") {
            let metres = self.distance()?;
            self.of("\"of\" and a kind of thing or a place")?;
            let of = self.anchor()?;
            if let Anchor::Things(mut anchors) = of {
                let is = Relation::Count {
                    count,
                    things: Box::new(things),
                    metres,
                };
                anchors.clauses.push(Clause { not: false, is });
                return Ok(*anchors);
            }
            self.next = before;
        }
        Ok(Query {
            count: Some(count),
            ..things
        })
    }

    fn clauses(&mut self, query: &mut Query) -> Parsed<()> {
        loop {
            let start = self.next;
            let comma = self.sign(',');
            let joined = self.word("and") || self.word("but") || comma;
            let not = self.word("not");
            let Some(is) = self.relation()? else {
                if joined || not {
                    if joined && !not && comma && self.depth > 1 {
                        self.next = start;
                        return Ok(());
                    }
                    return Err(self.fault(
                        "a clause: \"near\", \"within 300 m of\", \"with exactly 1 … within 2 km\", \"in\", \"north of\", \"bearing 40 to 60 from\" or \"then … along\"",
                    ));
                }
                self.next = start;
                return Ok(());
            };
            query.clauses.push(Clause { not, is });
        }
    }

    fn relation(&mut self) -> Parsed<Option<Relation>> {
        if self.word("near") || self.words(&["close", "to"]) || self.words(&["next", "to"]) {
            let of = self.anchor()?;
            let metres = if self.word("within") {
                self.distance()?
            } else {
                NEAR_M
            };
            return Ok(Some(Relation::Within { metres, of }));
        }
        if self.word("within") {
            let metres = self.distance()?;
            self.of("\"of\" and a kind of thing or a place")?;
            return Ok(Some(Relation::Within {
                metres,
                of: self.anchor()?,
            }));
        }
        if self.word("with") {
            let count = self.count()?;
            let Some(count) = count else {
                return Err(
                    self.fault("how many: \"exactly 1\", \"at least 2\", \"at most 3\" or \"no\"")
                );
            };
            let things = self.things()?;
            let near = self.word("near");
            if !near && !self.word("within") {
                return Err(self.fault("\"within\" and a distance"));
            }
            let metres = if near { NEAR_M } else { self.distance()? };
            return Ok(Some(Relation::Count {
                count,
                things: Box::new(things),
                metres,
            }));
        }
        if self.word("in") || self.word("inside") {
            return Ok(Some(Relation::In(self.area()?)));
        }
        if self.word("bearing") {
            return self.bearing().map(Some);
        }
        if self.word("then") {
            return self.along().map(Some);
        }
        let Some(direction) = self.direction() else {
            return Ok(None);
        };
        self.of("\"of\" and a kind of thing or a place")?;
        let of = self.anchor()?;
        let metres = if self.word("within") {
            self.distance()?
        } else {
            FAR_M
        };
        Ok(Some(Relation::Direction {
            direction,
            of,
            metres,
        }))
    }

    fn bearing(&mut self) -> Parsed<Relation> {
        let from_deg = self.number("a bearing in degrees, 0 to 360")?;
        if !self.word("to") {
            return Err(self.fault("\"to\" and the second bearing"));
        }
        let to_deg = self.number("a bearing in degrees, 0 to 360")?;
        let right = |deg: f64| (0.0..=360.0).contains(&deg);
        if !right(from_deg) || !right(to_deg) {
            self.next -= 1;
            return Err(self.fault("a bearing in degrees, 0 to 360"));
        }
        self.of("\"from\" and a kind of thing or a place")?;
        let of = self.anchor()?;
        let metres = if self.word("within") {
            self.distance()?
        } else {
            FAR_M
        };
        Ok(Relation::Bearing {
            from_deg,
            to_deg,
            of,
            metres,
        })
    }

    fn along(&mut self) -> Parsed<Relation> {
        let mut then = vec![self.subject()?];
        loop {
            let start = self.next;
            let _ = self.sign(',') || self.word("and");
            if !self.word("then") {
                self.next = start;
                break;
            }
            then.push(self.subject()?);
        }
        let _ = self.sign(',');
        if !self.word("along") && !self.word("on") {
            return Err(self.fault("\"then\" and the next thing, or \"along\" and a road"));
        }
        let _ = self.word("any") || self.word("a") || self.word("the");
        let road = match self.name()? {
            Some(name) => Subject {
                kinds: vec![KindOf::Word("road".to_owned())],
                named: Some(name),
                filters: Vec::new(),
            },
            None => self.subject()?,
        };
        let metres = if self.word("within") {
            self.distance()?
        } else {
            BESIDE_M
        };
        Ok(Relation::Along { then, road, metres })
    }

    fn subject(&mut self) -> Parsed<Subject> {
        let _ = self.word("a") || self.word("an") || self.word("the") || self.word("any");
        let straight = self.word("straight");
        let mut subject = Subject {
            kinds: vec![self.kind()?],
            named: None,
            filters: Vec::new(),
        };
        while self.word("or") {
            subject.kinds.push(self.kind()?);
        }
        if straight {
            subject.filters.push(Filter::Straight);
        }
        loop {
            if self.word("named") || self.word("called") {
                let expected = "a name in \"quotes\"";
                subject.named = Some(self.name()?.ok_or_else(|| self.fault(expected))?);
            } else if let Some(filter) = self.filter()? {
                subject.filters.push(filter);
            } else {
                return Ok(subject);
            }
        }
    }

    fn kind(&mut self) -> Parsed<KindOf> {
        if let Some(Token::Tag(key, value)) = self.peek() {
            let kind = KindOf::Tag {
                key: key.clone(),
                value: value.clone(),
            };
            self.next += 1;
            return Ok(kind);
        }
        let words = self.words_ahead(4);
        match kinds::longest(&words) {
            Some((kind, count)) => {
                self.next += count;
                Ok(KindOf::Word(kind.name.to_owned()))
            }
            None => Err(self.no_kind()),
        }
    }

    fn no_kind(&self) -> ParseError {
        let mut fault = self.fault("a kind of thing (\"school\", \"water tower\", \"bridge\" …) or a tag as [man_made=silo]");
        let alike = kinds::alike(&fault.word.to_lowercase());
        if !alike.is_empty() {
            fault.hint = format!("; did you mean {}?", alike.join(", "));
        }
        fault
    }

    /// "with levels = 9", "over 300 m", "with [surface=asphalt]"; not "with exactly 1 …".
    fn filter(&mut self) -> Parsed<Option<Filter>> {
        for (word, is) in [
            ("over", Compare::More),
            ("longer", Compare::More),
            ("shorter", Compare::Less),
        ] {
            if self.word(word) {
                let _ = self.word("than");
                let value = self.distance()?;
                return Ok(Some(Filter::Number {
                    of: Property::Length,
                    is,
                    value,
                }));
            }
        }
        let start = self.next;
        if !self.word("with") {
            return Ok(None);
        }
        if let Some(Token::Tag(key, value)) = self.peek() {
            let filter = Filter::Tag {
                key: key.clone(),
                value: value.clone(),
            };
            self.next += 1;
            return Ok(Some(filter));
        }
        if let Some(Token::Number(levels)) = self.peek() {
            let levels = *levels;
            self.next += 1;
            if self.one_of(&["levels", "level", "floors", "storeys", "stories"]) {
                return Ok(Some(Filter::Number {
                    of: Property::Levels,
                    is: Compare::Equal,
                    value: levels,
                }));
            }
            self.next = start;
            return Ok(None);
        }
        let of = if self.one_of(&["levels", "floors", "storeys"]) {
            Property::Levels
        } else if self.word("height") {
            Property::Height
        } else if self.word("length") {
            Property::Length
        } else if self.word("area") {
            Property::Area
        } else {
            self.next = start;
            return Ok(None);
        };
        let is = self.compare()?;
        let value = match of {
            Property::Levels => self.number("how many levels")?,
            Property::Height | Property::Length => self.distance()?,
            Property::Area => self.square_metres()?,
        };
        Ok(Some(Filter::Number { of, is, value }))
    }

    fn compare(&mut self) -> Parsed<Compare> {
        let signs = [
            ('=', Compare::Equal),
            ('<', Compare::Less),
            ('>', Compare::More),
            ('≤', Compare::AtMost),
            ('≥', Compare::AtLeast),
        ];
        for (sign, compare) in signs {
            if self.sign(sign) {
                return Ok(compare);
            }
        }
        if self.words(&["at", "least"]) {
            return Ok(Compare::AtLeast);
        }
        if self.words(&["at", "most"]) {
            return Ok(Compare::AtMost);
        }
        Err(self.fault("=, <, >, <=, >=, \"at least\" or \"at most\""))
    }

    fn count(&mut self) -> Parsed<Option<Count>> {
        let start = self.next;
        let make = if self.word("exactly") {
            Count::Exactly
        } else if self.words(&["at", "least"]) {
            Count::AtLeast
        } else if self.words(&["at", "most"]) {
            Count::AtMost
        } else if self.word("no") {
            return Ok(Some(Count::Exactly(0)));
        } else {
            return Ok(None);
        };
        let number = match self.peek() {
            Some(Token::Number(n)) => {
                (n.fract() == 0.0 && (0.0..1e6).contains(n)).then_some(*n as u32)
            }
            Some(Token::Word(word)) => NUMBERS
                .iter()
                .position(|known| known == word)
                .map(|n| n as u32),
            _ => None,
        };
        let Some(number) = number else {
            let fault = self.fault("how many: a whole number");
            self.next = start;
            return Err(fault);
        };
        self.next += 1;
        Ok(Some(make(number)))
    }

    /// A subject, or a query in parentheses.
    fn things(&mut self) -> Parsed<Query> {
        if self.sign('(') {
            let query = self.query()?;
            self.close()?;
            return Ok(query);
        }
        Ok(Query::of(self.subject()?))
    }

    fn anchor(&mut self) -> Parsed<Anchor> {
        if let Some(spot) = self.spot()? {
            return Ok(Anchor::Spot(spot));
        }
        let start = self.next;
        let _ = self.word("the");
        if self.one_of(&["centre", "center", "middle"]) {
            self.of("\"of\" and the place whose centre is meant")?;
            let expected = "the name of a place, in \"quotes\" or with a capital";
            return self
                .name()?
                .map(Anchor::Middle)
                .ok_or_else(|| self.fault(expected));
        }
        self.next = start;
        if let Some(name) = self.name()? {
            return Ok(Anchor::Place(name));
        }
        Ok(Anchor::Things(Box::new(self.things()?)))
    }

    fn area(&mut self) -> Parsed<Area> {
        if self.word("circle") {
            let Some(middle) = self.spot()? else {
                return Err(self.fault("latitude, longitude in degrees"));
            };
            let _ = self.sign(',');
            return Ok(Area::Circle {
                middle,
                metres: self.distance()?,
            });
        }
        if self.word("polygon") {
            if !self.sign('(') {
                return Err(
                    self.fault("\"(\" and corners as \"latitude longitude\", with commas between")
                );
            }
            let mut corners = Vec::new();
            loop {
                let Some(corner) = self.spot()? else {
                    return Err(self.fault("latitude and longitude in degrees"));
                };
                corners.push(corner);
                if !self.sign(',') {
                    break;
                }
            }
            self.close()?;
            if corners.len() < 3 {
                self.next -= 1;
                return Err(self.fault("three corners or more"));
            }
            return Ok(Area::Polygon(corners));
        }
        let expected = "the name of a place, \"circle LAT, LON, 2 km\" or \"polygon (…)\"";
        self.plain_name()
            .map(Area::Place)
            .ok_or_else(|| self.fault(expected))
    }

    /// A name in quotes, or words the first of which has a capital and which are more than a kind.
    fn name(&mut self) -> Parsed<Option<String>> {
        let start = self.next;
        if let Some(Token::Word(_)) = self.peek() {
            let at = self.tokens[start].at.start;
            let capital = self.text[at..].starts_with(char::is_uppercase);
            let kind = kinds::longest(&self.words_ahead(4)).map_or(0, |(_, count)| count);
            let name = self.plain_name();
            if !capital || self.next - start <= kind {
                self.next = start;
                return Ok(None);
            }
            return Ok(name);
        }
        Ok(self.plain_name())
    }

    fn plain_name(&mut self) -> Option<String> {
        if let Some(Token::Quoted(name)) = self.peek() {
            let name = name.clone();
            self.next += 1;
            return Some(name);
        }
        let start = self.next;
        while let Some(token) = self.peek() {
            let word = match token {
                Token::Word(word) => word.as_str(),
                // "Street 1".
                Token::Number(_) if self.next > start => "",
                _ => break,
            };
            let ends = ENDS_NAME.contains(&word)
                || self
                    .tokens
                    .get(self.next + 1)
                    .is_some_and(|after| after.token == Token::Word("of".to_owned()))
                    && Direction::ALL
                        .iter()
                        .any(|direction| direction.name() == word);
            if ends {
                break;
            }
            self.next += 1;
        }
        let last = self.next.checked_sub(1).filter(|last| *last >= start)?;
        Some(self.text[self.tokens[start].at.start..self.tokens[last].at.end].to_owned())
    }

    fn direction(&mut self) -> Option<Direction> {
        let Some(Token::Word(word)) = self.peek() else {
            return None;
        };
        let plain = word.replace('-', "");
        let found = Direction::ALL
            .into_iter()
            .find(|direction| direction.name() == plain)?;
        self.next += 1;
        Some(found)
    }

    /// "42.5, 1.5" or "42.5 1.5"; None where no number stands.
    fn spot(&mut self) -> Parsed<Option<Spot>> {
        if !matches!(self.peek(), Some(Token::Number(_))) {
            return Ok(None);
        }
        let lat = self.number("a latitude in degrees")?;
        let _ = self.sign(',');
        let lon = self.number("a longitude in degrees")?;
        let spot = Spot::from_degrees(lat, lon);
        spot.map(Some).ok_or_else(|| {
            self.next -= 1;
            self.fault("a latitude from -90 to 90 and a longitude from -180 to 180")
        })
    }

    fn distance(&mut self) -> Parsed<f64> {
        let expected = "a distance as \"300 m\" or \"2 km\", up to 500 km";
        let number = self.number(expected)?;
        let unit = if self.one_of(&[
            "m",
            "metre",
            "metres",
            "meter",
            "meters",
            "м",
            "метрів",
            "метров",
        ]) {
            1.0
        } else if self.one_of(&[
            "km",
            "kilometre",
            "kilometres",
            "kilometer",
            "kilometers",
            "км",
        ]) {
            1_000.0
        } else {
            return Err(self.fault("\"m\" or \"km\""));
        };
        let metres = number * unit;
        if !(0.0..=MOST_METRES).contains(&metres) {
            self.next -= 2;
            return Err(self.fault(expected));
        }
        Ok(metres)
    }

    fn square_metres(&mut self) -> Parsed<f64> {
        let number = self.number("an area as \"500 m2\", \"3 ha\" or \"2 km2\"")?;
        let word = self.words_ahead(1).first().map(|word| (*word).to_owned());
        let unit = match word.as_deref() {
            Some("m2") => 1.0,
            Some("ha") => 1e4,
            Some("km2") => 1e6,
            _ => return Err(self.fault("\"m2\", \"ha\" or \"km2\"")),
        };
        self.next += 1;
        Ok(number * unit)
    }

    fn number(&mut self, expected: &str) -> Parsed<f64> {
        let Some(Token::Number(number)) = self.peek() else {
            return Err(self.fault(expected));
        };
        let number = *number;
        self.next += 1;
        Ok(number)
    }

    fn of(&mut self, expected: &str) -> Parsed<()> {
        if self.word("of") || self.word("from") {
            Ok(())
        } else {
            Err(self.fault(expected))
        }
    }

    fn close(&mut self) -> Parsed<()> {
        if self.sign(')') {
            Ok(())
        } else {
            Err(self.fault("\")\""))
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|spelt| &spelt.token)
    }

    fn word(&mut self, word: &str) -> bool {
        let there = matches!(self.peek(), Some(Token::Word(known)) if known == word);
        self.next += usize::from(there);
        there
    }

    fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    fn words(&mut self, words: &[&str]) -> bool {
        let there = self.words_ahead(words.len()) == words;
        self.next += if there { words.len() } else { 0 };
        there
    }

    fn sign(&mut self, sign: char) -> bool {
        let there = self.peek() == Some(&Token::Sign(sign));
        self.next += usize::from(there);
        there
    }

    fn words_ahead(&self, most: usize) -> Vec<&str> {
        let ahead = self.tokens[self.next.min(self.tokens.len())..]
            .iter()
            .take(most);
        ahead
            .map_while(|spelt| match &spelt.token {
                Token::Word(word) => Some(word.as_str()),
                _ => None,
            })
            .collect()
    }

    fn fault(&self, expected: &str) -> ParseError {
        let end = self.text.len()..self.text.len();
        let at = self
            .tokens
            .get(self.next)
            .map_or(end, |spelt| spelt.at.clone());
        ParseError {
            word: self.text[at.clone()].chars().take(40).collect(),
            at,
            expected: expected.to_owned(),
            hint: String::new(),
        }
    }
}
