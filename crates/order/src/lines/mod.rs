//! Clues in lines a person can write: events are named, then each line says one thing of time.
//!
//! What cannot be read is a problem with its line; the other lines are still read.
//!
//! ```text
//! zone +02:00                    times without a zone of their own
//! clip c1: Clip 1                a name for the lines, then what it is called
//! moment blast: the blast        something without length
//! 1: c1 before blast             clue 1
//! 2 soft: c1 captured 2031-05-05 14:00 to 14:10 | "around two", she said
//! 3: c1 shadow 2031-05-05 09:00 to 09:40 or c1 shadow 2031-05-05 15:10 to 16:00
//! ```

mod amount;
mod statement;
mod time;

use std::collections::HashMap;

use serde::Serialize;

use crate::clue::{Alternative, Clue, Strength};
use crate::moment::EventId;
use crate::network::Network;
use statement::Reader;

/// A line that could not be read, and why. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub line: usize,
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// A network as read, and the lines that could not be read.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub network: Network,
    /// The last zone given, in minutes ahead of UTC: times are best written in it.
    pub ahead_min: i64,
    pub problems: Vec<Problem>,
}

/// Reads lines of events and clues.
pub fn parse(text: &str) -> Parsed {
    let mut lines = Lines::default();
    let mut clues = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match lines.line(line.trim()) {
            Ok(Some(clue)) => clues.push((number, clue)),
            Ok(None) => {}
            Err(message) => lines.problem(number, message),
        }
    }
    let (numbers, clues): (Vec<usize>, Vec<Clue>) = clues.into_iter().unzip();
    for (number, added) in numbers.into_iter().zip(lines.network.add_all(clues)) {
        if let Err(refused) = added {
            lines.problem(number, refused.to_string());
        }
    }
    lines.problems.sort_by_key(|problem| problem.line);
    Parsed {
        network: lines.network,
        ahead_min: lines.ahead_min,
        problems: lines.problems,
    }
}

#[derive(Debug)]
struct Lines {
    network: Network,
    names: HashMap<String, EventId>,
    ahead_min: i64,
    problems: Vec<Problem>,
}

impl Default for Lines {
    fn default() -> Self {
        Lines {
            network: Network::new(),
            names: HashMap::new(),
            ahead_min: 0,
            problems: Vec::new(),
        }
    }
}

impl Lines {
    fn problem(&mut self, line: usize, message: String) {
        self.problems.push(Problem { line, message });
    }

    /// A clue, or nothing where the line only names something.
    fn line(&mut self, line: &str) -> Result<Option<Clue>, String> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(None);
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match first {
            "zone" => {
                self.ahead_min = time::offset(rest.trim()).ok_or_else(|| {
                    format!("\"{}\" is no zone; write +02:00, -05:30 or Z", rest.trim())
                })?;
                Ok(None)
            }
            "event" | "clip" => self.event(rest, false).map(|()| None),
            "moment" => self.event(rest, true).map(|()| None),
            _ => self.clue(line).map(Some),
        }
    }

    /// "c1: Clip 1", or "c1" alone.
    fn event(&mut self, text: &str, moment: bool) -> Result<(), String> {
        let (name, label) = text.split_once(':').unwrap_or((text, text));
        let (name, label) = (name.trim(), label.trim());
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(format!(
                "\"{name}\" is no name; write one word, then \": what it is\""
            ));
        }
        if statement::is_taken(name) {
            return Err(format!(
                "\"{name}\" means something in these lines; choose another name"
            ));
        }
        if self.names.contains_key(name) {
            return Err(format!(
                "{name} is named twice; give the second a name of its own"
            ));
        }
        let label = if label.is_empty() { name } else { label };
        let added = if moment {
            self.network.moment(label)
        } else {
            self.network.event(label)
        };
        let id = added.map_err(|refused| refused.to_string())?;
        self.names.insert(name.to_owned(), id);
        Ok(())
    }

    /// "7 soft: c1 before c2 | the words it was read from"
    fn clue(&mut self, line: &str) -> Result<Clue, String> {
        let (head, rest) = line.split_once(':').ok_or_else(|| {
            "no clue: write its name, a colon and what it says, as in \"1: c1 before c2\""
                .to_owned()
        })?;
        let (said, excerpt) = rest.split_once('|').unwrap_or((rest, ""));
        let (name, strength) = match head.trim().strip_suffix(" soft") {
            Some(name) => (name.trim(), Strength::Soft),
            None => (head.trim(), Strength::Firm),
        };
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(format!(
                "\"{name}\" is no name of a clue; write one word, and \" soft\" after it if it is hedged"
            ));
        }
        let words: Vec<&str> = said.split_whitespace().collect();
        let alternatives = words.split(|word| *word == "or");
        let alternatives: Result<Vec<Alternative>, String> =
            alternatives.map(|words| self.alternative(words)).collect();
        Ok(Clue {
            name: name.to_owned(),
            excerpt: excerpt.trim().to_owned(),
            strength,
            alternatives: alternatives?,
        })
    }

    /// Statements joined by "and"; what stands in brackets at the end is what they suppose.
    fn alternative(&self, words: &[&str]) -> Result<Alternative, String> {
        let bracket = words.iter().position(|word| word.starts_with('('));
        let (said, supposing) = words.split_at(bracket.unwrap_or(words.len()));
        let supposing = supposing.join(" ");
        if !supposing.is_empty() && !supposing.ends_with(')') {
            return Err(format!("{supposing} has no closing bracket at its end"));
        }
        let inside = supposing.trim_start_matches('(').trim_end_matches(')');
        let reader = Reader {
            names: &self.names,
            ahead_min: self.ahead_min,
        };
        let statements = said.split(|word| *word == "and");
        let statements: Result<Vec<_>, String> =
            statements.map(|words| reader.statement(words)).collect();
        Ok(Alternative {
            supposing: inside.to_owned(),
            statements: statements?,
        })
    }
}
