//! Hostile texts: twice as long may make about twice as much work, never four times.

use std::cell::Cell;

use bearings_locate::BuiltIn;
use bearings_model::{Gazetteer, PlaceCandidate};

use super::{document, texts};

/// Counts what the reading asks of it, which stands for the work done.
struct Counting<'g> {
    gazetteer: &'g BuiltIn,
    asked: Cell<usize>,
}

impl Gazetteer for Counting<'_> {
    fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        self.asked.set(self.asked.get() + name.len());
        self.gazetteer.look_up(name)
    }

    fn may_begin(&self, words: &str) -> bool {
        self.asked.set(self.asked.get() + words.len());
        self.gazetteer.may_begin(words)
    }
}

/// How much a text gives rise to: bytes asked of the gazetteer, kept in claims, chains and quotes.
fn work(text: &str, lang: &str) -> usize {
    let gazetteer = BuiltIn::new();
    let counting = Counting {
        gazetteer: &gazetteer,
        asked: Cell::new(0),
    };
    let reading = bearings_read::read(&document(text, Some(lang), true), &counting);
    let claims = reading.claims.iter().map(|claim| {
        let chain: usize = claim.chain.links().map(|link| link.source.len()).sum();
        claim.text.len() + chain
    });
    let speakers = reading
        .quotes
        .iter()
        .filter_map(|quote| quote.speaker.as_ref());
    let speakers = speakers.map(|speaker| speaker.text.len() + speaker.name.len());
    counting.asked.get() + claims.sum::<usize>() + speakers.sum::<usize>()
}

#[test]
fn twice_as_much_noise_makes_about_twice_as_much_work() {
    const BYTES: usize = 12_000;
    for lang in ["en", "uk"] {
        let texts = texts::hostile(BYTES)
            .into_iter()
            .zip(texts::hostile(2 * BYTES));
        for ((name, short), (_, long)) in texts {
            let (less, more) = (work(&short, lang), work(&long, lang));
            assert!(
                more <= less * 5 / 2 + 2_000,
                "{name} in {lang}: {less} became {more}"
            );
        }
    }
}
