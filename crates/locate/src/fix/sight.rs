//! One observation each: how far a pose is from it, how sure it is, how it moves with the pose.
//!
//! A residual is what the pose says less what was seen. Landmarks, lines and horizon count in
//! pixels; what is known beforehand (height, level, lens) in its own unit.

use super::camera::Pose;
use super::matrix::{UNKNOWNS, Vec3, Vector, dot, turned};
use super::plane::EARTH_M;

#[derive(Debug, Clone)]
pub(crate) enum Sight {
    /// A landmark of known height: two residuals.
    Point {
        xy: [f64; 2],
        at: Vec3,
        pixel_sd: f64,
        map_sd: f64,
        height_sd: f64,
    },
    /// A landmark of unknown height: how far its upright line passes from the frame point.
    Bearing {
        xy: [f64; 2],
        at: Vec3,
        pixel_sd: f64,
        map_sd: f64,
    },
    /// Two things in one line.
    Transit {
        near: Vec3,
        far: Vec3,
        sd: f64,
        near_sd: f64,
        far_sd: f64,
    },
    /// An upright line of the frame.
    Vertical {
        from: [f64; 2],
        to: [f64; 2],
        pixel_sd: f64,
    },
    Horizon {
        xy: [f64; 2],
        pixel_sd: f64,
        ground_m: f64,
    },
    Height {
        value: f64,
        sd: f64,
    },
    Roll {
        sd: f64,
    },
    Tilt {
        sd: f64,
    },
    /// The logarithm of the focal length.
    Focal {
        ln: f64,
        sd: f64,
    },
}

/// Variances and covariance of the one or two residuals.
pub(crate) type Covariance = [f64; 3];

impl Sight {
    pub(crate) fn count(&self) -> usize {
        if matches!(self, Self::Point { .. }) {
            2
        } else {
            1
        }
    }

    /// Marked in the frame, so that its error is one of marking.
    pub(crate) fn is_marked(&self) -> bool {
        use Sight::{Bearing, Horizon, Point, Vertical};
        matches!(
            self,
            Point { .. } | Bearing { .. } | Vertical { .. } | Horizon { .. }
        )
    }

    /// The residuals; none where the thing would lie behind the camera.
    pub(crate) fn residual(&self, pose: &Pose) -> Option<[f64; 2]> {
        let one = |value: f64| Some([value, 0.0]);
        match *self {
            Self::Point { xy, at, .. } => {
                let [x, y] = pose.project(at)?;
                Some([x - xy[0], y - xy[1]])
            }
            Self::Bearing { xy, at, .. } => Some([upright(pose, xy, at)?, 0.0]),
            Self::Transit { near, far, .. } => {
                let to = |p: Vec3| (p[0] - pose.at[0]).atan2(p[1] - pose.at[1]);
                let apart = to(near) - to(far);
                (apart.cos() > 0.0).then(|| [apart.sin(), 0.0])
            }
            Self::Vertical { from, to, .. } => one(leaning(pose, from, to)),
            Self::Horizon { xy, ground_m, .. } => one(above_horizon(pose, xy, ground_m)),
            Self::Height { value, .. } => {
                let away = pose.at[0].powi(2) + pose.at[1].powi(2);
                one(pose.at[2] + away / (2.0 * EARTH_M) - value)
            }
            Self::Roll { .. } => one(pose.roll()),
            Self::Tilt { .. } => one(pose.tilt()),
            Self::Focal { ln, .. } => one(pose.focal_px.ln() - ln),
        }
    }

    /// How unsure the residuals are at this pose; pixels' variances are taken `scale` times.
    pub(crate) fn covariance(&self, pose: &Pose, scale: f64) -> Covariance {
        match *self {
            Self::Point {
                at,
                pixel_sd,
                map_sd,
                height_sd,
                ..
            } => {
                let slopes = pose.place_slopes(pose.seen(at));
                let sds = [map_sd, map_sd, height_sd];
                let sum = |a: usize, b: usize| -> f64 {
                    (0..3)
                        .map(|k| slopes[a][k] * slopes[b][k] * sds[k] * sds[k])
                        .sum()
                };
                let pixel = scale * pixel_sd * pixel_sd;
                [pixel + sum(0, 0), sum(0, 1), pixel + sum(1, 1)]
            }
            Self::Bearing {
                xy,
                at,
                pixel_sd,
                map_sd,
            } => {
                let away = (at[0] - pose.at[0]).hypot(at[1] - pose.at[1]).max(1.0);
                let across = [(at[1] - pose.at[1]) / away, -(at[0] - pose.at[0]) / away];
                let moved = [
                    at[0] + across[0] * map_sd,
                    at[1] + across[1] * map_sd,
                    at[2],
                ];
                let by = match (upright(pose, xy, at), upright(pose, xy, moved)) {
                    (Some(here), Some(there)) => there - here,
                    _ => pose.focal_px * map_sd / away,
                };
                [scale * pixel_sd * pixel_sd + by * by, 0.0, 1.0]
            }
            Self::Transit {
                near,
                far,
                sd,
                near_sd,
                far_sd,
            } => {
                let away = |p: Vec3| (p[0] - pose.at[0]).hypot(p[1] - pose.at[1]).max(1.0);
                let map = (near_sd / away(near)).powi(2) + (far_sd / away(far)).powi(2);
                [sd * sd + map, 0.0, 1.0]
            }
            // Both ends err, each is half the length from the middle.
            Self::Vertical { pixel_sd, .. } => [scale * pixel_sd * pixel_sd / 2.0, 0.0, 1.0],
            Self::Horizon { pixel_sd, .. } => [scale * pixel_sd * pixel_sd, 0.0, 1.0],
            Self::Height { sd, .. }
            | Self::Roll { sd }
            | Self::Tilt { sd }
            | Self::Focal { sd, .. } => [sd * sd, 0.0, 1.0],
        }
    }

    /// How the residuals move with each unknown.
    pub(crate) fn slopes(&self, pose: &Pose) -> [Vector; 2] {
        match *self {
            Self::Point { at, .. } => pose.slopes(pose.seen(at)),
            _ => self.by_small_steps(pose),
        }
    }

    fn by_small_steps(&self, pose: &Pose) -> [Vector; 2] {
        let mut slopes = [[0.0; UNKNOWNS]; 2];
        for unknown in 0..UNKNOWNS {
            let small = if unknown < 3 { 1e-3 } else { 1e-6 };
            let mut step = [0.0; UNKNOWNS];
            step[unknown] = small;
            let more = self.residual(&pose.moved(&step));
            step[unknown] = -small;
            let less = self.residual(&pose.moved(&step));
            if let (Some(more), Some(less)) = (more, less) {
                slopes[0][unknown] = (more[0] - less[0]) / (2.0 * small);
            }
        }
        slopes
    }
}

/// Residuals measured in their own uncertainty, squared and added.
pub(crate) fn weighed([a, b]: [f64; 2], [aa, ab, bb]: Covariance) -> f64 {
    let area = aa * bb - ab * ab;
    (a * a * bb - 2.0 * a * b * ab + b * b * aa) / area
}

/// Distance in pixels of a frame point from the image of the upright line through a map point.
fn upright(pose: &Pose, xy: [f64; 2], at: Vec3) -> Option<f64> {
    let way = [at[0] - pose.at[0], at[1] - pose.at[1]];
    let ray = pose.ray(xy);
    if ray[0] * way[0] + ray[1] * way[1] <= 0.0 {
        return None;
    }
    let normal = turned(&pose.turn, [way[1], -way[0], 0.0]);
    let across = normal[0].hypot(normal[1]);
    (across > 1e-9).then(|| -dot(normal, [xy[0], xy[1], pose.focal_px]) / across)
}

/// Distance in pixels of a line's end from the upright through its middle.
fn leaning(pose: &Pose, from: [f64; 2], to: [f64; 2]) -> f64 {
    let up = turned(&pose.turn, [0.0, 0.0, 1.0]);
    let middle = [f64::midpoint(from[0], to[0]), f64::midpoint(from[1], to[1])];
    // The image line through the middle and where all uprights meet.
    let line = super::matrix::cross([middle[0], middle[1], pose.focal_px], up);
    let across = line[0].hypot(line[1]).max(1e-12);
    dot(line, [to[0], to[1], pose.focal_px]) / across
}

/// Distance in pixels of a frame point from the horizon, which dips with the camera's height.
fn above_horizon(pose: &Pose, xy: [f64; 2], ground_m: f64) -> f64 {
    let up = turned(&pose.turn, [0.0, 0.0, 1.0]);
    let ray = [xy[0], xy[1], pose.focal_px];
    // Refraction makes the horizon a little farther: 1.76 minutes times the root of the metres.
    let dip = (1.76 / 60.0 * (pose.at[2] - ground_m).max(0.0).sqrt()).to_radians();
    let across = up[0].hypot(up[1]).max(1e-9);
    (dot(up, ray) + dip.sin() * dot(ray, ray).sqrt()) / across
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera() -> Pose {
        Pose::facing([0.0, 0.0, 1.6], 0.4, 0.1, 0.05, 1400.0)
    }

    #[test]
    fn what_is_seen_where_it_lies_has_no_residual() {
        let pose = camera();
        let at = [120.0, 240.0, 30.0];
        let xy = pose.project(at).unwrap();
        let point = Sight::Point {
            xy,
            at,
            pixel_sd: 2.0,
            map_sd: 1.0,
            height_sd: 1.0,
        };
        assert!(point.residual(&pose).unwrap()[0].abs() < 1e-9);
        // A bearing does not ask for the height.
        let bearing = Sight::Bearing {
            xy,
            at: [120.0, 240.0, -300.0],
            pixel_sd: 2.0,
            map_sd: 1.0,
        };
        assert!(bearing.residual(&pose).unwrap()[0].abs() < 1e-6);
        let foot = pose.project([120.0, 240.0, 0.0]).unwrap();
        let mast = Sight::Vertical {
            from: foot,
            to: xy,
            pixel_sd: 2.0,
        };
        assert!(mast.residual(&pose).unwrap()[0].abs() < 1e-6);
    }

    #[test]
    fn a_bearing_counts_pixels_as_a_point_does() {
        let pose = Pose::facing([0.0, 0.0, 1.6], 0.0, 0.0, 0.0, 1400.0);
        let xy = pose.project([0.0, 100.0, 1.6]).unwrap();
        let bearing = Sight::Bearing {
            xy: [xy[0] + 7.0, 0.0],
            at: [0.0, 100.0, 0.0],
            pixel_sd: 1.0,
            map_sd: 0.0,
        };
        assert!((bearing.residual(&pose).unwrap()[0].abs() - 7.0).abs() < 0.01);
        let point = Sight::Point {
            xy: [xy[0] + 7.0, xy[1]],
            at: [0.0, 100.0, 1.6],
            pixel_sd: 1.0,
            map_sd: 0.0,
            height_sd: 0.0,
        };
        let (a, b) = (
            bearing.residual(&pose).unwrap()[0],
            point.residual(&pose).unwrap()[0],
        );
        assert!((a - b).abs() < 0.01, "the same sign: {a} {b}");
    }

    #[test]
    fn the_horizon_lies_level_with_the_camera() {
        let pose = Pose::facing([0.0, 0.0, 0.0], 1.0, 0.0, 0.0, 1400.0);
        let level = Sight::Horizon {
            xy: [300.0, 0.0],
            pixel_sd: 2.0,
            ground_m: 0.0,
        };
        assert!(level.residual(&pose).unwrap()[0].abs() < 1e-6);
        let high = Pose {
            at: [0.0, 0.0, 100.0],
            ..pose
        };
        // 17.6 minutes of arc at 1400 pixels.
        assert!((level.residual(&high).unwrap()[0].abs() - 7.2).abs() < 0.4);
    }

    #[test]
    fn what_lies_behind_has_no_residual_at_all() {
        let behind = Sight::Bearing {
            xy: [0.0, 0.0],
            at: [-100.0, -200.0, 0.0],
            pixel_sd: 2.0,
            map_sd: 1.0,
        };
        assert!(behind.residual(&camera()).is_none());
    }
}
