//! The answer as a map of the world: coasts, a net of degrees, the sets of places, the overhead sun.

use std::fmt::Write as _;

use serde_json::Value;

use super::super::drawing::{picture, text};
use super::{Area, PlaceAnswer};

/// Natural Earth, public domain (docs/decisions/0005-base-map.md).
const LAND: &str = include_str!("../../../../../data/basemap/land.geojson");
/// Points of the picture to a degree, and where the map begins.
const SCALE: f64 = 3.0;
const LEFT: f64 = 44.0;
const TOP: f64 = 64.0;
const WIDTH: f64 = 360.0 * SCALE + LEFT + 36.0;
const HEIGHT: f64 = 180.0 * SCALE + TOP + 58.0;

impl PlaceAnswer {
    /// An SVG for people: equirectangular, light and dark, no scripts.
    pub fn map_svg(&self) -> String {
        let title = self.question.told();
        let mut body = text("t", LEFT, 24.0, "start", &title);
        body += &text("q", LEFT, 44.0, "start", &self.legend());
        let _ = writeln!(
            body,
            "<path class=\"l\" fill-rule=\"evenodd\" d=\"{}\"/>",
            coasts()
        );
        body += &net();
        body += &outline("n", &self.most);
        body += &outline("h", &self.half);
        body += &outline("f", &self.fits);
        for (latitude, longitude) in &self.overhead {
            let (x, y) = at(*longitude, *latitude);
            let _ = writeln!(
                body,
                "<circle class=\"p\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>"
            );
            body += &text("t", x + 9.0, y + 4.0, "start", "sun overhead");
        }
        if let Some(nothing) = &self.nothing {
            body += &text("t", LEFT + 540.0, TOP + 270.0, "middle", nothing);
        }
        let foot = "Every point of land and sea was held as likely before. Coasts: Natural Earth.";
        body += &text("q", LEFT, HEIGHT - 14.0, "start", foot);
        picture(WIDTH, HEIGHT, &title, &body)
    }

    fn legend(&self) -> String {
        match &self.nothing {
            Some(_) => "No place fits.".to_owned(),
            None => format!(
                "Dark: half of the mass ({:.1} % of the earth). Light: 95 in 100 ({:.1} %). Dashed: all that fits ({:.1} %).",
                100.0 * self.half.of_the_earth,
                100.0 * self.most.of_the_earth,
                100.0 * self.fits.of_the_earth
            ),
        }
    }
}

fn at(longitude: f64, latitude: f64) -> (f64, f64) {
    (
        LEFT + (longitude + 180.0) * SCALE,
        TOP + (90.0 - latitude) * SCALE,
    )
}

/// A path for every ring of an area.
fn outline(class: &str, area: &Area) -> String {
    let mut path = String::new();
    for ring in &area.rings {
        trace(&mut path, ring.iter().copied());
    }
    match path.is_empty() {
        true => String::new(),
        false => format!("<path class=\"{class}\" fill-rule=\"evenodd\" d=\"{path}\"/>\n"),
    }
}

fn trace(path: &mut String, ring: impl Iterator<Item = [f64; 2]>) {
    for (number, [longitude, latitude]) in ring.enumerate() {
        let (x, y) = at(longitude, latitude);
        let step = if number == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{step}{x:.1} {y:.1}");
    }
    path.push('Z');
}

fn coasts() -> String {
    let mut path = String::new();
    let land: Value = serde_json::from_str(LAND).expect("the base map is JSON, as built");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for feature in list(&land["features"]) {
        for polygon in list(&feature["geometry"]["coordinates"]) {
            for ring in list(&polygon) {
                let points = list(&ring)
                    .into_iter()
                    .filter_map(|point| Some([point.get(0)?.as_f64()?, point.get(1)?.as_f64()?]));
                trace(&mut path, points);
            }
        }
    }
    path
}

/// Every thirty degrees, with its number.
fn net() -> String {
    let mut body = String::new();
    for step in -6..=6 {
        let longitude = f64::from(step) * 30.0;
        let (x, top) = at(longitude, 90.0);
        let (_, bottom) = at(longitude, -90.0);
        let _ = writeln!(
            body,
            "<path class=\"g\" d=\"M{x:.1} {top:.1}V{bottom:.1}\"/>"
        );
        body += &text("q", x, bottom + 18.0, "middle", &named(longitude, "E", "W"));
    }
    for step in -3..=3 {
        let latitude = f64::from(step) * 30.0;
        let (left, y) = at(-180.0, latitude);
        let (right, _) = at(180.0, latitude);
        let _ = writeln!(
            body,
            "<path class=\"g\" d=\"M{left:.1} {y:.1}H{right:.1}\"/>"
        );
        body += &text("q", left - 6.0, y + 4.0, "end", &named(latitude, "N", "S"));
    }
    body
}

fn named(degrees: f64, above: &str, below: &str) -> String {
    match degrees {
        d if d > 0.0 => format!("{d}°{above}"),
        d if d < 0.0 => format!("{}°{below}", -d),
        _ => "0°".to_owned(),
    }
}
