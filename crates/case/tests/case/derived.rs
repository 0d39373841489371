//! Texts, claims and other derived values: stored, read back whole, searched, thrown away.

use bearings_case::CaseError;
use bearings_model::{
    Amount, Chain, ChainLink, Claim, ClaimId, ClaimKind, Counted, DateBasis, Document, Excerpt,
    Factuality, ItemId, Outcome, Published, Reading, Span, Tally, TimeKind, TimeMention, When,
};
use jiff::civil::date;

use crate::setting::*;

pub fn document(item: &ItemId, text: &str) -> Document {
    Document {
        item: item.clone(),
        title: Some("The second day".to_owned()),
        byline: None,
        outlet: "Atlas News".to_owned(),
        lang: Some("en".to_owned()),
        text: text.to_owned(),
        published: Some(Published {
            date: date(2022, 3, 1),
            basis: DateBasis::Given,
        }),
        zone: kyiv(),
        url: None,
        problems: Vec::new(),
    }
}

/// An event and a tally, with the day they are said to be of.
pub fn reading(item: &ItemId) -> Reading {
    let day = |day| date(2022, 2, day).at(0, 0, 0, 0);
    let sunday = TimeMention {
        span: Span::new(43, 52),
        text: "on Sunday".to_owned(),
        kind: TimeKind::Date,
        timex: "2022-02-27".to_owned(),
        when: Some(When::within(day(27), day(28), kyiv())),
        rule: "en.time.weekday".into(),
    };
    let tally = ClaimKind::Tally(Tally {
        amount: Amount::AtLeast { low: 4 },
        text: "at least four".to_owned(),
        amount_rule: Some("en.amount.exact".into()),
        unit: None,
        counted: Counted {
            text: "wounded".to_owned(),
            outcome: Some(Outcome::Wounded),
            who: None,
            side: None,
            also: Vec::new(),
        },
        parts: Vec::new(),
        mode: None,
    });
    let claims = vec![
        claim(
            item,
            Span::new(0, 14),
            ClaimKind::Event,
            "en.event.shelling",
            Some(0),
        ),
        claim(item, Span::new(0, 27), tally, "en.tally.wounded", None),
    ];
    Reading {
        sentences: vec![Span::new(0, 41)],
        times: vec![sunday],
        claims,
        problems: vec!["one clause was not understood".to_owned()],
        ..Reading::default()
    }
}

fn claim(item: &ItemId, span: Span, kind: ClaimKind, rule: &str, time: Option<usize>) -> Claim {
    Claim {
        id: ClaimId::derive(item, span.start, span.end, kind.name(), rule),
        excerpt: Excerpt::new(item.clone(), span).unwrap(),
        text: "as written".to_owned(),
        kind,
        event: None,
        negated: false,
        factuality: Factuality::CertainTrue,
        hedges: Vec::new(),
        chain: Chain::new(
            ChainLink::outlet("Atlas News"),
            vec![ChainLink::outlet("Reuters")],
        ),
        actors: Vec::new(),
        targets: Vec::new(),
        weapons: Vec::new(),
        time,
        time_carried: false,
        place: None,
        place_carried: false,
        rule: rule.to_owned().into(),
    }
}

#[test]
fn what_was_read_comes_back_whole() {
    let (_home, case) = small_case();
    let items = case.items().unwrap();
    let mut writer = write(&case);
    for (kept, text) in items.iter().zip(TEXTS) {
        writer
            .store(&document(&kept.id, text), &reading(&kept.id), "1")
            .unwrap();
    }
    let id = &items[0].id;
    assert_eq!(case.document(id).unwrap(), Some(document(id, TEXTS[0])));
    assert_eq!(case.reading(id).unwrap(), Some(reading(id)));
    assert_eq!(case.claims().unwrap().len(), 6);
    assert_eq!(case.claims_of(id).unwrap(), reading(id).claims);
    let counts = case.counts().unwrap();
    assert_eq!((counts["event"], counts["tally"], counts.len()), (3, 3, 2));
    assert_eq!(
        case.document_lines().unwrap()[0].published.as_deref(),
        Some("2022-03-01")
    );
}

#[test]
fn reading_again_replaces_what_was_read_before() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[0].id.clone();
    let mut writer = write(&case);
    writer
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    assert_eq!(case.items_not_read_by("1", "m").unwrap().len(), 2);
    assert_eq!(case.items_not_read_by("2", "m").unwrap().len(), 3);
    writer
        .store(&document(&id, TEXTS[1]), &Reading::default(), "2")
        .unwrap();
    assert_eq!(case.claims().unwrap(), []);
    assert_eq!(case.search("shelling").unwrap(), []);
    assert_eq!(case.search("council").unwrap().len(), 1);
}

#[test]
fn a_claim_line_has_what_lists_need() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[0].id.clone();
    write(&case)
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    let lines = case.claim_lines().unwrap();
    assert_eq!(lines[0].earliest.as_deref(), Some("2022-02-27T00:00:00"));
    assert_eq!(lines[0].latest.as_deref(), Some("2022-02-28T00:00:00"));
    assert_eq!(
        (lines[0].outlet.as_str(), lines[0].root.as_str()),
        ("Atlas News", "Reuters")
    );
    assert_eq!(
        (lines[1].outcome.as_deref(), lines[1].earliest.as_deref()),
        (Some("wounded"), None)
    );
    assert_eq!(lines[1].span, Span::new(0, 27));
}

#[test]
fn a_claim_is_found_by_the_beginning_of_its_id() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[0].id.clone();
    write(&case)
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    let wanted = &reading(&id).claims[1];
    assert_eq!(&case.claim(wanted.id.as_str()).unwrap(), wanted);
    assert_eq!(&case.claim(&wanted.id.as_str()[2..9]).unwrap(), wanted);
    assert!(matches!(
        case.claim("c-zzz"),
        Err(CaseError::Nothing { what: "claim", .. })
    ));
    assert!(matches!(case.claim("c-"), Err(CaseError::Several { .. })));
}

#[test]
fn a_claim_without_its_excerpt_is_not_stored() {
    let (_home, case) = small_case();
    let items = case.items().unwrap();
    let (id, other) = (&items[0].id, &items[1].id);
    let mut writer = write(&case);
    let mut refused = |document: &Document, reading: &Reading, expected: &str| {
        let message = writer
            .store(document, reading, "1")
            .unwrap_err()
            .to_string();
        assert!(message.contains(expected), "{message}");
    };
    refused(
        &document(id, "Short."),
        &reading(id),
        "points outside the text",
    );
    refused(
        &document(id, TEXTS[0]),
        &reading(other),
        "points outside the text",
    );
    let never_kept = ItemId::from_hex(&"0".repeat(64)).unwrap();
    refused(
        &document(&never_kept, TEXTS[0]),
        &reading(&never_kept),
        "was not kept in this case",
    );
    assert_eq!(case.claims().unwrap(), []);
}

/// A search, and the texts it finds by their place among the three.
fn check_search(words: &str, expected: &[usize]) {
    let (_home, case) = small_case();
    let items = case.items().unwrap();
    let mut writer = write(&case);
    for (kept, text) in items.iter().zip(TEXTS) {
        writer
            .store(&document(&kept.id, text), &Reading::default(), "1")
            .unwrap();
    }
    let found = case.search(words).unwrap();
    let mut places: Vec<usize> = found
        .iter()
        .filter_map(|found| items.iter().position(|kept| kept.id == found.item))
        .collect();
    places.sort();
    assert_eq!(places, expected, "{words}");
}

#[test]
fn texts_are_found_by_their_words() {
    check_search("council", &[1]);
    check_search("COUNCIL wounded", &[1]);
    check_search("council shelling", &[]);
    check_search("обстріл", &[2]);
    check_search("обстр*", &[2]);
    check_search("обстр", &[]);
    check_search("second day", &[0, 1, 2]);
    check_search("  ", &[]);
    check_search("\" OR text:council NOT (", &[]);
    check_search("\"council\"", &[1]);
    check_search("council\0", &[1]);
    check_search("* - ^", &[]);
}

#[test]
fn a_derived_value_belongs_to_the_version_that_made_it() {
    let (_home, case) = small_case();
    let mut writer = write(&case);
    writer
        .store_derived("origins", "1", &vec!["Reuters", "council"])
        .unwrap();
    let value: Option<Vec<String>> = case.derived("origins", "1").unwrap();
    assert_eq!(
        value,
        Some(vec!["Reuters".to_owned(), "council".to_owned()])
    );
    assert_eq!(case.derived::<Vec<String>>("origins", "2").unwrap(), None);
    assert_eq!(case.derived::<Vec<String>>("links", "1").unwrap(), None);
    assert!(case.derived::<u8>("origins", "1").is_err());
}

#[test]
fn clearing_leaves_the_ground_and_says_that_a_rebuild_is_due() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[0].id.clone();
    let mut writer = write(&case);
    writer
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    writer.store_derived("origins", "1", &1).unwrap();
    writer.clear_derived().unwrap();
    assert_eq!(
        (case.claims().unwrap().len(), case.items().unwrap().len()),
        (0, 3)
    );
    assert_eq!(case.derived::<u8>("origins", "1").unwrap(), None);
    assert_eq!(case.search("shelling").unwrap(), []);
    let state = format!("{:?}", case.index_state().unwrap());
    assert!(
        state.contains("a rebuild was begun and not finished"),
        "{state}"
    );
    writer.finish_rebuild().unwrap();
    assert_eq!(format!("{:?}", case.index_state().unwrap()), "Ready");
}
