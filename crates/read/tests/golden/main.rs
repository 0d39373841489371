//! The golden cases in `corpus/read/`: a folder a feature, a file a language, one check for all.
#![allow(clippy::unwrap_used)]

mod case;
mod facts;
mod figures;
mod rules;

use bearings_locate::BuiltIn;
use bearings_model::{DateBasis, Document, ItemId, Published, Zone};

use case::{Case, CaseFile};
use facts::Fact;

/// How a feature's readings are put into words that cases can name.
type Tell = fn(&Document, &bearings_model::Reading) -> Vec<Fact>;

/// What is wrong in one file of cases.
fn check(feature: &str, lang: &str, tell: Tell) -> Vec<String> {
    let file = CaseFile::open(feature, lang);
    let gazetteer = BuiltIn::new();
    let mut wrong = Vec::new();
    for case in &file.cases {
        let document = document(&file, case, lang);
        let reading = bearings_read::read(&document, &gazetteer);
        let facts = tell(&document, &reading);
        let failures = case.failures(&facts);
        match (case.known_miss, failures.is_empty()) {
            (false, false) => wrong.push(report(case, &failures, &facts)),
            (true, true) => wrong.push(format!(
                "“{}” is listed as a known miss and now reads well: move it up",
                case.title
            )),
            _ => {}
        }
    }
    if !wrong.is_empty() {
        let head = format!(
            "{feature}/{lang}.md: {} of {} cases",
            wrong.len(),
            file.cases.len()
        );
        wrong.insert(0, head);
    }
    wrong
}

fn report(case: &Case, failures: &[String], facts: &[Fact]) -> String {
    let read: Vec<String> = facts.iter().map(|fact| format!("      {fact}")).collect();
    format!(
        "## {}\n   > {}\n   {}\n   what was read:\n{}",
        case.title,
        case.text.replace('\n', "\n   > "),
        failures.join("\n   "),
        read.join("\n")
    )
}

fn document(file: &CaseFile, case: &Case, lang: &str) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).unwrap(),
        title: None,
        byline: None,
        outlet: "Courier".to_owned(),
        lang: Some(lang.to_owned()),
        text: case.text.clone(),
        published: Some(Published {
            date: file.published,
            basis: DateBasis::Given,
        }),
        zone: Zone::named("Europe/Kyiv").unwrap(),
        url: None,
        problems: Vec::new(),
    }
}

macro_rules! features {
    ($($name:ident: $feature:literal in $($lang:literal),+ by $tell:path;)+) => {
        $(#[test]
        fn $name() {
            let wrong: Vec<String> = [$(check($feature, $lang, $tell)),+].concat();
            assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
        })+

        /// A folder nobody checks would be a promise nobody keeps.
        #[test]
        fn every_file_of_cases_is_checked() {
            let checked = [$($(concat!($feature, "/", $lang, ".md")),+),+];
            for found in case::all_files() {
                assert!(checked.contains(&found.as_str()), "{found} has no check");
            }
        }
    };
}

features! {
    amounts: "amount" in "en", "uk", "ru" by facts::tallies;
    times: "time" in "en", "uk", "ru" by facts::times;
    places: "place" in "en", "uk", "ru" by facts::places;
    attributions: "attribution" in "en", "uk", "ru" by facts::attributions;
    chains_en: "chain" in "en" by facts::chains;
    chains_uk: "chain" in "uk" by facts::chains;
    chains_ru: "chain" in "ru" by facts::chains;
    quotes: "quote" in "en", "uk", "ru" by facts::speakers;
    tallies: "tally" in "en", "uk", "ru" by facts::tallies;
    tolls: "toll" in "en", "uk", "ru" by facts::tolls;
    strengths: "strength" in "en", "uk", "ru" by facts::claims;
    events: "event" in "en", "uk", "ru" by facts::claims;
    means: "means" in "en", "uk", "ru" by facts::means;
    incidents: "incident" in "en", "uk", "ru" by facts::incidents;
    datelines: "dateline" in "en" by facts::datelines;
    outlooks: "outlook" in "en", "uk", "ru" by facts::outlooks;
    orders: "order" in "en", "uk", "ru" by facts::footage;
    footage: "footage" in "en", "uk", "ru" by facts::footage;
    restrictions: "restrict" in "en", "uk", "ru" by facts::restrictions;
}
