//! Names on a drawing, placed so that none covers another: what is told first, then large towns.

use std::fmt::Write;

use bearings_model::MapFeature;

use super::frame::Frame;
use crate::basemap::area::Geometry;
use crate::basemap::{BaseMap, Shape};
use crate::words::{escape, plain};

/// The width of a letter as a share of its size, on the large side for system fonts.
const LETTER: f64 = 0.56;

/// Districts are named on drawings finer than this, in metres a pixel.
const DISTRICT_LIMIT: f64 = 90.0;

/// Half the width of a town's dot, in pixels.
const DOT: f64 = 2.2;

/// A rectangle that is taken: left, top, right, bottom.
type Taken = [f64; 4];

#[derive(Debug, Default)]
pub(super) struct Labels {
    taken: Vec<Taken>,
    names: Vec<String>,
}

impl Labels {
    /// Keeps names off a round mark.
    pub fn keep_clear(&mut self, (x, y): (f64, f64), radius: f64) {
        self.taken
            .push([x - radius, y - radius, x + radius, y + radius]);
    }

    /// Writes a name beside a point where there is room, trying right, left, below and above.
    pub fn place(&mut self, svg: &mut String, frame: &Frame, label: &Label<'_>) -> bool {
        let width = label.text.chars().count() as f64 * label.size * LETTER;
        let (gap, size) = (label.gap, label.size);
        let (x, y) = label.at;
        let spots = [
            (x + gap, y + size * 0.35, "start"),
            (x - gap, y + size * 0.35, "end"),
            (x, y + gap + size, "middle"),
            (x, y - gap - size * 0.25, "middle"),
        ];
        for (x, y, anchor) in spots.into_iter().skip(if label.gap == 0.0 { 2 } else { 0 }) {
            let left = match anchor {
                "start" => x,
                "end" => x - width,
                _ => x - width / 2.0,
            };
            let taken = [left - 2.0, y - size, left + width + 2.0, y + size * 0.3];
            if self.is_free(taken, frame) {
                self.taken.push(taken);
                self.names.push(label.text.to_lowercase());
                label.write(svg, x, y, anchor);
                return true;
            }
        }
        false
    }

    fn is_free(&self, [left, top, right, bottom]: Taken, frame: &Frame) -> bool {
        let inside =
            left >= 2.0 && top >= 2.0 && right <= frame.width - 2.0 && bottom <= frame.height - 2.0;
        let clear = |other: &Taken| {
            right < other[0] || left > other[2] || bottom < other[1] || top > other[3]
        };
        inside && self.taken.iter().all(clear)
    }

    fn knows(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.names
            .iter()
            .any(|known| *known == name || known.contains(&format!("{name},")))
    }
}

pub(super) struct Label<'a> {
    pub text: &'a str,
    pub class: &'a str,
    pub at: (f64, f64),
    pub size: f64,
    /// From the point to the name.
    pub gap: f64,
}

impl Label<'_> {
    fn write(&self, svg: &mut String, x: f64, y: f64, anchor: &str) {
        let (class, size) = (self.class, self.size);
        let _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" \
             text-anchor=\"{anchor}\">{}</text>",
            escape(&plain(self.text))
        );
    }
}

/// The names of the ground: towns by rank with a dot, then districts where the drawing is fine.
pub(super) fn ground(
    svg: &mut String,
    frame: &Frame,
    basemap: &BaseMap,
    places: &[MapFeature],
    labels: &mut Labels,
) {
    labels
        .names
        .extend(places.iter().map(|place| place.label.to_lowercase()));
    if frame.metres_per_pixel > 800.0 {
        names(svg, frame, basemap, labels);
    }
    let mut towns: Vec<&Shape> = basemap.shapes("settlements").iter().collect();
    towns.sort_by_key(|town| town.rank());
    let most_rank = finest_rank(frame);
    for town in towns
        .into_iter()
        .take_while(|town| town.rank() <= most_rank)
    {
        settlement(svg, frame, town, labels);
    }
    if frame.metres_per_pixel < DISTRICT_LIMIT {
        for district in basemap.shapes("districts") {
            if matches!(district.text("kind"), "district" | "quarter") {
                point_name(svg, frame, district, "district", 10.5, labels);
            }
        }
    }
}

/// Small places only where there is room for them.
fn finest_rank(frame: &Frame) -> u64 {
    match frame.metres_per_pixel {
        scale if scale < 120.0 => 6,
        scale if scale < 250.0 => 4,
        scale if scale < 700.0 => 3,
        scale if scale < 1500.0 => 2,
        _ => 1,
    }
}

fn names(svg: &mut String, frame: &Frame, basemap: &BaseMap, labels: &mut Labels) {
    for name in basemap
        .shapes("names")
        .iter()
        .filter(|name| name.text("kind") == "country")
    {
        point_name(svg, frame, name, "country", 12.0, labels);
    }
}

fn settlement(svg: &mut String, frame: &Frame, town: &Shape, labels: &mut Labels) {
    let (Geometry::Point(point), Some(name)) = (&town.geometry, town.name()) else {
        return;
    };
    if !frame.shows(*point) || labels.knows(name) {
        return;
    }
    let at = frame.project(*point);
    let size = match town.rank() {
        1 => 14.0,
        2 | 3 => 12.5,
        _ => 11.0,
    };
    let class = if town.rank() <= 3 { "town" } else { "village" };
    let dot = [at.0 - DOT, at.1 - DOT, at.0 + DOT, at.1 + DOT];
    if !labels.is_free(dot, frame) {
        return;
    }
    if labels.place(
        svg,
        frame,
        &Label {
            text: name,
            class,
            at,
            size,
            gap: 5.0,
        },
    ) {
        labels.taken.push(dot);
        let _ = write!(
            svg,
            "<circle class=\"town-dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{DOT}\"/>",
            at.0, at.1
        );
    }
}

fn point_name(
    svg: &mut String,
    frame: &Frame,
    shape: &Shape,
    class: &str,
    size: f64,
    labels: &mut Labels,
) {
    let (Geometry::Point(point), Some(name)) = (&shape.geometry, shape.name()) else {
        return;
    };
    if frame.shows(*point) && !labels.knows(name) {
        let at = frame.project(*point);
        labels.place(
            svg,
            frame,
            &Label {
                text: name,
                class,
                at,
                size,
                gap: 0.0,
            },
        );
    }
}
