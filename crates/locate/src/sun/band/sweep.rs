//! One sighting over a row of cells: what of the sun depends on time alone is worked out once, what
//! depends on the latitude once a row, and a cell costs a few multiplications and two roots.
//!
//! Exact against the full algorithm within 0.00002 degrees; the tests hold it.

use std::f64::consts::TAU;
use std::ops::Range;

use super::super::fit::{direction_blur_of, ratio_spreads, widened};
use super::super::measured::{Measured, Spread};
use super::super::place::{Observer, Place};
use super::super::question::Shadow;
use super::super::spa::SunAt;
use super::super::topocentric::{Air, SUNRISE_DEG};
use super::Sighting;
use super::cell::{Cell, Scale};
use super::lifted::Lifted;
use super::runs::{common, joined};

/// The hour angle's rate, radians a second: a turn a day, but for the equation of time.
const TURN: f64 = TAU / 86_400.0;
/// Beyond this sum of squares, five sigma, a cell is excluded and not looked at further: less than a
/// millionth of the mass lies there, and up to eight measurements fit within fewer (`most_squares`).
const FAR: f64 = 25.0;

/// A sighting made ready for all rows.
pub(crate) struct Sweep {
    shadow: Shadow,
    time_error: Option<Spread>,
    /// The way to the sun that the direction says: sine and cosine of its azimuth.
    toward: Option<(f64, f64)>,
    sin_declination: f64,
    cos_declination: f64,
    parallax_sine: f64,
    /// Blur and slope added; `ratio_a_radian` is the ratio's change with a radian of elevation.
    ratio_error: Spread,
    ratio_scale: Scale,
    ratio_a_radian: f64,
    /// Sines of the elevations outside which no cell is looked at.
    heights: (f64, f64),
    /// Of the first column, in radians.
    first_hour_angle: f64,
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
        let shadow = sighting.shadow;
        let time_error = sighting.time_error.filter(|error| error.size() > 0.0);
        let widen =
            |ratio: Measured| widened(ratio.error, &ratio_spreads(ratio.value, shadow.slope_deg));
        let ratio_a_radian = shadow
            .ratio
            .map_or(0.0, |ratio| 1.0 + ratio.value * ratio.value);
        let most_seconds = time_error.map_or(0.0, |error| 6.0 * error.size());
        let ratio_error = shadow.ratio.map_or(Spread::Bound(1.0), widen);
        let heights = heights(
            shadow.ratio.map(|ratio| (ratio, ratio_error)),
            most_seconds * TURN * ratio_a_radian,
            width,
            air,
        );
        let toward = |direction: Measured| (direction.value + 180.0).to_radians().sin_cos();
        Self {
            shadow,
            time_error,
            toward: shadow.direction.map(toward),
            sin_declination,
            cos_declination,
            parallax_sine: sun.parallax_sine(),
            ratio_error,
            ratio_scale: Scale::from(ratio_error),
            ratio_a_radian,
            heights,
            first_hour_angle: (west - 180.0 + 0.5 * width).to_radians(),
            columns: (0..columns).map(hour_angle).collect(),
            lifted: Lifted::new(air, heights),
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

    /// Adds this sighting to the cells of a row's runs.
    pub(crate) fn row(&self, latitude: f64, cells: &mut [Cell], runs: &[Range<usize>]) {
        let row = Row::new(self, latitude);
        for run in runs {
            let columns = self.columns[run.clone()].iter();
            for (cell, (sin_h, cos_h)) in cells[run.clone()].iter_mut().zip(columns) {
                self.cell(&row, *sin_h, *cos_h, cell);
            }
        }
    }

    /// Leaves those columns of a row that may matter.
    pub(crate) fn narrow(&self, latitude: f64, runs: &mut Vec<Range<usize>>) {
        *runs = common(runs, &self.runs(&Row::new(self, latitude)));
    }

    /// The columns of a row where the sun's height is one that the ratio may explain: one run before
    /// noon and one after. The height goes with the hour angle's cosine, so two arc cosines find them.
    fn runs(&self, row: &Row) -> Vec<Range<usize>> {
        let steep = row.up_cos.max(1e-9);
        let inner = ((self.heights.1 - row.up) / steep).clamp(-1.0, 1.0).acos();
        let outer = ((self.heights.0 - row.up) / steep).clamp(-1.0, 1.0).acos();
        if self.heights.0 > row.up + row.up_cos || self.heights.1 < row.up - row.up_cos {
            return Vec::new();
        }
        let count = self.columns.len() as f64;
        let column = |hour_angle: f64| (hour_angle - self.first_hour_angle) * count / TAU;
        let mut runs = Vec::new();
        for (from, to) in [(-outer, -inner), (inner, outer)] {
            let from = (column(from) - 1.0).floor();
            let length = ((column(to) + 2.0).ceil() - from).min(count);
            let begin = from.rem_euclid(count) as usize;
            let end = begin + length as usize;
            runs.push(begin..end.min(self.columns.len()));
            if end > self.columns.len() {
                runs.push(0..end - self.columns.len());
            }
        }
        joined(runs)
    }

    #[inline]
    fn cell(&self, row: &Row, sin_h: f64, cos_h: f64, cell: &mut Cell) {
        let up = row.up + row.up_cos * cos_h;
        let north = row.north - row.north_cos * cos_h;
        let east = -self.cos_declination * sin_h;
        let flat = (north * north + east * east).sqrt();
        let lift = self.lifted.tangent(up);
        let high = up + flat * lift;
        if high <= 0.0 {
            *cell = Cell::NIGHT;
            return;
        }
        if let Some(measured) = self.shadow.ratio {
            // cot(e + R) from the sides of e and tan(R).
            let ratio = (flat - up * lift) / high;
            let away = ratio - measured.value;
            match self.time_error {
                None => cell.add(away, &self.ratio_scale),
                Some(time) => {
                    let moved = self.ratio_a_radian * row.up_cos * sin_h.abs() / flat.max(1e-9);
                    cell.add(away, &Scale::from(later(self.ratio_error, time, moved)));
                }
            }
        }
        if let (Some(_), Some((sine, cosine))) = (self.shadow.direction, self.toward)
            && cell.squares < FAR
            && cell.bound < 2.0
        {
            let away = (east * cosine - north * sine).atan2(north * cosine + east * sine);
            let mut error = self.direction_error(high, flat - up * lift);
            if let Some(time) = self.time_error {
                let (east_by, north_by) = (-self.cos_declination * cos_h, row.north_cos * sin_h);
                let turning = (north * east_by - east * north_by) / (flat * flat).max(1e-12);
                error = later(error, time, turning.abs().to_degrees());
            }
            cell.add(away.to_degrees(), &Scale::from(error));
        }
    }

    fn direction_error(&self, high: f64, flat: f64) -> Spread {
        let error = self
            .shadow
            .direction
            .map_or(Spread::Bound(180.0), |direction| direction.error);
        widened(error, &[direction_blur_of(flat / high.hypot(flat))])
    }
}

/// An error with what the time's error moves the sun; `a_radian` is the measurement's change with a
/// radian of the hour angle.
fn later(error: Spread, time: Spread, a_radian: f64) -> Spread {
    let rate = TURN * a_radian;
    match (error, time) {
        // A flat error's sigma is its bound over the root of three.
        (Spread::Sigma(_), Spread::Bound(seconds)) => {
            widened(error, &[rate * seconds / 3f64.sqrt()])
        }
        (_, Spread::Sigma(seconds)) => widened(error, &[rate * seconds]),
        (Spread::Bound(bound), Spread::Bound(seconds)) => Spread::Bound(bound + rate * seconds),
    }
}

/// The sines of the true elevations between which a ratio is within five sigma or twice its bound, a
/// cell and a half more on either side so that outlines have a neighbour to be drawn to.
fn heights(
    ratio: Option<(Measured, Spread)>,
    most_moved: f64,
    step_deg: f64,
    air: Air,
) -> (f64, f64) {
    let margin = 1.5 * step_deg;
    // Refraction is greater the lower: what is lifted to a height is lifted by less than this.
    let lifted = |low: f64| air.refraction_deg((low - 1.0).max(SUNRISE_DEG));
    let Some((measured, error)) = ratio else {
        return ((-margin - lifted(0.0)).to_radians().sin(), 2.0);
    };
    let far = most_moved
        + match error {
            Spread::Sigma(sigma) => FAR.sqrt() * sigma,
            Spread::Bound(bound) => 2.0 * bound,
        };
    let elevation = |ratio: f64| 1f64.atan2(ratio).to_degrees();
    let low = elevation(measured.value + far);
    let low = low - lifted(low) - margin;
    let high = elevation((measured.value - far).max(0.0)) + margin;
    let top = if high >= 90.0 {
        2.0
    } else {
        high.to_radians().sin() + 1e-4
    };
    (low.to_radians().sin() - 1e-4, top)
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
                let mut runs = vec![Range { start: 0, end: 120 }];
                sweep.narrow(grid.latitude(row), &mut runs);
                sweep.row(grid.latitude(row), &mut cells, &runs);
                for (column, cell) in cells.iter().enumerate() {
                    let place = Place::new(grid.latitude(row), grid.longitude(column)).unwrap();
                    let sun = sun_position(&place, sighting.at, Air::default()).unwrap();
                    let full = fit(
                        &sighting.shadow,
                        sun.azimuth_deg,
                        sun.apparent_elevation_deg,
                    );
                    let looked_at = runs.iter().any(|run| run.contains(&column));
                    let Some(full) = full else {
                        let down = sun.apparent_elevation_deg < -1e-4;
                        assert!(!looked_at || !down || cell.squares.is_infinite());
                        continue;
                    };
                    assert!(looked_at || full.squares > 25.0, "{place:?}: {full:?}");
                    if full.squares < 20.0 {
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
        fn a_cells_elevation_is_the_full_one(high in any::<bool>(), latitude in -89.9..89.9f64, hour in 0..24u8, column in 0..360usize) {
            let at = format!("2023-08-11T{hour:02}:17:00Z");
            let sighting = sighting(&at, None, Some("1±1"));
            let mut sweep = Sweep::new(&sighting, Air::default(), 360);
            if high {
                sweep.lifted = Lifted::new(Air::default(), (0.11, 2.0));
            }
            let row = Row::new(&sweep, latitude);
            let (sin_h, cos_h) = sweep.columns[column];
            let up = row.up + row.up_cos * cos_h;
            let north = row.north - row.north_cos * cos_h;
            let flat = north.hypot(sweep.cos_declination * sin_h);
            let lift = sweep.lifted.tangent(up);
            let found = (up + flat * lift).atan2(flat - up * lift).to_degrees();
            let place = Place::new(latitude, column as f64 - 179.5).unwrap();
            let full = sun_position(&place, sighting.at, Air::default()).unwrap();
            if full.apparent_elevation_deg > if high { 6.5 } else { 0.0 } {
                prop_assert!((found - full.apparent_elevation_deg).abs() < 2e-5);
            }
        }
    }
}
