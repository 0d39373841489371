//! Names, roles and phrases of one text, indexed for looking up what a shorter form means.
//!
//! Every look-up costs the same however long the text is.

use std::collections::HashMap;

use super::spelling::{name_key, names_alike};

/// Phrases of more words are not asked for by their endings.
const LONGEST_ENDING_WORDS: usize = 8;

#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// Last word of a name, in lower case, to the fullest name.
    full: HashMap<String, String>,
    /// Full name to role.
    roles: HashMap<String, String>,
    /// A word of a role to the one who has it; `None` where several do.
    by_role: HashMap<String, Option<String>>,
    /// Endings of phrases, in lower case, to the phrase as written last.
    phrases: HashMap<String, String>,
}

impl Remembered {
    pub fn name(&mut self, name: &str) {
        if let Some(last) = name.rsplit(' ').next() {
            self.full
                .entry(spelled(last))
                .or_insert_with(|| name.to_owned());
        }
    }

    /// The fullest name that ends in this one.
    pub fn full_name(&self, last: &str) -> Option<&String> {
        self.full.get(&spelled(last))
    }

    /// The name as the text spelled it first.
    pub fn as_spelled_first(&self, name: &str) -> String {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let first = self.full_name(last).filter(|full| names_alike(full, name));
        first.map_or_else(|| name.to_owned(), String::clone)
    }

    pub fn phrase(&mut self, phrase: &str) {
        let lower = phrase.to_lowercase();
        let spaces = lower.rmatch_indices(' ').take(LONGEST_ENDING_WORDS);
        for (space, _) in spaces {
            self.phrases
                .insert(lower[space + 1..].to_owned(), phrase.to_owned());
        }
    }

    /// The phrase, as written last, that ends in these lower-case words and has more before them.
    pub fn fuller(&self, ending: &str) -> Option<&String> {
        self.phrases.get(ending)
    }

    /// The first role a name was given stays.
    pub fn role(&mut self, name: &str, role: &str) {
        if self.roles.contains_key(name) {
            return;
        }
        self.roles.insert(name.to_owned(), role.to_owned());
        for word in role.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
            self.by_role
                .entry(word.to_owned())
                .and_modify(|holder| {
                    if holder.as_deref() != Some(name) {
                        *holder = None;
                    }
                })
                .or_insert_with(|| Some(name.to_owned()));
        }
    }

    pub fn role_of(&self, name: &str) -> Option<&String> {
        self.roles.get(name)
    }

    /// The one person whose role has this word; two of them mean neither.
    pub fn holder(&self, word: &str) -> Option<(String, String)> {
        let name = self.by_role.get(word)?.clone()?;
        let role = self.roles.get(&name)?.clone();
        Some((name, role))
    }
}

/// One key for every spelling of a name; too short a key would join different ones.
fn spelled(name: &str) -> String {
    let key = name_key(name);
    if key.chars().count() < 3 {
        return name.to_lowercase();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_form_means_the_phrase_written_last() {
        let mut remembered = Remembered::default();
        remembered.phrase("Lisk City Council");
        remembered.phrase("Orel City Council");
        let fuller = |ending| remembered.fuller(ending).map(String::as_str);
        assert_eq!(fuller("city council"), Some("Orel City Council"));
        assert_eq!(fuller("lisk city council"), None);
        assert_eq!(fuller("ouncil"), None);
    }

    #[test]
    fn two_ministers_mean_neither() {
        let mut remembered = Remembered::default();
        remembered.role("Ada Lind", "interior minister");
        assert!(remembered.holder("minister").is_some());
        remembered.role("Bo Holm", "defence minister");
        assert!(remembered.holder("minister").is_none());
        assert!(remembered.holder("defence").is_some());
    }
}
