//! `bearings see`: what is seen from a position, and from where an order is seen.

use bearings_locate::sun::written;
use bearings_locate::view::{
    Feature, OrderQuestion, Standing, area_geojson, areas_report, features_from_geojson, in_view,
    search, sightings_geojson, sightings_report, written_order,
};
use serde_json::{Value, json};

use crate::Done;
use crate::arguments::See;
use crate::commands::file;
use crate::failure::Failure;
use crate::output::Output;

/// A person's eye above the ground.
const EYE_M: f64 = 1.6;

pub fn run(asked: &See, output: &Output) -> Result<Done, Failure> {
    let mut features = Vec::new();
    let mut problems = 0;
    for path in &asked.features {
        let named = |why: String| Failure::Use(format!("{}: {why}", path.display()));
        let (found, left_out) =
            features_from_geojson(&file::text(path)?).map_err(|error| named(error.to_string()))?;
        if left_out > 0 {
            problems += 1;
            output.problem(&format!(
                "{}: {left_out} features are neither points nor polygons and are left out",
                path.display()
            ));
        }
        features.extend(found);
    }
    let (lines, value, geojson) = match (&asked.at, &asked.order) {
        (Some(at), _) => from_here(asked, at, &features)?,
        (None, Some(order)) => from_where(asked, order, &features)?,
        (None, None) => return Err(Failure::Use("name --at or --order".to_owned())),
    };
    for line in lines {
        output.line(&line);
    }
    if let Some(to) = &asked.geojson {
        file::written(to, &geojson, output)?;
    }
    output.value(&value);
    Ok(Done::having(problems))
}

type Told = (Vec<String>, Value, Value);

fn from_here(asked: &See, at: &str, features: &[Feature]) -> Result<Told, Failure> {
    let place = written::place(at).map_err(|error| Failure::Use(error.to_string()))?;
    let standing = Standing {
        lat: place.latitude,
        lon: place.longitude,
        height_m: EYE_M,
        azimuth_deg: asked.direction,
        field_deg: asked.field.unwrap_or(360.0),
        farthest_m: asked.farthest,
    };
    let seen = in_view(features, &standing);
    Ok((
        sightings_report(&seen),
        json!({ "from": standing, "seen": seen }),
        sightings_geojson(features, &standing, &seen),
    ))
}

fn from_where(asked: &See, order: &str, features: &[Feature]) -> Result<Told, Failure> {
    let wrong = |why: String| Failure::Use(why);
    let mut things = written_order(order, features).map_err(|error| wrong(error.to_string()))?;
    for thing in &mut things {
        thing.farthest_m = asked.farthest;
    }
    let area = area(asked.within.as_deref().unwrap_or_default())
        .ok_or_else(|| wrong("--within wants south,west,north,east in degrees".to_owned()))?;
    let mut question = OrderQuestion::within(area, things);
    question.step_m = asked.step;
    question.field_deg = asked.field.unwrap_or(question.field_deg);
    let found = search(&question).map_err(|error| wrong(error.to_string()))?;
    Ok((
        areas_report(&question, &found),
        json!({ "areas": found.areas }),
        area_geojson(&found.areas),
    ))
}

fn area(text: &str) -> Option<[f64; 4]> {
    let figures: Option<Vec<f64>> = text
        .split(',')
        .map(|part| part.trim().parse().ok())
        .collect();
    figures?.try_into().ok()
}
