//! Scenes with known truth: a camera, landmarks in its view, marked with known noise.
//!
//! The same seed makes the same scenes. Used by the tests and by `examples/fix_scenes.rs`.
#![allow(dead_code)] // Each of those uses a part of it.

use bearings_locate::fix::{
    CameraHeight, Elevation, FixQuestion, FrameRegion, Lens, MapFeature, MatchRow, Measured,
    Relation, Verdict,
};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scene {
    pub question: FixQuestion,
    pub truth: Truth,
    pub noise_px: f64,
    /// The row matched with another building, if one is.
    pub wrong: Option<usize>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Truth {
    pub lat: f64,
    pub lon: f64,
    pub height_m: f64,
    pub azimuth_deg: f64,
    pub focal_px: f64,
}

/// What kind of scenes to make.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    pub landmarks: usize,
    pub noise_px: f64,
    /// The pixel error is told to the fix.
    pub stated: bool,
    pub lens_known: bool,
    pub drone: bool,
    /// How far places and heights of the map are off, and said to be.
    pub map_m: f64,
    pub wrong: bool,
}

/// SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Debug)]
pub struct Chance(pub u64);

impl Chance {
    pub fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.part()
    }

    /// Box and Muller's normal numbers.
    pub fn normal(&mut self) -> f64 {
        let size = (-2.0 * (1.0 - self.part()).ln()).sqrt();
        size * (std::f64::consts::TAU * self.part()).cos()
    }
}

const WIDTH: f64 = 1920.0;
const HEIGHT: f64 = 1080.0;

/// WGS 84's radii at a latitude: metres a radian north and east.
fn radii(lat: f64) -> (f64, f64) {
    let e2 = 0.006_694_379_990_14;
    let w = (1.0 - e2 * lat.to_radians().sin().powi(2)).sqrt();
    let a = 6_378_137.0;
    (a * (1.0 - e2) / w.powi(3), a / w * lat.to_radians().cos())
}

/// Metres east and north of one point, by its radii: at 300 m right to a millimetre or two.
pub fn offset(lat: f64, lon: f64, to: (f64, f64)) -> (f64, f64) {
    let (north, east) = radii(lat);
    (
        (to.1 - lon).to_radians() * east,
        (to.0 - lat).to_radians() * north,
    )
}

pub fn make(kind: Kind, chance: &mut Chance) -> Scene {
    loop {
        if let Some(scene) = attempt(kind, chance) {
            return scene;
        }
    }
}

fn attempt(kind: Kind, chance: &mut Chance) -> Option<Scene> {
    let lat = chance.within(-60.0, 60.0);
    let lon = chance.within(-170.0, 170.0);
    let focal_px = WIDTH / 2.0 / (chance.within(45.0, 80.0) / 2.0).to_radians().tan();
    let azimuth = chance.within(0.0, 360.0);
    let tilt: f64 = if kind.drone {
        chance.within(-35.0, -10.0)
    } else {
        chance.within(-5.0, 8.0)
    };
    let roll = 2.0 * chance.normal();
    let up = if kind.drone {
        chance.within(30.0, 120.0)
    } else {
        1.6 + chance.normal()
    };
    let mut rows = Vec::new();
    for number in 0..kind.landmarks {
        rows.push(landmark(
            kind,
            chance,
            number,
            (lat, lon, up),
            (azimuth, tilt, roll),
            focal_px,
        )?);
    }
    let wrong = kind
        .wrong
        .then(|| (chance.part() * kind.landmarks as f64) as usize);
    if let Some(row) = wrong {
        let (away, way) = (
            chance.within(25.0, 100.0),
            chance.within(0.0, 360.0).to_radians(),
        );
        let (north, east) = radii(lat);
        rows[row].map.lat += (away * way.cos() / north).to_degrees();
        rows[row].map.lon += (away * way.sin() / east).to_degrees();
    }
    let mut question = FixQuestion::of_frame("scene", WIDTH, HEIGHT);
    question.rows = rows;
    question.camera = if kind.drone {
        CameraHeight::Free
    } else {
        CameraHeight::HandHeld
    };
    question.pixel_error_px = kind.stated.then_some(kind.noise_px.max(0.1));
    if kind.lens_known {
        // Known to one part in a hundred.
        let value = focal_px * (1.0 + 0.01 * chance.normal());
        question.lens = Lens::FocalPx(Measured {
            value,
            error: 0.01 * value,
        });
    }
    let truth = Truth {
        lat,
        lon,
        height_m: up,
        azimuth_deg: azimuth,
        focal_px,
    };
    Some(Scene {
        question,
        truth,
        noise_px: kind.noise_px,
        wrong,
    })
}

/// A point 30 to 300 m away inside the view, none where it falls outside the frame too often.
fn landmark(
    kind: Kind,
    chance: &mut Chance,
    number: usize,
    (lat, lon, camera_m): (f64, f64, f64),
    (azimuth, tilt, roll): (f64, f64, f64),
    focal_px: f64,
) -> Option<MatchRow> {
    for _ in 0..200 {
        let away = chance.within(30.0, 300.0);
        let bearing = (azimuth + chance.within(-40.0, 40.0)).to_radians();
        let height_m = chance.within(0.0, 40.0);
        let (east, north) = (away * bearing.sin(), away * bearing.cos());
        // The earth falls away by 7 mm at 300 m, and light bends an eighth of it back.
        let drop = away * away / (2.0 * 6_371_000.0) * (1.0 - 0.13);
        let Some([x, y]) = frame(
            [east, north, height_m - drop - camera_m],
            [azimuth.to_radians(), tilt.to_radians(), roll.to_radians()],
            focal_px,
        ) else {
            continue;
        };
        let x_px = x + WIDTH / 2.0 + kind.noise_px * chance.normal();
        let y_px = y + HEIGHT / 2.0 + kind.noise_px * chance.normal();
        if !(0.0..=WIDTH).contains(&x_px) || !(0.0..=HEIGHT).contains(&y_px) {
            continue;
        }
        let (a_radian_north, a_radian_east) = radii(lat);
        let mut off = || kind.map_m * chance.normal();
        let map = MapFeature {
            id: None,
            lat: lat + ((north + off()) / a_radian_north).to_degrees(),
            lon: lon + ((east + off()) / a_radian_east).to_degrees(),
            error_m: kind.map_m,
            elevation: Elevation::AboveGround(Measured {
                value: height_m + off(),
                error: kind.map_m,
            }),
        };
        return Some(MatchRow {
            name: format!("landmark {}", number + 1),
            region: FrameRegion::point(x_px, y_px),
            error_px: None,
            map,
            relation: Relation::SameObject,
            imagery: None,
            verdict: Verdict::Accepted,
            by: None,
            note: None,
        });
    }
    None
}

/// Written apart from the fix: turned by azimuth, then tilt, then roll, then divided.
fn frame(
    [east, north, up]: [f64; 3],
    [azimuth, tilt, roll]: [f64; 3],
    focal_px: f64,
) -> Option<[f64; 2]> {
    let aside = east * azimuth.cos() - north * azimuth.sin();
    let ahead = east * azimuth.sin() + north * azimuth.cos();
    let depth = ahead * tilt.cos() + up * tilt.sin();
    let above = up * tilt.cos() - ahead * tilt.sin();
    if depth < 5.0 {
        return None;
    }
    let (x, y) = (focal_px * aside / depth, -focal_px * above / depth);
    // The camera turned clockwise turns the picture against it.
    Some([
        x * roll.cos() + y * roll.sin(),
        y * roll.cos() - x * roll.sin(),
    ])
}
