//! A question laid out in the plane: its observations, and what had to be taken as given.
//!
//! What is missing is taken as given only where the camera could not be found without, and is said.

use super::answer::Datum;
use super::matrix::Vec3;
use super::plane::Plane;
use super::question::{
    CameraHeight, DEFAULT_PIXEL_ERROR_PX, Elevation, FixQuestion, HAND_HELD, Measured, NamedPoint,
};
use super::sight::Sight;

/// Phones and cameras as people carry them: 0.8 of the frame's length, most within 0.5 to 1.3.
const USUAL_FOCAL: f64 = 0.8;
const USUAL_FOCAL_LN_SD: f64 = 0.5;

/// No point is marked better than this, whatever is stated.
const FINEST_PX: f64 = 0.1;

#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) plane: Plane,
    /// The landmarks first, in the order of `landmarks`; then lines, and what is known beforehand.
    pub(crate) sights: Vec<Sight>,
    pub(crate) landmarks: Vec<Landmark>,
    pub(crate) datum: Datum,
    /// The ground's height in the datum, as far as it is known.
    pub(crate) ground_m: Option<f64>,
    pub(crate) focal: Option<Measured>,
    /// The longer side of the frame.
    pub(crate) frame_px: f64,
    pub(crate) assumptions: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Landmark {
    /// The row's number in the question.
    pub(crate) row: usize,
    /// From the frame's middle.
    pub(crate) xy: [f64; 2],
    pub(crate) at: Vec3,
    pub(crate) has_height: bool,
}

/// What the heights of a question are above.
pub(crate) fn datum(question: &FixQuestion) -> Datum {
    let by_rows = question
        .used_rows()
        .any(|row| matches!(row.map.elevation, Elevation::AboveSea(_)));
    if by_rows || matches!(question.camera, CameraHeight::AboveSea(_)) {
        Datum::Sea
    } else {
        Datum::Ground
    }
}

impl Scene {
    pub(crate) fn of(question: &FixQuestion, plane: Plane) -> Self {
        let focal = question.lens.focal_px(question.frame);
        let mut scene = Self {
            plane,
            sights: Vec::new(),
            landmarks: Vec::new(),
            datum: datum(question),
            ground_m: None,
            focal,
            frame_px: question.frame.width_px.max(question.frame.height_px),
            assumptions: Vec::new(),
        };
        scene.ground_m = match scene.datum {
            Datum::Ground => Some(0.0),
            Datum::Sea => question.ground.map(|ground| ground.value),
        };
        scene.landmarks(question);
        scene.lines(question);
        scene.known_of_height(question);
        scene.known_of_lens();
        scene.known_of_level(question);
        scene
    }

    /// How many observations there are beyond the seven unknowns, with these landmarks.
    pub(crate) fn spare(&self, used: &[bool]) -> usize {
        let sights = self.sights.iter().zip(used);
        let count: usize = sights
            .filter(|(_, used)| **used)
            .map(|(sight, _)| sight.count())
            .sum();
        count.saturating_sub(super::matrix::UNKNOWNS)
    }

    fn landmarks(&mut self, question: &FixQuestion) {
        let usual = question.pixel_error_px.unwrap_or(DEFAULT_PIXEL_ERROR_PX);
        let counted = question
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.counts());
        for (number, row) in counted {
            let xy = from_middle(question, [row.region.x_px, row.region.y_px]);
            let pixel_sd = row.error_px.unwrap_or(usual).max(FINEST_PX);
            let map_sd = row.map.error_m;
            let height = self.height(row.map.elevation, question);
            let level = height.map_or(self.ground_m.unwrap_or(0.0), |height| height.value);
            let at = self.plane.local(row.map.lat, row.map.lon, level);
            self.sights.push(match height {
                Some(height) => Sight::Point {
                    xy,
                    at,
                    pixel_sd,
                    map_sd,
                    height_sd: height.error,
                },
                None => Sight::Bearing {
                    xy,
                    at,
                    pixel_sd,
                    map_sd,
                },
            });
            self.landmarks.push(Landmark {
                row: number,
                xy,
                at,
                has_height: height.is_some(),
            });
        }
        if self.datum == Datum::Ground && self.landmarks.iter().any(|one| one.has_height) {
            self.assumptions.push(
                "The ground is taken as level between the camera and the landmarks; where it \
                 is not, give heights above the sea."
                    .to_owned(),
            );
        }
    }

    /// A landmark's height in the datum.
    fn height(&self, elevation: Elevation, question: &FixQuestion) -> Option<Measured> {
        match elevation {
            Elevation::Unknown => None,
            Elevation::AboveSea(height) => Some(height),
            Elevation::AboveGround(height) if self.datum == Datum::Ground => Some(height),
            Elevation::AboveGround(height) => question.ground.map(|ground| Measured {
                value: ground.value + height.value,
                error: ground.error.hypot(height.error),
            }),
        }
    }

    fn lines(&mut self, question: &FixQuestion) {
        let usual = question.pixel_error_px.unwrap_or(DEFAULT_PIXEL_ERROR_PX);
        for transit in &question.transits {
            let place = |point: &NamedPoint| self.plane.local(point.lat, point.lon, 0.0);
            self.sights.push(Sight::Transit {
                near: place(&transit.near),
                far: place(&transit.far),
                sd: transit.error_deg.max(0.005).to_radians(),
                near_sd: transit.near.error_m,
                far_sd: transit.far.error_m,
            });
        }
        for line in &question.verticals {
            self.sights.push(Sight::Vertical {
                from: from_middle(question, line.from),
                to: from_middle(question, line.to),
                pixel_sd: line.error_px.unwrap_or(usual).max(FINEST_PX),
            });
        }
        for point in &question.horizon {
            self.sights.push(Sight::Horizon {
                xy: from_middle(question, point.at),
                pixel_sd: point.error_px.unwrap_or(usual).max(FINEST_PX),
                ground_m: self.ground_m.unwrap_or(0.0),
            });
        }
    }

    fn known_of_height(&mut self, question: &FixQuestion) {
        let above_ground = |height: Measured| match (self.datum, question.ground) {
            (Datum::Ground, _) => Some(height),
            (Datum::Sea, Some(ground)) => Some(Measured {
                value: ground.value + height.value,
                error: ground.error.hypot(height.error),
            }),
            (Datum::Sea, None) => None,
        };
        let height = match question.camera {
            CameraHeight::HandHeld => above_ground(HAND_HELD),
            CameraHeight::AboveGround(height) => above_ground(height),
            CameraHeight::AboveSea(height) => Some(height),
            CameraHeight::Free => None,
        };
        let held = self.landmarks.iter().filter(|one| one.has_height).count();
        let height = match height {
            Some(height) => {
                if question.camera == CameraHeight::HandHeld {
                    self.assumptions.push(format!(
                        "The camera is taken as held {} m above the ground, within {} m.",
                        HAND_HELD.value, HAND_HELD.error
                    ));
                }
                Some(height)
            }
            None if held < 2 => {
                let value = self.ground_m.unwrap_or(0.0) + 50.0;
                self.assumptions.push(
                    "The camera's height is not known and the landmarks do not give it; the \
                     height of the answer means nothing."
                        .to_owned(),
                );
                Some(Measured { value, error: 50.0 })
            }
            None => None,
        };
        if let Some(height) = height {
            self.sights.push(Sight::Height {
                value: height.value,
                sd: height.error.max(0.02),
            });
        }
    }

    fn known_of_lens(&mut self) {
        if let Some(focal) = self.focal {
            let sd = (focal.error / focal.value).max(1e-4);
            self.sights.push(Sight::Focal {
                ln: focal.value.ln(),
                sd,
            });
        } else if self.landmarks.len() < 5 || self.landmarks.iter().any(|one| !one.has_height) {
            self.assumptions.push(format!(
                "The lens is not known and the landmarks are too few to tell it alone: a usual \
                 one is taken, {USUAL_FOCAL} of the frame's longer side, within a factor of {:.1}.",
                USUAL_FOCAL_LN_SD.exp()
            ));
            let ln = (USUAL_FOCAL * self.frame_px).ln();
            self.sights.push(Sight::Focal {
                ln,
                sd: USUAL_FOCAL_LN_SD,
            });
        }
    }

    fn known_of_level(&mut self, question: &FixQuestion) {
        let held = self.landmarks.iter().filter(|one| one.has_height).count();
        let lines = question.verticals.len() + question.horizon.len();
        if let Some(error) = question.level_error_deg {
            self.sights.push(Sight::Roll {
                sd: error.max(0.05).to_radians(),
            });
        } else if held < 3 && lines == 0 {
            self.assumptions.push(
                "Too few landmarks have heights to tell how the camera was held: it is taken as \
                 level, within 3 degrees."
                    .to_owned(),
            );
            self.sights.push(Sight::Roll {
                sd: 3f64.to_radians(),
            });
        }
        if held < 3 && question.horizon.is_empty() && question.verticals.len() < 2 {
            self.assumptions.push(
                "The camera is taken as looking neither far up nor far down, within 10 degrees."
                    .to_owned(),
            );
            self.sights.push(Sight::Tilt {
                sd: 10f64.to_radians(),
            });
        }
    }
}

fn from_middle(question: &FixQuestion, [x, y]: [f64; 2]) -> [f64; 2] {
    [
        x - question.frame.width_px / 2.0,
        y - question.frame.height_px / 2.0,
    ]
}
