//! Asks the sun as the command does, for trying and for looking at pictures.
//!
//!     sun times PLACE DATES ZONE RATIO|- DIRECTION|- [OUT.svg]
//!     sun places TIME RATIO|- DIRECTION|- STEP [OUT.svg]
//!     sun sky PLACE TIME ZONE

#![allow(clippy::print_stdout)]

use std::env;
use std::fs;

use bearings_locate::sun::{
    Air, Measured, PlaceQuestion, Shadow, ShadowQuestion, Sighting, moment, sky_at, written,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["times", place, dates, zone, ratio, direction, ref out @ ..] => {
            let (first, last) = written::dates(dates)?;
            let answer = ShadowQuestion {
                place: written::place(place)?,
                first,
                last,
                zone: Some(zone.to_owned()),
                shadows: vec![shadow(ratio, direction)?],
                light: Vec::new(),
                air: Air::default(),
            }
            .answer()?;
            println!("{}", answer.lines().join("\n"));
            kept(out, &answer.day_svg())
        }
        ["places", time, ratio, direction, step, ref out @ ..] => {
            let answer = PlaceQuestion {
                sightings: vec![Sighting {
                    at: moment(time, None)?,
                    time_error: None,
                    shadow: shadow(ratio, direction)?,
                }],
                air: Air::default(),
                step_deg: step.parse()?,
            }
            .answer()?;
            println!("{}", answer.lines().join("\n"));
            kept(out, &answer.map_svg())
        }
        ["sky", place, time, zone] => {
            let place = written::place(place)?;
            let report = sky_at(
                &place,
                moment(time, Some(zone))?,
                Some(zone),
                Air::default(),
            )?;
            println!("{}", report.lines().join("\n"));
            Ok(())
        }
        _ => Err("sun times ... | places ... | sky ...".into()),
    }
}

fn shadow(ratio: &str, direction: &str) -> Result<Shadow, Box<dyn std::error::Error>> {
    Ok(Shadow {
        ratio: (ratio != "-").then(|| Measured::ratio(ratio)).transpose()?,
        direction: (direction != "-")
            .then(|| Measured::direction(direction))
            .transpose()?,
        ..Shadow::default()
    })
}

fn kept(out: &[&str], svg: &str) -> Result<(), Box<dyn std::error::Error>> {
    if let [path] = out {
        fs::write(path, svg)?;
    }
    Ok(())
}
