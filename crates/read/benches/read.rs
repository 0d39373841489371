//! How fast a text is read: articles one by one, one long text, and texts made to be slow.
//!
//! The peer is spaCy's small English model on the same texts: see `README.md` beside this file.

mod texts;

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Zone};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const ARTICLE_BYTES: usize = 4_000;
const LONG_BYTES: usize = 2_000_000;
const HOSTILE_BYTES: usize = 200_000;

fn main() {
    divan::main();
}

fn document(text: String) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits make an id"),
        title: None,
        byline: None,
        outlet: "Bench Courier".to_owned(),
        lang: Some("en".to_owned()),
        text,
        published: Some(Published {
            date: jiff::civil::date(2022, 3, 1),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}

fn bench(bencher: Bencher, documents: &[Document]) {
    let gazetteer = BuiltIn::new();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for document in documents {
            black_box(bearings_read::read(document, &gazetteer));
        }
    });
}

#[divan::bench]
fn one_article(bencher: Bencher) {
    bench(bencher, &[document(texts::news(ARTICLE_BYTES, 1))]);
}

#[divan::bench(sample_count = 10)]
fn articles_of_two_megabytes(bencher: Bencher) {
    let count = (LONG_BYTES / ARTICLE_BYTES) as u64;
    let articles: Vec<Document> = (1..=count)
        .map(|seed| document(texts::news(ARTICLE_BYTES, seed)))
        .collect();
    bench(bencher, &articles);
}

#[divan::bench(sample_count = 10)]
fn one_text_of_two_megabytes(bencher: Bencher) {
    bench(bencher, &[document(texts::news(LONG_BYTES, 7))]);
}

#[divan::bench(sample_count = 10, args = texts::LANGUAGES)]
fn one_text_of_a_megabyte_in(bencher: Bencher, lang: &str) {
    let document = Document {
        lang: Some(lang.to_owned()),
        ..document(texts::news_in(lang, LONG_BYTES / 2, 7))
    };
    bench(bencher, &[document]);
}

#[divan::bench(sample_count = 5, args = texts::hostile(1).into_iter().map(|(name, _)| name))]
fn hostile(bencher: Bencher, name: &str) {
    let texts = texts::hostile(HOSTILE_BYTES);
    let text = texts.into_iter().find(|(known, _)| *known == name);
    bench(bencher, &[document(text.expect("a text of this name").1)]);
}

/// Ten times as long must take about ten times as long.
#[divan::bench(sample_count = 2, sample_size = 1, args = texts::hostile(1).into_iter().map(|(name, _)| name))]
fn hostile_ten_times_longer(bencher: Bencher, name: &str) {
    let texts = texts::hostile(10 * HOSTILE_BYTES);
    let text = texts.into_iter().find(|(known, _)| *known == name);
    bench(bencher, &[document(text.expect("a text of this name").1)]);
}
