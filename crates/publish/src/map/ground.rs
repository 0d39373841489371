//! The ground of a drawing: layers cut to the frame and written as SVG paths.

use std::fmt::Write;

use super::frame::Frame;
use crate::basemap::BaseMap;
use crate::basemap::area::{Geometry, Point};

/// Points closer together than this many pixels are one.
const FINEST: f64 = 0.6;

/// Layers drawn as shapes, from the ground up.
const SHAPES: &[&str] = &["land", "urban", "water", "rivers", "regions", "borders"];

/// Built-up areas are specks when a pixel is more than this many metres.
const URBAN_LIMIT: f64 = 900.0;

/// Brooks are left out of drawings coarser than this.
const SMALL_RIVER_LIMIT: f64 = 700.0;

pub(super) fn draw(svg: &mut String, frame: &Frame, basemap: &BaseMap) {
    let _ = write!(
        svg,
        "<rect class=\"sea\" width=\"{}\" height=\"{}\"/>",
        frame.width, frame.height
    );
    for layer in SHAPES {
        if *layer == "urban" && frame.metres_per_pixel > URBAN_LIMIT {
            continue;
        }
        let path = layer_path(frame, basemap, layer);
        if !path.is_empty() {
            let _ = write!(svg, "<path class=\"{layer}\" d=\"{path}\"/>");
        }
    }
}

fn layer_path(frame: &Frame, basemap: &BaseMap, layer: &str) -> String {
    let area = frame.area();
    let mut path = String::new();
    for shape in basemap.shapes(layer) {
        let brook = layer == "rivers" && shape.rank() > 1;
        if brook && frame.metres_per_pixel > SMALL_RIVER_LIMIT {
            continue;
        }
        match shape.geometry.within(&area) {
            Some(Geometry::Lines(lines)) => {
                lines
                    .iter()
                    .for_each(|line| push_line(&mut path, frame, line, false));
            }
            Some(Geometry::Areas(areas)) => {
                areas
                    .iter()
                    .flatten()
                    .for_each(|ring| push_line(&mut path, frame, ring, true));
            }
            _ => {}
        }
    }
    path
}

/// Whole pixels to one decimal; points that fall together are dropped.
fn push_line(path: &mut String, frame: &Frame, line: &[Point], closed: bool) {
    let mut last: Option<(f64, f64)> = None;
    for (index, point) in line.iter().enumerate() {
        let (x, y) = frame.project(*point);
        let near = last.is_some_and(|(at_x, at_y)| (x - at_x).hypot(y - at_y) < FINEST);
        if near && index + 1 < line.len() {
            continue;
        }
        let command = if last.is_none() { 'M' } else { 'L' };
        let _ = write!(path, "{command}{x:.1} {y:.1}");
        last = Some((x, y));
    }
    if closed {
        path.push('Z');
    }
}
