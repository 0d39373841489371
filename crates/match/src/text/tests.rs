//! Copies found and copies not found, on texts written for the project.

use bearings_model::{CopyKind, DateBasis, Document, ItemId, Published, Zone};

use proptest::prelude::*;

use super::copies;

const REPORT: &str = "Rockets struck a residential area in the north of the city on Monday \
    morning, the regional administration said. Rescue workers were still searching the upper \
    floors of a nine-storey building in the afternoon. At least four people were killed, the \
    administration wrote on Telegram, and the number could rise. Trams stopped running on two \
    lines and residents queued for water at a school yard.";

/// The same with a new opening and a few words changed, as a second outlet prints it.
const REPRINT: &str = "Several people died in a Monday attack. Rockets struck a residential area \
    in the north of the city on Monday morning, the regional administration said. Rescuers were \
    still searching the upper floors of a nine-storey building in the afternoon. At least four \
    people were killed, the administration wrote on Telegram, and the number may rise. Trams \
    stopped running on two lines and residents queued for water at a school yard.";

/// Another reporter on the same event.
const OTHER: &str = "Four people died when shells hit a tower block in a northern district early \
    on Monday, according to local officials. Firefighters worked through the rubble for most of \
    the day. People stood in line for drinking water outside a school, and two tram routes were \
    closed. A spokesman said more bodies might be found under the collapsed stairs.";

fn document(number: u8, text: &str, day: Option<&str>) -> Document {
    Document {
        item: ItemId::from_hex(&format!("{number:064x}")).expect("hexadecimal"),
        title: None,
        byline: None,
        outlet: format!("Outlet {number}"),
        lang: Some("en".into()),
        text: text.into(),
        published: day.map(|day| Published {
            date: day.parse().expect("a day"),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}

#[test]
fn a_reprint_with_small_edits_is_a_copy_of_the_earlier_text() {
    let (first, second) = (
        document(1, REPRINT, Some("2022-03-01")),
        document(2, REPORT, Some("2022-02-28")),
    );
    let links = copies(&[&first, &second]);
    assert_eq!(links.len(), 1);
    assert_eq!(
        (&links[0].earlier, &links[0].later),
        (&second.item, &first.item)
    );
    assert!(links[0].containment > 0.7, "{}", links[0].containment);
    assert_eq!(links[0].kind, CopyKind::Rewrite);
    let passage = &links[0].passages[0];
    assert!(passage.similarity > 0.9, "{}", passage.similarity);
    let laid = (passage.earlier.of(REPORT), passage.later.of(REPRINT));
    assert!(
        laid.0
            .is_some_and(|text| text.starts_with("Rockets struck") && text.ends_with("yard"))
    );
    assert!(
        laid.1
            .is_some_and(|text| text.starts_with("Rockets struck") && text.ends_with("yard"))
    );
}

#[test]
fn two_reports_of_one_event_in_their_own_words_are_no_copies() {
    let (first, second) = (document(1, REPORT, None), document(2, OTHER, None));
    assert!(copies(&[&first, &second]).is_empty());
}

#[test]
fn without_dates_the_reason_says_that_the_order_is_not_known() {
    let (first, second) = (document(1, REPORT, None), document(2, REPRINT, None));
    assert!(
        copies(&[&first, &second])[0]
            .reason
            .contains("do not tell which came first")
    );
}

#[test]
fn texts_too_short_for_five_words_match_nothing() {
    let (first, second) = (
        document(1, "Kharkiv, Monday.", None),
        document(2, "Kharkiv, Monday.", None),
    );
    assert!(copies(&[&first, &second]).is_empty());
}

#[test]
fn two_hundred_and_fifty_reprints_are_all_found() {
    let reprints: Vec<_> = (0..=255)
        .map(|number| document(number, REPORT, None))
        .collect();
    let links = copies(&reprints.iter().collect::<Vec<_>>());
    let first = &reprints[0].item;
    assert_eq!(
        links.iter().filter(|link| link.earlier == *first).count(),
        255
    );
}

#[test]
fn a_text_that_repeats_itself_throughout_is_found_again() {
    let lines = "No damage was reported from this district today.\n".repeat(40);
    let (first, second) = (document(1, &lines, None), document(2, &lines, None));
    let links = copies(&[&first, &second]);
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].kind, CopyKind::Whole);
    assert_eq!(
        (links[0].coverage_earlier, links[0].coverage_later),
        (1.0, 1.0)
    );
}

#[test]
fn the_order_in_which_texts_are_given_changes_no_link_between_dated_texts() {
    let days = ["2022-02-28", "2022-03-01", "2022-03-02"];
    let texts: Vec<_> = [REPORT, REPRINT, OTHER]
        .iter()
        .zip(days)
        .zip(1..)
        .map(|((text, day), number)| document(number, text, Some(day)))
        .collect();
    let forward = copies(&texts.iter().collect::<Vec<_>>());
    let backward = copies(&texts.iter().rev().collect::<Vec<_>>());
    assert_eq!(forward, backward);
}

proptest! {
    #[test]
    fn any_texts_can_be_laid_side_by_side(
        piece in "([a-cа-в]{1,3}[ ,.\n\"«»“”„]{1,2}){0,60}",
        one in "([a-cа-в]{1,3} ){0,30}",
        other in "([a-cа-в]{1,3} ){0,30}",
    ) {
        let (a, b) = (format!("{one}{piece}{other}"), format!("{other}{piece}{piece}{one}"));
        let (first, second) = (document(1, &a, None), document(2, &b, None));
        for link in copies(&[&first, &second]) {
            prop_assert!(link.measured.value >= link.measured.threshold);
            for passage in &link.passages {
                prop_assert!(passage.earlier.of(&a).is_some() && passage.later.of(&b).is_some());
                prop_assert!(passage.similarity <= 1.0);
            }
            let shares = [link.containment, link.resemblance, link.coverage_earlier, link.coverage_later];
            prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
        }
    }
}
