//! Writing the index: mirroring the ledger, storing what was read out of items.

use bearings_model::{Claim, ClaimKind, Document, Reading};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;

use super::open::write_position;
use super::{Index, IndexError, schema};
use crate::ledger::{Body, Position};

impl Index {
    /// Takes in the numbered ledger entries that follow its position, which becomes `end`.
    pub(crate) fn mirror<'a>(
        &mut self,
        entries: impl Iterator<Item = (u64, &'a Body)>,
        end: &Position,
    ) -> Result<(), IndexError> {
        self.in_one_go(|index| {
            for (number, body) in entries {
                mirror_one(index, number as i64, body)?;
            }
            set_meta(index, "position", Some(&write_position(end)))
        })
    }

    /// Says why the derived half must be made again, or with `None` that it is whole.
    pub(crate) fn set_rebuild_reason(&mut self, why: Option<&str>) -> Result<(), IndexError> {
        self.in_one_go(|index| set_meta(index, "rebuild", why))
    }

    pub(crate) fn clear_derived(&mut self, why: &str) -> Result<(), IndexError> {
        self.in_one_go(|index| {
            index.execute_batch(schema::CLEAR_DERIVED)?;
            set_meta(index, "rebuild", Some(why))
        })
    }

    /// Stores what was read out of one item, in place of what was read before.
    pub(crate) fn store(
        &mut self,
        document: &Document,
        reading: &Reading,
        version: &str,
    ) -> Result<(), IndexError> {
        for claim in &reading.claims {
            check_excerpt(document, claim)?;
        }
        let item = document.item.as_str();
        let number = self.known(item)?;
        self.in_one_go(|index| {
            remove_reading(index, number, item)?;
            insert_document(index, number, document, version)?;
            insert_rest(index, item, reading)?;
            reading
                .claims
                .iter()
                .try_for_each(|claim| insert_claim(index, item, claim, reading))
        })
    }

    pub(crate) fn store_derived(
        &mut self,
        name: &str,
        version: &str,
        value: &impl Serialize,
    ) -> Result<(), IndexError> {
        let json = self.written("derived value", value)?;
        self.in_one_go(|index| {
            index
                .prepare_cached("INSERT OR REPLACE INTO derived VALUES (?1, ?2, ?3)")?
                .execute(params![name, version, json])
                .map(drop)
        })
    }

    pub(crate) fn has_item(&self, item: &str) -> Result<bool, IndexError> {
        Ok(self.number_of(item)?.is_some())
    }

    /// The number of an item that must be in the case.
    pub(super) fn known(&self, item: &str) -> Result<i64, IndexError> {
        self.number_of(item)?
            .ok_or_else(|| IndexError::UnknownItem {
                item: item.to_owned(),
            })
    }

    /// A value as the index keeps it.
    pub(super) fn written(
        &self,
        what: &'static str,
        value: &impl Serialize,
    ) -> Result<String, IndexError> {
        serde_json::to_string(value).map_err(|source| self.not_understood(what, source))
    }

    fn number_of(&self, item: &str) -> Result<Option<i64>, IndexError> {
        number_of(&self.connection, item).map_err(|source| self.trouble(source))
    }

    pub(super) fn in_one_go(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), IndexError> {
        let done = self.connection.transaction().and_then(|transaction| {
            work(&transaction)?;
            transaction.commit()
        });
        done.map_err(|source| self.trouble(source))
    }
}

/// The law that every statement reaches an excerpt, at the door of the store.
fn check_excerpt(document: &Document, claim: &Claim) -> Result<(), IndexError> {
    let of_this_item = claim.excerpt.item() == &document.item;
    if of_this_item && claim.excerpt.span().of(&document.text).is_some() {
        return Ok(());
    }
    Err(IndexError::OutsideText {
        claim: claim.id.to_string(),
        item: document.item.to_string(),
        rule: claim.rule.clone().into_owned(),
    })
}

fn number_of(index: &Connection, item: &str) -> rusqlite::Result<Option<i64>> {
    index
        .prepare_cached("SELECT number FROM items WHERE id = ?1")?
        .query_row([item], |row| row.get(0))
        .optional()
}

fn mirror_one(index: &Connection, number: i64, body: &Body) -> rusqlite::Result<()> {
    match body {
        Body::Added {
            item,
            size,
            acquisition,
        } => {
            index
                .prepare_cached("INSERT OR IGNORE INTO items (id, size) VALUES (?1, ?2)")?
                .execute(params![item.as_str(), *size as i64])?;
            let of = number_of(index, item.as_str())?;
            index
                .prepare_cached("INSERT INTO acquisitions VALUES (?1, ?2, ?3)")?
                .execute(params![number, of, json(acquisition)?])?;
        }
        Body::Ruled(ruling) => {
            index
                .prepare_cached("INSERT INTO rulings VALUES (?1, ?2)")?
                .execute(params![number, json(ruling)?])?;
        }
        Body::Created { .. } | Body::NotUnderstood(_) => {}
    }
    Ok(())
}

fn set_meta(index: &Connection, name: &str, value: Option<&str>) -> rusqlite::Result<()> {
    match value {
        Some(value) => index.execute(
            "INSERT OR REPLACE INTO meta VALUES (?1, ?2)",
            params![name, value],
        )?,
        None => index.execute("DELETE FROM meta WHERE name = ?1", [name])?,
    };
    Ok(())
}

fn remove_reading(index: &Connection, number: i64, item: &str) -> rusqlite::Result<()> {
    index
        .prepare_cached("DELETE FROM texts WHERE rowid = ?1")?
        .execute([number])?;
    index
        .prepare_cached("DELETE FROM documents WHERE number = ?1")?
        .execute([number])?;
    index
        .prepare_cached("DELETE FROM readings WHERE item = ?1")?
        .execute([item])?;
    index
        .prepare_cached("DELETE FROM claims WHERE item = ?1")?
        .execute([item])?;
    Ok(())
}

fn insert_document(
    index: &Connection,
    number: i64,
    document: &Document,
    version: &str,
) -> rusqlite::Result<()> {
    index
        .prepare_cached("INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute(params![
            number,
            document.item.as_str(),
            version,
            document.title,
            document.outlet,
            document.lang,
            document
                .published
                .as_ref()
                .map(|published| published.date.to_string()),
            json(document)?,
        ])?;
    index
        .prepare_cached("INSERT INTO texts (rowid, title, text) VALUES (?1, ?2, ?3)")?
        .execute(params![number, document.title, document.text])?;
    Ok(())
}

/// The reading without its claims, which have a table of their own.
fn insert_rest(index: &Connection, item: &str, reading: &Reading) -> rusqlite::Result<()> {
    let rest = Reading {
        claims: Vec::new(),
        ..reading.clone()
    };
    index
        .prepare_cached("INSERT INTO readings VALUES (?1, ?2)")?
        .execute(params![item, json(&rest)?])?;
    Ok(())
}

fn insert_claim(
    index: &Connection,
    item: &str,
    claim: &Claim,
    reading: &Reading,
) -> rusqlite::Result<()> {
    let when = claim
        .time
        .and_then(|at| reading.times.get(at))
        .and_then(|time| time.when.as_ref());
    let outcome = match &claim.kind {
        ClaimKind::Tally(tally) => tally.counted.outcome.map(|outcome| outcome.name()),
        _ => None,
    };
    let span = claim.excerpt.span();
    index
        .prepare_cached(
            "INSERT INTO claims (id, item, kind, rule, span_start, span_end, outlet, root, outcome, \
             earliest, latest, claim) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            claim.id.as_str(),
            item,
            claim.kind.name(),
            claim.rule,
            span.start as i64,
            span.end as i64,
            claim.chain.outlet().source,
            claim.chain.root().source,
            outcome,
            when.and_then(|when| when.earliest()).map(|at| at.to_string()),
            when.and_then(|when| when.latest()).map(|at| at.to_string()),
            json(claim)?,
        ])?;
    Ok(())
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
