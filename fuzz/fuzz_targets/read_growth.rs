//! Any text made longer by repeating: eight times as long takes about eight times as long.
#![no_main]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Zone};
use libfuzzer_sys::fuzz_target;

static GAZETTEER: LazyLock<BuiltIn> = LazyLock::new(BuiltIn::new);

const LANGUAGES: [&str; 3] = ["en", "uk", "ru"];
const SHORT_BYTES: usize = 4_000;
const TIMES_LONGER: u32 = 8;
/// A quadratic part makes it eight times slower than linear; half of that leaves room for noise.
const SLOWER_THAN_LINEAR: u32 = 4;
/// Shorter readings are all noise.
const WORTH_TIMING: Duration = Duration::from_millis(60);

fuzz_target!(|input: (u8, &str)| {
    let (choice, unit) = input;
    if unit.is_empty() || unit.len() > 400 {
        return;
    }
    let lang = LANGUAGES[usize::from(choice) % LANGUAGES.len()];
    let short = unit.repeat(SHORT_BYTES / unit.len() + 1);
    let long = short.repeat(TIMES_LONGER as usize);
    // The least of three: a busy machine only ever adds.
    let least = |text: &str| (0..3).map(|_| reading_time(text, lang)).min().unwrap_or_default();
    let taken = reading_time(&long, lang);
    if taken > WORTH_TIMING {
        let (short, long) = (least(&short), least(&long));
        assert!(
            long < short * TIMES_LONGER * SLOWER_THAN_LINEAR || long < WORTH_TIMING,
            "{short:?} became {long:?} for {unit:?} in {lang}"
        );
    }
});

fn reading_time(text: &str, lang: &str) -> Duration {
    let document = document(text, lang);
    let begun = Instant::now();
    bearings_read::read(&document, &*GAZETTEER);
    begun.elapsed()
}

fn document(text: &str, lang: &str) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits make an id"),
        title: None,
        byline: None,
        outlet: "Courier".to_owned(),
        lang: Some(lang.to_owned()),
        text: text.to_owned(),
        published: Some(Published {
            date: jiff::civil::date(2022, 3, 2),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}
