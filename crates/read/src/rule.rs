//! The rules by name: what each looks for and what it makes. Says nothing of how.
//!
//! A rule's full name begins with its language (`en.time.weekday`); one entry here serves the
//! languages that have it. Every name a reading carries stands here, and every name here is
//! carried by some golden case: a test holds the two together.

mod table;

use crate::language::Language;

/// A rule's full names in English, Ukrainian and Russian.
macro_rules! in_languages {
    ($name:literal) => {
        [
            concat!("en.", $name),
            concat!("uk.", $name),
            concat!("ru.", $name),
        ]
    };
}
pub(crate) use in_languages;

/// The name in a text's language; where there are no rules of it, places are read as English ones.
pub(crate) fn named(language: Language, names: [&'static str; 3]) -> &'static str {
    let [english, ukrainian, russian] = names;
    language
        .pick(english, ukrainian, russian)
        .unwrap_or(english)
}

/// One rule of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Without the language: `time.weekday`.
    pub name: &'static str,
    /// What it looks for in a text.
    pub pattern: &'static str,
    /// What it makes of it.
    pub production: &'static str,
}

/// All rules, by part and name.
pub fn rules() -> &'static [Rule] {
    table::RULES
}

/// The rule with this full name, as a claim or a mention carries it.
pub fn rule(full_name: &str) -> Option<&'static Rule> {
    let (_, name) = full_name.split_once('.')?;
    let at = table::RULES
        .binary_search_by_key(&name, |rule| rule.name)
        .ok()?;
    Some(&table::RULES[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_names_each_rule_once() {
        let names: Vec<&str> = rules().iter().map(|rule| rule.name).collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
    }

    #[test]
    fn a_rule_is_found_by_its_name_in_any_language() {
        assert_eq!(rule("en.tally.killed"), rule("uk.tally.killed"));
        assert!(rule("en.tally.killed").is_some());
        assert_eq!(rule("tally.killed"), None);
    }
}
