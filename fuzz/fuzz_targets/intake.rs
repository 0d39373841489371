//! Any bytes as any kind of text: no panic, no text without its characters, no rule without lines.
#![no_main]

use bearings_intake::{Defaults, extract};
use bearings_model::{Acquisition, Zone};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 4] = ["page.html", "page.mhtml", "post.md", "post.txt"];

fuzz_target!(|input: (u8, bool, &[u8])| {
    let (choice, plain, bytes) = input;
    let acquisition = Acquisition {
        at: jiff::Timestamp::UNIX_EPOCH,
        by: "fuzz".to_owned(),
        from: NAMES[usize::from(choice) % NAMES.len()].to_owned(),
        method: "file".to_owned(),
        media_type: None,
        published: None,
        source: None,
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain,
    };
    let defaults = Defaults { zone: Zone::utc(), today: jiff::civil::date(2022, 4, 1) };
    let Ok(extracted) = extract(bytes, &acquisition, &defaults) else { return };
    assert!(!extracted.document.text.trim().is_empty());
    if plain {
        assert!(extracted.removed.lines.is_empty());
    }
    let dated = extracted.document.published;
    assert!(dated.is_none_or(|published| published.date <= defaults.today));
});
