//! `bearings sun`: the sky over a place, the hours a shadow fits, and the places.

use bearings_locate::sun::{
    Air, Measured, PlaceQuestion, Shadow, ShadowQuestion, Sighting, Spread, SunError, moment,
    sky_at, sky_of, written,
};
use serde_json::json;

use crate::Done;
use crate::arguments::Sun;
use crate::commands::file;
use crate::failure::Failure;
use crate::output::Output;

pub fn run(asked: &Sun, output: &Output) -> Result<Done, Failure> {
    let shadows = shadows(asked).map_err(wrong)?;
    let seen = !shadows.is_empty() || !asked.light.is_empty();
    match (&asked.at, &asked.time, &asked.date) {
        (Some(at), None, Some(date)) if seen => when(asked, at, date, shadows, output),
        (None, Some(time), None) if !shadows.is_empty() => place(asked, time, shadows, output),
        (Some(at), time, date) if !seen && (time.is_some() || date.is_some()) => {
            sky(asked, at, output)
        }
        _ => Err(Failure::Use(
            "name --at with --time or --date for the sky; --at, --date and --shadow or --azimuth \
             for the hours that fit; --time and --shadow or --azimuth for the places that fit"
                .to_owned(),
        )),
    }
}

fn wrong(error: SunError) -> Failure {
    Failure::Use(error.to_string())
}

/// Ratios and directions belong together in the order they are given.
fn shadows(asked: &Sun) -> Result<Vec<Shadow>, SunError> {
    let count = asked.shadow.len().max(asked.azimuth.len());
    let gap = asked.later.as_deref().map(written::gap).transpose()?;
    let shadow = |number: usize| {
        let ratio = asked.shadow.get(number).map(|text| Measured::ratio(text));
        let direction = asked
            .azimuth
            .get(number)
            .map(|text| Measured::direction(text));
        Ok(Shadow {
            ratio: ratio.transpose()?,
            direction: direction.transpose()?,
            later: gap.filter(|_| number > 0),
            ..Shadow::default()
        })
    };
    (0..count).map(shadow).collect()
}

fn when(
    asked: &Sun,
    at: &str,
    date: &str,
    shadows: Vec<Shadow>,
    output: &Output,
) -> Result<Done, Failure> {
    let (first, last) = written::dates(date).map_err(wrong)?;
    let light = asked.light.iter().map(|text| written::light(text));
    let question = ShadowQuestion {
        place: written::place(at).map_err(wrong)?,
        first,
        last,
        zone: asked.zone.clone(),
        shadows,
        light: light.collect::<Result<_, _>>().map_err(wrong)?,
        air: Air::default(),
    };
    let answer = question.answer().map_err(wrong)?;
    tell(&answer.lines(), output);
    if let Some(to) = &asked.svg {
        file::drawn(to, &answer.day_svg(), output)?;
    }
    output.value(&json!(answer));
    Ok(Done::Clean)
}

fn place(asked: &Sun, time: &str, shadows: Vec<Shadow>, output: &Output) -> Result<Done, Failure> {
    let at = moment(time, asked.zone.as_deref()).map_err(wrong)?;
    if shadows.len() > 1 {
        return Err(Failure::Use(
            "one moment has one shadow here: name one --shadow, one --azimuth or both".to_owned(),
        ));
    }
    let sighting = |shadow| Sighting {
        at,
        time_error: asked.time_error.map(Spread::Sigma),
        shadow,
    };
    let question = PlaceQuestion {
        sightings: shadows.into_iter().map(sighting).collect(),
        air: Air::default(),
        step_deg: asked.step,
    };
    let answer = question.answer().map_err(wrong)?;
    tell(&answer.lines(), output);
    if let Some(to) = &asked.svg {
        file::drawn(to, &answer.map_svg(), output)?;
    }
    if let Some(to) = &asked.geojson {
        file::written(to, &answer.geojson(), output)?;
    }
    output.value(&json!(answer));
    Ok(Done::Clean)
}

fn sky(asked: &Sun, at: &str, output: &Output) -> Result<Done, Failure> {
    let (place, zone) = (written::place(at).map_err(wrong)?, asked.zone.as_deref());
    let report = match (&asked.time, &asked.date) {
        (Some(time), _) => {
            let at = moment(time, zone).map_err(wrong)?;
            sky_at(&place, at, zone, Air::default())
        }
        (None, date) => {
            let (first, _) = written::dates(date.as_deref().unwrap_or_default()).map_err(wrong)?;
            sky_of(&place, first, zone)
        }
    };
    let report = report.map_err(wrong)?;
    tell(&report.lines(), output);
    output.value(&json!(report));
    Ok(Done::Clean)
}

fn tell(lines: &[String], output: &Output) {
    lines.iter().for_each(|line| output.line(line));
}
