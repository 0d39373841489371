//! The search against trying every cell.

use proptest::prelude::*;

use super::*;
use crate::fix::plane::Plane;
use crate::view::{Feature, Shape, Step, Thing};

const SOUTH_WEST: (f64, f64) = (49.98, 36.20);

/// A square so many metres wide.
fn area(wide: f64) -> [f64; 4] {
    let (north, _, _) = Plane::at(SOUTH_WEST.0, SOUTH_WEST.1).globe([0.0, wide, 0.0]);
    let (_, east, _) = Plane::at(SOUTH_WEST.0, SOUTH_WEST.1).globe([wide, 0.0, 0.0]);
    [SOUTH_WEST.0, SOUTH_WEST.1, north, east]
}

fn thing(name: &str, points: &[[f64; 2]], step: Step, farthest_m: f64) -> Thing {
    let plane = Plane::at(SOUTH_WEST.0, SOUTH_WEST.1);
    let candidates = points
        .iter()
        .enumerate()
        .map(|(number, [east, north])| {
            let (lat, lon, _) = plane.globe([*east, *north, 0.0]);
            Feature {
                id: format!("node/{number}"),
                name: Some(format!("{name} {number}")),
                kind: name.into(),
                shape: Shape::Point([lat, lon]),
                height_m: None,
            }
        })
        .collect();
    Thing {
        farthest_m,
        step,
        ..Thing::any_of(name, candidates)
    }
}

fn points() -> impl Strategy<Value = Vec<[f64; 2]>> {
    prop::collection::vec([-200.0..2200.0_f64, -200.0..2200.0_f64], 1..6)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::RIGHT),
        Just(Step::JUST_RIGHT),
        (0.0..60.0_f64, 0.0..90.0_f64).prop_map(|(least, more)| Step {
            least_deg: least,
            most_deg: least + more
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn halving_finds_what_trying_every_cell_finds(
        things in prop::collection::vec((points(), step(), 300.0..3000.0_f64), 2..5),
        field_deg in 20.0..360.0_f64,
        bearing in prop::option::of([0.0..360.0_f64, 0.0..360.0_f64]),
    ) {
        let mut things: Vec<Thing> = things
            .iter()
            .enumerate()
            .map(|(number, (points, step, farthest))| thing(&format!("thing {number}"), points, *step, *farthest))
            .collect();
        things[0].bearing_deg = bearing;
        let question = OrderQuestion { field_deg, step_m: 40.0, ..OrderQuestion::within(area(2000.0), things) };
        let (fast, slow) = (search(&question).unwrap(), search_slowly(&question).unwrap());
        prop_assert_eq!(fast.searched.fitting, slow.searched.fitting);
        prop_assert_eq!(fast.areas, slow.areas);
    }
}

#[test]
fn an_order_is_seen_from_its_side_of_the_line() {
    // Two masts, east and west: from the south the western one is left.
    let west = thing("mast", &[[900.0, 1000.0]], Step::RIGHT, 3000.0);
    let east = thing("chimney", &[[1100.0, 1000.0]], Step::RIGHT, 3000.0);
    let question = OrderQuestion {
        field_deg: 170.0,
        ..OrderQuestion::within(area(2000.0), vec![west, east])
    };
    let found = search(&question).unwrap();
    assert_eq!(found.areas.len(), 1);
    let (north, _, _) = Plane::at(SOUTH_WEST.0, SOUTH_WEST.1).globe([0.0, 1000.0, 0.0]);
    for [lat, _] in &found.areas[0].rings[0] {
        assert!(*lat < north + 0.0002, "{lat}");
    }
    assert_eq!(found.areas[0].seen, ["mast 0", "chimney 0"]);
    assert!(
        found.searched.tried * 4 < found.searched.cells,
        "{:?}",
        found.searched
    );
}

#[test]
fn what_cannot_be_searched_is_told() {
    let one = thing("mast", &[[900.0, 1000.0]], Step::RIGHT, 3000.0);
    let few = OrderQuestion::within(area(2000.0), vec![one.clone()]);
    assert_eq!(
        search(&few).unwrap_err().to_string(),
        "an order needs at least two things; 1 is named"
    );
    let none = OrderQuestion::within(
        area(2000.0),
        vec![one.clone(), thing("chimney", &[], Step::RIGHT, 3000.0)],
    );
    assert!(
        search(&none)
            .unwrap_err()
            .to_string()
            .contains("no candidate is given for 'chimney'")
    );
    let wide = OrderQuestion {
        step_m: 1.0,
        ..OrderQuestion::within(area(20_000.0), vec![one.clone(), one.clone()])
    };
    assert!(matches!(search(&wide), Err(OrderError::TooLarge { .. })));
    let turned = OrderQuestion::within([50.0, 36.0, 49.0, 37.0], vec![one.clone(), one]);
    assert!(matches!(search(&turned), Err(OrderError::NoArea(_))));
}
