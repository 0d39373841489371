//! Positions as OpenStreetMap keeps them: whole numbers of a ten-millionth of a degree.

use serde::{Deserialize, Serialize};

/// Ten-millionths of a degree in a degree.
pub const UNITS: f64 = 1e7;
pub(crate) const MOST_LAT: i64 = 900_000_000;
pub(crate) const MOST_LON: i64 = 1_800_000_000;

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Spot {
    pub lat: i32,
    pub lon: i32,
}

impl Spot {
    /// None outside the Earth.
    pub fn new(lat: i64, lon: i64) -> Option<Self> {
        let inside = lat.abs() <= MOST_LAT && lon.abs() <= MOST_LON;
        inside.then_some(Self {
            lat: lat as i32,
            lon: lon as i32,
        })
    }

    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        let whole = |degrees: f64| (degrees * UNITS).round() as i64;
        (lat.is_finite() && lon.is_finite())
            .then(|| Self::new(whole(lat), whole(lon)))
            .flatten()
    }

    pub fn lat_deg(self) -> f64 {
        f64::from(self.lat) / UNITS
    }

    pub fn lon_deg(self) -> f64 {
        f64::from(self.lon) / UNITS
    }
}

/// A box that does not cross the 180th meridian: what lies on both sides of it has a wide one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    pub south: i32,
    pub west: i32,
    pub north: i32,
    pub east: i32,
}

impl Bounds {
    /// Holds nothing; grows by `add`.
    pub const NOTHING: Self = Self {
        south: i32::MAX,
        west: i32::MAX,
        north: i32::MIN,
        east: i32::MIN,
    };

    pub fn of(spots: impl IntoIterator<Item = Spot>) -> Self {
        let mut bounds = Self::NOTHING;
        spots.into_iter().for_each(|spot| bounds.add(spot));
        bounds
    }

    pub fn add(&mut self, spot: Spot) {
        self.south = self.south.min(spot.lat);
        self.north = self.north.max(spot.lat);
        self.west = self.west.min(spot.lon);
        self.east = self.east.max(spot.lon);
    }

    pub fn join(&mut self, other: &Self) {
        self.south = self.south.min(other.south);
        self.north = self.north.max(other.north);
        self.west = self.west.min(other.west);
        self.east = self.east.max(other.east);
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.south <= other.north
            && other.south <= self.north
            && self.west <= other.east
            && other.west <= self.east
    }

    pub fn holds(&self, spot: Spot) -> bool {
        (self.south..=self.north).contains(&spot.lat) && (self.west..=self.east).contains(&spot.lon)
    }

    pub fn is_nothing(&self) -> bool {
        self.south > self.north
    }

    pub fn middle(&self) -> Spot {
        let half = |a: i32, b: i32| ((i64::from(a) + i64::from(b)) / 2) as i32;
        Spot {
            lat: half(self.south, self.north),
            lon: half(self.west, self.east),
        }
    }

    /// Where along a Hilbert curve over the whole Earth the middle lies (24 bits an axis, cells of
    /// 2.8 m): features near each other stand near each other in the store.
    pub(crate) fn hilbert(&self) -> u64 {
        let middle = self.middle();
        let x = ((i64::from(middle.lon) + MOST_LON) >> 8) as u32;
        let y = ((i64::from(middle.lat) + MOST_LAT) >> 8) as u32;
        hilbert(x, y)
    }
}

/// The way of walking the curve bit by bit (Warren, Hacker's Delight, chapter 16).
fn hilbert(mut x: u32, mut y: u32) -> u64 {
    let mut along = 0;
    for bit in (0..24).rev() {
        let (right, up) = (x >> bit & 1, y >> bit & 1);
        along = along << 2 | u64::from((3 * right) ^ up);
        if up == 0 {
            if right == 1 {
                (x, y) = (!x, !y);
            }
            (x, y) = (y, x);
        }
    }
    along
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_on_the_curve_are_neighbours_on_the_ground() {
        let mut seen: Vec<(u64, (i64, i64))> = (0..64)
            .flat_map(|x| (0..64).map(move |y| (hilbert(x, y), (i64::from(x), i64::from(y)))))
            .collect();
        seen.sort_unstable();
        for pair in seen.windows(2) {
            let ((before, a), (after, b)) = (pair[0], pair[1]);
            assert_eq!(after - before, 1);
            assert_eq!((a.0 - b.0).abs() + (a.1 - b.1).abs(), 1);
        }
    }
}
