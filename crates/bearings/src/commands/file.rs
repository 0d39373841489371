//! Files that a person names on the command line, with one sentence where they cannot be had.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::output::Output;

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

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes)
        .map_err(|error| Failure::Work(format!("cannot write '{}': {error}", path.display())))
}

/// Writes what a person asked for as GeoJSON, and says where it is.
pub fn written(path: &Path, geojson: &Value, output: &Output) -> Result<(), Failure> {
    write(path, geojson.to_string().as_bytes())?;
    output.line(&format!("Written: {}", path.display()));
    Ok(())
}

/// Writes a drawing a person asked for, and says where it is.
pub fn drawn(path: &Path, svg: &str, output: &Output) -> Result<(), Failure> {
    write(path, svg.as_bytes())?;
    output.line(&format!("Drawn: {}", path.display()));
    Ok(())
}
