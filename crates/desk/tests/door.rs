//! Who may ask the desk for what, and what a browser may do with the answer.

#![allow(clippy::unwrap_used)] // A test may stop where it stands.

mod case;
mod wire;

use std::net::SocketAddr;
use std::sync::LazyLock;

use case::OwnCase;
use wire::{ask, get, open};

static CASE: LazyLock<(OwnCase, SocketAddr)> = LazyLock::new(|| {
    let case = OwnCase::with_texts();
    let address = open(case.folder());
    (case, address)
});

/// `PORT` stands for the desk's own.
#[track_caller]
fn check(lines: &str, status: u16) {
    let address = CASE.1;
    let answer = ask(address, &lines.replace("PORT", &address.port().to_string()));
    assert_eq!(answer.status, status, "{lines}{}", answer.body);
    assert_eq!(
        answer.headers["x-content-type-options"], "nosniff",
        "{lines}"
    );
    assert_eq!(answer.headers["cache-control"], "no-store", "{lines}");
    assert_eq!(answer.headers["referrer-policy"], "no-referrer", "{lines}");
    assert_eq!(
        answer.headers["cross-origin-resource-policy"], "same-origin",
        "{lines}"
    );
    assert!(
        answer.headers["content-security-policy"].contains("default-src 'none'"),
        "{lines}"
    );
}

#[test]
fn only_this_machines_own_names_are_answered() {
    check("GET /desk HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n", 200);
    check("GET /desk HTTP/1.1\r\nHost: localhost:PORT\r\n", 200);
    check("GET /desk HTTP/1.1\r\nHost: LOCALHOST:PORT\r\n", 200);
    check("GET /desk HTTP/1.1\r\nHost: [::1]:PORT\r\n", 200);
    check(
        "GET /desk HTTP/1.1\r\nHost: elsewhere.example:PORT\r\n",
        421,
    );
    check(
        "GET /desk HTTP/1.1\r\nHost: 127.0.0.1.elsewhere.example:PORT\r\n",
        421,
    );
    check("GET /desk HTTP/1.1\r\nHost: localhost\r\n", 421);
    check("GET /desk HTTP/1.1\r\nHost: localhost:1\r\n", 421);
    check("GET /desk HTTP/1.1\r\n", 421);
    check(
        "GET /desk HTTP/1.1\r\nHost: localhost:PORT\r\nHost: elsewhere.example\r\n",
        421,
    );
    check(
        "GET http://elsewhere.example/desk HTTP/1.1\r\nHost: localhost:PORT\r\n",
        421,
    );
}

#[test]
fn the_first_address_leads_to_the_account() {
    let answer = get(CASE.1, "/");
    assert_eq!(
        (answer.status, answer.headers["location"].as_str()),
        (307, "/account/")
    );
}

#[test]
fn the_desk_only_shows() {
    check("HEAD /desk HTTP/1.1\r\nHost: localhost:PORT\r\n", 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        check(
            &format!("{method} /desk HTTP/1.1\r\nHost: localhost:PORT\r\n"),
            405,
        );
    }
}

#[test]
fn another_sites_page_may_lead_here_but_not_load_from_here() {
    let asked = |site, mode, dest| {
        format!(
            "GET /desk HTTP/1.1\r\nHost: localhost:PORT\r\nSec-Fetch-Site: {site}\r\n\
             Sec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n"
        )
    };
    check(&asked("cross-site", "navigate", "document"), 200);
    check(&asked("same-origin", "no-cors", "style"), 200);
    check(&asked("none", "navigate", "document"), 200);
    check(&asked("cross-site", "no-cors", "image"), 403);
    check(&asked("same-site", "cors", "empty"), 403);
    check(&asked("cross-site", "navigate", "iframe"), 403);
}

#[test]
fn what_is_not_there_is_told_in_one_sentence() {
    for path in [
        "/nothing",
        "/items/zz",
        "/items/",
        "/why/c-000000000000",
        "/account/nothing.html",
    ] {
        check(
            &format!("GET {path} HTTP/1.1\r\nHost: localhost:PORT\r\n"),
            404,
        );
    }
    check(
        "GET /account/..%2f..%2fledger.jsonl HTTP/1.1\r\nHost: localhost:PORT\r\n",
        404,
    );
    let page = get(CASE.1, "/items/zz").body;
    assert!(
        page.contains("No item of this case begins so; the desk&#39;s first page lists them."),
        "{page}"
    );
}

#[test]
fn an_original_is_saved_and_never_shown() {
    let (case, address) = &*CASE;
    let answer = get(
        *address,
        &format!("/items/{}/original", case.item("hostile.txt")),
    );
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, case::HOSTILE);
    assert_eq!(answer.headers["content-type"], "application/octet-stream");
    assert!(answer.headers["content-disposition"].starts_with("attachment; filename=\""));
    assert!(answer.headers["content-security-policy"].contains("sandbox"));
}
