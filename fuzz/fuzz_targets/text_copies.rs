//! Any two texts can be laid side by side: passages are spans of both, and it ends soon.

#![no_main]

use bearings_match::{NearDuplicates, copies};
use bearings_model::{Document, ItemId, Zone};
use libfuzzer_sys::fuzz_target;

fn document(number: usize, text: &str) -> Document {
    Document {
        item: ItemId::from_hex(&format!("{number:064x}")).expect("hexadecimal"),
        title: None,
        byline: None,
        outlet: "Fuzz".into(),
        lang: None,
        text: text.into(),
        published: None,
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}

fuzz_target!(|text: &str| {
    let (a, b) = text.split_once('\u{1}').unwrap_or((text, text));
    let mut near = NearDuplicates::new(0.5);
    near.add(a);
    near.add(b);
    near.near(a);
    let documents = [document(1, a), document(2, b)];
    for link in copies(&[&documents[0], &documents[1]]) {
        for passage in &link.passages {
            assert!(passage.earlier.of(a).is_some() && passage.later.of(b).is_some());
        }
    }
});
