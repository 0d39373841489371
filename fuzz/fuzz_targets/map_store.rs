//! Any bytes as a store: refused, or every feature and name read without a panic.

#![no_main]

use bearings_locate::find::{find, parse};
use bearings_locate::map::Store;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let path = std::env::temp_dir().join(format!("map-store-{}", std::process::id()));
    std::fs::write(&path, input).expect("the folder can be written");
    let Ok(store) = Store::open(&path) else { return };
    // A number of features a stranger wrote: as many as can be there are looked at.
    for number in 0..store.len().min(1_000) {
        let _ = store.feature(number);
    }
    let query = parse("building near school and not north of Main Street").expect("a query");
    let _ = find(&store, &query, 10);
});
