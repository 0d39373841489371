//! A camera's position, direction and lens from points of a frame matched with points of a map.
//!
//! A pure function of the question: `docs/decisions/0023-camera-fix.md` says how and what its
//! ellipse means. It never drops a match in silence, and never chooses between places that fit.

mod adjust;
mod answer;
mod camera;
mod check;
mod error;
mod geojson;
mod judge;
mod matrix;
mod picture;
pub(crate) mod plane;
mod points;
mod quantile;
mod quartic;
mod question;
mod report;
mod resection;
mod scene;
mod sight;
mod solutions;
mod starts;
mod three_points;
mod told;

pub use answer::*;
pub use error::FixError;
pub use geojson::{GeoJsonError, rows_from_geojson, to_geojson};
pub use picture::picture;
pub use points::{PointsError, points_file, read_points};
pub use question::*;
pub use report::{match_table, report};

use plane::Plane;
use scene::Scene;

/// The camera of a question, or why it cannot be found.
///
/// The plane is laid where the landmarks are, and again where the camera was found, so that "up"
/// is the camera's own.
pub fn fix(question: &FixQuestion) -> Result<FixAnswer, FixError> {
    check::check(question)?;
    let rows: Vec<_> = question.used_rows().collect();
    let count = rows.len() as f64;
    let first = rows[0].map.lon;
    // Longitudes count from the first landmark's, so that the date line is no seam.
    let lon = rows
        .iter()
        .map(|row| (row.map.lon - first + 540.0).rem_euclid(360.0) - 180.0);
    let middle = (
        rows.iter().map(|row| row.map.lat).sum::<f64>() / count,
        first + lon.sum::<f64>() / count,
    );
    let scene = Scene::of(question, Plane::at(middle.0, middle.1));
    let found = solutions::solve(question, &scene)?;
    let away = found.origin_away_m();
    if away < RELAID_M {
        return Ok(told::told(question, &scene, &found));
    }
    let (lat, lon, _) = scene.plane.globe(found.best().at);
    let scene = Scene::of(question, Plane::at(lat, lon));
    let found = solutions::solve(question, &scene)?;
    Ok(told::told(question, &scene, &found))
}

/// At 50 m the plane's "up" is off by 0.0005 degrees: a hundredth of a pixel.
const RELAID_M: f64 = 50.0;
