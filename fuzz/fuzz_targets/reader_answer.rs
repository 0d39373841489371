//! Any answer of a second reader: no panic, and every claim taken quotes the text.
#![no_main]

use std::sync::LazyLock;

use bearings_locate::BuiltIn;
use bearings_model::{Document, ItemId, Reading, Zone};
use bearings_read::asked::{Question, hear, questions};
use libfuzzer_sys::fuzz_target;

static READ: LazyLock<(Document, Reading, Vec<Question>)> = LazyLock::new(|| {
    let document = Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits make an id"),
        title: None,
        byline: None,
        outlet: "Courier".to_owned(),
        lang: Some("en".to_owned()),
        text: "The mayor said at least four people were killed. — «Так», she said.".to_owned(),
        published: None,
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    };
    let reading = bearings_read::read(&document, &BuiltIn::new());
    let questions = questions(&document, "small");
    (document, reading, questions)
});

fuzz_target!(|content: &str| {
    let (document, reading, questions) = &*READ;
    let escaped = serde_json::to_string(content).expect("a string is JSON");
    let wrapped = format!("{{\"choices\":[{{\"message\":{{\"content\":{escaped}}}}}]}}");
    for answer in [content, wrapped.as_str()] {
        let heard = hear(document, reading, &questions[0], "small", answer);
        for claim in &heard.claims {
            let span = claim.excerpt.span();
            assert_eq!(span.of(&document.text), Some(claim.text.as_str()));
        }
    }
});
