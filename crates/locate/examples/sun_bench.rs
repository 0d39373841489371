//! The sun in bulk, timed by the processor's clock, for `scripts/peers/sun.py` to set beside its peers.
//!
//!     sun_bench positions FILE   seconds since 1970, latitude, longitude, as text; positions to stdout
//!     sun_bench bulk COUNT       a year of moments at one place: full, then interpolated
//!     sun_bench places COUNT     one moment at many places, by the full algorithm's place-bound part
//!     sun_bench grid STEP RATIO  a world grid for one shadow (0.5±0.05); its sets of places apart
//!     sun_bench moons FILE       as positions, for the moon

#![allow(clippy::print_stdout)]

use std::env;
use std::fs;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

use bearings_locate::sun::{
    Air, Measured, Place, PlaceQuestion, Shadow, Sighting, SunTrack, moon_position, sun_position,
};
use jiff::Timestamp;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["positions", file] => positions(file, false),
        ["moons", file] => positions(file, true),
        ["bulk", count] => bulk(count.parse()?),
        ["places", count] => places(count.parse()?),
        ["grid", step] => grid(step.parse()?, "0.5±0.05"),
        ["grid", step, ratio] => grid(step.parse()?, ratio),
        _ => Err("sun_bench positions FILE | moons FILE | bulk N | places N | grid STEP".into()),
    }
}

/// Seconds of the processor that one run takes: the least of three means, each over a second or more.
fn timed(mut work: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let (before, mut runs) = (processor_s(), 0);
        let spent = loop {
            work();
            runs += 1;
            let spent = processor_s() - before;
            if spent >= 1.0 {
                break spent;
            }
        };
        best = best.min(spent / f64::from(runs));
    }
    best
}

/// Time of this process on the processor: fields 14 and 15 of /proc/self/stat, in hundredths of a
/// second (proc(5)); the wall's clock where there is no /proc.
fn processor_s() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    let ticks: Vec<f64> = fields
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse().ok())
        .collect();
    match ticks[..] {
        [user, system] => (user + system) / 100.0,
        _ => START.elapsed().as_secs_f64(),
    }
}

fn positions(file: &str, moon: bool) -> Result<(), Box<dyn std::error::Error>> {
    for line in fs::read_to_string(file)?.lines() {
        let figures: Vec<f64> = line
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let [seconds, latitude, longitude] = figures[..] else {
            return Err(format!("three figures a line, not '{line}'").into());
        };
        let place = Place::new(latitude, longitude)?;
        let moment = Timestamp::from_second(seconds as i64)?;
        if moon {
            let seen = moon_position(&place, moment, Air::default())?;
            println!(
                "{:.7} {:.7} {:.5} {:.4}",
                seen.azimuth_deg, seen.elevation_deg, seen.lit, seen.distance_km
            );
        } else {
            let seen = sun_position(&place, moment, Air::default())?;
            println!(
                "{:.8} {:.8} {:.8} {:.6}",
                seen.azimuth_deg,
                seen.elevation_deg,
                seen.apparent_elevation_deg,
                seen.equation_of_time_min
            );
        }
    }
    Ok(())
}

fn bulk(count: usize) -> Result<(), Box<dyn std::error::Error>> {
    let place = Place::new(50.0, 36.2)?;
    let from: Timestamp = "2022-01-01T00:00:00Z".parse()?;
    let to: Timestamp = "2023-01-01T00:00:00Z".parse()?;
    let (start, end) = (from.as_second() as f64, to.as_second() as f64);
    let moments: Vec<f64> = (0..count)
        .map(|step| start + (end - start) * step as f64 / count as f64)
        .collect();
    let mut out = Vec::new();
    let track = timed(|| {
        // The track's making is part of the work.
        SunTrack::new(from, to).positions(&place, Air::default(), &moments, &mut out);
        black_box(&out);
    });
    let some = count.min(100_000);
    let full = timed(|| {
        for seconds in &moments[..some] {
            let moment = Timestamp::from_second(*seconds as i64).unwrap_or(from);
            let _ = black_box(sun_position(&place, moment, Air::default()));
        }
    });
    println!("track_ns {:.1}", track / count as f64 * 1e9);
    println!("full_ns {:.1}", full / some as f64 * 1e9);
    Ok(())
}

fn places(count: usize) -> Result<(), Box<dyn std::error::Error>> {
    let at: Timestamp = "2022-03-19T09:08:31Z".parse()?;
    let track = SunTrack::new(at, at);
    let moments = [at.as_second() as f64];
    let places: Vec<Place> = (0..count)
        .map(|n| {
            Place::new(
                (n * 7 % 1800) as f64 / 10.0 - 90.0,
                (n * 11 % 3600) as f64 / 10.0 - 180.0,
            )
        })
        .collect::<Result<_, _>>()?;
    let mut out = Vec::new();
    let spent = timed(|| {
        for place in &places {
            track.positions(place, Air::default(), &moments, &mut out);
            black_box(&out);
        }
    });
    println!("place_ns {:.1}", spent / count as f64 * 1e9);
    Ok(())
}

fn grid(step_deg: f64, ratio: &str) -> Result<(), Box<dyn std::error::Error>> {
    let question = PlaceQuestion {
        sightings: vec![Sighting {
            at: "2024-02-29T13:59:59Z".parse()?,
            time_error: None,
            shadow: Shadow {
                ratio: Some(Measured::ratio(ratio)?),
                ..Shadow::default()
            },
        }],
        air: Air::default(),
        step_deg,
    };
    let made = question.grid()?;
    println!("grid_s {:.6}", timed(|| drop(black_box(question.grid()))));
    println!(
        "sets_s {:.6}",
        timed(|| drop(black_box(question.answer_from(&made))))
    );
    let both = PlaceQuestion {
        sightings: vec![Sighting {
            shadow: Shadow {
                direction: Some(Measured::direction("340±5")?),
                ..question.sightings[0].shadow
            },
            ..question.sightings[0]
        }],
        ..question.clone()
    };
    println!("grid_both_s {:.6}", timed(|| drop(black_box(both.grid()))));
    let direction_only = PlaceQuestion {
        sightings: vec![Sighting {
            shadow: Shadow {
                ratio: None,
                ..both.sightings[0].shadow
            },
            ..both.sightings[0]
        }],
        ..both
    };
    println!(
        "grid_direction_s {:.6}",
        timed(|| drop(black_box(direction_only.grid())))
    );
    Ok(())
}
