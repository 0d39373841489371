//! A small map of one hit: what lies around it, it itself, and what shows why it is one.
//!
//! Drawn from the store alone, in light and dark by the reader's preference.

use std::fmt::Write;

use super::run::{FindError, Found, Hit};
use crate::map::measure::{Plane, metres_per_unit, reach};
use crate::map::{Bounds, Feature, Shape, Spot, Store};
use crate::markup::escaped;

const WIDE: f64 = 640.0;
const HIGH: f64 = 480.0;
/// Of the picture's sides left free around what must be seen.
const MARGIN: f64 = 0.12;
/// No map shows less than this across.
const LEAST_M: f64 = 200.0;
const MOST_AROUND: usize = 6_000;
const MOST_LABELS: usize = 12;

const STYLE: &str = "svg{--ground:#f6f4ef;--water:#bcd6e6;--green:#dbe6cf;--house:#ddd5c8;--road:#b9b2a6;--rail:#8b8680;\
--hit:#b3261e;--why:#1d5fa8;--ink:#22201c;--halo:#f6f4ef}\
@media (prefers-color-scheme:dark){svg{--ground:#1d1f22;--water:#24465c;--green:#2a3628;--house:#3a3a3c;--road:#5d5a55;\
--rail:#84807a;--hit:#ff8a80;--why:#8ab8f5;--ink:#ece8e1;--halo:#1d1f22}}\
text{font:12px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-linejoin:round}\
.water{fill:var(--water)}.green{fill:var(--green)}.house{fill:var(--house)}.road{fill:none;stroke:var(--road);stroke-width:2}\
.river{fill:none;stroke:var(--water);stroke-width:2.5}.rail{fill:none;stroke:var(--rail);stroke-width:1.5;stroke-dasharray:6 3}\
.hit{fill:var(--hit);fill-opacity:.25;stroke:var(--hit);stroke-width:2.5}.hit.line{fill:none;stroke-width:4}\
.why{fill:var(--why);fill-opacity:.2;stroke:var(--why);stroke-width:2}.why.line{fill:none;stroke-width:3.5}\
.bar{stroke:var(--ink);stroke-width:1.5;fill:none}.north{fill:var(--ink)}";

impl Found {
    /// The map of one hit, by its place in `hits`; None where there is none.
    pub fn svg(&self, hit: usize, store: &Store) -> Result<Option<String>, FindError> {
        let Some(hit) = self.hits.get(hit) else {
            return Ok(None);
        };
        let mut others = Vec::new();
        for other in hit
            .reasons
            .iter()
            .flat_map(|reason| &reason.others)
            .take(MOST_LABELS)
        {
            others.push(store.feature(*other)?);
        }
        let own = store.feature(hit.number)?;
        let sheet = Sheet::around(hit, &others);
        let mut out = String::new();
        let title = escaped(&format!("{}: {}", self.query, named(&own)));
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\"><title>{title}</title><style>{STYLE}</style>\
             <rect width=\"{WIDE}\" height=\"{HIGH}\" style=\"fill:var(--ground)\"/>"
        );
        sheet.ground(&mut out, store)?;
        for other in &others {
            sheet.draw(&mut out, &other.shape, "why");
        }
        sheet.draw(&mut out, &own.shape, "hit");
        let mut labels = Labels::default();
        labels.put(&mut out, sheet.anchor(&own.shape), &named(&own));
        for other in &others {
            labels.put(&mut out, sheet.anchor(&other.shape), &named(other));
        }
        sheet.bar(&mut out);
        out.push_str("</svg>");
        Ok(Some(out))
    }
}

fn named(feature: &Feature) -> String {
    feature
        .name()
        .map_or_else(|| feature.id.to_string(), str::to_owned)
}

struct Sheet {
    plane: Plane,
    /// Pixels a metre.
    scale: f64,
    seen: Bounds,
}

impl Sheet {
    /// All of the hit, and of the others what fits without making it a speck.
    fn around(hit: &Hit, others: &[Feature]) -> Self {
        let own = span_m(&hit.bounds);
        let mut bounds = hit.bounds;
        for other in others {
            let mut both = bounds;
            both.join(&other.shape.bounds());
            if span_m(&both) <= (own * 8.0).max(4_000.0) {
                bounds = both;
            }
        }
        let middle = bounds.middle();
        let (lat, lon) = metres_per_unit(middle.lat_deg());
        let wide = ((f64::from(bounds.east) - f64::from(bounds.west)) * lon).max(LEAST_M);
        let high =
            ((f64::from(bounds.north) - f64::from(bounds.south)) * lat).max(LEAST_M * HIGH / WIDE);
        let room = 1.0 - 2.0 * MARGIN;
        let scale = (WIDE * room / wide).min(HIGH * room / high);
        let around = Bounds::of([middle]);
        let mut seen = reach(&around, WIDE / 2.0 / scale);
        let up = reach(&around, HIGH / 2.0 / scale);
        (seen.south, seen.north) = (up.south, up.north);
        Self {
            plane: Plane::at(middle),
            scale,
            seen,
        }
    }

    fn at(&self, spot: Spot) -> (f64, f64) {
        let (east, north) = self.plane.flat(spot);
        // Far outside is cut off: pictures' coordinates are small numbers.
        let cut = |pixels: f64| pixels.clamp(-20_000.0, 20_000.0);
        (
            cut(WIDE / 2.0 + east * self.scale),
            cut(HIGH / 2.0 - north * self.scale),
        )
    }

    fn ground(&self, out: &mut String, store: &Store) -> Result<(), FindError> {
        let mut layers: [String; 4] = Default::default();
        let mut around = store.in_box(&self.seen)?;
        around.truncate(MOST_AROUND);
        for (number, _) in around {
            let feature = store.feature(number)?;
            if let Some((layer, class)) = class(&feature) {
                self.draw(&mut layers[layer], &feature.shape, class);
            }
        }
        layers.iter().for_each(|layer| out.push_str(layer));
        Ok(())
    }

    fn draw(&self, out: &mut String, shape: &Shape, class: &str) {
        if let Shape::Point(spot) = shape {
            let (x, y) = self.at(*spot);
            let _ = write!(
                out,
                "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\"/>"
            );
            return;
        }
        let line = if matches!(shape, Shape::Lines(_)) {
            " line"
        } else {
            ""
        };
        let _ = write!(
            out,
            "<path class=\"{class}{line}\" fill-rule=\"evenodd\" d=\""
        );
        shape.each_path(|path, ring| {
            let mut last = None;
            for (at, spot) in path.iter().enumerate() {
                let (x, y) = self.at(*spot);
                let pixel = ((x * 2.0) as i32, (y * 2.0) as i32);
                if last == Some(pixel) && at + 1 < path.len() {
                    continue;
                }
                last = Some(pixel);
                let _ = write!(out, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
            }
            out.push_str(if ring { "Z" } else { "" });
        });
        out.push_str("\"/>");
    }

    fn anchor(&self, shape: &Shape) -> (f64, f64) {
        self.at(shape.bounds().middle())
    }

    fn bar(&self, out: &mut String) {
        let most = WIDE / 4.0 / self.scale;
        let ten = 10f64.powf(most.log10().floor());
        let metres = [5.0, 2.0, 1.0]
            .map(|part| part * ten)
            .into_iter()
            .find(|metres| *metres <= most)
            .unwrap_or(ten);
        let (left, low, pixels) = (16.0, HIGH - 16.0, metres * self.scale);
        let words = super::print::metres(metres);
        let _ = write!(
            out,
            "<path class=\"bar\" d=\"M{left} {0:.1}V{low}H{1:.1}V{0:.1}\"/><text x=\"{left}\" y=\"{2:.1}\">{words}</text>\
             <path class=\"north\" d=\"M{3:.1} 14l6 16h-12z\"/><text x=\"{3:.1}\" y=\"44\" text-anchor=\"middle\">N</text>\
             <text x=\"{4:.1}\" y=\"{low}\" text-anchor=\"end\">© OpenStreetMap contributors</text>",
            low - 6.0,
            left + pixels,
            low - 10.0,
            WIDE - 22.0,
            WIDE - 12.0,
        );
    }
}

fn span_m(bounds: &Bounds) -> f64 {
    let corner = |lat, lon| Spot { lat, lon };
    crate::map::between_m(
        corner(bounds.south, bounds.west),
        corner(bounds.north, bounds.east),
    )
}

/// Which layer a feature around belongs to, from the ground up.
fn class(feature: &Feature) -> Option<(usize, &'static str)> {
    let tag = |key| feature.tag(key).unwrap_or_default();
    let area = matches!(feature.shape, Shape::Area(_));
    let line = matches!(feature.shape, Shape::Lines(_));
    if area && (tag("natural") == "water" || !tag("waterway").is_empty()) {
        Some((1, "water"))
    } else if area && !tag("building").is_empty() {
        Some((2, "house"))
    } else if area
        && (matches!(
            tag("landuse"),
            "forest" | "grass" | "meadow" | "cemetery" | "recreation_ground"
        ) || matches!(tag("natural"), "wood" | "scrub" | "grassland")
            || matches!(tag("leisure"), "park" | "pitch" | "garden"))
    {
        Some((0, "green"))
    } else if line && matches!(tag("waterway"), "river" | "canal" | "stream") {
        Some((1, "river"))
    } else if line && !tag("highway").is_empty() {
        Some((3, "road"))
    } else if line
        && matches!(
            tag("railway"),
            "rail" | "tram" | "light_rail" | "narrow_gauge" | "subway"
        )
    {
        Some((3, "rail"))
    } else {
        None
    }
}

/// Labels that would lie over another are left out; the first ones matter most.
#[derive(Default)]
struct Labels {
    taken: Vec<(f64, f64, f64)>,
}

impl Labels {
    fn put(&mut self, out: &mut String, (x, y): (f64, f64), text: &str) {
        const LETTER: f64 = 7.0;
        const LINE: f64 = 15.0;
        let text: String = text.chars().take(40).collect();
        let width = text.chars().count() as f64 * LETTER;
        let x = x.clamp(8.0, WIDE - 8.0);
        let left = (x + 9.0).min(WIDE - width - 8.0).max(8.0);
        let free = |top: f64| {
            self.taken
                .iter()
                .all(|(l, t, w)| (t - top).abs() > LINE || *l > left + width || left > l + w)
        };
        let top = [y + 4.0, y - 12.0, y + 20.0]
            .into_iter()
            .find(|top| (LINE..HIGH - 40.0).contains(top) && free(*top));
        let Some(top) = top else { return };
        self.taken.push((left, top, width));
        let _ = write!(
            out,
            "<text x=\"{left:.1}\" y=\"{top:.1}\">{}</text>",
            escaped(&text)
        );
    }
}
