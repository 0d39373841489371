//! Puts a drawing together: ground, circles, discs, names, scale.

use std::fmt::Write;

use bearings_model::MapFeature;

use super::frame::{Frame, at};
use super::label::{self, Labels};
use super::{ground, marks};
use crate::basemap::BaseMap;
use crate::phrase;
use crate::words::Markup;

/// The same map for a wide page and for a telephone, and the small one around both.
#[derive(Debug)]
pub(crate) struct Drawings {
    pub wide: Markup,
    pub narrow: Markup,
    pub overview: Markup,
}

pub(super) fn main(frame: &Frame, places: &[MapFeature], basemap: &BaseMap, key: &str) -> Markup {
    let mut svg = opening(
        frame,
        &format!("locator-{key}"),
        "Map of the places; the list beside it says the same",
    );
    ground::draw(&mut svg, frame, basemap);
    marks::circles(&mut svg, frame, places);
    let mut labels = Labels::default();
    labels.keep_clear((40.0, frame.height - 20.0), 40.0);
    let mut on_top = String::new();
    marks::discs(&mut on_top, frame, places, &mut labels);
    label::ground(&mut svg, frame, basemap, places, &mut labels);
    svg.push_str(&on_top);
    scale(&mut svg, frame);
    svg.push_str("</svg>");
    Markup(svg)
}

/// The country around, with the main drawing's frame and a dot for what lies outside it.
pub(super) fn overview(
    frame: &Frame,
    main: &Frame,
    places: &[MapFeature],
    basemap: &BaseMap,
) -> Markup {
    let mut svg = opening(frame, "overview", "Where the map lies");
    ground::draw(&mut svg, frame, basemap);
    let mut labels = Labels::default();
    let area = main.area();
    let (left, top) = frame.project([area.west, area.north]);
    let (right, bottom) = frame.project([area.east, area.south]);
    // Never smaller than can be seen.
    let (width, height) = ((right - left).max(12.0), (bottom - top).max(10.0));
    let _ = write!(
        svg,
        "<rect class=\"frame\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
    );
    for (index, place) in places
        .iter()
        .enumerate()
        .filter(|(_, place)| !main.shows(at(place)))
    {
        let (x, y) = frame.project(at(place));
        let _ = write!(
            svg,
            "<circle class=\"disc {}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"7.5\"/>\
             <text class=\"number {0} small\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
            phrase::map_status_name(place.status),
            y + 3.2,
            index + 1
        );
        labels.keep_clear((x, y), 8.0);
    }
    label::ground(&mut svg, frame, basemap, &[], &mut labels);
    svg.push_str("</svg>");
    Markup(svg)
}

fn opening(frame: &Frame, class: &str, title: &str) -> String {
    let (width, height) = (frame.width, frame.height);
    format!(
        "<svg class=\"drawing {class}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"group\" aria-label=\"{title}\">"
    )
}

/// A bar of a round length with north beside it.
fn scale(svg: &mut String, frame: &Frame) {
    let metres = frame.scale_length();
    let (left, bottom) = (14.0, frame.height - 16.0);
    let right = left + frame.pixels(metres);
    let _ = write!(
        svg,
        "<g class=\"scale\"><path d=\"M{left} {:.1}V{bottom:.1}H{right:.1}V{:.1}\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\">{}</text>\
         <path class=\"north\" d=\"M{:.1} {:.1}l4 11l-4 -3l-4 3z\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">N</text></g>",
        bottom - 5.0,
        bottom - 5.0,
        left + 4.0,
        bottom - 5.0,
        phrase::distance(metres),
        frame.width - 16.0,
        frame.height - 34.0,
        frame.width - 16.0,
        frame.height - 10.0,
    );
}
