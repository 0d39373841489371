//! What the network refuses and in which words, and what it does as clues come and go.

use bearings_order::{
    Basis, Clue, EventId, FARTHEST, Interval, Moment, Network, Refused, Report, Smallness,
    Standing, Statement, Using, written,
};

fn three() -> (Network, [EventId; 3]) {
    let mut network = Network::new();
    let [a, b, c] = ["A", "B", "C"].map(|label| network.event(label).expect("labels differ"));
    (network, [a, b, c])
}

#[track_caller]
fn refused(clue: Clue, words: &str) {
    let (mut network, _) = three();
    let error = network.add(clue).expect_err("it is not sound");
    assert!(error.to_string().contains(words), "{error}");
    assert!(network.clues().next().is_none(), "it was kept all the same");
    assert!(
        error.to_string().contains('7'),
        "the clue is not named: {error}"
    );
}

#[test]
fn a_clue_that_is_not_sound_is_refused_in_one_sentence() {
    let (mut other, [a, ..]) = three();
    let strange = other.event("D").expect("a new label");
    let within = |when| Statement::Within {
        event: a,
        when,
        basis: Basis::Stated,
    };
    refused(
        Clue::firm("7", within(Interval::new(5, 3))),
        "ends before it begins",
    );
    refused(
        Clue::firm("7", within(Interval::until(FARTHEST + 1))),
        "beyond",
    );
    refused(
        Clue::firm("7", within(Interval::new(i64::MIN, i64::MAX))),
        "beyond",
    );
    refused(
        Clue::firm("7", Statement::before(a, strange)),
        "not in the network",
    );
    let moment = other.event_of(strange).begin;
    let apart = Statement::Apart {
        from: Moment::ORIGIN,
        to: moment,
        by: Interval::since(1),
    };
    refused(Clue::firm("7", apart), "not in the network");
    refused(
        Clue::within_one_of("7", a, Basis::Shadow, []),
        "says nothing",
    );
    let open = within(Interval::default());
    refused(Clue::firm("7", open), "says nothing");
    let late = Statement::Before {
        earlier: a,
        later: a,
        gap: Interval::until(0),
    };
    refused(Clue::firm("7", late), "ends before it begins");
}

#[test]
fn the_same_clue_and_the_same_event_are_refused_the_second_time() {
    let (mut network, [a, b, _]) = three();
    network
        .add(Clue::firm("1", Statement::before(a, b)))
        .expect("sound");
    let again = network.add(Clue::firm("1", Statement::before(a, b)));
    assert!(matches!(again, Err(Refused::SameClue { .. })));
    assert!(matches!(network.event("A"), Err(Refused::SameEvent { .. })));
}

#[test]
fn a_network_of_nothing_is_answered() {
    let network = Network::new();
    assert!(network.order(Using::Firm).layers.is_empty());
    assert!(network.conflicts().is_empty());
    let report = Report::of(&network, &|ms| written(ms, 0));
    assert_eq!(report.lines().len(), 1);
}

#[test]
fn the_farthest_bounds_of_the_most_events_do_not_overflow() {
    let mut network = Network::new();
    let events: Vec<EventId> = (0..500)
        .map(|number| network.moment(number.to_string()).expect("labels differ"))
        .collect();
    let far = |pair: &[EventId]| Statement::Before {
        earlier: pair[0],
        later: pair[1],
        gap: Interval::since(FARTHEST),
    };
    let clues = events.windows(2).enumerate();
    let clues = clues.map(|(number, pair)| Clue::firm(number.to_string(), far(pair)));
    let clues: Vec<Clue> = clues.collect();
    assert!(network.add_all(clues).iter().all(Result::is_ok));
    assert!(network.before(events[0], events[499], Using::Firm));
    let first = Statement::not_after(events[0], -FARTHEST, Basis::Posted);
    network.add(Clue::firm("first", first)).expect("sound");
    assert!(network.conflicts().is_empty());
    let circle = Statement::before(events[499], events[0]);
    network
        .add(Clue::firm("circle", circle))
        .expect("sound, if untrue");
    assert_eq!(network.conflicts()[0].clues.len(), 500);
}

#[test]
fn a_conflict_comes_and_goes_with_its_clue() {
    let (mut network, [a, b, c]) = three();
    network
        .add(Clue::firm("1", Statement::before(a, b)))
        .expect("sound");
    network
        .add(Clue::firm("2", Statement::before(b, c)))
        .expect("sound");
    assert!(network.before(a, c, Using::Firm));
    let wrong = network
        .add(Clue::firm("3", Statement::before(c, a)))
        .expect("sound");
    let [conflict] = network.conflicts() else {
        panic!("one conflict: {:?}", network.conflicts());
    };
    assert_eq!(conflict.clues.len(), 3);
    assert_eq!(conflict.smallness, Smallness::Fewest);
    assert!(
        !network.before(a, b, Using::Firm),
        "nothing rests on clues in conflict"
    );
    network.remove(wrong).expect("it is there");
    assert!(network.conflicts().is_empty());
    assert!(network.before(a, c, Using::Firm));
    assert!(matches!(
        network.remove(wrong),
        Err(Refused::NoSuchClue { .. })
    ));
}

#[test]
fn an_event_named_late_is_ordered_with_the_others() {
    let (mut network, [a, b, _]) = three();
    network
        .add(Clue::soft("1", Statement::before(a, b)))
        .expect("sound");
    let d = network.event("D").expect("a new label");
    network
        .add(Clue::firm("2", Statement::after(d, b)))
        .expect("sound");
    assert!(network.before(b, d, Using::Firm));
    assert!(!network.before(a, d, Using::Firm));
    assert!(network.before(a, d, Using::WithSoft));
    let reason = network.why_before(a, d, Using::WithSoft).expect("certain");
    let names: Vec<&str> = reason
        .clues
        .iter()
        .filter_map(|clue| Some(network.clue(*clue)?.name.as_str()))
        .collect();
    assert_eq!(names, ["1", "2"]);
}

#[test]
fn a_clock_of_unknown_zone_is_settled_by_the_post() {
    let (mut network, [a, ..]) = three();
    const HOUR: i64 = 3_600_000;
    let shown = 14 * HOUR;
    let zones = [1, 2, 3].map(|ahead| {
        let at = shown - ahead * HOUR;
        (
            format!("if the clock is {ahead} h ahead"),
            Interval::new(at, at + 59_999),
        )
    });
    let clock = network
        .add(Clue::within_one_of("clock", a, Basis::Captured, zones))
        .expect("sound");
    let standings = |network: &Network| network.standings(clock, Using::Firm);
    assert_eq!(standings(&network), [Standing::Possible; 3]);
    let posted = Statement::not_after(a, 11 * HOUR + 30_000, Basis::Posted);
    network.add(Clue::firm("post", posted)).expect("sound");
    use Standing::{Forced, Impossible};
    assert_eq!(
        standings(&network),
        [Impossible, Impossible, Standing::Forced]
    );
    assert_eq!(standings(&network)[2], Forced);
    let why = network
        .why_impossible(clock, 0, Using::Firm)
        .expect("it is impossible");
    assert_eq!(why.clues.len(), 1);
    assert!(network.why_impossible(clock, 2, Using::Firm).is_none());
}
