//! What the gate refuses, and that it names every fault without repeating a restricted word.

#![allow(clippy::unwrap_used)] // A test may stop where it stands.

mod fixture;

use bearings_model::{Account, Certainty, Excerpt, ForecastStatus, ItemId, Span};
use bearings_publish::{BaseMap, Fault, PublishError, build};
use fixture::{Case, case, span, texts};

/// Changes the sound case and compares the faults with what an editor should be told.
#[track_caller]
fn check(change: impl FnOnce(&mut Account, &Case), faults: &[&str]) {
    check_case(|changed, sound| change(&mut changed.account, sound), faults);
}

#[track_caller]
fn check_case(change: impl FnOnce(&mut Case, &Case), faults: &[&str]) {
    let (mut changed, sound) = (case(), case());
    change(&mut changed, &sound);
    let told: Vec<String> = faults_of(&changed)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(told.len(), faults.len(), "{told:#?}");
    for (told, wanted) in told.iter().zip(faults) {
        assert!(told.contains(wanted), "'{told}' does not say '{wanted}'");
        assert!(
            !told.contains("cellar"),
            "repeats what is restricted: {told}"
        );
    }
}

fn faults_of(case: &Case) -> Vec<Fault> {
    let ground = BaseMap::from_layers(&[], "").unwrap();
    match build(&case.account, &case.sources(), &ground, None) {
        Ok(_) => Vec::new(),
        Err(PublishError::Refused(faults)) => faults,
        Err(other) => panic!("{other}"),
    }
}

fn shelter(case: &Case) -> Excerpt {
    let document = &case.documents[3];
    Excerpt::new(
        document.item.clone(),
        span(document, texts::RESTRICTED).unwrap(),
    )
    .unwrap()
}

#[test]
fn a_sound_account_passes() {
    check(|_, _| {}, &[]);
}

#[test]
fn a_sentence_on_nothing_is_refused_wherever_it_stands() {
    let none = "has no evidence";
    check(
        |a, _| a.glance[0].sentence.evidence.clear(),
        &["finding 1 of the first screen has no evidence"],
    );
    check(
        |a, _| a.sections[1].sentences[2].evidence.clear(),
        &["sentence 3 of section '2022-02-27' has no evidence"],
    );
    check(
        |a, _| a.casualties[1].evidence.clear(),
        &["casualty row 2 has no evidence"],
    );
    check(|a, _| a.casualty_notes[0].evidence.clear(), &[none]);
    check(|a, _| a.contradictions[0].evidence.clear(), &[none]);
    check(|a, _| a.revisions[0].evidence.clear(), &[none]);
    check(
        |a, _| a.forecasts[0].sentence.evidence.clear(),
        &["forecast 1 has no evidence"],
    );
    check(
        |a, _| a.timeline[0].evidence.clear(),
        &["timeline entry 'held' has no evidence"],
    );
    check(|a, _| a.clip_order[0].evidence.clear(), &[none]);
    check(
        |a, _| a.places[1].sentences[0].evidence.clear(),
        &["place 'saltivka' on the map has no evidence"],
    );
    check(
        |a, _| a.places[1].sentences.clear(),
        &["place 'saltivka' on the map has no evidence"],
    );
}

#[test]
fn what_came_of_a_forecast_needs_evidence_but_not_knowing_does_not() {
    check(
        |a, _| a.forecasts[0].held_against.clear(),
        &["the outcome of forecast 1 has no evidence"],
    );
    let unknown = |a: &mut Account, _: &Case| {
        a.forecasts[0].held_against.clear();
        a.forecasts[0].readings[0].1 = ForecastStatus::CannotBeTold;
    };
    check(unknown, &[]);
    check(|a, _| a.unknowns[0].evidence.clear(), &[]);
}

#[test]
fn only_counting_what_is_withheld_needs_no_evidence() {
    let place = "Passages about a shelter beside a theatre are withheld.";
    check(
        |a, _| a.glance[4].sentence.text = place.into(),
        &["says more than how many passages"],
    );
    check(
        |a, _| a.glance[4].sentence.text = "Nine passages are withheld.".into(),
        &["says more"],
    );
    check(
        |a, _| a.glance[4].kind = "copies".into(),
        &["finding 5 of the first screen has no evidence"],
    );
}

#[test]
fn a_sentence_firmer_than_its_strongest_evidence_is_refused() {
    let firmer = "sentence 1 of the order of clips is told as certain but its strongest evidence is only possible";
    check(
        |a, _| a.clip_order[0].strength = Certainty::Certain,
        &[firmer],
    );
    check(
        |a, _| a.clip_order[0].strength = Certainty::Uncommitted,
        &[],
    );
    // One of two pieces is certain: each supports the sentence alone.
    check(
        |a, _| a.contradictions[0].evidence[1].strength = Certainty::Possible,
        &[],
    );
}

#[test]
fn evidence_that_is_not_in_a_text_is_refused() {
    let elsewhere = |a: &mut Account, _: &Case| {
        let item = ItemId::from_hex(&"9".repeat(64)).unwrap();
        a.sections[0].sentences[0].evidence[0].excerpt =
            Excerpt::new(item, Span::new(0, 5)).unwrap();
    };
    check(
        elsewhere,
        &["rests on item 999999999999, which is not among the sources"],
    );
    let moved = |start, end| {
        move |a: &mut Account, case: &Case| {
            let item = case.documents[4].item.clone();
            a.unknowns[0].evidence[0].excerpt = Excerpt::new(item, Span::new(start, end)).unwrap();
        }
    };
    check(moved(1, 4), &["no whole characters"]);
    check(moved(0, 90_000), &["no whole characters"]);
    check(moved(0, 4), &[]);
}

#[test]
fn evidence_that_touches_a_restricted_passage_is_refused() {
    let all = |a: &mut Account, case: &Case| {
        a.sections[0].sentences[0].evidence[0].excerpt = shelter(case);
    };
    let refused =
        "sentence 1 of section '2022-02-25' rests on a restricted passage of item dddddddddddd";
    check(all, &[refused]);
    let edge = |a: &mut Account, case: &Case| {
        let hidden = shelter(case);
        let edge = Span::new(hidden.span().start - 20, hidden.span().start + 1);
        a.sections[0].sentences[0].evidence[0].excerpt =
            Excerpt::new(hidden.item().clone(), edge).unwrap();
    };
    check(edge, &[refused]);
}

#[test]
fn restricted_words_in_a_page_are_found_however_they_came_there() {
    let words = "They are sleeping in the CELLAR of the <i>hotel</i> beside the opera house.";
    let leaked =
        "carries words of the restricted passage at characters 93 to 181 of item dddddddddddd";
    let telling = |a: &mut Account, _: &Case| a.sections[0].sentences[0].text = words.into();
    check(
        telling,
        &[
            &format!("index.html {leaked}"),
            &format!("account.json {leaked}"),
        ],
    );
    let method = |a: &mut Account, _: &Case| a.method.push(texts::RESTRICTED.into());
    check(method, &["index.html", "account.json"]);
    // A copy that nobody restricted is caught in the page that shows it.
    let copied = |case: &mut Case, _: &Case| {
        let text = case.documents[3].text.clone();
        case.documents[1]
            .text
            .push_str(&format!(" {}", &text[..160]));
        let group = &mut case.account.copies[0];
        let later = &case.documents[1];
        let all = Span::new(later.text.len() - 160, later.text.len());
        group.passage_later = Excerpt::new(later.item.clone(), all).unwrap();
    };
    check_case(
        copied,
        &["index.html", "evidence/bbbbbbbbbbbb.html", "account.json"],
    );
}

#[test]
fn a_bare_number_may_only_stand_for_an_exact_count() {
    check(
        |a, _| a.casualties[0].amount = "1".into(),
        &["casualty row 1 gives a bare number"],
    );
    check(|a, _| a.casualties[1].amount = "about 11".into(), &[]);
}

#[test]
fn every_fault_is_listed_not_only_the_first() {
    let many = |a: &mut Account, case: &Case| {
        a.sections[0].sentences[0].evidence.clear();
        a.clip_order[0].strength = Certainty::Certain;
        a.casualties[0].evidence[0].excerpt = shelter(case);
    };
    check(
        many,
        &[
            "section '2022-02-25'",
            "casualty row 1",
            "the order of clips",
        ],
    );
}
