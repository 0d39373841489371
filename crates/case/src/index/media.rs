//! Pictures, films and recordings in the index: what was found of each, and what they have in
//! common.

use bearings_model::{ItemId, Likeness, MediaFacts};
use rusqlite::params;

use super::{Index, IndexError};

/// What looking at one item's pictures and sound gave.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptMedia {
    pub item: ItemId,
    /// `None` where nothing of it could be decoded.
    pub facts: Option<MediaFacts>,
    /// What did not decode or says little, one sentence each.
    pub problems: Vec<String>,
}

/// Two items and what they have in common; "here" is the one that was looked at later.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptLikeness {
    pub here: ItemId,
    pub there: ItemId,
    pub likeness: Likeness,
}

impl Index {
    /// Stores what was found of an item in place of what was found before, with its links.
    pub(crate) fn store_media(
        &mut self,
        media: &KeptMedia,
        print: &[u8],
        likenesses: &[KeptLikeness],
        version: &str,
    ) -> Result<(), IndexError> {
        let item = media.item.as_str();
        let number = self.known(item)?;
        let facts = media.facts.as_ref().map(serde_json::to_string).transpose();
        let facts = facts.map_err(|source| self.not_understood("media facts", source))?;
        let problems = self.written("problems", &media.problems)?;
        let mut rows = Vec::new();
        for kept in likenesses {
            let text = self.written("likeness", &kept.likeness)?;
            rows.push((kept.here.as_str(), kept.there.as_str(), text));
        }
        self.in_one_go(|index| {
            index
                .prepare_cached("INSERT OR REPLACE INTO media VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![number, version, facts, problems, print])?;
            index
                .prepare_cached("DELETE FROM likenesses WHERE here = ?1 OR there = ?1")?
                .execute([item])?;
            rows.iter().try_for_each(|row| {
                index
                    .prepare_cached("INSERT OR REPLACE INTO likenesses VALUES (?1, ?2, ?3)")?
                    .execute(params![row.0, row.1, row.2])
                    .map(drop)
            })
        })
    }

    /// Pictures for people made from an item, by name, in place of those made before.
    pub(crate) fn store_pictures(
        &mut self,
        item: &str,
        pictures: &[(&str, Vec<u8>)],
    ) -> Result<(), IndexError> {
        let number = self.known(item)?;
        self.in_one_go(|index| {
            index
                .prepare_cached("DELETE FROM media_pictures WHERE number = ?1")?
                .execute([number])?;
            pictures.iter().try_for_each(|(name, bytes)| {
                index
                    .prepare_cached("INSERT INTO media_pictures VALUES (?1, ?2, ?3)")?
                    .execute(params![number, name, bytes])
                    .map(drop)
            })
        })
    }

    pub(crate) fn picture(&self, item: &str, name: &str) -> Result<Option<Vec<u8>>, IndexError> {
        self.one(
            "SELECT bytes FROM media_pictures JOIN items USING (number) WHERE id = ?1 AND name = ?2",
            [item, name],
            |row| row.get(0),
        )
    }

    pub(crate) fn media(&self) -> Result<Vec<KeptMedia>, IndexError> {
        let rows: Vec<(String, Option<String>, String)> = self.all(
            "SELECT id, facts, problems FROM media JOIN items USING (number) ORDER BY number",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(id, facts, problems)| {
                let facts = facts
                    .map(|facts| self.parse("media facts", &facts))
                    .transpose()?;
                Ok(KeptMedia {
                    item: self.item_id(&id)?,
                    facts,
                    problems: self.parse("problems", &problems)?,
                })
            })
            .collect()
    }

    /// What one item is compared by; `None` where it is no picture, film or recording.
    pub(crate) fn print(&self, item: &str) -> Result<Option<Vec<u8>>, IndexError> {
        self.one(
            "SELECT print FROM media JOIN items USING (number) WHERE id = ?1",
            [item],
            |row| row.get(0),
        )
    }

    /// What each item is compared by, as bytes of the matcher's own form; empty for what could not
    /// be decoded.
    pub(crate) fn prints(&self) -> Result<Vec<(ItemId, Vec<u8>)>, IndexError> {
        let rows: Vec<(String, Vec<u8>)> = self.all(
            "SELECT id, print FROM media JOIN items USING (number) ORDER BY number",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        rows.into_iter()
            .map(|(id, print)| Ok((self.item_id(&id)?, print)))
            .collect()
    }

    pub(crate) fn likenesses(&self) -> Result<Vec<KeptLikeness>, IndexError> {
        let rows: Vec<(String, String, String)> = self.all(
            "SELECT here, there, likeness FROM likenesses ORDER BY here, there",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter()
            .map(|(here, there, likeness)| {
                Ok(KeptLikeness {
                    here: self.item_id(&here)?,
                    there: self.item_id(&there)?,
                    likeness: self.parse("likeness", &likeness)?,
                })
            })
            .collect()
    }
}
