//! Scenes with known truth made, or fixed, for `scripts/peers/fix.py`.
//!
//! `fix_scenes make COUNT SEED SET` prints scenes, one JSON object a line; SET is `mixed`, `six`,
//! `wrong` or `good`. `fix_scenes solve FILE` prints what was found for each, and the time.
#![allow(clippy::print_stdout, clippy::print_stderr)] // It is there to print.

use std::io;
use std::time::Instant;

use bearings_locate::fix::fix;
use serde_json::json;

#[path = "../tests/scenes/mod.rs"]
mod scenes;

use scenes::{Chance, Kind, Scene, make, offset};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", count, seed, set] => {
            let count: usize = count.parse().map_err(io::Error::other)?;
            let mut chance = Chance(seed.parse().map_err(io::Error::other)?);
            for number in 0..count {
                let scene = make(kind(set, number, &mut chance), &mut chance);
                println!("{}", serde_json::to_string(&scene)?);
            }
            Ok(())
        }
        ["solve", file] => solve(file),
        _ => Err(io::Error::other(
            "make COUNT SEED mixed|six|wrong|good, or solve FILE",
        )),
    }
}

fn kind(set: &str, number: usize, chance: &mut Chance) -> Kind {
    let six = Kind {
        landmarks: 6,
        noise_px: 1.0,
        stated: false,
        lens_known: number.is_multiple_of(2),
        drone: number % 4 > 1,
        map_m: 0.0,
        wrong: false,
    };
    let noise_px = chance.within(0.0, 5.0);
    let stated = chance.part() < 0.5;
    match set {
        "six" => six,
        "wrong" | "good" => Kind {
            landmarks: 7,
            noise_px,
            stated,
            wrong: set == "wrong",
            ..six
        },
        _ => {
            let landmarks = 4 + number % 9;
            Kind {
                landmarks,
                noise_px,
                stated,
                // Four landmarks do not hold an unknown lens.
                lens_known: landmarks == 4 || chance.part() < 0.5,
                drone: chance.part() < 0.5,
                map_m: if chance.part() < 0.5 { 0.0 } else { 1.0 },
                wrong: false,
            }
        }
    }
}

fn solve(file: &str) -> io::Result<()> {
    let text = std::fs::read_to_string(file)?;
    for line in text.lines() {
        let scene: Scene = serde_json::from_str(line)?;
        let began = Instant::now();
        let answer = fix(&scene.question);
        let micros = began.elapsed().as_secs_f64() * 1e6;
        let truth = scene.truth;
        println!(
            "{}",
            match answer {
                Err(error) => json!({"micros": micros, "error": error.to_string()}),
                Ok(answer) => {
                    let from_truth = |index: usize| {
                        let one = &answer.solutions[index];
                        let (east, north) = offset(one.lat, one.lon, (truth.lat, truth.lon));
                        (east.hypot(north), one.ellipse.holds(east, north))
                    };
                    let best = answer.best();
                    let any = (0..answer.solutions.len())
                        .any(|index| answer.solutions[index].plausible && from_truth(index).1);
                    json!({
                        "micros": micros,
                        "error_m": from_truth(0).0,
                        "inside": from_truth(0).1,
                        "inside_any": any,
                        "tied": answer.is_tied(),
                        "half_length_m": best.ellipse.half_length_m,
                        "azimuth_error_deg": ((best.azimuth_deg - truth.azimuth_deg + 540.0).rem_euclid(360.0) - 180.0).abs(),
                        "named": answer.disagreeing.iter().map(|one| one.row).collect::<Vec<_>>(),
                        "or": answer.disagreeing.iter().map(|one| one.or.len()).sum::<usize>(),
                        "pixel_px": answer.pixel_error.px,
                        "spare": answer.spare,
                    })
                }
            }
        );
    }
    Ok(())
}
