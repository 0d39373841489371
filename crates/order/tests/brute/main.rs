//! Random small networks beside a solver that tries every subset and every choice.

mod network;
mod slow;

use bearings_order::{ClueId, Conflict, EventId, Network, Smallness, Standing, Using};
use network::{Made, Random, made};
use slow::{Slow, subsets};

#[test]
fn a_thousand_random_networks_agree_with_brute_force() {
    for seed in 0..1_000 {
        agrees(seed);
    }
}

/// `cargo test -p bearings-order --release --test brute -- --ignored`
#[test]
#[ignore = "the test above takes a tenth of them"]
fn ten_thousand_random_networks_agree_with_brute_force() {
    let mut told = [0_usize; 4];
    for seed in 0..10_000 {
        let network = agrees(seed);
        told[0] += usize::from(!network.conflicts().is_empty());
        told[1] += usize::from(!network.left_out().is_empty());
        let choice = network.clues().any(|(_, clue)| clue.alternatives.len() > 1);
        told[2] += usize::from(choice);
        told[3] += network.conflicts().len();
    }
    let [conflicts, left_out, choices, all] = told;
    assert!(conflicts > 1_000 && left_out > 500 && choices > 5_000 && all > conflicts);
}

fn agrees(seed: u64) -> Network {
    let made = made(&mut Random(seed));
    let network = made.network();
    let slow = Slow::new(&made);
    let firm = conflicts_are_minimal(&network, &slow, seed);
    let kept = fewest_soft_clues_are_left_out(&network, &slow, firm, seed);
    for (using, clues) in [(Using::Firm, firm), (Using::WithSoft, kept)] {
        bounds_agree(&network, &slow, using, clues, seed);
        order_agrees(&network, &slow, using, clues, seed);
        reasons_are_minimal(&network, &slow, using, clues, seed);
    }
    same_one_by_one(&made, &network, seed);
    network
}

fn mask(clues: &[ClueId]) -> u32 {
    clues.iter().map(|clue| 1 << clue.index()).sum()
}

/// Each conflict conflicts, holds without any one of its clues, and is the smallest of what the
/// conflicts before it leave of its group. Gives the firm clues in no conflict.
fn conflicts_are_minimal(network: &Network, slow: &Slow, seed: u64) -> u32 {
    let mut rest = slow.firm;
    for Conflict {
        clues, smallness, ..
    } in network.conflicts()
    {
        let here = mask(clues);
        assert_eq!(*smallness, Smallness::Fewest, "{seed}");
        assert_eq!(here & rest, here, "{seed}: conflicts share a clue");
        assert!(!slow.holds(here), "{seed}: {clues:?} hold together");
        for clue in clues {
            assert!(
                slow.holds(here & !(1 << clue.index())),
                "{seed}: {clue:?} is spare"
            );
        }
        let group = slow.firm_group(clues[0].index());
        for subset in subsets(rest & group) {
            assert!(
                subset.count_ones() >= here.count_ones() || slow.holds(subset),
                "{seed}: {subset:b} is smaller than {here:b}"
            );
        }
        rest &= !here;
    }
    assert!(slow.holds(rest), "{seed}: the rest does not hold");
    rest
}

fn fewest_soft_clues_are_left_out(network: &Network, slow: &Slow, firm: u32, seed: u64) -> u32 {
    let soft = slow.all & !slow.firm;
    let out: Vec<ClueId> = network.left_out().iter().map(|left| left.clue).collect();
    let kept = firm | soft & !mask(&out);
    assert!(slow.holds(kept), "{seed}: what is kept does not hold");
    let most = subsets(soft).filter(|subset| slow.holds(firm | subset));
    let most = most.map(u32::count_ones).max();
    assert_eq!(most, Some((kept & soft).count_ones()), "{seed}");
    for left in network.left_out() {
        let clash = mask(&left.conflict.clues);
        assert!(clash >> left.clue.index() & 1 == 1, "{seed}");
        assert!(!slow.holds(clash), "{seed}");
        assert_eq!(clash & !(1 << left.clue.index()) & !kept, 0, "{seed}");
    }
    kept
}

fn bounds_agree(network: &Network, slow: &Slow, using: Using, clues: u32, seed: u64) {
    let left = slow.left(clues);
    for (_, event) in network.events() {
        for moment in [event.begin, event.end] {
            let bounds = network.bounds(moment, using);
            assert!(bounds.exact, "{seed}");
            let place = slow.place(moment);
            assert_eq!(
                bounds.spans, left.spans[place],
                "{seed} {using:?} {moment:?}"
            );
        }
    }
    for (id, clue) in network.clues() {
        let standings = network.standings(id, using);
        if clues >> id.index() & 1 == 0 {
            assert!(standings.is_empty(), "{seed}");
            continue;
        }
        let possible = &left.possible[id.index()];
        assert_eq!(standings.len(), clue.alternatives.len());
        let count = possible.iter().filter(|can| **can).count();
        for (standing, can) in standings.iter().zip(possible) {
            let expected = match (can, count) {
                (false, _) => Standing::Impossible,
                (true, 1) => Standing::Forced,
                (true, _) => Standing::Possible,
            };
            assert_eq!(*standing, expected, "{seed} {id:?}");
        }
    }
}

fn order_agrees(network: &Network, slow: &Slow, using: Using, clues: u32, seed: u64) {
    let left = slow.left(clues);
    let events: Vec<EventId> = network.events().map(|(id, _)| id).collect();
    let order = network.order(using);
    assert!(order.complete, "{seed}");
    let mut reached = vec![vec![false; events.len()]; events.len()];
    for (earlier, later) in &order.steps {
        reached[earlier.index()][later.index()] = true;
    }
    for between in 0..events.len() {
        for a in 0..events.len() {
            for b in 0..events.len() {
                reached[a][b] |= reached[a][between] && reached[between][b];
            }
        }
    }
    for &a in &events {
        for &b in &events {
            let expected = left.before[a.index()][b.index()];
            assert_eq!(
                network.before(a, b, using),
                expected,
                "{seed} {using:?} {a:?} {b:?}"
            );
            assert_eq!(
                reached[a.index()][b.index()],
                expected,
                "{seed} {using:?} {a:?} {b:?}"
            );
        }
    }
    layers_and_blocks_are_right(&order, &left.before, seed);
}

fn layers_and_blocks_are_right(order: &bearings_order::Order, before: &[Vec<bool>], seed: u64) {
    let is = |a: &EventId, b: &EventId| before[a.index()][b.index()];
    let layers = &order.layers;
    assert_eq!(layers.iter().flatten().count(), before.len(), "{seed}");
    for (number, layer) in layers.iter().enumerate() {
        for event in layer {
            let later = layers[number..].iter().flatten();
            assert!(later.clone().all(|other| !is(other, event)), "{seed}");
            let follows = number == 0 || layers[number - 1].iter().any(|other| is(other, event));
            assert!(follows, "{seed}");
        }
    }
    let blocks = &order.blocks;
    assert_eq!(blocks.iter().flatten().count(), before.len(), "{seed}");
    let total: Vec<&EventId> = blocks.iter().flatten().collect();
    let mut cuts = 0;
    for (number, block) in blocks.iter().enumerate() {
        let later: Vec<&EventId> = blocks[number + 1..].iter().flatten().collect();
        assert!(
            block.iter().all(|a| later.iter().all(|b| is(a, b))),
            "{seed}"
        );
        cuts += usize::from(!later.is_empty());
    }
    let all_cuts = subsets((1 << total.len()) - 1).filter(|subset| {
        let inside = |event: &EventId| subset >> event.index() & 1 == 1;
        let (first, second): (Vec<&EventId>, Vec<&EventId>) =
            total.iter().partition(|event| inside(event));
        !first.is_empty()
            && !second.is_empty()
            && first.iter().all(|a| second.iter().all(|b| is(a, b)))
    });
    assert_eq!(all_cuts.count(), cuts, "{seed}");
}

fn reasons_are_minimal(network: &Network, slow: &Slow, using: Using, clues: u32, seed: u64) {
    let events: Vec<EventId> = network.events().map(|(id, _)| id).collect();
    for &a in &events {
        for &b in &events {
            let Some(reason) = network.why_before(a, b, using) else {
                assert!(!network.before(a, b, using), "{seed}");
                continue;
            };
            let here = mask(&reason.clues);
            let shows = |subset: u32| slow.left(subset).before[a.index()][b.index()];
            assert_eq!(here & !clues, 0, "{seed}");
            assert!(shows(here), "{seed} {a:?} {b:?} {reason:?}");
            assert_eq!(reason.smallness, Smallness::Fewest);
            let smaller = subsets(clues).filter(|s| s.count_ones() < here.count_ones());
            // The slow way is slow: look at the smaller subsets of some networks only.
            if seed.is_multiple_of(10) {
                assert!(smaller.into_iter().all(|subset| !shows(subset)), "{seed}");
            }
        }
        let begin = network.event_of(a).begin;
        if let Some(reason) = network.why_latest(begin, using) {
            let here = slow.left(mask(&reason.clues));
            let latest = network.bounds(begin, using).spans.hull().latest;
            assert_eq!(
                here.spans[slow.place(begin)].hull().latest,
                latest,
                "{seed}"
            );
        }
        if let Some(reason) = network.why_earliest(begin, using) {
            let here = slow.left(mask(&reason.clues));
            let earliest = network.bounds(begin, using).spans.hull().earliest;
            assert_eq!(
                here.spans[slow.place(begin)].hull().earliest,
                earliest,
                "{seed}"
            );
        }
    }
}

/// Clues given one by one, some taken back and given again, leave what all at once leave.
fn same_one_by_one(made: &Made, network: &Network, seed: u64) {
    let mut one_by_one = made.events();
    let mut spare = made.clues[0].clone();
    spare.name = "spare".to_owned();
    for clue in &made.clues {
        one_by_one.add(clue.clone()).expect("a sound clue");
    }
    let spare = one_by_one.add(spare).expect("a sound clue");
    one_by_one.remove(spare).expect("it is there");
    let sizes = |network: &Network| -> Vec<usize> {
        let conflicts = network.conflicts().iter();
        conflicts.map(|conflict| conflict.clues.len()).collect()
    };
    assert_eq!(sizes(&one_by_one), sizes(network), "{seed}");
    assert_eq!(one_by_one.conflicts(), network.conflicts(), "{seed}");
    for using in [Using::Firm, Using::WithSoft] {
        for (_, event) in network.events() {
            for moment in [event.begin, event.end] {
                let bounds = one_by_one.bounds(moment, using);
                assert_eq!(bounds, network.bounds(moment, using), "{seed} {using:?}");
            }
        }
        assert_eq!(one_by_one.order(using), network.order(using), "{seed}");
    }
}
