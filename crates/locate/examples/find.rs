//! Answers queries from a store, for measuring beside peers and for looking at pictures:
//! `find STORE [--svg FILE] [--slow] [--rounds N] QUERY...` prints a line of JSON a query.

use std::path::Path;
use std::time::Instant;

use bearings_locate::{find, map};

/// Hits that are told with their reasons; all are found and put in order.
const SHOWN: usize = 100;

#[allow(clippy::print_stdout)]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("a store");
    let began = Instant::now();
    let store = map::Store::open(Path::new(&path)).expect("a store");
    let opened_ms = began.elapsed().as_secs_f64() * 1e3;
    let (mut svg, mut slow, mut rounds) = (None, false, 1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--svg" => svg = arguments.next(),
            "--slow" => slow = true,
            "--rounds" => {
                rounds = arguments
                    .next()
                    .and_then(|n| n.parse().ok())
                    .expect("a number")
            }
            query => answer(&store, query, svg.take(), slow, rounds, opened_ms),
        }
    }
}

#[allow(clippy::print_stdout)]
fn answer(
    store: &map::Store,
    query: &str,
    svg: Option<String>,
    slow: bool,
    rounds: u32,
    opened_ms: f64,
) {
    let query = find::parse(query).expect("a query");
    if slow {
        println!(
            "{}",
            find::scan(store, &query).expect("a whole store").len()
        );
        return;
    }
    let mut times = Vec::new();
    let mut found = None;
    for _ in 0..rounds {
        let began = Instant::now();
        found = Some(find::find(store, &query, SHOWN).expect("a whole store"));
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let found = found.expect("one round or more");
    if let Some(path) = svg {
        let drawn = found.svg(0, store).expect("a whole store").expect("a hit");
        std::fs::write(path, drawn).expect("a file");
    }
    let all = find::find(store, &query, usize::MAX).expect("a whole store");
    let mut ids: Vec<&str> = all.hits.iter().map(|hit| hit.id.as_str()).collect();
    ids.sort_unstable();
    let json = serde_json::json!({
        "query": found.query, "total": found.total, "ms": times, "opened_ms": opened_ms, "ids": ids,
        "steps": found.steps, "first": found.hits.first().map(|hit| &hit.reasons),
    });
    println!("{json}");
}
