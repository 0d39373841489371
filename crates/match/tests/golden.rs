//! The golden cases of `corpus/match/text`: what must be linked, and that nothing else is.

use bearings_match::copies;
use bearings_model::{CopyLink, DateBasis, Document, ItemId, Published, Zone};

const PAGES: [(&str, &str); 3] = [
    ("en", include_str!("../../../corpus/match/text/en.md")),
    ("uk", include_str!("../../../corpus/match/text/uk.md")),
    ("ru", include_str!("../../../corpus/match/text/ru.md")),
];

#[test]
fn every_text_is_linked_as_the_corpus_says() {
    let faults: Vec<String> = PAGES
        .iter()
        .flat_map(|(lang, page)| {
            let cases: Vec<&str> = page.split("\n## ").skip(1).collect();
            assert!(cases.len() > 4, "{lang}: the corpus was not read");
            cases.into_iter().filter_map(check).collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What is wrong with one case.
fn check(case: &str) -> Option<String> {
    let title = case.lines().next().unwrap_or_default();
    let documents: Vec<Document> = case
        .lines()
        .filter_map(|line| line.strip_prefix("> "))
        .enumerate()
        .map(|(number, line)| document(number + 1, line))
        .collect();
    let mut expected: Vec<&str> = case
        .lines()
        .filter_map(|line| line.strip_prefix("expects: "))
        .filter(|line| *line != "nothing")
        .collect();
    expected.sort_unstable();
    let links = copies(&documents.iter().collect::<Vec<_>>());
    for link in &links {
        lies_side_by_side(link, &documents);
    }
    let mut told: Vec<String> = links.iter().map(|link| told(link, &documents)).collect();
    told.sort_unstable();
    let same = told.len() == expected.len()
        && told
            .iter()
            .zip(&expected)
            .all(|(told, expected)| told.starts_with(expected));
    (!same).then(|| format!("{title}: expected {expected:#?}, found {told:#?}"))
}

/// "1 > 2 light_rewrite, order not_known, credit ap"; an order by date is not named.
fn told(link: &CopyLink, documents: &[Document]) -> String {
    let number = |item: &ItemId| {
        let at = documents.iter().position(|document| document.item == *item);
        at.expect("a text of the case") + 1
    };
    let mut told = format!(
        "{} > {} {}",
        number(&link.earlier),
        number(&link.later),
        link.kind.name()
    );
    if link.order.name() != "published" {
        told.push_str(&format!(", order {}", link.order.name()));
    }
    if let Some(credit) = &link.credit {
        told.push_str(&format!(", credit {credit}"));
    }
    told.push_str(&format!("; {}", link.reason));
    told
}

/// Passages are spans of both texts, and what is measured reaches its threshold.
#[track_caller]
fn lies_side_by_side(link: &CopyLink, documents: &[Document]) {
    let text = |item: &ItemId| {
        let found = documents.iter().find(|document| document.item == *item);
        &found.expect("a text of the case").text
    };
    assert!(!link.passages.is_empty());
    assert!(
        link.measured.value >= link.measured.threshold,
        "{:?}",
        link.measured
    );
    for passage in &link.passages {
        assert!(passage.earlier.of(text(&link.earlier)).is_some());
        assert!(passage.later.of(text(&link.later)).is_some());
        assert!(passage.similarity > 0.3 && passage.similarity <= 1.0);
    }
    for share in [
        link.containment,
        link.resemblance,
        link.coverage_earlier,
        link.coverage_later,
    ] {
        assert!((0.0..=1.0).contains(&share));
    }
}

/// "2031-05-05 | en | First Post | text"
fn document(number: usize, line: &str) -> Document {
    let parts: Vec<&str> = line.splitn(4, " | ").collect();
    let [date, lang, outlet, text] = parts.as_slice() else {
        panic!("a text is 'date | language | outlet | text': {line}");
    };
    Document {
        item: ItemId::from_hex(&format!("{number:064x}")).expect("hexadecimal"),
        title: None,
        byline: None,
        outlet: (*outlet).into(),
        lang: Some((*lang).into()),
        text: (*text).into(),
        published: Some(Published {
            date: date.parse().expect("a day"),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}
