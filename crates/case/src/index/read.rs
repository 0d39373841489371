//! Reading the index back. What does not parse is an error that names the index, never a panic.

use std::collections::BTreeMap;

use bearings_model::{Acquisition, Claim, ClaimId, Document, ItemId, Reading, Ruling, Span};
use rusqlite::{OptionalExtension, Params, Row};
use serde::de::DeserializeOwned;

use super::{Index, IndexError, IndexState};
use crate::ground::KeptItem;
use crate::ledger::sound_id;

/// A claim as lists need it, without taking its JSON apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    pub id: ClaimId,
    pub item: ItemId,
    pub kind: String,
    pub rule: String,
    pub span: Span,
    pub outlet: String,
    /// The source furthest from the reader.
    pub root: String,
    pub outcome: Option<String>,
    /// Civil time in the item's zone; `None` is open.
    pub earliest: Option<String>,
    pub latest: Option<String>,
}

/// A text as lists need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    pub item: ItemId,
    pub title: Option<String>,
    pub outlet: String,
    pub lang: Option<String>,
    pub published: Option<String>,
    /// The version of the rules it was read with.
    pub version: String,
}

impl Index {
    /// Runs several reads against one and the same state, whatever a writer does meanwhile.
    pub(crate) fn in_one_view<T, E: From<IndexError>>(
        &self,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let view = self.connection.unchecked_transaction();
        let view = view.map_err(|source| self.trouble(source))?;
        let result = read();
        drop(view);
        result
    }

    pub(crate) fn state(&self) -> Result<IndexState, IndexError> {
        let why: Option<String> =
            self.one("SELECT value FROM meta WHERE name = 'rebuild'", [], |row| {
                row.get(0)
            })?;
        Ok(why.map_or(IndexState::Ready, |why| IndexState::NeedsRebuild { why }))
    }

    pub(crate) fn items(&self) -> Result<Vec<KeptItem>, IndexError> {
        let rows = self.all(
            "SELECT id, size, first.acquisition, times FROM items \
             JOIN (SELECT item AS of, min(entry) AS earliest, count(*) AS times \
                   FROM acquisitions GROUP BY item) ON of = number \
             JOIN acquisitions AS first ON first.entry = earliest ORDER BY number",
            [],
            |row| {
                Ok((
                    row.get(0)?,
                    row.get::<_, i64>(1)?,
                    row.get(2)?,
                    row.get::<_, i64>(3)?,
                ))
            },
        )?;
        rows.into_iter()
            .map(|(id, size, acquisition, times): (String, _, String, _)| {
                Ok(KeptItem {
                    id: self.item_id(&id)?,
                    size: size as u64,
                    acquisition: self.parse("acquisition", &acquisition)?,
                    acquisitions: times as usize,
                })
            })
            .collect()
    }

    pub(crate) fn acquisitions(&self, item: &ItemId) -> Result<Vec<Acquisition>, IndexError> {
        let rows: Vec<String> = self.all(
            "SELECT acquisition FROM acquisitions JOIN items ON item = number WHERE id = ?1 \
             ORDER BY entry",
            [item.as_str()],
            |row| row.get(0),
        )?;
        rows.iter()
            .map(|text| self.parse("acquisition", text))
            .collect()
    }

    /// Items whose id begins with these hexadecimal digits, ten at most.
    pub(crate) fn items_from(&self, prefix: &str) -> Result<Vec<ItemId>, IndexError> {
        let rows: Vec<String> = self.all(
            "SELECT id FROM items WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 10",
            [prefix],
            |row| row.get(0),
        )?;
        rows.iter().map(|id| self.item_id(id)).collect()
    }

    pub(crate) fn rulings(&self) -> Result<Vec<Ruling>, IndexError> {
        let rows: Vec<String> =
            self.all("SELECT ruling FROM rulings ORDER BY entry", [], |row| {
                row.get(0)
            })?;
        rows.iter().map(|text| self.parse("ruling", text)).collect()
    }

    pub(crate) fn document(&self, item: &ItemId) -> Result<Option<Document>, IndexError> {
        let sql = "SELECT document FROM documents WHERE item = ?1";
        let text: Option<String> = self.one(sql, [item.as_str()], |row| row.get(0))?;
        text.map(|text| self.parse("document", &text)).transpose()
    }

    pub(crate) fn document_lines(&self) -> Result<Vec<DocumentLine>, IndexError> {
        let rows = self.all(
            "SELECT item, title, outlet, lang, published, version FROM documents ORDER BY number",
            [],
            document_line,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    pub(crate) fn reading(&self, item: &ItemId) -> Result<Option<Reading>, IndexError> {
        let sql = "SELECT reading FROM readings WHERE item = ?1";
        let Some(text) = self.one::<String>(sql, [item.as_str()], |row| row.get(0))? else {
            return Ok(None);
        };
        let rest: Reading = self.parse("reading", &text)?;
        Ok(Some(Reading {
            claims: self.claims_of(item)?,
            ..rest
        }))
    }

    pub(crate) fn claims_of(&self, item: &ItemId) -> Result<Vec<Claim>, IndexError> {
        self.claims(
            "SELECT claim FROM claims WHERE item = ?1 ORDER BY number",
            [item.as_str()],
        )
    }

    pub(crate) fn all_claims(&self) -> Result<Vec<Claim>, IndexError> {
        self.claims("SELECT claim FROM claims ORDER BY number", [])
    }

    /// Claims whose id begins with `prefix`, ten at most.
    pub(crate) fn claims_from(&self, prefix: &str) -> Result<Vec<Claim>, IndexError> {
        self.claims(
            "SELECT claim FROM claims WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY number LIMIT 10",
            [prefix],
        )
    }

    pub(crate) fn claim_lines(&self) -> Result<Vec<ClaimLine>, IndexError> {
        let rows = self.all(
            "SELECT id, item, kind, rule, span_start, span_end, outlet, root, outcome, earliest, \
             latest FROM claims ORDER BY number",
            [],
            claim_line,
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    pub(crate) fn counts(&self) -> Result<BTreeMap<String, usize>, IndexError> {
        let rows = self.all(
            "SELECT kind, count(*) FROM claims GROUP BY kind",
            [],
            |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize)),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// Items without a document, or with one read by another version of the rules.
    /// Texts are read by one version, pictures and sound looked at by another.
    pub(crate) fn items_not_read_by(
        &self,
        version: &str,
        media_version: &str,
    ) -> Result<Vec<ItemId>, IndexError> {
        let rows: Vec<String> = self.all(
            "SELECT id FROM items LEFT JOIN documents USING (number) \
             LEFT JOIN media USING (number) \
             WHERE documents.version IS NOT ?1 AND media.version IS NOT ?2 ORDER BY number",
            [version, media_version],
            |row| row.get(0),
        )?;
        rows.iter().map(|id| self.item_id(id)).collect()
    }

    pub(crate) fn derived<T: DeserializeOwned>(
        &self,
        name: &str,
        version: &str,
    ) -> Result<Option<T>, IndexError> {
        let sql = "SELECT value FROM derived WHERE name = ?1 AND version = ?2";
        let text: Option<String> = self.one(sql, [name, version], |row| row.get(0))?;
        text.map(|text| self.parse("derived value", &text))
            .transpose()
    }

    fn claims(&self, sql: &str, values: impl Params) -> Result<Vec<Claim>, IndexError> {
        let rows: Vec<String> = self.all(sql, values, |row| row.get(0))?;
        rows.iter().map(|text| self.parse("claim", text)).collect()
    }

    pub(super) fn item_id(&self, id: &str) -> Result<ItemId, IndexError> {
        let unsound = || serde::de::Error::custom("its hash is none");
        sound_id(id).ok_or_else(|| self.not_understood("item", unsound()))
    }

    pub(super) fn parse<T: DeserializeOwned>(
        &self,
        what: &'static str,
        text: &str,
    ) -> Result<T, IndexError> {
        serde_json::from_str(text).map_err(|source| self.not_understood(what, source))
    }

    pub(super) fn one<T>(
        &self,
        sql: &str,
        values: impl Params,
        take: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, IndexError> {
        let row = self.connection.prepare_cached(sql);
        let row = row.and_then(|mut statement| statement.query_row(values, take).optional());
        row.map_err(|source| self.trouble(source))
    }

    pub(super) fn all<T>(
        &self,
        sql: &str,
        values: impl Params,
        take: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, IndexError> {
        let rows = self.connection.prepare_cached(sql);
        let rows = rows.and_then(|mut statement| statement.query_map(values, take)?.collect());
        rows.map_err(|source| self.trouble(source))
    }
}

/// `None` for a row whose item is no hash.
fn document_line(row: &Row<'_>) -> rusqlite::Result<Option<DocumentLine>> {
    let Some(item) = sound_id(&row.get::<_, String>(0)?) else {
        return Ok(None);
    };
    Ok(Some(DocumentLine {
        item,
        title: row.get(1)?,
        outlet: row.get(2)?,
        lang: row.get(3)?,
        published: row.get(4)?,
        version: row.get(5)?,
    }))
}

/// `None` for a row whose item is no hash or whose span runs backwards.
fn claim_line(row: &Row<'_>) -> rusqlite::Result<Option<ClaimLine>> {
    let (start, end) = (row.get::<_, i64>(4)?, row.get::<_, i64>(5)?);
    let Some(item) = sound_id(&row.get::<_, String>(1)?) else {
        return Ok(None);
    };
    if start < 0 || start >= end {
        return Ok(None);
    }
    Ok(Some(ClaimLine {
        id: ClaimId(row.get(0)?),
        item,
        kind: row.get(2)?,
        rule: row.get(3)?,
        span: Span::new(start as usize, end as usize),
        outlet: row.get(6)?,
        root: row.get(7)?,
        outcome: row.get(8)?,
        earliest: row.get(9)?,
        latest: row.get(10)?,
    }))
}
