//! Opening an index, and putting one that cannot be used out of the way. The file is not trusted:
//! it may come from a stranger with the rest of the case.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::{Index, IndexError, schema, trouble};
use crate::ledger::{Position, still_ends_at};

const NAME: &str = "index.sqlite";
const ASIDE: &str = "index.set-aside.sqlite";

/// How long a reader waits for another process that is just recovering the file.
const PATIENCE: Duration = Duration::from_secs(5);

impl Index {
    /// Opens the index to read. The error is the reason why it must be made again.
    pub(crate) fn open_to_read(case: &Path) -> Result<Self, String> {
        let file = present(case)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let opened = match open(&file, flags, case) {
            Err(Refusal::Disk(_)) => open_unchanging(&file, case),
            other => other,
        };
        opened.map_err(|refusal| match refusal {
            Refusal::Because(why) => why,
            Refusal::Disk(error) => error.to_string(),
        })
    }

    /// Opens the index to write, or makes a new one and says why.
    pub(crate) fn open_to_write(case: &Path) -> Result<(Self, Option<String>), IndexError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let present = present(case).map_err(Refusal::Because);
        match present.and_then(|file| open(&file, flags, case)) {
            Ok(index) => Ok((index, None)),
            Err(Refusal::Because(why)) => Ok((Self::make(case, &why)?, Some(why))),
            Err(Refusal::Disk(error)) => Err(error),
        }
    }

    /// Makes an empty index, which from its first moment says `why` it must be filled again; an
    /// old one is set aside.
    pub(crate) fn make(case: &Path, why: &str) -> Result<Self, IndexError> {
        let file = case.join(NAME);
        set_aside(case).map_err(|source| IndexError::NotSetAside {
            file: file.clone(),
            source,
        })?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        connect(&file, flags)
            .and_then(|connection| {
                lay_out(&connection, why)?;
                Index::over(&file, connection)
            })
            .map_err(|source| trouble(&case.join(NAME), source))
    }

    fn over(file: &Path, connection: Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            file: file.to_owned(),
            identity: identity(file),
            connection,
        })
    }

    /// Whether the file of this name is still the one that was opened.
    pub(crate) fn is_current(&self) -> bool {
        identity(&self.file) == self.identity
    }

    /// To be called before the index is made anew under the same name: closing this connection
    /// then leaves the side files alone, which will be the new one's.
    pub(crate) fn abandon(&self) {
        let _ = self
            .connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }

    /// Moves what stands in the side file into the index, so that the index is one file again and
    /// can be read from a medium that cannot be written to. Readers are not waited for.
    pub(crate) fn gather(&self) {
        let _ = self.connection.busy_timeout(Duration::ZERO).and_then(|()| {
            self.connection
                .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        });
    }

    /// Reads through the whole file, which opening does not.
    pub(crate) fn is_sound(&self) -> bool {
        let report = self
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        report.is_ok_and(|report| report == "ok")
    }

    fn checked(self, case: &Path) -> Result<Self, Refusal> {
        let version: i32 = self
            .connection
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .map_err(|source| self.trouble(source))?;
        if version != schema::VERSION {
            return Err(Refusal::Because(format!(
                "the index has version {version}, this Bearings uses {}",
                schema::VERSION
            )));
        }
        let position = self
            .stored_position()
            .map_err(|source| self.trouble(source))?;
        match position.map(|at| still_ends_at(case, &at)) {
            Some(Ok(true)) => Ok(self),
            _ => Err(Refusal::Because(
                "the index was made from another ledger".to_owned(),
            )),
        }
    }

    fn stored_position(&self) -> rusqlite::Result<Option<Position>> {
        let meta = |name: &str| {
            self.connection
                .query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| {
                    row.get(0)
                })
                .optional()
        };
        let text: Option<String> = meta("position")?;
        Ok(text.and_then(|text| parse_position(&text)))
    }

    /// Up to where in the ledger this index has been built.
    pub(crate) fn position(&self) -> Result<Position, IndexError> {
        let stored = self
            .stored_position()
            .map_err(|source| self.trouble(source))?;
        Ok(stored.unwrap_or_else(Position::start))
    }
}

pub(super) fn write_position(at: &Position) -> String {
    format!("{} {} {} {}", at.entries, at.bytes, at.last_line, at.head)
}

fn parse_position(text: &str) -> Option<Position> {
    let mut words = text.split(' ');
    let mut number = || words.next()?.parse::<u64>().ok();
    let (entries, bytes, last_line) = (number()?, number()?, number()?);
    Some(Position {
        entries,
        bytes,
        last_line,
        head: words.next()?.to_owned(),
    })
}

/// Why an index cannot be used.
enum Refusal {
    /// It must be made anew.
    Because(String),
    /// There may be nothing wrong with it.
    Disk(IndexError),
}

impl From<IndexError> for Refusal {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Damaged { source, .. } => {
                Refusal::Because(format!("the index is damaged ({source})"))
            }
            other => Refusal::Disk(other),
        }
    }
}

fn present(case: &Path) -> Result<PathBuf, String> {
    let file = case.join(NAME);
    match fs::symlink_metadata(&file) {
        Ok(found) if found.is_file() => Ok(file),
        Ok(_) => Err("the index is no plain file".to_owned()),
        Err(_) => Err("there is no index".to_owned()),
    }
}

fn open(file: &Path, flags: OpenFlags, case: &Path) -> Result<Index, Refusal> {
    let opened = connect(file, flags).and_then(|connection| Index::over(file, connection));
    opened
        .map_err(|source| trouble(file, source))?
        .checked(case)
}

/// For a case on a medium that cannot be written to, where SQLite cannot put its side files. Only
/// when no side file has anything in it: those would be changes that this way does not see.
fn open_unchanging(file: &Path, case: &Path) -> Result<Index, Refusal> {
    if fs::metadata(file.with_extension("sqlite-wal")).is_ok_and(|side| side.len() > 0) {
        return Err(Refusal::Because(
            "the index has an unfinished side file".to_owned(),
        ));
    }
    let escaped: String = file.to_string_lossy().chars().map(escape).collect();
    let address = PathBuf::from(format!("file:{escaped}?immutable=1"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let opened = connect(&address, flags).and_then(|connection| Index::over(file, connection));
    opened
        .map_err(|source| trouble(file, source))?
        .checked(case)
}

fn escape(letter: char) -> String {
    match letter {
        '%' => "%25".to_owned(),
        '?' => "%3f".to_owned(),
        '#' => "%23".to_owned(),
        other => other.to_string(),
    }
}

/// Every connection: links are not followed and the schema is not trusted. Closing one that reads
/// never touches side files, which may by then be those of an index made anew.
fn connect(file: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let guard = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(file, flags | guard)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_ONLY) {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    }
    Ok(connection)
}

fn lay_out(connection: &Connection, why: &str) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.execute_batch(&format!(
        "BEGIN; {} PRAGMA user_version = {};",
        schema::TABLES,
        schema::VERSION
    ))?;
    let position = write_position(&Position::start());
    connection.execute(
        "INSERT INTO meta VALUES ('position', ?1), ('rebuild', ?2)",
        [position.as_str(), why],
    )?;
    connection.execute_batch("COMMIT")
}

/// Device and number of the file; a file made anew under the same name has others.
fn identity(file: &Path) -> Option<(u64, u64)> {
    let found = fs::symlink_metadata(file).ok()?;
    Some((found.dev(), found.ino()))
}

fn set_aside(case: &Path) -> io::Result<()> {
    for side in ["", "-wal", "-shm"] {
        let from = case.join(format!("{NAME}{side}"));
        match fs::rename(from, case.join(format!("{ASIDE}{side}"))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
