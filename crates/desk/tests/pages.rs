//! What the team reads on the desk, and what stays out of the account it serves.

#![allow(clippy::unwrap_used)] // A test may stop where it stands.

mod case;
mod wire;

use std::collections::BTreeSet;
use std::net::SocketAddr;

use bearings_model::{ClaimKind, Decision, RestrictionAction, RestrictionReason, Target};
use case::{OwnCase, SHELTER, moment, signer};
use wire::{get, open};

/// Looks for what has to be, and what must not be, on a page.
#[track_caller]
fn check(address: SocketAddr, path: &str, holds: &[&str], lacks: &[&str]) {
    let answer = get(address, path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    for words in holds {
        assert!(
            answer.body.contains(words),
            "{path} does not hold '{words}': {}",
            answer.body
        );
    }
    for words in lacks {
        assert!(!answer.body.contains(words), "{path} holds '{words}'");
    }
}

/// Every file of the account that another of its files links to.
fn account_files(address: SocketAddr) -> BTreeSet<String> {
    let front = get(address, "/account/").body;
    let links = front
        .split("href=\"")
        .skip(1)
        .chain(front.split("src=\"").skip(1));
    let links = links
        .filter_map(|rest| rest.split(['"', '#']).next())
        .filter(|link| !link.is_empty());
    let mut files: BTreeSet<String> = links.map(|link| format!("/account/{link}")).collect();
    files.insert("/account/".to_owned());
    files
}

#[test]
fn footage_has_its_page_and_only_pictures_the_program_drew_are_given() {
    let case = OwnCase::with_texts();
    let item = case.add("<clip>.png", "A resident", b"\x89PNG\r\n\x1a\n and no more");
    let mut writer = case.open().write(&signer(), "tester").unwrap();
    let media = bearings_case::KeptMedia {
        item: item.clone(),
        facts: None,
        problems: vec!["nothing here can be decoded".to_owned()],
    };
    writer
        .store_media(&media, &[], &[], bearings_pipeline::MEDIA_VERSION)
        .unwrap();
    writer
        .store_pictures(&item, &[("small.jpg", b"drawn".to_vec())])
        .unwrap();
    drop(writer);
    let address = open(case.folder());
    check(
        address,
        "/footage",
        &["&lt;clip&gt;.png", "nothing here can be decoded"],
        &["<clip>"],
    );
    let drawn = get(address, &format!("/footage/{}/small.jpg", item.short()));
    assert_eq!((drawn.status, drawn.body.as_str()), (200, "drawn"));
    for name in ["sheet.jpg", "original", "..%2Foriginal"] {
        let answer = get(address, &format!("/footage/{}/{name}", item.short()));
        assert_eq!(answer.status, 404, "{name}");
    }
}

#[test]
fn the_first_page_tells_what_came_in_and_what_waits() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let item = format!("/items/{}", case.item("courier.txt").short());
    check(
        address,
        "/desk",
        &[
            "Own &lt;case&gt;",
            "The Courier",
            "1 March 2022 (given by the person who added it)",
            &item,
            "tallies",
        ],
        &["<b>outlet</b>", SHELTER],
    );
}

#[test]
fn an_items_page_shows_its_text_its_claims_and_what_was_left_out() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let item = case.item("courier.txt");
    let killed = [
        "at least 4",
        "<b>CT+</b> stated as fact",
        "killed",
        "27 February 2022",
        "Kharkiv, within",
    ];
    check(address, &format!("/items/{item}"), &killed, &[]);
    let left_out = [
        "Five recipes for a cold evening",
        item.as_str(),
        "courier.txt",
    ];
    check(
        address,
        &format!("/items/{}", &item.as_str()[..6]),
        &left_out,
        &[],
    );
}

#[test]
fn hostile_markup_is_shown_and_not_obeyed() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let item = format!("/items/{}", case.item("hostile.txt"));
    let lacks = ["<script>alert", "<img src", "\u{202e}", "<b>outlet"];
    check(
        address,
        &item,
        &["&lt;script&gt;alert(1)", "[U+202E]", "&lt;b&gt;outlet"],
        &lacks,
    );
    for path in ["/desk", "/log", "/account/"] {
        check(address, path, &[], &lacks);
    }
}

#[test]
fn what_stays_out_is_nowhere_in_the_account_and_labelled_on_the_desk() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let files = account_files(address);
    assert!(
        files.iter().any(|path| path.contains("/evidence/")),
        "{files:?}"
    );
    assert!(files.contains("/account/account.json"), "{files:?}");
    for path in &files {
        check(address, path, &[], &[SHELTER, "old library"]);
    }
    let item = format!("/items/{}", case.item("courier.txt"));
    let labelled = [
        "stays out of the account: a shelter (proposed)",
        "old library",
        "bearings rule release",
    ];
    check(address, &item, &labelled, &[]);
}

#[test]
fn the_account_is_served_byte_for_byte() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let workshop =
        bearings_pipeline::Workshop::load(&case.open(), &bearings_locate::BuiltIn::new()).unwrap();
    let script = bearings_publish::MapScript {
        js: "// draws the map",
        css: "#map{}",
    };
    let built = bearings_pipeline::build_account(&workshop, Some(script)).unwrap();
    for page in built.pages {
        let answer = get(address, &format!("/account/{}", page.path));
        assert_eq!(answer.status, 200, "{}", page.path);
        assert_eq!(answer.body.as_bytes(), page.bytes, "{}", page.path);
        assert!(answer.headers["content-security-policy"].contains("script-src 'self'"));
    }
    let moved = get(address, "/account");
    assert_eq!(
        (moved.status, moved.headers["location"].as_str()),
        (308, "/account/")
    );
}

#[test]
fn a_claims_derivation_leads_back_to_its_words() {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    let claims = case.open().claims_of(&case.item("courier.txt")).unwrap();
    let tally = claims
        .iter()
        .find(|claim| matches!(claim.kind, ClaimKind::Tally(_)))
        .unwrap();
    let back = format!("/items/{}#{}", case.item("courier.txt").short(), tally.id);
    check(
        address,
        &format!("/why/{}", tally.id),
        &[&tally.rule, "The Courier", &back],
        &[],
    );
    check(
        address,
        &format!("/items/{}", case.item("courier.txt")),
        &[&format!("id=\"{}\"", tally.id)],
        &[],
    );
}

#[test]
fn a_new_item_and_a_new_ruling_show_with_the_next_page() {
    let case = OwnCase::new();
    let address = open(case.folder());
    check(address, "/desk", &["Nothing yet."], &["The Herald"]);
    let item = case.add("herald.txt", "The Herald", case::HERALD.as_bytes());
    check(address, "/desk", &["The Herald"], &["Nothing yet."]);
    check(address, "/account/", &["The Herald"], &[]);

    let claim = case.open().claims_of(&item).unwrap().remove(0);
    let target = Target::Claim {
        claim: claim.id.clone(),
        excerpt: claim.excerpt.clone(),
    };
    let restrict = Decision::Restrict {
        reason: RestrictionReason::Other,
        action: RestrictionAction::Hide,
    };
    let mut writer = case.open().write(&signer(), "second pair of eyes").unwrap();
    writer
        .rule(
            target,
            restrict,
            "names the <village>",
            moment("2022-03-03T10:00:00Z"),
        )
        .unwrap();
    drop(writer);
    check(
        address,
        &format!("/items/{item}"),
        &["stays out of the account: another danger (ruled)"],
        &[],
    );
    let told = [
        "second pair of eyes",
        "restricted (hide): another danger",
        "names the &lt;village&gt;",
    ];
    check(address, "/log", &told, &[]);
    check(address, "/account/", &[], &[&claim.text]);
}

#[test]
fn bytes_that_give_no_text_are_listed_with_the_reason_on_their_page() {
    let case = OwnCase::with_texts();
    let item = case.add("picture.txt", "Nobody", &[0, 159, 146, 150, 0, 1, 2, 3]);
    let address = open(case.folder());
    check(address, "/desk", &["picture.txt", "none read"], &[]);
    check(
        address,
        &format!("/items/{item}"),
        &["picture.txt", "class=\"notice\"", "Save the original"],
        &[],
    );
}

#[test]
fn the_desk_and_the_account_are_one_family() {
    let desk = include_str!("../assets/desk.css");
    let case = OwnCase::with_texts();
    let account = get(open(case.folder()), "/account/assets/account.css").body;
    for name in [
        "--paper:",
        "--ink:",
        "--quiet:",
        "--accent:",
        "--serif:",
        "--sans:",
    ] {
        let values = |css: &str| -> Vec<String> {
            css.match_indices(name)
                .take(2)
                .map(|(at, _)| css[at..].split(';').next().unwrap().to_owned())
                .collect()
        };
        assert_eq!(values(desk)[0], values(&account)[0], "{name}");
    }
}
