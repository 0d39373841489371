//! Any text as a query: refused at a place inside it, or printed as what reads back the same.

#![no_main]

use bearings_locate::find::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match parse(text) {
    Ok(query) => {
        let printed = query.to_string();
        if printed.len() < 4_000 {
            assert_eq!(parse(&printed), Ok(query), "{printed}");
        }
    }
    Err(error) => assert!(text.get(error.at.clone()).is_some(), "{error}"),
});
