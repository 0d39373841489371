//! What a reader finds in the pages, and what no page may hold.

#![allow(clippy::unwrap_used)] // A test may stop where it stands.

mod fixture;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bearings_model::{Account, Excerpt, Span};
use bearings_publish::{BaseMap, MapScript, build};
use fixture::{Case, case};
use serde_json::Value;

type Pages = BTreeMap<String, String>;

const SCRIPT: MapScript<'_> = MapScript {
    js: "// draws",
    css: "#map{}",
};

fn pages(case: &Case, script: Option<MapScript<'_>>) -> Pages {
    static GROUND: LazyLock<BaseMap> = LazyLock::new(|| BaseMap::embedded().unwrap());
    let pages = build(&case.account, &case.sources(), &GROUND, script).unwrap();
    pages
        .into_iter()
        .map(|page| (page.path, String::from_utf8(page.bytes).unwrap()))
        .collect()
}

/// Lays the case out with a change and looks for what has to be, and what must not be, on a page.
#[track_caller]
fn check(page: &str, change: impl FnOnce(&mut Account), holds: &[&str], lacks: &[&str]) {
    let mut case = case();
    change(&mut case.account);
    let pages = pages(&case, Some(SCRIPT));
    for words in holds {
        assert!(
            pages[page].contains(words),
            "{page} does not hold '{words}'"
        );
    }
    for words in lacks {
        assert!(!pages[page].contains(words), "{page} holds '{words}'");
    }
}

const FIELD_NOTES: &str = "evidence/dddddddddddd.html";
const COURIER: &str = "evidence/aaaaaaaaaaaa.html";

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (path, text) in pages(&case(), Some(SCRIPT))
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        for attribute in ["src=\"", "href=\"", "action=\"", "data=\"", "url("] {
            for (at, _) in text.match_indices(attribute) {
                let target = &text[at + attribute.len()..];
                let local = [
                    "assets/",
                    "../assets/",
                    "evidence/",
                    "../index.html",
                    "account.json",
                    "places.geojson",
                    "#",
                ];
                assert!(
                    local.iter().any(|start| target.starts_with(start)),
                    "{path}: {}",
                    &target[..40]
                );
            }
        }
        assert!(text.contains("default-src 'none'"), "{path} has no policy");
    }
}

#[test]
fn every_link_within_the_account_arrives() {
    let pages = pages(&case(), Some(SCRIPT));
    for (path, text) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (at, _) in text.match_indices("href=\"") {
            let target = text[at + 6..].split('"').next().unwrap();
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() {
                path.clone()
            } else {
                file.trim_start_matches("../").to_owned()
            };
            let there = pages
                .get(&file)
                .unwrap_or_else(|| panic!("{path} links to {file}"));
            assert!(
                anchor.is_empty() || there.contains(&format!("id=\"{anchor}\"")),
                "{path}: {target}"
            );
        }
    }
}

#[test]
fn the_pages_are_whole_without_a_script() {
    let pages = pages(&case(), None);
    let index = &pages["index.html"];
    assert!(
        !index.contains("account-map") && !index.contains("script-src"),
        "asks for a script"
    );
    assert!(index.contains("class=\"drawing locator-w\"") && index.contains("class=\"bar\""));
    assert!(!pages.contains_key("assets/account-map.js"));
}

#[test]
fn the_markup_is_well_formed() {
    for (path, text) in pages(&case(), Some(SCRIPT))
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        if let Err(fault) = balanced(text) {
            panic!("{path}: {fault}");
        }
        let mut anchors: Vec<&str> = text
            .match_indices(" id=\"")
            .filter_map(|(at, _)| text[at + 5..].split('"').next())
            .collect();
        anchors.sort_unstable();
        let twice: Vec<_> = anchors
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .collect();
        assert!(twice.is_empty(), "{path}: {twice:?}");
    }
}

/// Every element that needs an end has it, in order.
fn balanced(html: &str) -> Result<(), String> {
    const EMPTY: &[&str] = &["meta", "link", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let tag = rest[at + 1..].split('>').next().unwrap_or_default();
        rest = &rest[at + 1 + tag.len()..];
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(ended) if open.last() == Some(&ended) => drop(open.pop()),
            Some(ended) => return Err(format!("</{ended}> inside {open:?}")),
            None if tag.ends_with('/') || EMPTY.contains(&name) => {}
            None => open.push(name),
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}

#[test]
fn what_sources_write_is_shown_and_never_obeyed() {
    let hostile = |account: &mut Account| {
        account.title = "</title><script>alert(1)</script>".into();
        account.places[0].label = "</script><img src=x onerror=alert(1)>".into();
        account.places[0].id = "\"><b>".into();
        account.sections[0].id = "\" onmouseover=\"x".into();
        account.timeline[0].label = "a\u{202e}b".into();
    };
    check(
        "index.html",
        hostile,
        &[
            "&lt;script&gt;alert(1)",
            "\\u003c/script\\u003e",
            "U+202E",
            "&lt;b&gt;as it happened",
        ],
        &[
            "<script>alert",
            "<img",
            "<b>as it",
            " onmouseover=\"",
            "href=\"javascript",
            "\u{202e}",
        ],
    );
    check(
        "evidence/eeeeeeeeeeee.html",
        |_| {},
        &["&lt;script&gt;alert(1)", "U+202E"],
        &["<script", "\u{202e}"],
    );
    check(
        COURIER,
        |_| {},
        &["javascript:alert"],
        &["href=\"javascript"],
    );
}

#[test]
fn each_sentence_shows_its_origins_and_whether_a_person_looked() {
    let holds = [
        "<b>2 origins</b>: <bdi>videos from Saltivka; Russia</bdi>",
        "said to be probable",
        "unreviewed",
        "A person has ruled on 2 of the 11 sentences told here, and on 3 of the 21 claims",
    ];
    check("index.html", |_| {}, &holds, &[]);
    let reviewed = |account: &mut Account| {
        account.clip_order.clear();
        account.contradictions[0].ruled = true;
    };
    check(
        "index.html",
        reviewed,
        &["A person has ruled on 3 of the 10"],
        &["id=\"order\""],
    );
}

#[test]
fn what_is_empty_is_left_out_but_not_what_we_do_not_know() {
    let bare = |account: &mut Account| {
        *account = Account {
            title: account.title.clone(),
            standfirst: String::new(),
            zone: account.zone.clone(),
            ..serde_json::from_value(bare_account()).unwrap()
        };
    };
    let lacks = [
        "id=\"map\"",
        "id=\"timeline\"",
        "id=\"casualties\"",
        "id=\"copies\"",
        "id=\"references\"",
    ];
    check(
        "index.html",
        bare,
        &["What we do not know", "No open question was recorded"],
        &lacks,
    );
}

fn bare_account() -> Value {
    let mut bare = serde_json::to_value(case().account).unwrap();
    for field in bare
        .as_object_mut()
        .unwrap()
        .values_mut()
        .filter(|field| field.is_array())
    {
        *field = Value::Array(Vec::new());
    }
    bare
}

#[test]
fn an_evidence_page_shows_only_what_is_cited_and_nothing_beside_what_is_restricted() {
    let holds = [
        "<mark id=\"c-",
        "25 February 2022 (given by the person",
        "SHA-256",
        "[…]",
    ];
    check(FIELD_NOTES, |_| {}, &holds, &["cellar", "grain of salt"]);
    check(
        "evidence/eeeeeeeeeeee.html",
        |_| {},
        &["<blockquote class=\"passage\" dir=\"auto\" lang=\"uk\">"],
        &[],
    );
}

#[test]
fn excerpts_that_cross_are_marked_whole() {
    // Cited: "… vehicles drove into the city" within a sentence, and one that runs on past it.
    let holds = [
        "light vehicles drove into the city",
        "<mark class=\"continued\">. The governor, Oleh Synehubov</mark>",
    ];
    check(COURIER, |_| {}, &holds, &[]);
}

#[test]
fn the_ledger_keeps_every_bound_and_says_what_was_not_said() {
    let holds = [
        "<span class=\"amount\"><bdi>at least 1</bdi></span> <bdi>killed</bdi>",
        "<bdi>military (side: Russia)</bdi>",
        "<bdi>not said</bdi>",
        "<b>not all parts are stated</b>",
        "<b>revision</b> <bdi>the same council",
    ];
    check("index.html", |_| {}, &holds, &[]);
}

#[test]
fn forecasts_are_told_by_reading() {
    let holds = [
        "<b class=\"status\">came</b>",
        "<b class=\"status\">cannot be told</b>",
        "the quiet lasts",
    ];
    check("index.html", |_| {}, &holds, &["did not come"]);
}

#[test]
fn the_account_for_machines_counts_characters_not_bytes() {
    let case = case();
    let pages = pages(&case, None);
    let json: Value = serde_json::from_str(&pages["account.json"]).unwrap();
    let piece = &json["account"]["sections"][2]["sentences"][0]["evidence"][1]["excerpt"];
    let text: Vec<char> = case.documents[4].text.chars().collect();
    let [start, end] = [0, 1].map(|end| piece["span"][end].as_u64().unwrap() as usize);
    let exact: String = text[start..end].iter().collect();
    assert_eq!(exact, "Щонайменше десятеро людей загинули");
    assert_eq!(piece["exact"], exact);
    let places: Value = serde_json::from_str(&pages["places.geojson"]).unwrap();
    assert_eq!(places["features"][1]["properties"]["status"], "contested");
}

#[test]
fn the_page_stays_light() {
    let index = &pages(&case(), Some(SCRIPT))["index.html"];
    assert!(index.len() < 1_500_000, "{} bytes", index.len());
}

#[test]
fn a_copy_with_a_restricted_sentence_is_shown_with_a_block() {
    let mut case = case();
    let notes = &case.documents[3];
    let all = Excerpt::new(notes.item.clone(), Span::new(0, notes.text.len())).unwrap();
    case.account.copies[0].earlier = notes.item.clone();
    case.account.copies[0].passage_earlier = all;
    let index = &pages(&case, None)["index.html"];
    assert!(
        index.contains("twelve hours. <span class=\"withheld\">withheld"),
        "no block"
    );
}
