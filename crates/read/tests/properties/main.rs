//! What holds for every text, however broken: no panic, spans that fit, ids that differ.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Reading, Span, Zone};
use proptest::prelude::*;

mod noise;
mod odd;
mod relative;
#[allow(dead_code)]
#[path = "../../benches/texts/mod.rs"]
mod texts;

fn document(text: &str, lang: Option<&str>, published: bool) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).unwrap(),
        title: None,
        byline: Some("Ada Lind".to_owned()),
        outlet: "Courier".to_owned(),
        lang: lang.map(str::to_owned),
        text: text.to_owned(),
        published: published.then(|| Published {
            date: jiff::civil::date(2022, 3, 2),
            basis: DateBasis::Given,
        }),
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}

/// Pieces that rules take notice of, in three languages, with marks and odd characters.
const PIECES: &[&str] = &[
    "Ada Lind",
    "the governor",
    "said",
    "told Reuters",
    "that",
    "according to",
    "“",
    "”",
    "\"",
    "«",
    "»",
    "—",
    ",",
    ".",
    "!",
    "?",
    ":",
    ";",
    "(",
    ")",
    "\n",
    "\n\n",
    "four",
    "31",
    "people",
    "were killed",
    "including",
    "two children",
    "–",
    "12-15",
    "on Sunday",
    "at 5 p.m.",
    "U.S.",
    "last week",
    "24.02.2022",
    "99999999999999999999",
    "1,200",
    "Kharkiv",
    "in",
    "near",
    "video",
    "A second video",
    "shows",
    "later",
    "shot after",
    "the attack",
    "if",
    "may",
    "not",
    "denied",
    "will",
    "shelter",
    "we are in the",
    "@lisk",
    "#lisk",
    "www.lisk.example",
    "+380441234567",
    "Ігор Лан",
    "повідомив",
    ", що",
    "за словами",
    "загинуло",
    "четверо людей",
    "серед них",
    "двоє дітей",
    "у неділю",
    "о 5:30",
    "в укритті",
    "Харкові",
    "сообщил",
    "погибли",
    "пятеро",
    "вчера",
    "İstanbul",
    "ǅ",
    "e\u{301}",
    "\u{200d}",
    "👩‍👩‍👧",
    "’s",
    "'",
    "ʼ",
    "п’ять",
    "ё",
    "\u{feff}",
    "\r\n",
    "\t",
    "\u{a0}",
    "1.",
    "1:",
    "99:99",
    "31 February",
    "0",
    "half a dozen",
    "€",
    "%",
];

fn made_of_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => ".{0,6}",
    ];
    let joined = (piece, prop::bool::weighted(0.8));
    prop::collection::vec(joined, 0..60).prop_map(|pieces| {
        let spaced = pieces.into_iter().map(|(piece, space)| match space {
            true => piece + " ",
            false => piece,
        });
        spaced.collect()
    })
}

fn languages() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![None, Some("en"), Some("uk"), Some("ru"), Some("de")])
}

/// All spans of a reading, with what they are the span of.
fn spans(reading: &Reading) -> Vec<(&'static str, Span)> {
    let mut spans: Vec<(&'static str, Span)> = Vec::new();
    spans.extend(reading.sentences.iter().map(|span| ("sentence", *span)));
    spans.extend(reading.times.iter().map(|time| ("time", time.span)));
    spans.extend(reading.places.iter().map(|place| ("place", place.span)));
    spans.extend(reading.caveats.iter().map(|caveat| ("caveat", caveat.span)));
    for quote in &reading.quotes {
        spans.push(("quote", quote.span));
        spans.extend(quote.cue.iter().map(|cue| ("cue", cue.span)));
        spans.extend(
            quote
                .speaker
                .iter()
                .map(|speaker| ("speaker", speaker.span)),
        );
    }
    for clip in &reading.footage {
        spans.extend(clip.mentions.iter().map(|span| ("clip", *span)));
    }
    for claim in &reading.claims {
        spans.push(("claim", claim.excerpt.span()));
        spans.extend(claim.hedges.iter().map(|hedge| ("hedge", hedge.span)));
        spans.extend(claim.actors.iter().map(|actor| ("actor", actor.span)));
        let cues = claim.chain.links().filter_map(|link| link.cue.as_ref());
        spans.extend(cues.map(|cue| ("chain cue", cue.span)));
    }
    let restricted = reading.restrictions.iter();
    spans.extend(restricted.map(|restriction| ("restriction", restriction.target.span())));
    spans
}

fn check_reading(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    for (what, span) in spans(reading) {
        prop_assert!(
            span.of(text).is_some(),
            "{} {:?} does not fit the text",
            what,
            span
        );
    }
    for pair in reading.sentences.windows(2) {
        prop_assert!(
            pair[0].end <= pair[1].start,
            "sentences overlap: {:?}",
            pair
        );
    }
    let mut ids = HashSet::new();
    for claim in &reading.claims {
        prop_assert!(ids.insert(&claim.id), "id {} twice", claim.id);
        let span = claim.excerpt.span();
        prop_assert_eq!(span.of(text), Some(claim.text.as_str()));
        let sentences = reading
            .sentences
            .iter()
            .chain(reading.quotes.iter().map(|q| &q.span));
        let inside = sentences
            .into_iter()
            .any(|sentence| sentence.contains(span));
        prop_assert!(inside, "claim “{}” crosses sentences", claim.text);
        let values: Vec<_> = claim.chain.links().map(|link| link.factuality).collect();
        prop_assert_eq!(values.last(), Some(&Some(claim.factuality)));
        let firmness = values.iter().flatten().map(|value| value.certainty());
        prop_assert!(firmness.is_sorted(), "strength grows towards the outlet");
        prop_assert!(claim.time.is_none_or(|time| time < reading.times.len()));
        prop_assert!(claim.place.is_none_or(|place| place < reading.places.len()));
    }
    Ok(())
}

/// `PROPTEST_CASES` for a long run by hand; few for every day.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_claim_is_of_one_incident_at_most(text in made_of_pieces(), lang in languages()) {
        let document = document(&text, lang, true);
        let reading = bearings_read::read(&document, &BuiltIn::new());
        let known: HashSet<_> = reading.claims.iter().map(|claim| &claim.id).collect();
        let mut seen = HashSet::new();
        for incident in bearings_read::incidents(&reading, &document) {
            prop_assert!(!incident.claims.is_empty());
            prop_assert!(incident.time.is_none_or(|index| index < reading.times.len()));
            prop_assert!(incident.places.iter().all(|index| *index < reading.places.len()));
            for claim in incident.claims {
                prop_assert!(known.contains(&claim));
                prop_assert!(seen.insert(claim));
            }
        }
    }

    #[test]
    fn any_text_reads_within_its_bounds(
        text in made_of_pieces(),
        lang in languages(),
        published in any::<bool>(),
    ) {
        let document = document(&text, lang, published);
        let gazetteer = BuiltIn::new();
        let reading = bearings_read::read(&document, &gazetteer);
        check_reading(&text, &reading)?;
        prop_assert_eq!(&reading, &bearings_read::read(&document, &gazetteer));
    }

    #[test]
    fn any_characters_read_within_their_bounds(text in "(?s).{0,300}", lang in languages()) {
        let reading = bearings_read::read(&document(&text, lang, true), &BuiltIn::new());
        check_reading(&text, &reading)?;
    }
}

#[test]
fn a_language_without_rules_gives_places_and_a_problem_and_no_claim() {
    let text = "Four people were killed in Kharkiv on Sunday, the governor said.";
    let read = |lang| bearings_read::read(&document(text, lang, true), &BuiltIn::new());
    let german = read(Some("de"));
    assert_eq!(german.claims, []);
    assert_eq!((german.times.len(), german.quotes.len()), (0, 0));
    assert!(german.problems[0].starts_with("no rules for language de yet"));
    assert_eq!(german.places[0].text, "Kharkiv");
    assert!(!read(Some("en")).claims.is_empty());
    assert!(read(Some("en-GB")).problems.is_empty());
}

#[test]
fn english_rules_never_read_a_text_in_cyrillic() {
    let text = "У Харкові загинуло четверо людей, повідомили в ДСНС.";
    let reading = bearings_read::read(&document(text, None, true), &BuiltIn::new());
    assert!(!reading.claims.is_empty());
    for claim in &reading.claims {
        assert!(
            claim.rule.starts_with("uk."),
            "{} made “{}”",
            claim.rule,
            claim.text
        );
    }
}
