//! How long it takes to close ten thousand events and fifty thousand clues, to take in one more
//! clue, to put all in order, and to name a conflict. `scripts/peers/order.py` runs the peers on
//! such networks, with `examples/network.rs`.

use bearings_order::{Basis, Clue, EventId, Interval, Network, Statement, Using};
use divan::Bencher;

fn main() {
    divan::main();
}

/// Numbers without a library, the same everywhere (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound) as i64
    }
}

const MINUTE: i64 = 60_000;

/// Events of up to an hour within thirty days, and true clues about them: half of them differences
/// between events, the others bounds.
fn clues(events: &[EventId], count: u64) -> Vec<Clue> {
    let mut random = Random(7);
    let times: Vec<(i64, i64)> = events
        .iter()
        .map(|_| {
            let begin = random.below(30 * 24 * 60) * MINUTE;
            (begin, begin + random.below(60) * MINUTE)
        })
        .collect();
    let clue = |number: u64| {
        let (one, other) = (
            random.below(events.len() as u64) as usize,
            random.below(events.len() as u64) as usize,
        );
        let (first, second) = if times[one].1 < times[other].0 {
            (one, other)
        } else {
            (other, one)
        };
        let (event, (begin, end)) = (events[one], times[one]);
        let basis = Basis::Stated;
        let statement = match number % 10 {
            0..=3 if times[first].1 < times[second].0 => {
                Statement::before(events[first], events[second])
            }
            4 if times[first].1 < times[second].0 => Statement::Before {
                earlier: events[first],
                later: events[second],
                gap: Interval::around(times[second].0 - times[first].1, 30 * MINUTE),
            },
            5 => Statement::Lasts {
                event,
                long: Interval::new((end - begin) / 2, end - begin + MINUTE),
            },
            6 => Statement::not_after(event, end + random.below(3_000) * MINUTE, Basis::Posted),
            _ => Statement::Begins {
                event,
                when: Interval::around(begin, random.below(600) * MINUTE),
                basis,
            },
        };
        Clue::firm(number.to_string(), statement)
    };
    (0..count).map(clue).collect()
}

fn events(network: &mut Network, count: usize) -> Vec<EventId> {
    let event = |number| {
        network
            .event(format!("event {number}"))
            .expect("labels differ")
    };
    (0..count).map(event).collect()
}

fn closed(count: usize, clues_each: u64) -> Network {
    let mut network = Network::new();
    let events = events(&mut network, count);
    for added in network.add_all(clues(&events, count as u64 * clues_each)) {
        added.expect("a sound clue");
    }
    assert!(network.conflicts().is_empty());
    network
}

#[divan::bench(args = [1_000, 10_000], max_time = 8)]
fn close(bencher: Bencher, count: usize) {
    bencher.bench(|| closed(count, 5));
}

#[divan::bench(args = [1_000, 10_000], max_time = 8)]
fn one_more_clue(bencher: Bencher, count: usize) {
    let mut network = closed(count, 5);
    let events: Vec<EventId> = network.events().map(|(id, _)| id).collect();
    let more = clues(&events, count as u64 * 5 + 2_000);
    let mut more = more.into_iter().skip(count * 5);
    bencher
        .with_inputs(|| more.next().expect("two thousand are enough"))
        .bench_local_values(|clue| network.add(clue).expect("a sound clue"));
}

#[divan::bench(args = [100, 1_000, 10_000], max_time = 8)]
fn order(bencher: Bencher, count: usize) {
    let network = closed(count, 5);
    bencher.bench(|| network.order(Using::Firm));
}

#[divan::bench(args = [100, 1_000, 10_000], max_time = 8)]
fn one_clue_that_conflicts(bencher: Bencher, count: usize) {
    let network = closed(count, 5);
    let events: Vec<EventId> = network.events().map(|(id, _)| id).collect();
    let wrong = network
        .clues()
        .find_map(|(_, clue)| match clue.alternatives[0].statements[0] {
            Statement::Before { earlier, later, .. } => Some(Statement::before(later, earlier)),
            _ => None,
        });
    let wrong = Clue::firm("wrong", wrong.expect("some are before others"));
    assert_eq!(events.len(), count);
    bencher
        .with_inputs(|| network.clone())
        .bench_local_values(|mut network| {
            network.add(wrong.clone()).expect("sound, if untrue");
            assert_eq!(network.conflicts().len(), 1);
            network
        });
}
