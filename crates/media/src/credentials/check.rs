//! Manifests checked by the `c2pa` crate, in the child: only with the feature of that name.

use std::io::{Cursor, Read as _, Write as _};
use std::process::ExitCode;

use c2pa::{Context, Reader, settings::Settings};

/// Nothing is fetched: neither a manifest that stands elsewhere nor word of a revoked certificate.
const OFFLINE: &str = r#"{"verify": {"remote_manifest_fetch": false, "ocsp_fetch": false}}"#;

/// Reads the file on standard input, of this media type, and prints the report.
pub(crate) fn report(media_type: &str) -> ExitCode {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    let found = read.map_err(c2pa::Error::from).and_then(|_| {
        let settings = Settings::new().with_json(OFFLINE)?;
        let context = Context::new().with_settings(settings)?;
        Reader::from_context(context).with_stream(media_type, Cursor::new(bytes))
    });
    let written = match found {
        Ok(reader) => std::io::stdout().write_all(reader.json().as_bytes()),
        Err(error) => writeln!(std::io::stderr(), "{error}"),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
