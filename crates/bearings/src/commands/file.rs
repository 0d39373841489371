//! Files that a person names on the command line, with one sentence where they cannot be had.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// A file of words that a person wrote may be this large.
const MOST_BYTES: u64 = 256 << 20;

pub fn text(path: &Path) -> Result<String, Failure> {
    let trouble = |why: String| Failure::Use(format!("cannot read '{}': {why}", path.display()));
    let size = fs::metadata(path).map_err(|error| trouble(error.to_string()))?;
    if size.len() > MOST_BYTES {
        return Err(trouble("it is larger than 256 MB".to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| trouble(error.to_string()))?;
    String::from_utf8(bytes).map_err(|_| trouble("it is not text in UTF-8".to_owned()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes)
        .map_err(|error| Failure::Work(format!("cannot write '{}': {error}", path.display())))
}
