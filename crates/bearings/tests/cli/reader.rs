//! A language model as a second reader: a small server here answers well, badly and not at all.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use serde_json::{Value, json};

use super::{Machine, Ran};

const TEXT: &str = "The mayor said on Sunday that at least four people were killed in the market. \
    Smoke was seen over the depot, apparently after an explosion.";

/// Serves `answers` one after another, then is gone; gives its base address.
fn server(answers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/v1", listener.local_addr().unwrap());
    thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            read_request(&mut stream);
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    address
}

/// Reads to the end of the body, so that the client is not cut off while it sends.
fn read_request(stream: &mut impl Read) {
    let mut got = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).unwrap();
        got.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&got).to_ascii_lowercase();
        let Some(head) = text.find("\r\n\r\n") else {
            continue;
        };
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
        if got.len() >= head + 4 + length || read == 0 {
            return;
        }
    }
}

fn http(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
}

fn says(content: &str) -> String {
    let body = json!({"choices": [{"message": {"role": "assistant", "content": content}}]});
    http("200 OK", &body.to_string())
}

fn claims(claims: Value) -> String {
    says(&json!({ "claims": claims }).to_string())
}

fn ask(url: &str) -> (Ran, Value) {
    let machine = Machine::new();
    let path = machine.write("text.txt", TEXT);
    let ran = machine.run(&[
        "read",
        &path,
        "--json",
        "--plain",
        "--lang",
        "en",
        "--published",
        "2022-03-01",
        "--reader",
        url,
        "--reader-model",
        "small",
        "--reader-wait",
        "2",
    ]);
    let value = serde_json::from_str(&ran.out).unwrap();
    (ran, value)
}

fn of_reader(reading: &Value) -> Vec<&Value> {
    let claims = reading["claims"].as_array().unwrap().iter();
    claims.filter(|claim| !claim["reader"].is_null()).collect()
}

/// One claim that must be refused with `why`, while the rules' reading stays.
fn refused(claim: Value, why: &str) {
    let (ran, reading) = ask(&server(vec![claims(json!([claim]))]));
    assert_eq!(ran.code, 1, "{claim}: {}", ran.err);
    assert!(ran.err.contains(why), "{claim}: {}", ran.err);
    assert!(of_reader(&reading).is_empty(), "{claim}");
    assert!(!reading["claims"].as_array().unwrap().is_empty());
}

/// An answer that must not be taken at all.
fn not_taken(answer: String, why: &str) {
    let (ran, reading) = ask(&server(vec![answer]));
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
    assert!(of_reader(&reading).is_empty());
    assert!(!reading["claims"].as_array().unwrap().is_empty());
}

#[test]
fn a_good_answer_is_taken_and_marked() {
    let answer = claims(json!([{
        "excerpt": "Smoke was seen over the depot, apparently after an explosion",
        "kind": "observation", "event": "explosion", "negated": false, "factuality": "CT+",
        "chain": [{"source": "The mayor", "cue": "said"}],
    }]));
    let (ran, reading) = ask(&server(vec![answer]));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let claim = of_reader(&reading)[0];
    assert_eq!(claim["reader"], "small");
    assert_eq!(claim["rule"], "reader.small");
    let [start, end] = [0, 1].map(|i| claim["span"][i].as_u64().unwrap() as usize);
    assert_eq!(&TEXT[start..end], claim["text"].as_str().unwrap());
    // Its own words weaken it, whatever the model says.
    assert_eq!(claim["factuality"], "PR+");
    assert_eq!(claim["hedges"][0]["text"], "apparently");
    // The speaker is the one the rules know.
    assert_eq!(claim["chain"][1]["source"], "mayor");
}

#[test]
fn a_fenced_answer_is_taken() {
    let content = "```json\n{\"claims\": [{\"excerpt\": \"over the depot\", \"kind\": \"statement\", \
        \"factuality\": \"CT+\"}]}\n```";
    let (ran, reading) = ask(&server(vec![says(content)]));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(of_reader(&reading).len(), 1);
}

#[test]
fn numbers_are_read_from_the_words_and_never_taken() {
    let answer = claims(json!([{
        "excerpt": "at least four people were killed in the market. Smoke", "kind": "tally",
        "factuality": "CT+", "amount": "at least four", "counted": "people", "outcome": "wounded",
    }]));
    let (_, reading) = ask(&server(vec![answer]));
    let claim = of_reader(&reading)[0];
    assert_eq!(claim["amount"]["bound"], "at_least");
    assert_eq!(
        (&claim["amount"]["low"], &claim["amount"]["high"]),
        (&json!(4), &Value::Null)
    );
}

#[test]
fn what_the_rules_read_already_is_not_told_twice() {
    let answer = claims(json!([{
        "excerpt": "at least four people were killed", "kind": "tally", "factuality": "CT+",
        "amount": "at least four", "counted": "people", "outcome": "killed",
    }]));
    let (ran, reading) = ask(&server(vec![answer]));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(of_reader(&reading).is_empty());
}

#[test]
fn a_claim_that_does_not_quote_or_parse_is_refused() {
    let good = json!({"excerpt": "over the depot", "kind": "statement", "factuality": "CT+"});
    let with = |field: &str, value: Value| {
        let mut claim = good.clone();
        claim[field] = value;
        claim
    };
    refused(
        with("excerpt", json!("five people died")),
        "does not stand in the text",
    );
    refused(with("excerpt", json!("")), "quotes no excerpt");
    refused(with("excerpt", Value::Null), "quotes no excerpt");
    refused(with("kind", json!("rumour")), "its kind is 'rumour'");
    refused(with("kind", json!("tally")), "a tally without an amount");
    refused(
        with("factuality", json!("sure")),
        "its factuality is 'sure'",
    );
    refused(with("event", json!("battle royale")), "its event is");
    refused(with("event", json!(7)), "its event is no word");
    refused(with("chain", json!("the mayor")), "its chain is no list");
    refused(
        with("chain", json!([{"source": "General Nobody"}])),
        "does not stand there",
    );
    refused(json!("just a string"), "quotes no excerpt");
    let mut count = with("kind", json!("tally"));
    count["amount"] = json!("depot");
    refused(count, "is no amount");
}

#[test]
fn good_claims_of_a_bad_answer_are_taken() {
    let answer = claims(json!([
        {"excerpt": "nowhere", "kind": "statement", "factuality": "CT+"},
        {"excerpt": "over the depot", "kind": "statement", "factuality": "CT+"},
    ]));
    let (ran, reading) = ask(&server(vec![answer]));
    assert_eq!(ran.code, 1);
    assert_eq!(of_reader(&reading).len(), 1);
    assert!(
        reading["problems"]
            .to_string()
            .contains("claim 1 of the reader was refused")
    );
}

#[test]
fn an_answer_of_another_form_is_not_taken() {
    not_taken(says("I am sorry."), "its content is no JSON");
    not_taken(says("8"), "no list 'claims'");
    not_taken(says("[]"), "no list 'claims'");
    not_taken(says("{\"claims\": 3}"), "no list 'claims'");
    not_taken(
        http("200 OK", "{\"choices\": []}"),
        "no choices[0].message.content",
    );
    not_taken(http("200 OK", "<html>"), "it is no JSON");
    not_taken(http("500 Internal Server Error", "{}"), "answered 500");
    not_taken(http("401 Unauthorized", "{}"), "answered 401");
    not_taken(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
            .to_owned(),
        "answered 302",
    );
    not_taken(http("200 OK", &"x".repeat(4_100_000)), "more than 4 MB");
    not_taken(
        "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"cho".to_owned(),
        "did not answer",
    );
}

#[test]
fn a_reader_that_is_not_there_leaves_the_rules_reading() {
    let (ran, reading) = ask("http://127.0.0.1:9/v1");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("did not answer"), "{}", ran.err);
    assert!(!reading["claims"].as_array().unwrap().is_empty());
}

#[test]
fn a_reader_that_never_answers_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (ran, reading) = ask(&format!("http://{}/v1", listener.local_addr().unwrap()));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("took longer than 2 s"), "{}", ran.err);
    assert!(!reading["claims"].as_array().unwrap().is_empty());
}

#[test]
fn what_is_no_address_is_said_to_be_none() {
    for address in [
        "127.0.0.1:8080",
        "ftp://127.0.0.1/",
        "http://name:secret@127.0.0.1/v1",
    ] {
        let (ran, _) = ask(address);
        assert_eq!(ran.code, 1, "{address}");
        assert!(
            ran.err.contains("no address of a reader"),
            "{address}: {}",
            ran.err
        );
        assert!(!ran.err.contains("secret"), "{}", ran.err);
    }
}
