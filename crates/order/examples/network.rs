//! Solves one network of numbers and prints what follows as JSON, for `scripts/peers/order.py`.
//!
//! A line a clue: its alternatives, apart by `|`, each of differences `x y least most`, apart by
//! `;`, where moment 0 is the origin and `-` leaves a side open. The first line is `moments N`. Clues
//! after a line `more` are added one by one.

use std::time::Instant;

use bearings_order::{
    Alternative, Clue, EventId, Interval, Moment, Network, Statement, Strength, Using,
};

#[allow(clippy::print_stdout)]
fn main() {
    let path = std::env::args().nth(1).expect("a file of a network");
    let text = std::fs::read_to_string(&path).expect("a readable file");
    let (first, more) = text.split_once("more\n").unwrap_or((&text, ""));
    let mut lines = first.lines();
    let count = lines.next().and_then(|line| line.strip_prefix("moments "));
    let count: usize = count.and_then(|n| n.parse().ok()).expect("moments N");
    let mut network = Network::new();
    let mut moments = vec![Moment::ORIGIN];
    for number in 1..count {
        let id: EventId = network.moment(number.to_string()).expect("few");
        moments.push(network.event_of(id).begin);
    }
    let clue = |(number, line): (usize, &str)| clue(&moments, number, line);
    let clues: Vec<Clue> = lines.enumerate().map(clue).collect();
    let count = clues.len();
    let start = Instant::now();
    for added in network.add_all(clues) {
        added.expect("a sound clue");
    }
    let closed_s = start.elapsed().as_secs_f64();
    let more = more.lines().enumerate();
    let more: Vec<Clue> = more.map(|(n, line)| clue((n + count, line))).collect();
    let mut more_s = Vec::new();
    for clue in more {
        let start = Instant::now();
        network.add(clue).expect("a sound clue");
        more_s.push(start.elapsed().as_secs_f64());
    }
    let start = Instant::now();
    let order = network.order(Using::Firm);
    let order_s = start.elapsed().as_secs_f64();
    let bounds: Vec<Interval> = moments
        .iter()
        .map(|moment| network.bounds(*moment, Using::Firm).spans.hull())
        .collect();
    let exact = moments
        .iter()
        .filter(|moment| network.bounds(**moment, Using::Firm).exact);
    let exact = exact.count() as f64 / moments.len() as f64;
    let conflicts: Vec<_> = network.conflicts().iter().collect();
    let told = serde_json::json!({
        "closed_s": closed_s, "more_s": more_s, "order_s": order_s, "complete": order.complete,
        "layers": order.layers.len(), "bounds": bounds, "exact": exact, "conflicts": conflicts,
    });
    println!("{told}");
}

fn clue(moments: &[Moment], number: usize, line: &str) -> Clue {
    let alternatives = line.split('|').map(|alternative| Alternative {
        supposing: String::new(),
        statements: alternative
            .split(';')
            .map(|words| apart(moments, words))
            .collect(),
    });
    Clue {
        name: number.to_string(),
        excerpt: String::new(),
        strength: Strength::Firm,
        alternatives: alternatives.collect(),
    }
}

fn apart(moments: &[Moment], words: &str) -> Statement {
    let words: Vec<&str> = words.split_whitespace().collect();
    let [from, to, least, most] = words.as_slice() else {
        panic!("a difference is 'x y least most': {words:?}");
    };
    let moment = |word: &str| moments[word.parse::<usize>().expect("a number")];
    Statement::Apart {
        from: moment(from),
        to: moment(to),
        by: Interval {
            earliest: least.parse().ok(),
            latest: most.parse().ok(),
        },
    }
}
