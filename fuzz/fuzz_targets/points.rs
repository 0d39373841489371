//! A points file from a stranger: reading and fixing it never panics, and what is read writes the same.

#![no_main]

use bearings_locate::fix::{fix, picture, points_file, read_points, report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(question) = read_points(text) else {
        return;
    };
    assert_eq!(read_points(&points_file(&question)), Ok(question.clone()));
    // Every three of them are tried: a dozen are enough to go everywhere.
    if question.used_rows().count() > 12 {
        return;
    }
    if let Ok(answer) = fix(&question) {
        assert!(!report(&answer).is_empty());
        assert!(picture(&question, &answer).ends_with("</svg>\n"));
    }
});
