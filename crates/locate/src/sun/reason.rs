//! Why no time fits: the sun is down, or which measurement leaves none.

use jiff::tz::TimeZone;

use super::civil::told;
use super::density::Span;
use super::fit::{fit_direction, fit_ratio, ratio_spreads, widened};
use super::instant::moment_of;
use super::place::Observer;
use super::question::{Shadow, ShadowQuestion};
use super::spa::half_turn;

/// Every third sample is looked at: a minute apart.
const STRIDE: usize = 3;

/// The sun at one sample, at the centre of the place.
struct Look {
    days: f64,
    azimuth_deg: f64,
    apparent_deg: f64,
}

pub(crate) fn reasons(question: &ShadowQuestion, span: &Span, zone: &TimeZone) -> Vec<String> {
    let observer = Observer::from(&question.place);
    let look = |index: usize| {
        let days = span.days(index);
        let seen = span.track.seen(&observer, days);
        let elevation = seen.elevation_deg();
        Look {
            days,
            azimuth_deg: seen.azimuth_deg(),
            apparent_deg: elevation + question.air.refraction_deg(elevation),
        }
    };
    let later = question.gap_s() > 0;
    let looks: Vec<Look> = (0..span.samples(later)).step_by(STRIDE).map(look).collect();
    if let Some(down) = all_down(question, &looks, zone) {
        return vec![down];
    }
    let mut found: Vec<String> = question
        .shadows
        .iter()
        .enumerate()
        .flat_map(|(number, shadow)| alone(number + 1, shadow, &looks, zone))
        .collect();
    for light in &question.light {
        if !looks
            .iter()
            .any(|at| light.holds(at.azimuth_deg, at.apparent_deg))
        {
            found.push(format!(
                "At no time of these dates holds: {}.",
                light.words()
            ));
        }
    }
    if found.is_empty() {
        found.push(together(question, &looks, zone));
    }
    found
}

fn all_down(question: &ShadowQuestion, looks: &[Look], zone: &TimeZone) -> Option<String> {
    if question.shadows.is_empty() || looks.iter().any(|at| at.apparent_deg > 0.0) {
        return None;
    }
    let highest = looks
        .iter()
        .max_by(|a, b| a.apparent_deg.total_cmp(&b.apparent_deg))?;
    Some(format!(
        "The sun is below the horizon all of that time, highest at {:.1} degrees on {}: no shadow of the sun falls.",
        highest.apparent_deg,
        told(moment_of(highest.days), zone)
    ))
}

/// What of one shadow fits at no time, taken alone.
fn alone(number: usize, shadow: &Shadow, looks: &[Look], zone: &TimeZone) -> Vec<String> {
    let lit = || looks.iter().filter(|at| at.apparent_deg > 0.0);
    let mut found = Vec::new();
    let ratio_of = |at: &Look| 1.0 / at.apparent_deg.to_radians().tan();
    if let Some(measured) = shadow.ratio
        && !lit().any(|at| ratio_fits(shadow, at))
        && let Some(nearest) = lit().min_by(|a, b| {
            let away = |at: &Look| (ratio_of(at) - measured.value).abs();
            away(a).total_cmp(&away(b))
        })
    {
        let ratio = ratio_of(nearest);
        let side = if ratio > measured.value {
            "shortest"
        } else {
            "longest"
        };
        let reach = widened(
            measured.error,
            &ratio_spreads(measured.value, shadow.slope_deg),
        )
        .reach();
        found.push(format!(
            "Shadow {number}: the {side} on these dates is {ratio:.3} times the object's height, on {}; \
             {measured} allows {:.3} to {:.3}.",
            told(moment_of(nearest.days), zone),
            (measured.value - reach).max(0.0),
            measured.value + reach
        ));
    }
    if let Some(measured) = shadow.direction
        && !lit().any(|at| direction_fits(shadow, at))
        && let Some(nearest) = lit().min_by(|a, b| {
            let away = |at: &Look| half_turn(at.azimuth_deg + 180.0 - measured.value).abs();
            away(a).total_cmp(&away(b))
        })
    {
        found.push(format!(
            "Shadow {number}: in daylight no shadow points to {measured} degrees; the nearest is {:.1} on {}.",
            (nearest.azimuth_deg + 180.0).rem_euclid(360.0),
            told(moment_of(nearest.days), zone)
        ));
    }
    found
}

/// Each fits some time, but never the same one.
fn together(question: &ShadowQuestion, looks: &[Look], zone: &TimeZone) -> String {
    let mut parts = Vec::new();
    for (number, shadow) in question.shadows.iter().enumerate() {
        let number = number + 1;
        if shadow.ratio.is_some() {
            parts.push(format!(
                "ratio {number} {}",
                spans(looks, zone, |at| ratio_fits(shadow, at))
            ));
        }
        if shadow.direction.is_some() {
            let fits = spans(looks, zone, |at| direction_fits(shadow, at));
            parts.push(format!("direction {number} {fits}"));
        }
    }
    for light in &question.light {
        let holds = spans(looks, zone, |at| {
            light.holds(at.azimuth_deg, at.apparent_deg)
        });
        parts.push(format!("the light {holds}"));
    }
    format!(
        "Each measurement fits some time of these dates, but never the same one: {}.",
        parts.join("; ")
    )
}

fn ratio_fits(shadow: &Shadow, at: &Look) -> bool {
    let Some(measured) = shadow.ratio else {
        return true;
    };
    if at.apparent_deg <= 0.0 {
        return false;
    }
    fit_ratio(&measured, shadow.slope_deg, at.apparent_deg).is_some_and(|fit| fit.squares <= 9.0)
}

fn direction_fits(shadow: &Shadow, at: &Look) -> bool {
    let Some(measured) = shadow.direction else {
        return true;
    };
    if at.apparent_deg <= 0.0 {
        return false;
    }
    fit_direction(&measured, at.azimuth_deg, at.apparent_deg).is_some_and(|fit| fit.squares <= 9.0)
}

/// "from A to B", the first of several.
fn spans(looks: &[Look], zone: &TimeZone, fits: impl Fn(&Look) -> bool) -> String {
    let runs: Vec<&[Look]> = looks
        .chunk_by(|a, b| fits(a) == fits(b))
        .filter(|run| run.first().is_some_and(&fits))
        .collect();
    let ends = |run: &[Look]| {
        let moment =
            |at: Option<&Look>| at.map_or(String::new(), |at| told(moment_of(at.days), zone));
        format!("{} to {}", moment(run.first()), moment(run.last()))
    };
    match runs.as_slice() {
        [] => "never".to_owned(),
        [run] => ends(run),
        [run, rest @ ..] => format!("{} and {} times more", ends(run), rest.len()),
    }
}
