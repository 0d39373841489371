//! Which part of the earth a drawing shows, and where a point lies in it.
//!
//! Equirectangular, narrowed by the cosine of the middle latitude: true in both directions there,
//! and at the size of a region nowhere off by more than a line's width.

use bearings_model::MapFeature;

use crate::basemap::area::{Area, Point};

const METRES_PER_DEGREE: f64 = 111_195.0;

/// The shorter side shows at least this much, so that one place still has surroundings.
const LEAST_METRES: f64 = 22_000.0;

/// A larger radius ("somewhere in the region") does not widen the frame.
const WIDEST_RADIUS: f64 = 9_000.0;

/// Places farther than this from the middle one may be left to the overview.
const CLUSTER_METRES: f64 = 45_000.0;

/// An overview shows at least this far around the main drawing.
const OVERVIEW_METRES: f64 = 650_000.0;

#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    middle: Point,
    pub width: f64,
    pub height: f64,
    pub metres_per_pixel: f64,
}

impl Frame {
    /// Around the places where most of them lie together; around all where they do not.
    pub fn around_most(places: &[MapFeature], size: (f64, f64)) -> Self {
        let centre = median(places);
        let near: Vec<&MapFeature> = places
            .iter()
            .filter(|place| metres(centre, at(place)) < CLUSTER_METRES)
            .collect();
        if near.len() * 2 > places.len() {
            Self::around(&near, LEAST_METRES, size)
        } else {
            Self::around(&places.iter().collect::<Vec<_>>(), LEAST_METRES, size)
        }
    }

    /// All places, and enough around them to recognise the country.
    pub fn overview(places: &[MapFeature], size: (f64, f64)) -> Self {
        Self::around(&places.iter().collect::<Vec<_>>(), OVERVIEW_METRES, size)
    }

    fn around(places: &[&MapFeature], least_metres: f64, (width, height): (f64, f64)) -> Self {
        let mut box_metres = [
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ];
        let origin = places.first().map_or([0.0, 0.0], |place| at(place));
        let stretch = narrowing(origin[1]);
        for place in places {
            let radius = f64::from(place.radius_m).min(WIDEST_RADIUS);
            let x = (place.lon - origin[0]) * METRES_PER_DEGREE * stretch;
            let y = (place.lat - origin[1]) * METRES_PER_DEGREE;
            box_metres = [
                box_metres[0].min(x - radius),
                box_metres[1].min(y - radius),
                box_metres[2].max(x + radius),
                box_metres[3].max(y + radius),
            ];
        }
        let [west, south, east, north] = box_metres;
        let middle = [
            origin[0] + (west + east) / 2.0 / METRES_PER_DEGREE / stretch,
            origin[1] + (south + north) / 2.0 / METRES_PER_DEGREE,
        ];
        // A margin, so that no circle touches the edge and labels have room.
        let needed = ((east - west) * 1.3 / width).max((north - south) * 1.25 / height);
        let least = least_metres / width.min(height);
        Self {
            middle,
            width,
            height,
            metres_per_pixel: needed.max(least),
        }
    }

    pub fn project(&self, [lon, lat]: Point) -> (f64, f64) {
        let stretch = narrowing(self.middle[1]);
        let east = (lon - self.middle[0]) * METRES_PER_DEGREE * stretch;
        let north = (lat - self.middle[1]) * METRES_PER_DEGREE;
        (
            self.width / 2.0 + east / self.metres_per_pixel,
            self.height / 2.0 - north / self.metres_per_pixel,
        )
    }

    pub fn pixels(&self, metres: f64) -> f64 {
        metres / self.metres_per_pixel
    }

    /// What is shown, with a little around it so that cut edges stay outside.
    pub fn area(&self) -> Area {
        let stretch = narrowing(self.middle[1]);
        let half = |pixels: f64| (pixels / 2.0 + 12.0) * self.metres_per_pixel / METRES_PER_DEGREE;
        let (across, up) = (half(self.width) / stretch, half(self.height));
        Area {
            west: self.middle[0] - across,
            south: self.middle[1] - up,
            east: self.middle[0] + across,
            north: self.middle[1] + up,
        }
    }

    pub fn shows(&self, point: Point) -> bool {
        let (x, y) = self.project(point);
        (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y)
    }

    /// A round length for the scale bar, about a fifth of the width, in metres.
    pub fn scale_length(&self) -> f64 {
        let most = self.width / 4.0 * self.metres_per_pixel;
        let power = 10_f64.powf(most.log10().floor());
        [5.0, 2.0, 1.0]
            .into_iter()
            .map(|step| step * power)
            .find(|length| *length <= most)
            .unwrap_or(power)
    }
}

pub(super) fn at(place: &MapFeature) -> Point {
    [place.lon, place.lat]
}

fn narrowing(lat: f64) -> f64 {
    lat.to_radians().cos().max(0.05)
}

fn metres(a: Point, b: Point) -> f64 {
    let x = (a[0] - b[0]) * narrowing((a[1] + b[1]) / 2.0);
    x.hypot(a[1] - b[1]) * METRES_PER_DEGREE
}

fn median(places: &[MapFeature]) -> Point {
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    [
        middle(places.iter().map(|p| p.lon).collect()),
        middle(places.iter().map(|p| p.lat).collect()),
    ]
}
