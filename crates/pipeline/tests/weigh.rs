//! From a few texts to what weighing finds: cases as data in `corpus/weigh/`.

use bearings_locate::BuiltIn;
use bearings_model::{
    Acquisition, CopyLink, Document, ItemId, Likeness, LikenessGrade, LikenessKind, MediaLink,
    OriginKind, Reading, TallyRelation, Zone,
};
use bearings_pipeline::{Workshop, read_bytes};
use bearings_weigh::Weighed;
use jiff::Timestamp;

/// A case of the corpus: its texts and what must and must not be found.
struct Case {
    title: String,
    texts: Vec<(String, String, String)>,
    expects: Vec<String>,
    refuses: Vec<String>,
}

fn cases(page: &str) -> Vec<Case> {
    page.split("\n## ").skip(1).map(case).collect()
}

fn case(section: &str) -> Case {
    let mut lines = section.lines();
    let title = lines.next().unwrap_or_default().to_owned();
    let mut case = Case {
        title,
        texts: Vec::new(),
        expects: Vec::new(),
        refuses: Vec::new(),
    };
    let mut open = false;
    for line in lines {
        if let Some(quoted) = line.strip_prefix("> ") {
            match (open, quoted.split_once(" | ")) {
                (false, Some((outlet, day))) => {
                    case.texts.push((outlet.into(), day.into(), String::new()))
                }
                _ => case
                    .texts
                    .last_mut()
                    .expect("a text has its outlet first")
                    .2
                    .push_str(quoted),
            }
            open = true;
        } else {
            open = false;
            if let Some(expected) = line.strip_prefix("expects: ") {
                case.expects.push(expected.to_owned());
            } else if let Some(refused) = line.strip_prefix("not: ") {
                case.refuses.push(refused.to_owned());
            }
        }
    }
    case
}

fn read(texts: &[(String, String, String)]) -> Vec<(Acquisition, Document, Reading)> {
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let gazetteer = BuiltIn::new();
    texts
        .iter()
        .map(|(outlet, day, text)| {
            let acquisition = Acquisition {
                at: Timestamp::now(),
                by: "test".into(),
                from: format!("{outlet}.txt"),
                method: "file".into(),
                media_type: None,
                published: Some(day.clone()),
                source: Some(outlet.clone()),
                lang: Some("en".into()),
                zone: Some(zone.clone()),
                shows: None,
                derived_from: None,
                plain: true,
            };
            let (extracted, reading) =
                read_bytes(text.as_bytes(), &acquisition, &zone, &gazetteer).expect("a text");
            (acquisition, extracted.document, reading)
        })
        .collect()
}

/// What was found, a line each, as the corpus writes it.
fn facts(weighed: &Weighed, copies: &[CopyLink]) -> Vec<String> {
    let named = weighed
        .origins
        .iter()
        .filter(|origin| origin.kind == OriginKind::Named)
        .count();
    let mut facts = vec![
        format!(
            "copies {}",
            copies.iter().filter(|link| link.kind.is_copy()).count()
        ),
        format!("named origins {named}"),
    ];
    facts.extend(
        weighed
            .origins
            .iter()
            .map(|origin| format!("origin: {}", origin.label)),
    );
    facts.extend(weighed.comparisons.iter().map(|pair| {
        let word = match pair.relation {
            TallyRelation::Agrees => "agrees",
            TallyRelation::Compatible => "compatible",
            TallyRelation::Revision => "revised",
            TallyRelation::DifferentScope => "scope",
            TallyRelation::DifferentDefinition => "definition",
            TallyRelation::Conflict => "conflict",
        };
        format!("{word}: {}", pair.reason)
    }));
    facts.extend(
        weighed
            .revisions
            .iter()
            .map(|revision| format!("revision: {}", revision.sentence)),
    );
    facts.extend(
        weighed
            .parts
            .iter()
            .map(|check| format!("sum: {}", check.sentence)),
    );
    facts.extend(
        weighed
            .opposed
            .iter()
            .map(|pair| format!("opposed: {}", pair.reason)),
    );
    facts.extend(weighed.forecasts.iter().map(|outcome| {
        let status = serde_json::to_value(outcome.status).expect("a status");
        format!(
            "forecast {}: {}",
            status.as_str().unwrap_or_default(),
            outcome.reason
        )
    }));
    facts.extend(
        weighed
            .withheld
            .iter()
            .map(|held| format!("withheld: {}", held.reason.name())),
    );
    let account = &weighed.account;
    facts.extend(
        account
            .unknowns
            .iter()
            .map(|unknown| format!("unknown: {}", unknown.text)),
    );
    facts.extend(
        account
            .clip_order
            .iter()
            .map(|sentence| format!("order: {}", sentence.text)),
    );
    let told = account
        .sections
        .iter()
        .flat_map(|section| &section.sentences);
    facts.extend(told.map(|sentence| format!("told: {}", sentence.text)));
    facts
}

fn check(page: &str) {
    let cases = cases(page);
    assert!(cases.len() > 10, "the corpus was not read");
    let mut faults = Vec::new();
    for case in cases {
        let items = read(&case.texts);
        let workshop = Workshop::of(
            "test".into(),
            Zone::named("Europe/Kyiv").expect("a zone"),
            items,
            Vec::new(),
            &BuiltIn::new(),
        );
        let weighed = workshop.weigh();
        let facts = facts(&weighed, &workshop.copies);
        for expected in case
            .expects
            .iter()
            .filter(|expected| !facts.iter().any(|fact| fact.contains(*expected)))
        {
            faults.push(format!(
                "{}: expected “{expected}” in\n  {}",
                case.title,
                facts.join("\n  ")
            ));
        }
        for refused in case
            .refuses
            .iter()
            .filter(|refused| facts.iter().any(|fact| fact.contains(*refused)))
        {
            faults.push(format!(
                "{}: found “{refused}” in\n  {}",
                case.title,
                facts.join("\n  ")
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}

#[test]
fn weighing_finds_what_the_corpus_says() {
    check(include_str!("../../../corpus/weigh/en.md"));
}

/// Two films' speech, told of each in other words; and how sure it is that the films are one.
fn items_of_origins(grade: LikenessGrade, accepted: bool) -> usize {
    let texts = [
        (
            "A resident",
            "2022-02-28",
            "At least three people were killed by shelling on Sunday.",
        ),
        (
            "A channel",
            "2022-03-01",
            "Shelling on Sunday killed at least three people, and a school burned.",
        ),
    ];
    let texts =
        texts.map(|(outlet, day, text)| (outlet.to_owned(), day.to_owned(), text.to_owned()));
    let mut items = read(&texts);
    let film = |number: usize| ItemId::from_hex(&format!("{number:064x}")).expect("hexadecimal");
    for (number, (acquisition, ..)) in items.iter_mut().enumerate() {
        acquisition.derived_from = Some(film(number));
    }
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let mut workshop = Workshop::of("test".into(), zone, items, Vec::new(), &BuiltIn::new());
    workshop.media_links.push(MediaLink {
        earlier: film(0),
        later: film(1),
        likeness: Likeness {
            kind: LikenessKind::Film,
            grade,
            mirrored: false,
            turn: 0,
            here: None,
            there: None,
            segments: Vec::new(),
            moments: None,
            sound: Vec::new(),
            measures: Vec::new(),
        },
        order_known: true,
        old: None,
        accepted,
        reason: String::new(),
    });
    let weighed = workshop.weigh();
    weighed
        .origins
        .iter()
        .map(|origin| origin.items.len())
        .sum()
}

#[test]
fn speech_in_copies_of_a_film_counts_as_one_text_once_it_is_certain_or_accepted() {
    let proposed = items_of_origins(LikenessGrade::Likely, false);
    assert_eq!(proposed, 2, "what is only proposed merges nothing");
    assert_eq!(items_of_origins(LikenessGrade::Certain, false), 1);
    assert_eq!(items_of_origins(LikenessGrade::Likely, true), 1);
}
