//! How fast texts are read and how much memory it takes: 500 articles, then one text of 1, 10 and
//! 50 MB in each language. Prints tab-separated lines for the peers' script and for people.
//!
//! Rates are per second of processor time, so that a busy machine does not lie; Linux only.
#![allow(clippy::print_stdout)]

use std::fs;

use bearings_locate::BuiltIn;
use bearings_model::{Document, ItemId, Published, Zone};

#[allow(dead_code)]
#[path = "../benches/texts/mod.rs"]
mod texts;

fn main() {
    let gazetteer = BuiltIn::new();
    let articles: Vec<Document> = (1..=500)
        .map(|seed| document(texts::news(4_000, seed), "en"))
        .collect();
    report("articles", "en", &articles, &gazetteer);
    for megabytes in [1, 10, 50] {
        for lang in texts::LANGUAGES {
            let text = texts::news_in(lang, megabytes * 1_000_000, 7);
            report("one text", lang, &[document(text, lang)], &gazetteer);
        }
    }
}

fn report(what: &str, lang: &str, documents: &[Document], gazetteer: &BuiltIn) {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let begun = processor_seconds();
    let mut claims = 0;
    for document in documents {
        claims += bearings_read::read(document, gazetteer).claims.len();
    }
    let seconds = processor_seconds() - begun;
    println!(
        "{what}\t{lang}\t{:.1} MB\t{:.2} s\t{:.2} MB/s\t{} MB at most\t{claims} claims",
        bytes as f64 / 1e6,
        seconds,
        bytes as f64 / 1e6 / seconds.max(1e-9),
        most_memory_mb()
    );
}

/// User and system time of this process so far: fields 14 and 15 of `/proc/self/stat`, in
/// hundredths of a second.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let fields: Vec<f64> = after_name
        .split(' ')
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse().ok())
        .collect();
    fields.iter().sum::<f64>() / 100.0
}

fn most_memory_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: u64 = line
        .and_then(|line| line.trim().strip_suffix(" kB"))
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or_default();
    kilobytes / 1024
}

fn document(text: String, lang: &str) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits make an id"),
        title: None,
        byline: None,
        outlet: "Bench Courier".to_owned(),
        lang: Some(lang.to_owned()),
        text,
        published: Some(Published {
            date: jiff::civil::date(2022, 3, 1),
            basis: bearings_model::DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}
