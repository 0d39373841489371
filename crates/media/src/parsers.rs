//! What the fuzz target feeds: every parser of ours that reads what a file or a decoder wrote.

use std::io::Cursor;

use crate::{bytes, credentials, lettering, probe, speech};

/// Feeds `input` to each of them and checks what must hold of any input.
pub fn feed(input: &[u8]) {
    let _ = bytes::looks(&mut Cursor::new(input));
    credentials::feed(input);
    let text = String::from_utf8_lossy(input);
    probe::feed(&text);
    for said in speech::said(&text) {
        assert!(said.from_ms <= said.to_ms && !said.text.is_empty());
    }
    for line in lettering::lines(&text, 640, 480) {
        assert!((0.0..=1.0).contains(&line.confidence) && !line.text.is_empty());
        assert!(line.region.left <= 1000 && line.region.width <= 1000);
    }
}
