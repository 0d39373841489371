//! What is told, on the drawing: a circle as wide as the doubt about where, and a number that
//! leads to the list. How well it is supported shows in the line, not in colour alone.

use std::fmt::Write;

use bearings_model::MapFeature;

use super::frame::{Frame, at};
use super::label::{Label, Labels};
use crate::phrase;
use crate::words::{escape, plain, shortened};

/// Half the width of a number's disc, in pixels.
const DISC: f64 = 9.5;

const LONGEST_LABEL: usize = 34;

/// Wide circles first, so that narrow ones stay on top.
pub(super) fn circles(svg: &mut String, frame: &Frame, places: &[MapFeature]) {
    let mut sorted: Vec<&MapFeature> = places.iter().collect();
    sorted.sort_by_key(|place| std::cmp::Reverse(place.radius_m));
    for place in sorted {
        let radius = frame.pixels(f64::from(place.radius_m));
        let (x, y) = frame.project(at(place));
        if radius > DISC && radius < frame.width.max(frame.height) * 2.0 {
            let status = phrase::map_status_name(place.status);
            let _ = write!(
                svg,
                "<circle class=\"reach {status}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>"
            );
        }
    }
}

/// Numbered discs, each a link into the list. Discs that would cover each other are set side by
/// side; the circle still shows where the place is.
pub(super) fn discs(svg: &mut String, frame: &Frame, places: &[MapFeature], labels: &mut Labels) {
    let spots = spread(frame, places);
    for (_, spot) in &spots {
        labels.keep_clear(*spot, DISC + 1.0);
    }
    for (index, spot) in spots {
        let place = &places[index];
        let name = shortened(&plain(&place.label), LONGEST_LABEL);
        let status = phrase::map_status_name(place.status);
        let _ = write!(
            svg,
            "<a href=\"#{}\" aria-label=\"{}: {}\"><circle class=\"disc {status}\" cx=\"{:.1}\" \
             cy=\"{:.1}\" r=\"{DISC}\"/><text class=\"number {status}\" x=\"{:.1}\" y=\"{:.1}\">{}</text></a>",
            super::place_anchor(place),
            index + 1,
            escape(&name),
            spot.0,
            spot.1,
            spot.0,
            spot.1 + 3.8,
            index + 1
        );
        let label = Label {
            text: &name,
            class: "told",
            at: spot,
            size: 12.5,
            gap: DISC + 3.0,
        };
        labels.place(svg, frame, &label);
    }
}

fn spread(frame: &Frame, places: &[MapFeature]) -> Vec<(usize, (f64, f64))> {
    let mut spots: Vec<(usize, (f64, f64))> = Vec::new();
    for (index, place) in places
        .iter()
        .enumerate()
        .filter(|(_, place)| frame.shows(at(place)))
    {
        let wanted = frame.project(at(place));
        let spot = free_spot(wanted, &spots);
        spots.push((index, spot));
    }
    spots
}

/// The nearest of a few rings of spots around the point that touches no other disc.
fn free_spot(wanted: (f64, f64), spots: &[(usize, (f64, f64))]) -> (f64, f64) {
    let clear = |spot: (f64, f64)| {
        spots
            .iter()
            .all(|(_, other)| (spot.0 - other.0).hypot(spot.1 - other.1) >= 2.0 * DISC)
    };
    let rings = (0..5)
        .flat_map(|ring| (0..12).map(move |step| (f64::from(ring) * DISC, f64::from(step) / 12.0)));
    rings
        .map(|(far, turn)| {
            let angle = turn * std::f64::consts::TAU;
            (wanted.0 + far * angle.cos(), wanted.1 + far * angle.sin())
        })
        .find(|spot| clear(*spot))
        .unwrap_or(wanted)
}
