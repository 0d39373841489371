//! Any bytes as an extract: refused in one sentence, or a store whose features can all be read.

#![no_main]

use std::path::PathBuf;

use bearings_locate::map::{Store, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let folder = folder();
    let (from, to) = (folder.join("extract"), folder.join("test.map"));
    std::fs::write(&from, input).expect("the folder can be written");
    if let Ok(done) = import(&from, &to, "2026-11-25T12:00:00Z") {
        let store = Store::open(&to).expect("a store just written");
        let mut seen = 0;
        store.each(|_, _| seen += 1).expect("a store just written");
        assert_eq!(seen, done.about.counts.features());
    }
});

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("map-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}
