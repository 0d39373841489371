//! Copies of speech: pairs of texts in `corpus/match/speech/`, from their words to the link.

use bearings_locate::BuiltIn;
use bearings_model::{Acquisition, Document, Reading, Zone};
use bearings_pipeline::{Workshop, read_bytes};
use jiff::Timestamp;

/// Two texts and whether they hold one statement of one speaker.
struct Pair {
    title: String,
    /// Day, language, text.
    texts: Vec<(String, String, String)>,
    expected: String,
}

fn pair(section: &str) -> Pair {
    let mut lines = section.lines();
    let title = lines.next().unwrap_or_default().to_owned();
    let mut pair = Pair {
        title,
        texts: Vec::new(),
        expected: String::new(),
    };
    for line in lines {
        if let Some(text) = line.strip_prefix("> ") {
            let mut parts = text.splitn(3, " | ").map(str::to_owned);
            let mut next = || parts.next().expect("day | language | text");
            pair.texts.push((next(), next(), next()));
        } else if let Some(expected) = line.strip_prefix("expects: ") {
            pair.expected = expected.to_owned();
        }
    }
    pair
}

fn read(number: usize, day: &str, lang: &str, text: &str) -> (Acquisition, Document, Reading) {
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let acquisition = Acquisition {
        at: "2022-06-01T00:00Z".parse::<Timestamp>().expect("a moment"),
        by: "test".into(),
        from: format!("{number}.txt"),
        method: "file".into(),
        media_type: None,
        published: Some(day.to_owned()),
        source: Some(format!("Outlet {number}")),
        lang: Some(lang.to_owned()),
        zone: Some(zone.clone()),
        shows: None,
        derived_from: None,
        plain: true,
    };
    let (extracted, reading) =
        read_bytes(text.as_bytes(), &acquisition, &zone, &BuiltIn::new()).expect("a text");
    (acquisition, extracted.document, reading)
}

/// "one statement, likely", "one statement, possible" or "apart", and what was read.
fn found(pair: &Pair) -> (String, String) {
    let texts = pair.texts.iter().enumerate();
    let items: Vec<_> = texts
        .map(|(number, (day, lang, text))| read(number, day, lang, text))
        .collect();
    let claims = items.iter().flat_map(|(_, _, reading)| &reading.claims);
    let told = claims.map(|claim| {
        let root = claim.chain.root();
        format!(
            "      “{}” {} {} {:?} {:?} by {} ({:?})",
            claim.text,
            claim.kind.name(),
            claim.factuality.code(),
            claim.event,
            claim.time,
            root.source,
            root.kind
        )
    });
    let told = told.collect::<Vec<_>>().join("\n");
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let workshop = Workshop::of("Pairs".into(), zone, items, Vec::new(), &BuiltIn::new());
    let grades = workshop.speech.iter().map(|link| link.grade.name());
    let firmest = grades.min();
    let grade = firmest.map(|grade| format!("one statement, {grade}"));
    (grade.unwrap_or_else(|| "apart".to_owned()), told)
}

#[test]
fn one_statement_in_other_words_is_linked_and_others_stay_apart() {
    let page = include_str!("../../../corpus/match/speech/pairs.md");
    let pairs: Vec<Pair> = page.split("\n## ").skip(1).map(pair).collect();
    assert!(pairs.len() >= 40, "{} pairs", pairs.len());
    let mut wrong = Vec::new();
    for pair in &pairs {
        let (found, told) = found(pair);
        if !found.starts_with(&pair.expected) {
            wrong.push(format!(
                "{}: expects {}, found {found}\n{told}",
                pair.title, pair.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn one_statement_told_by_two_texts_is_one_sentence_of_the_account() {
    let texts = [
        (
            "en",
            "Governor Oleh Marchuk said the missile hit the bridge on Tuesday.",
        ),
        (
            "uk",
            "Губернатор Олег Марчук сказав, що у вівторок ракета влучила в міст.",
        ),
    ];
    let items = texts.iter().enumerate();
    let items = items.map(|(number, (lang, text))| read(number, "2022-03-02", lang, text));
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let workshop = Workshop::of(
        "Pair".into(),
        zone,
        items.collect(),
        Vec::new(),
        &BuiltIn::new(),
    );
    let account = workshop.weigh().account;
    let told: Vec<usize> = account
        .sections
        .iter()
        .flat_map(|section| &section.sentences)
        .map(|sentence| sentence.evidence.len())
        .collect();
    assert!(told.contains(&2), "{told:?}");
}
