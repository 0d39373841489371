//! The list of rules beside the golden cases.

use std::collections::BTreeSet;

use bearings_locate::BuiltIn;
use bearings_model::ClaimKind;
use bearings_read::{read, rule, rules};

use super::case::{self, CaseFile};
use super::document;

/// The list of rules and the rules that read: each has a case that needs it.
#[test]
fn every_rule_is_listed_and_every_listed_rule_has_a_case() {
    let mut carried = BTreeSet::new();
    for path in case::all_files() {
        let (feature, file) = path.split_once('/').unwrap();
        let lang = file.strip_suffix(".md").unwrap();
        let file = CaseFile::open(feature, lang);
        for case in &file.cases {
            let reading = read(&document(&file, case, lang), &BuiltIn::new());
            carried.extend(reading.times.iter().map(|time| time.rule.clone()));
            carried.extend(reading.claims.iter().map(|claim| claim.rule.clone()));
            carried.extend(reading.claims.iter().filter_map(|claim| match &claim.kind {
                ClaimKind::Tally(tally) => tally.amount_rule.clone(),
                _ => None,
            }));
            carried.extend(reading.restrictions.iter().map(|found| found.rule.clone()));
            carried.extend(reading.places.iter().map(|place| place.rule.clone()));
            carried.extend(reading.quotes.iter().map(|quote| quote.rule.clone()));
        }
    }
    let unlisted = carried.iter().filter(|name| rule(name).is_none());
    assert_eq!(
        unlisted.collect::<Vec<_>>(),
        [""; 0],
        "not in the list of rules"
    );
    let idle = rules().iter().map(|rule| rule.name).filter(|name| {
        !carried
            .iter()
            .any(|full| full.split_once('.').is_some_and(|(_, own)| own == *name))
    });
    assert_eq!(
        idle.collect::<Vec<_>>(),
        [""; 0],
        "listed, and no case is read by it"
    );
}

/// A mention or a quote without the name of its rule could not be accounted for.
#[test]
fn every_place_and_every_quote_says_by_which_rule_it_was_found() {
    for path in case::all_files() {
        let (feature, file) = path.split_once('/').unwrap();
        let lang = file.strip_suffix(".md").unwrap();
        let file = CaseFile::open(feature, lang);
        for case in &file.cases {
            let reading = read(&document(&file, case, lang), &BuiltIn::new());
            let places = reading.places.iter().map(|place| &place.rule);
            let quotes = reading.quotes.iter().map(|quote| &quote.rule);
            for name in places.chain(quotes) {
                assert!(rule(name).is_some(), "{path}, {}: {name:?}", case.title);
            }
        }
    }
}
