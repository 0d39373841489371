//! Finding texts by their words. What a person types is taken as words, never as a query language.

use bearings_model::ItemId;

use super::{Index, IndexError};
use crate::ledger::sound_id;

/// A text that has all the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub item: ItemId,
    pub title: Option<String>,
    pub outlet: String,
}

impl Index {
    /// Texts that have all of `words` in title or text, best first. A `*` at the end of a word
    /// stands for any ending, which inflected languages need.
    pub(crate) fn search(&self, words: &str) -> Result<Vec<Found>, IndexError> {
        let query = match_expression(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        self.search_for(&query)
            .map_err(|source| self.trouble(source))
    }

    fn search_for(&self, query: &str) -> rusqlite::Result<Vec<Found>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT item, documents.title, outlet FROM texts \
             JOIN documents ON documents.number = texts.rowid \
             WHERE texts MATCH ?1 ORDER BY bm25(texts, 4.0, 1.0), documents.number",
        )?;
        let rows = statement.query_map([query], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
        })?;
        let mut found = Vec::new();
        for row in rows {
            let (item, title, outlet) = row?;
            found.extend(sound_id(&item).map(|item| Found {
                item,
                title,
                outlet,
            }));
        }
        Ok(found)
    }
}

/// Each word quoted, so that FTS5 sees no operators in it.
fn match_expression(words: &str) -> String {
    let quoted = words.split_whitespace().filter_map(|word| {
        let stem = word.trim_end_matches('*');
        let ending = if stem.len() < word.len() { "*" } else { "" };
        let has_letter = stem.chars().any(char::is_alphanumeric);
        has_letter.then(|| {
            format!(
                "\"{}\"{ending}",
                stem.replace('"', "\"\"").replace('\0', " ")
            )
        })
    });
    quoted.collect::<Vec<_>>().join(" ")
}
