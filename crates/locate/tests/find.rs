//! The golden cases of `corpus/locate/find`, and the fast answers against the slow ones.

mod extract;

use bearings_locate::find::{
    Anchor, Area, Clause, Compare, Count, Direction, Filter, Found, KINDS, KindOf, Property, Query,
    Relation, Subject, find, parse, propose, scan,
};
use bearings_locate::map::{Spot, Store};
use extract::{ORIGIN, store_of};
use proptest::collection::vec;
use proptest::prelude::*;

const PAGES: [(&str, &str); 2] = [
    (
        "small-airfield",
        include_str!("../../../corpus/locate/find/small-airfield.md"),
    ),
    (
        "street",
        include_str!("../../../corpus/locate/find/street.md"),
    ),
];

#[test]
fn every_query_of_the_corpus_finds_what_it_says() {
    let mut faults = Vec::new();
    for (name, page) in PAGES {
        let map = page
            .split("```")
            .nth(1)
            .and_then(|map| map.strip_prefix("map"))
            .expect("a map");
        let (_imports, store) = store_of(map);
        let cases: Vec<&str> = page.split("\n## ").skip(1).collect();
        assert!(cases.len() > 8, "{name}: the corpus was not read");
        faults.extend(cases.into_iter().filter_map(|case| check(case, &store)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What is wrong with one case.
fn check(case: &str, store: &Store) -> Option<String> {
    let line = |key: &str| {
        case.lines()
            .find_map(|line| line.strip_prefix(key))
            .map(str::trim)
    };
    let query = parse(line("query:").expect("a query"));
    let title = case.lines().next().unwrap_or_default();
    let query = match query {
        Ok(query) => query,
        Err(error) => return Some(format!("{title}: {error}")),
    };
    if parse(&query.to_string()).as_ref() != Ok(&query) {
        return Some(format!("{title}: \"{query}\" does not read back"));
    }
    let found = match (find(store, &query, 100), line("fails:")) {
        (Err(error), Some(said)) if error.to_string() == said => return None,
        (Err(error), _) => return Some(format!("{title}: {error}")),
        (Ok(found), _) => found,
    };
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    let told = if ids.is_empty() {
        "nothing".to_owned()
    } else {
        ids.join(", ")
    };
    let left = found
        .steps
        .iter()
        .map(|step| format!("{} {}", step.clause, step.left))
        .collect::<Vec<_>>()
        .join("; ");
    let right = Some(told.as_str()) == line("finds:")
        && line("why:").is_none_or(|why| reasons(&found).starts_with(why))
        && line("left:").is_none_or(|said| left == said)
        && scan(store, &query).is_ok_and(|slow| slow.len() == found.total);
    (!right).then(|| format!("{title}: found {told}; {}; left {left}", reasons(&found)))
}

fn reasons(found: &Found) -> String {
    let Some(hit) = found.hits.first() else {
        return String::new();
    };
    hit.reasons
        .iter()
        .map(|reason| reason.words.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

const CLUES: &str = include_str!("../../../corpus/locate/find/clues.md");

#[test]
fn every_text_of_the_corpus_is_proposed_as_the_query_it_says() {
    let mut faults = Vec::new();
    let cases: Vec<&str> = CLUES.split("\n## ").skip(1).collect();
    assert!(cases.len() > 8, "the corpus was not read");
    for case in cases {
        let line = |key: &str| {
            case.lines()
                .find_map(|line| line.strip_prefix(key))
                .map(str::trim)
        };
        let text = line("> ").expect("a text");
        let proposal = propose(text);
        let query = proposal.as_ref().map(|it| it.query.to_string());
        let words = proposal.iter().flat_map(|it| &it.clues).map(|clue| {
            assert_eq!(text[clue.at.clone()], clue.words);
            clue.words.as_str()
        });
        let words = words.collect::<Vec<_>>().join(" | ");
        let unused = proposal
            .iter()
            .flat_map(|it| &it.unused)
            .map(|clue| clue.words.as_str())
            .collect::<Vec<_>>()
            .join(" | ");
        let right = query.as_deref().unwrap_or("nothing") == line("query:").expect("a query")
            && line("words:").is_none_or(|said| said == words)
            && unused == line("unused:").unwrap_or_default();
        if !right {
            faults.push(format!(
                "{text}\n  {query:?}\n  words: {words}\n  unused: {unused}"
            ));
        }
        let read_back = proposal
            .as_ref()
            .is_none_or(|it| parse(&it.query.to_string()).as_ref() == Ok(&it.query));
        assert!(read_back, "{text}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn what_cannot_be_read_is_named_with_what_was_expected() {
    for (query, said) in [
        ("", "at the end: expected a kind of thing"),
        (
            "schol near bridge",
            "at \"schol\": expected a kind of thing (\"school\", \"water tower\", \"bridge\" …) or a tag as [man_made=silo]; did you mean school",
        ),
        ("school near", "at the end: expected a kind of thing"),
        (
            "school within of bridge",
            "at \"of\": expected a distance as \"300 m\"",
        ),
        (
            "school within 300 of bridge",
            "at \"of\": expected \"m\" or \"km\"",
        ),
        (
            "school within 300 m bridge",
            "at \"bridge\": expected \"of\"",
        ),
        (
            "school within 900 km of bridge",
            "at \"900\": expected a distance as",
        ),
        (
            "school bridge",
            "at \"bridge\": expected \"and\" and a further clause",
        ),
        ("school and", "at the end: expected a clause"),
        ("exactly many schools", "at \"many\": expected how many"),
        (
            "school near the centre",
            "at the end: expected \"of\" and the place whose centre is meant",
        ),
        (
            "school within 1 km of 95, 10",
            "at \"10\": expected a latitude from -90 to 90",
        ),
        (
            "school in polygon (1 2, 3 4)",
            "expected three corners or more",
        ),
        ("school named \"x", "expected the quotation mark"),
        ("school § bridge", "at \"§\": expected words"),
        (
            "school then church",
            "at the end: expected \"then\" and the next thing, or \"along\"",
        ),
        ("building with levels 9", "at \"9\": expected =, <, >"),
        (
            "school near (bridge near (dam near (silo near (park near mine))))",
            "expected no more than four queries",
        ),
    ] {
        let error = parse(query).expect_err(query).to_string();
        assert!(error.contains(said), "{query}: {error}");
    }
}

#[test]
fn the_desk_can_build_a_query_as_json() {
    let query = parse("building with levels = 9 within 150 m of supermarket").expect("a query");
    let json = serde_json::to_string(&query).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Query>(&json).expect("a query"),
        query
    );
}

fn any_subject() -> impl Strategy<Value = Subject> {
    let text = "[a-zA-Zа-я:=\\]\"\\\\ ]{1,8}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("empty", |text| !text.is_empty());
    let value = prop_oneof![
        (0..400u32).prop_map(f64::from),
        (0..4_000u32).prop_map(|n| f64::from(n) / 8.0)
    ];
    let tag = (text.clone(), proptest::option::of(text.clone()));
    let kind = prop_oneof![
        4 => (0..KINDS.len()).prop_map(|at| KindOf::Word(KINDS[at].name.to_owned())),
        1 => tag.clone().prop_map(|(key, value)| KindOf::Tag { key, value }),
    ];
    let property = prop_oneof![
        Just(Property::Levels),
        Just(Property::Height),
        Just(Property::Length),
        Just(Property::Area)
    ];
    let compare = prop_oneof![
        Just(Compare::Equal),
        Just(Compare::Less),
        Just(Compare::More),
        Just(Compare::AtMost),
        Just(Compare::AtLeast)
    ];
    let filter = prop_oneof![
        tag.prop_map(|(key, value)| Filter::Tag { key, value }),
        (property, compare, value).prop_map(|(of, is, value)| Filter::Number { of, is, value }),
    ];
    (
        vec(kind, 1..3),
        proptest::option::of(text),
        any::<bool>(),
        vec(filter, 0..2),
    )
        .prop_map(|(kinds, named, straight, mut filters)| {
            if straight {
                filters.insert(0, Filter::Straight);
            }
            Subject {
                kinds,
                named,
                filters,
            }
        })
}

fn any_count() -> impl Strategy<Value = Count> {
    (0..3u8, 0..20u32).prop_map(|(kind, n)| {
        [Count::Exactly(n), Count::AtLeast(n), Count::AtMost(n)][kind as usize]
    })
}

fn any_query() -> impl Strategy<Value = Query> {
    let plain = any_subject().prop_map(|want| Query {
        want,
        count: None,
        clauses: Vec::new(),
    });
    plain.prop_recursive(2, 8, 2, |inner| {
        let metres = prop_oneof![
            (0..20_000u32).prop_map(f64::from),
            (0..4_000u32).prop_map(|n| f64::from(n) / 16.0)
        ];
        let spot = (
            -900_000_000..=900_000_000i32,
            -1_800_000_000..=1_800_000_000i32,
        )
            .prop_map(|(lat, lon)| Spot { lat, lon });
        let name = "[a-zA-Zа-я\"\\\\ ]{1,9}";
        let anchor = prop_oneof![
            inner
                .clone()
                .prop_map(|query| Anchor::Things(Box::new(query))),
            spot.clone().prop_map(Anchor::Spot),
            name.prop_map(Anchor::Place),
            name.prop_map(Anchor::Middle),
        ];
        let area = prop_oneof![
            name.prop_map(Area::Place),
            (spot.clone(), metres.clone())
                .prop_map(|(middle, metres)| Area::Circle { middle, metres }),
            vec(spot, 3..5).prop_map(Area::Polygon),
        ];
        let degrees = (0..=360u32).prop_map(f64::from);
        let relation = prop_oneof![
            (metres.clone(), anchor.clone())
                .prop_map(|(metres, of)| Relation::Within { metres, of }),
            (any_count(), inner, metres.clone()).prop_map(|(count, things, metres)| {
                Relation::Count {
                    count,
                    things: Box::new(things),
                    metres,
                }
            }),
            area.prop_map(Relation::In),
            (0..8usize, anchor.clone(), metres.clone()).prop_map(|(at, of, metres)| {
                Relation::Direction {
                    direction: Direction::ALL[at],
                    of,
                    metres,
                }
            }),
            (degrees.clone(), degrees, anchor, metres.clone()).prop_map(
                |(from_deg, to_deg, of, metres)| Relation::Bearing {
                    from_deg,
                    to_deg,
                    of,
                    metres
                }
            ),
            (vec(any_subject(), 1..3), any_subject(), metres)
                .prop_map(|(then, road, metres)| Relation::Along { then, road, metres }),
        ];
        let clause = (any::<bool>(), relation).prop_map(|(not, is)| Clause { not, is });
        (
            any_subject(),
            proptest::option::of(any_count()),
            vec(clause, 0..3),
        )
            .prop_map(|(want, count, clauses)| Query {
                want,
                count,
                clauses,
            })
    })
}

/// Streets of 400 m, 200 m apart, and things in between.
fn any_town() -> impl Strategy<Value = String> {
    const THINGS: [&str; 8] = [
        "amenity=school",
        "shop=supermarket",
        "amenity=place_of_worship | religion=christian",
        "building=apartments | building:levels=9",
        "man_made=works",
        "aeroway=runway",
        "bridge=yes | name=Old Bridge",
        "building=yes | building:levels=5 | height=15 m",
    ];
    vec((0..8usize, 0..1_000i32, 0..1_000i32, 0..3usize, 20..200i32), 5..40).prop_map(|things| {
        let mut map = String::new();
        let mut ways = String::new();
        for street in 0..5i32 {
            for corner in 0..4i32 {
                map.push_str(&format!("n{} @ {},{}\n", 9_000 + street * 10 + corner, street * 200, corner * 300));
            }
            for part in 0..3i32 {
                let from = 9_000 + street * 10 + part;
                ways.push_str(&format!("w{} = n{from} n{} | highway=residential | name=Street {}\n", 900 + street * 3 + part, from + 1, street % 3));
            }
        }
        for (at, (kind, north, east, form, size)) in things.into_iter().enumerate() {
            let (n, tags) = (at * 10 + 10, THINGS[kind]);
            match form {
                0 => map.push_str(&format!("n{n} @ {north},{east} | {tags}\n")),
                _ => {
                    let corners = [(0, 0), (0, size), (size / 2, size), (size / 2, 0)];
                    for (corner, (up, right)) in corners.into_iter().enumerate() {
                        map.push_str(&format!("n{} @ {},{}\n", n + corner, north + up, east + right));
                    }
                    let close = if form == 1 { format!(" n{n}") } else { String::new() };
                    ways.push_str(&format!("w{n} = n{n} n{} n{} n{}{close} | {tags}\n", n + 1, n + 2, n + 3));
                }
            }
        }
        map + &ways + "n8001 @ 100,100\nn8002 @ 100,700\nn8003 @ 700,700\nw800 = n8001 n8002 n8003 n8001 | place=suburb | name=Corner\n"
    })
}

const QUESTIONS: [&str; 16] = [
    "school near supermarket",
    "building with levels = 9 within 150 m of supermarket and not within 300 m of school",
    "church within 200 m of bridge and near school within 400 m",
    "supermarket with exactly 1 school within 300 m",
    "school with at least 2 buildings within 250 m and not near works",
    "church north of bridge within 500 m",
    "school bearing 30 to 200 from works within 900 m",
    "school then church along any road within 60 m",
    "bridge then school then supermarket along Street 1 within 80 m",
    "building in Corner and not near runway within 100 m",
    "runway with length > 250 m not in circle 50.003, 36.003, 300 m",
    "school near (building with levels >= 5 within 100 m of bridge) within 300 m",
    "exactly 2 (church within 400 m of works)",
    "straight road over 200 m near works within 120 m",
    "building with height > 10 m with area > 500 m2 within 200 m of Old Bridge",
    "school or church not southeast of the centre of Corner within 700 m",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn a_query_that_is_printed_reads_back_the_same(query in any_query()) {
        let text = query.to_string();
        if text.len() < 4_000 {
            prop_assert_eq!(parse(&text), Ok(query), "{}", text);
        }
    }

    #[test]
    fn fast_answers_are_those_of_looking_at_everything(map in any_town(), question in 0..QUESTIONS.len()) {
        let (_imports, store) = store_of(&map);
        for question in [QUESTIONS[question], QUESTIONS[(question + 5) % QUESTIONS.len()]] {
            let query = parse(question)?;
            let found = find(&store, &query, usize::MAX).map_err(|error| error.to_string());
            if let Ok(found) = &found {
                prop_assert!(found.hits.iter().all(|hit| hit.reasons.len() == query.clauses.len()));
            }
            let fast = found.map(|found| {
                let mut numbers: Vec<u32> = found.hits.iter().map(|hit| hit.number).collect();
                numbers.sort_unstable();
                numbers
            });
            prop_assert_eq!(fast, scan(&store, &query).map_err(|error| error.to_string()), "{}", question);
        }
    }

    #[test]
    fn any_words_are_read_or_refused(text in "[a-z0-9\"\\[\\](),=<> .а-я-]{0,60}") {
        if let Err(error) = parse(&text) {
            prop_assert!(text.get(error.at.clone()).is_some());
        }
    }
}

#[test]
fn the_origin_of_invented_maps_is_where_the_questions_ask() {
    assert_eq!(ORIGIN, (50.0, 36.0));
}
