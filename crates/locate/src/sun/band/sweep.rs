//! One sighting over a row of cells: what of the sun depends on time alone is worked out once, what
//! depends on the latitude once a row, and a cell costs a few multiplications and two roots.
//!
//! Exact against the full algorithm within 0.00002 degrees; the tests hold it.

use super::super::fit::{direction_blur, ratio_spreads};
use super::super::measured::{Measured, Spread};
use super::super::place::{Observer, Place};
use super::super::question::Shadow;
use super::super::spa::SunAt;
use super::super::topocentric::Air;
use super::Sighting;

/// The hour angle's rate, radians a second: a turn a day, but for the equation of time.
const TURN: f64 = std::f64::consts::TAU / 86_400.0;
/// Beyond this sum of squares a cell is as good as excluded, and its direction is not looked at.
const FAR: f64 = 100.0;

/// What has been found of one cell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cell {
    /// Sum of (difference / sigma) squared.
    squares: f64,
    /// Negative logarithm of the density.
    cost: f64,
    /// The greatest (difference / bound).
    bound: f64,
}

impl Cell {
    const NIGHT: Self = Self {
        squares: f64::INFINITY,
        cost: f64::INFINITY,
        bound: f64::INFINITY,
    };

    /// Cost, and reach: 1 at the edge of what fits.
    pub(crate) fn judged(&self, limit: f64) -> (f32, f32) {
        let normal = if limit > 0.0 {
            (self.squares / limit).sqrt()
        } else {
            0.0
        };
        let cost = if self.bound > 1.0 {
            f64::INFINITY
        } else {
            self.cost
        };
        (cost as f32, normal.max(self.bound) as f32)
    }

    fn add(&mut self, difference: f64, error: Spread) {
        match error {
            Spread::Sigma(sigma) => {
                let square = (difference / sigma) * (difference / sigma);
                self.squares += square;
                if square < FAR {
                    self.cost += 0.5 * square + sigma.ln();
                } else {
                    self.cost = f64::INFINITY;
                }
            }
            Spread::Bound(bound) => {
                self.bound = self.bound.max(difference.abs() / bound);
                self.cost += (2.0 * bound).ln();
            }
        }
    }
}

/// A sighting made ready for all rows.
pub(crate) struct Sweep {
    shadow: Shadow,
    time_error: Option<Spread>,
    /// The way to the sun that the direction says: sine and cosine of its azimuth.
    toward: Option<(f64, f64)>,
    sin_declination: f64,
    cos_declination: f64,
    parallax_sine: f64,
    /// Sine and cosine of each column's hour angle.
    columns: Vec<(f64, f64)>,
    lifted: Lifted,
}

impl Sweep {
    pub(crate) fn new(sighting: &Sighting, air: Air, columns: usize) -> Self {
        let sun = SunAt::at(sighting.at);
        let west = sun.greenwich_hour_angle_deg();
        let width = 360.0 / columns as f64;
        let hour_angle = |column: usize| {
            (west - 180.0 + (column as f64 + 0.5) * width)
                .to_radians()
                .sin_cos()
        };
        let (sin_declination, cos_declination) = sun.declination_deg.to_radians().sin_cos();
        let toward = |direction: Measured| (direction.value + 180.0).to_radians().sin_cos();
        Self {
            shadow: sighting.shadow,
            time_error: sighting.time_error.filter(|error| error.size() > 0.0),
            toward: sighting.shadow.direction.map(toward),
            sin_declination,
            cos_declination,
            parallax_sine: sun.parallax_sine(),
            columns: (0..columns).map(hour_angle).collect(),
            lifted: Lifted::new(air),
        }
    }

    /// How many of its measurements are normal.
    pub(crate) fn normal(&self) -> u8 {
        let measured = [self.shadow.ratio, self.shadow.direction];
        let normal = measured
            .iter()
            .flatten()
            .filter(|m| matches!(m.error, Spread::Sigma(_)));
        normal.count() as u8
    }

    /// Adds this sighting to every cell of a row.
    pub(crate) fn row(&self, latitude: f64, cells: &mut [Cell]) {
        let row = Row::new(self, latitude);
        for (cell, (sin_h, cos_h)) in cells.iter_mut().zip(&self.columns) {
            let up = row.up + row.up_cos * cos_h;
            let north = row.north - row.north_cos * cos_h;
            let east = -self.cos_declination * sin_h;
            let flat = (north * north + east * east).sqrt();
            let lift = self.lifted.tangent(up);
            let high = up + flat * lift;
            if high <= 0.0 {
                *cell = Cell::NIGHT;
                continue;
            }
            // tan(e + R) from tan(e) and tan(R).
            let ratio = (flat - up * lift) / high;
            if let Some(measured) = self.shadow.ratio {
                let square = 1.0 + measured.value * measured.value;
                let moved = || square * row.up_cos * sin_h.abs() / flat.max(1e-9);
                let spreads = ratio_spreads(measured.value, self.shadow.slope_deg);
                let error = self.error(measured.error, &spreads, moved);
                cell.add(ratio - measured.value, error);
            }
            if let (Some(measured), Some((sine, cosine))) = (self.shadow.direction, self.toward)
                && cell.squares < FAR
                && cell.bound < 2.0
            {
                let away = (east * cosine - north * sine).atan2(north * cosine + east * sine);
                let turning = || {
                    let (east_by, north_by) =
                        (-self.cos_declination * cos_h, row.north_cos * sin_h);
                    ((north * east_by - east * north_by) / (flat * flat).max(1e-12))
                        .abs()
                        .to_degrees()
                };
                let apparent_deg = high.atan2(flat - up * lift).to_degrees();
                let error = self.error(measured.error, &[direction_blur(apparent_deg)], turning);
                cell.add(away.to_degrees(), error);
            }
        }
    }

    /// A measurement's error with blur and slope, and with what the time's error moves the sun.
    #[inline]
    fn error(&self, error: Spread, sigmas: &[f64], a_radian: impl Fn() -> f64) -> Spread {
        let own: f64 = sigmas.iter().map(|sigma| sigma * sigma).sum();
        let time = self.time_error.map(|time| (time, TURN * a_radian()));
        match (error, time) {
            (Spread::Sigma(sigma), None) => Spread::Sigma((sigma * sigma + own).sqrt()),
            (Spread::Sigma(sigma), Some((time, rate))) => {
                let seconds = match time {
                    Spread::Sigma(seconds) => seconds,
                    // A flat error's sigma.
                    Spread::Bound(seconds) => seconds / 3f64.sqrt(),
                };
                Spread::Sigma((sigma * sigma + own + (rate * seconds).powi(2)).sqrt())
            }
            (Spread::Bound(bound), None) => Spread::Bound(bound + 2.0 * own.sqrt()),
            (Spread::Bound(bound), Some((Spread::Bound(seconds), rate))) => {
                Spread::Bound(bound + rate * seconds + 2.0 * own.sqrt())
            }
            (Spread::Bound(bound), Some((Spread::Sigma(seconds), rate))) => {
                Spread::Bound(bound + 2.0 * (own + (rate * seconds).powi(2)).sqrt())
            }
        }
    }
}

/// The parts of up and north that are the same along a row, and those that go with the hour angle's cosine.
struct Row {
    up: f64,
    up_cos: f64,
    north: f64,
    north_cos: f64,
}

impl Row {
    fn new(sweep: &Sweep, latitude: f64) -> Self {
        let place = Place {
            latitude,
            longitude: 0.0,
            height_m: 0.0,
            radius_m: 0.0,
        };
        let observer = Observer::from(&place);
        let (sine, cosine) = (observer.sin_latitude, observer.cos_latitude);
        let along = sweep.sin_declination - observer.from_equator * sweep.parallax_sine;
        let out = observer.from_axis * sweep.parallax_sine;
        Self {
            up: sine * along - cosine * out,
            up_cos: cosine * sweep.cos_declination,
            north: cosine * along + sine * out,
            north_cos: sine * sweep.cos_declination,
        }
    }
}

/// The tangent of the refraction by the sine of the elevation, in a table.
struct Lifted {
    table: Vec<f64>,
}

impl Lifted {
    const LOW: f64 = -0.02;
    const CELLS: f64 = 8192.0;

    fn new(air: Air) -> Self {
        let tangent = |index: usize| {
            let sine = Self::LOW + index as f64 * (1.0 - Self::LOW) / Self::CELLS;
            air.refraction_deg(sine.min(1.0).asin().to_degrees())
                .to_radians()
                .tan()
        };
        Self {
            table: (0..=Self::CELLS as usize + 1).map(tangent).collect(),
        }
    }

    #[inline]
    fn tangent(&self, sine: f64) -> f64 {
        let along = (sine - Self::LOW) * (Self::CELLS / (1.0 - Self::LOW));
        if along < 0.0 {
            return 0.0;
        }
        let index = (along as usize).min(Self::CELLS as usize - 1);
        let part = along - index as f64;
        self.table[index] + part * (self.table[index + 1] - self.table[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sun::fit::fit;
    use crate::sun::{PlaceQuestion, sun_position};
    use proptest::prelude::*;

    fn sighting(at: &str, ratio: Option<&str>, direction: Option<&str>) -> Sighting {
        Sighting {
            at: at.parse().unwrap(),
            time_error: None,
            shadow: Shadow {
                ratio: ratio.map(|text| Measured::ratio(text).unwrap()),
                direction: direction.map(|text| Measured::direction(text).unwrap()),
                slope_deg: 1.0,
                later: None,
            },
        }
    }

    #[test]
    fn the_grid_is_the_full_algorithm_cell_by_cell() {
        for (at, ratio, direction) in [
            ("2024-02-29T13:59:59Z", Some("0.5±0.1"), None),
            ("2022-06-21T04:00:00Z", Some("3±0.5"), Some("280±20")),
            ("1950-12-21T18:30:00Z", None, Some("5±4")),
        ] {
            let sighting = sighting(at, ratio, direction);
            let question = PlaceQuestion {
                sightings: vec![sighting],
                air: Air::default(),
                step_deg: 3.0,
            };
            let sweep = Sweep::new(&sighting, Air::default(), 120);
            let mut cells = vec![Cell::default(); 120];
            let grid = question.grid().unwrap();
            let mut compared = 0;
            for row in 0..grid.rows {
                cells.fill(Cell::default());
                sweep.row(grid.latitude(row), &mut cells);
                for (column, cell) in cells.iter().enumerate() {
                    let place = Place::new(grid.latitude(row), grid.longitude(column)).unwrap();
                    let sun = sun_position(&place, sighting.at, Air::default()).unwrap();
                    let full = fit(
                        &sighting.shadow,
                        sun.azimuth_deg,
                        sun.apparent_elevation_deg,
                    );
                    let Some(full) = full else {
                        assert!(cell.squares.is_infinite() || sun.apparent_elevation_deg > -1e-4);
                        continue;
                    };
                    if full.squares < 50.0 {
                        let away = (full.squares - cell.squares).abs();
                        assert!(away < 1e-3 * (1.0 + full.squares), "{place:?} {away}");
                        compared += 1;
                    }
                }
            }
            assert!(compared > 100, "{compared}");
        }
    }

    proptest! {
        /// 0.00002 degrees of elevation, from the horizon to the zenith.
        #[test]
        fn a_cells_elevation_is_the_full_one(latitude in -89.9..89.9f64, hour in 0..24u8, column in 0..360usize) {
            let at = format!("2023-08-11T{hour:02}:17:00Z");
            let sighting = sighting(&at, Some("1±0.1"), None);
            let sweep = Sweep::new(&sighting, Air::default(), 360);
            let row = Row::new(&sweep, latitude);
            let (sin_h, cos_h) = sweep.columns[column];
            let up = row.up + row.up_cos * cos_h;
            let north = row.north - row.north_cos * cos_h;
            let flat = north.hypot(sweep.cos_declination * sin_h);
            let lift = sweep.lifted.tangent(up);
            let found = (up + flat * lift).atan2(flat - up * lift).to_degrees();
            let place = Place::new(latitude, column as f64 - 179.5).unwrap();
            let full = sun_position(&place, sighting.at, Air::default()).unwrap();
            if full.apparent_elevation_deg > 0.0 {
                prop_assert!((found - full.apparent_elevation_deg).abs() < 2e-5);
            }
        }
    }
}
