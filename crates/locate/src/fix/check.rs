//! What cannot be worked out, said in one sentence each before anything is worked out.

use super::answer::Datum;
use super::error::FixError;
use super::matrix::{cross, length, minus, times, unit};
use super::plane::Plane;
use super::question::{Elevation, FixQuestion, Lens, Measured};
use super::scene::datum;

/// Beyond this the plane, the refraction and the sight itself mean little.
const FARTHEST_APART_M: f64 = 100_000.0;

pub(crate) fn check(question: &FixQuestion) -> Result<(), FixError> {
    let frame = question.frame;
    if !(frame.width_px >= 2.0
        && frame.height_px >= 2.0
        && frame.width_px.max(frame.height_px) < 1e6)
    {
        return Err(FixError::FrameSize {
            item: question.item.clone(),
            width_px: frame.width_px,
            height_px: frame.height_px,
        });
    }
    numbers(question)?;
    marks(question)?;
    places(question)?;
    counts(question)?;
    lens(question)?;
    heights(question)?;
    one_line(question)
}

fn numbers(question: &FixQuestion) -> Result<(), FixError> {
    let bad = |name: &str, what, value| {
        Err(FixError::NotANumber {
            name: name.to_owned(),
            what,
            value,
        })
    };
    let error = |name: &str, what, value: f64| {
        if value.is_finite() && value >= 0.0 {
            Ok(())
        } else {
            bad(name, what, value)
        }
    };
    for row in &question.rows {
        error(&row.name, "the error on the map", row.map.error_m)?;
        error(
            &row.name,
            "the error in the frame",
            row.error_px.unwrap_or(0.0),
        )?;
        if let Elevation::AboveGround(height) | Elevation::AboveSea(height) = row.map.elevation {
            error(&row.name, "the height's error", height.error)?;
            if !possible(height.value) {
                return bad(&row.name, "the height", height.value);
            }
        }
    }
    for transit in &question.transits {
        error(
            &transit.near.name,
            "the error of the line of sight",
            transit.error_deg,
        )?;
        error(
            &transit.near.name,
            "the error on the map",
            transit.near.error_m,
        )?;
        error(
            &transit.far.name,
            "the error on the map",
            transit.far.error_m,
        )?;
    }
    use super::question::CameraHeight::{AboveGround, AboveSea};
    if let AboveGround(height) | AboveSea(height) = question.camera {
        error("camera", "the height's error", height.error)?;
        if !possible(height.value) {
            return bad("camera", "the height", height.value);
        }
    }
    let ground = question.ground.unwrap_or(Measured {
        value: 0.0,
        error: 0.0,
    });
    error("ground", "the height's error", ground.error)?;
    if !possible(ground.value) {
        return bad("ground", "the height", ground.value);
    }
    error(
        "frame",
        "the pixel error",
        question.pixel_error_px.unwrap_or(0.0),
    )?;
    error(
        "frame",
        "the level's error",
        question.level_error_deg.unwrap_or(0.0),
    )?;
    error("frame", "the imagery's error", question.imagery_error_m)
}

/// No ground and no camera stands higher; nor is it a height if it is no number.
fn possible(height_m: f64) -> bool {
    height_m.abs() < 20_000.0
}

fn marks(question: &FixQuestion) -> Result<(), FixError> {
    let (width, height) = (question.frame.width_px, question.frame.height_px);
    let inside = |name: &str, [x, y]: [f64; 2]| {
        if (0.0..=width).contains(&x) && (0.0..=height).contains(&y) {
            return Ok(());
        }
        Err(FixError::OutsideFrame {
            name: name.to_owned(),
            x,
            y,
            width,
            height,
        })
    };
    let rows: Vec<_> = question.used_rows().collect();
    for (number, row) in rows.iter().enumerate() {
        inside(&row.name, [row.region.x_px, row.region.y_px])?;
        for other in &rows[..number] {
            let apart =
                (row.region.x_px - other.region.x_px).hypot(row.region.y_px - other.region.y_px);
            if apart < 1e-6 {
                return Err(FixError::SameMark {
                    a: other.name.clone(),
                    b: row.name.clone(),
                });
            }
        }
    }
    for line in &question.verticals {
        inside("vertical", line.from)?;
        inside("vertical", line.to)?;
        if (line.from[0] - line.to[0]).hypot(line.from[1] - line.to[1]) < 1.0 {
            return Err(FixError::SameMark {
                a: "vertical".into(),
                b: "vertical".into(),
            });
        }
    }
    question
        .horizon
        .iter()
        .try_for_each(|point| inside("horizon", point.at))
}

fn places(question: &FixQuestion) -> Result<(), FixError> {
    let mut points: Vec<(&str, f64, f64, Option<f64>)> = question
        .used_rows()
        .map(|row| {
            let height = match row.map.elevation {
                Elevation::Unknown => None,
                Elevation::AboveGround(height) | Elevation::AboveSea(height) => Some(height.value),
            };
            (row.name.as_str(), row.map.lat, row.map.lon, height)
        })
        .collect();
    let landmarks = points.len();
    for transit in &question.transits {
        for end in [&transit.near, &transit.far] {
            points.push((&end.name, end.lat, end.lon, None));
        }
    }
    for &(name, lat, lon, _) in &points {
        if !(lat.abs() <= 90.0 && lon.abs() <= 180.0) {
            return Err(FixError::NotOnEarth {
                name: name.to_owned(),
                lat,
                lon,
            });
        }
    }
    for (number, &(b, lat, lon, height)) in points.iter().enumerate() {
        let plane = Plane::at(lat, lon);
        for &(a, other_lat, other_lon, other_height) in &points[..number] {
            let way = plane.local(other_lat, other_lon, 0.0);
            let apart = length(way);
            if apart > FARTHEST_APART_M {
                return Err(FixError::FarApart {
                    a: a.into(),
                    b: b.into(),
                    km: apart / 1000.0,
                });
            }
            let level = (height.unwrap_or(0.0) - other_height.unwrap_or(0.0)).abs();
            if number < landmarks && apart < 0.01 && level < 0.01 {
                return Err(FixError::SamePoint {
                    a: a.into(),
                    b: b.into(),
                });
            }
        }
    }
    for transit in &question.transits {
        let plane = Plane::at(transit.near.lat, transit.near.lon);
        if length(plane.local(transit.far.lat, transit.far.lon, 0.0)) < 0.01 {
            return Err(FixError::SamePoint {
                a: transit.near.name.clone(),
                b: transit.far.name.clone(),
            });
        }
    }
    Ok(())
}

fn counts(question: &FixQuestion) -> Result<(), FixError> {
    let count = question.used_rows().count();
    if count < 3 {
        return Err(FixError::TooFew {
            item: question.item.clone(),
            count,
        });
    }
    if count == 3 && question.lens == Lens::Unknown {
        return Err(FixError::LensNeeded {
            item: question.item.clone(),
        });
    }
    Ok(())
}

fn lens(question: &FixQuestion) -> Result<(), FixError> {
    let (value, fits) = match question.lens {
        Lens::Unknown => return Ok(()),
        Lens::FieldDeg(field) => (
            field.value,
            (1.0..=170.0).contains(&field.value) && field.error >= 0.0,
        ),
        Lens::FocalPx(focal) => (
            focal.value,
            focal.value > 1.0 && focal.value < 1e8 && focal.error >= 0.0,
        ),
        Lens::Equivalent35Mm(focal) => (
            focal.value,
            (1.0..5000.0).contains(&focal.value) && focal.error >= 0.0,
        ),
    };
    if fits {
        return Ok(());
    }
    Err(FixError::NoSuchLens {
        item: question.item.clone(),
        value,
    })
}

fn heights(question: &FixQuestion) -> Result<(), FixError> {
    if datum(question) == Datum::Ground || question.ground.is_some() {
        return Ok(());
    }
    let above_ground = question
        .used_rows()
        .find(|row| matches!(row.map.elevation, Elevation::AboveGround(_)));
    above_ground.map_or(Ok(()), |row| {
        Err(FixError::MixedHeights {
            name: row.name.clone(),
        })
    })
}

/// Around a line through all landmarks the camera can turn unseen, unless something else is upright.
fn one_line(question: &FixQuestion) -> Result<(), FixError> {
    let first = question.used_rows().next().expect("counted before");
    let plane = Plane::at(first.map.lat, first.map.lon);
    let mut points = Vec::new();
    for row in question.used_rows() {
        let (Elevation::AboveGround(height) | Elevation::AboveSea(height)) = row.map.elevation
        else {
            return Ok(());
        };
        points.push(plane.local(row.map.lat, row.map.lon, height.value));
    }
    let lines = question.verticals.len() + question.horizon.len() + question.transits.len();
    if lines > 0 || question.level_error_deg.is_some() {
        return Ok(());
    }
    let far = points
        .iter()
        .copied()
        .max_by(|a, b| length(minus(*a, points[0])).total_cmp(&length(minus(*b, points[0]))))
        .expect("counted before");
    let along = unit(minus(far, points[0])).unwrap_or([1.0, 0.0, 0.0]);
    let span = length(minus(far, points[0]));
    let off = points
        .iter()
        .map(|point| length(cross(times(along, 1.0), minus(*point, points[0]))))
        .fold(0.0, f64::max);
    if off < 0.01 * span {
        return Err(FixError::OneLine {
            item: question.item.clone(),
        });
    }
    Ok(())
}
