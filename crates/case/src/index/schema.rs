//! The index's tables. Any change here raises `VERSION`, and every index is then made again.

pub(super) const VERSION: i32 = 2;

/// `meta` holds the position in the ledger and why a rebuild is needed. `items`, `acquisitions`
/// and `rulings` mirror the ledger; the rest is derived. JSON columns hold the model's own types,
/// the columns beside them only what lists sort and filter by.
pub(super) const TABLES: &str = "
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL
);
CREATE TABLE acquisitions (
    entry INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items (number),
    acquisition TEXT NOT NULL
);
CREATE INDEX acquisitions_of_item ON acquisitions (item);
CREATE TABLE rulings (entry INTEGER PRIMARY KEY, ruling TEXT NOT NULL);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY REFERENCES items (number),
    item TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    title TEXT,
    outlet TEXT NOT NULL,
    lang TEXT,
    published TEXT,
    document TEXT NOT NULL
);
CREATE TABLE readings (item TEXT PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    root TEXT NOT NULL,
    outcome TEXT,
    earliest TEXT,
    latest TEXT,
    claim TEXT NOT NULL
);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_of_item ON claims (item);
CREATE INDEX claims_by_kind ON claims (kind);
CREATE TABLE media (
    number INTEGER PRIMARY KEY REFERENCES items (number),
    version TEXT NOT NULL,
    facts TEXT,
    problems TEXT NOT NULL,
    print BLOB NOT NULL
);
CREATE TABLE media_pictures (
    number INTEGER NOT NULL REFERENCES items (number),
    name TEXT NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (number, name)
);
CREATE TABLE likenesses (
    here TEXT NOT NULL, there TEXT NOT NULL, likeness TEXT NOT NULL,
    PRIMARY KEY (here, there)
) WITHOUT ROWID;
CREATE INDEX likenesses_by_there ON likenesses (there);
CREATE TABLE derived (name TEXT PRIMARY KEY, version TEXT NOT NULL, value TEXT NOT NULL);

-- The texts stand in `documents`; this keeps only which word is where. Marks over letters are
-- folded, so that a letter written as one character or as two is found by either.
CREATE VIRTUAL TABLE texts USING fts5 (
    title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
";

/// Empties all that is derived from readings, and keeps what mirrors the ledger.
pub(super) const CLEAR_DERIVED: &str = "
DELETE FROM documents; DELETE FROM readings; DELETE FROM claims; DELETE FROM derived;
DELETE FROM texts; DELETE FROM media; DELETE FROM media_pictures; DELETE FROM likenesses;
";
