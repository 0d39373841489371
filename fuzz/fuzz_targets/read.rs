//! Any text in any language: no panic, spans that fit the text, sentences in order, ids that differ.
#![no_main]

use std::collections::HashSet;
use std::sync::LazyLock;

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Zone};
use libfuzzer_sys::fuzz_target;

static GAZETTEER: LazyLock<BuiltIn> = LazyLock::new(BuiltIn::new);

const LANGUAGES: [Option<&str>; 5] = [None, Some("en"), Some("uk"), Some("ru"), Some("de")];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let lang = LANGUAGES[usize::from(choice) % LANGUAGES.len()];
    let document = Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits make an id"),
        title: None,
        byline: None,
        outlet: "Courier".to_owned(),
        lang: lang.map(str::to_owned),
        text: text.to_owned(),
        published: Some(Published {
            date: jiff::civil::date(2022, 3, 2),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    };
    let reading = bearings_read::read(&document, &*GAZETTEER);
    for pair in reading.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start);
    }
    let mut ids = HashSet::new();
    for claim in &reading.claims {
        assert_eq!(claim.excerpt.span().of(text), Some(claim.text.as_str()));
        assert!(ids.insert(&claim.id));
    }
    for time in &reading.times {
        assert!(time.span.of(text).is_some());
    }
    for place in &reading.places {
        assert!(place.span.of(text).is_some());
    }
});
