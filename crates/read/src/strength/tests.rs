//! Every word of the tables of hedges reaches a claim.

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Zone};

use super::{Words, en, ru, uk};

fn document(text: &str, lang: &str) -> Option<Document> {
    Some(Document {
        item: ItemId::from_hex(&"0".repeat(64))?,
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
    })
}

/// The hedges of the language's table that no claim of the sentence carries.
fn lost(words: &Words, lang: &str, sentence: fn(&str) -> String) -> Vec<String> {
    let gazetteer = BuiltIn::new();
    let phrases = words.hedges.written();
    let survives = |phrase: &String| {
        let document = document(&sentence(phrase), lang).expect("sixty-four digits");
        let reading = crate::read(&document, &gazetteer);
        let mut hedges = reading.claims.iter().flat_map(|claim| &claim.hedges);
        let spaced = |text: &str| {
            let text = text.to_lowercase().replace(" ,", ",");
            text.replace(" - ", "-")
        };
        hedges.any(|hedge| spaced(&hedge.text).contains(&spaced(phrase)))
    };
    phrases
        .into_iter()
        .filter(|phrase| !survives(phrase))
        .collect()
}

#[test]
fn every_english_hedge_survives_into_a_claim() {
    let lost = lost(&en::words(), "en", |hedge| {
        format!("The shelling {hedge} damaged the school in the town.")
    });
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_ukrainian_hedge_survives_into_a_claim() {
    let lost = lost(&uk::words(), "uk", |hedge| {
        format!("Обстріл {hedge} пошкодив школу в місті.")
    });
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_russian_hedge_survives_into_a_claim() {
    let lost = lost(&ru::words(), "ru", |hedge| {
        format!("Обстрел {hedge} повредил школу в городе.")
    });
    assert_eq!(lost, Vec::<String>::new());
}
