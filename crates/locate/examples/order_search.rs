//! Times the search for places that see things in order: `order_search KM STEP_M EACH [slow]`.
//!
//! Four kinds with so many features each, scattered over a square by chance (the same each run).
//! With `slow`, every cell is tried as well and both must agree.
#![allow(clippy::print_stdout)] // It is there to print.

use std::time::Instant;

use bearings_locate::view::{
    Feature, OrderError, OrderQuestion, Shape, Step, Thing, search, search_slowly,
};

#[path = "../tests/scenes/mod.rs"]
mod scenes;

fn main() -> Result<(), OrderError> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: f64| {
        arguments
            .get(at)
            .and_then(|text| text.parse().ok())
            .unwrap_or(usual)
    };
    let (km, step_m, each) = (number(0, 20.0), number(1, 20.0), number(2, 300.0) as usize);
    let (high, wide) = (km / 111.2, km / 111.32 / 50f64.to_radians().cos());
    let area = [
        50.0 - high / 2.0,
        36.2 - wide / 2.0,
        50.0 + high / 2.0,
        36.2 + wide / 2.0,
    ];
    let mut chance = scenes::Chance(5);
    let kinds = ["church", "water tower", "chimney", "school"];
    let things: Vec<Thing> = kinds
        .iter()
        .map(|kind| {
            let candidates = (0..each)
                .map(|number| Feature {
                    id: format!("node/{number}"),
                    name: None,
                    kind: (*kind).to_owned(),
                    shape: Shape::Point([
                        chance.within(area[0], area[2]),
                        chance.within(area[1], area[3]),
                    ]),
                    height_m: None,
                })
                .collect();
            let step = if *kind == "chimney" {
                Step::JUST_RIGHT
            } else {
                Step {
                    least_deg: 5.0,
                    most_deg: 40.0,
                }
            };
            Thing {
                farthest_m: 2000.0,
                step,
                ..Thing::any_of(*kind, candidates)
            }
        })
        .collect();
    let question = OrderQuestion {
        step_m,
        field_deg: 65.0,
        ..OrderQuestion::within(area, things)
    };
    let began = Instant::now();
    let found = search(&question)?;
    let fast = began.elapsed().as_secs_f64();
    println!(
        "{:?}: {} areas in {fast:.2} s",
        found.searched,
        found.areas.len()
    );
    if arguments.iter().any(|word| word == "slow") {
        let began = Instant::now();
        let slow = search_slowly(&question)?;
        let took = began.elapsed().as_secs_f64();
        println!(
            "every cell: {took:.2} s, {:.1} times as long, the same: {}",
            took / fast,
            slow.areas == found.areas
        );
    }
    Ok(())
}
