//! A camera in the plane: where it is, how it is turned, its focal length; and what it sees where.
//!
//! A pinhole with square pixels and no distortion. Frame points here are from the frame's middle.

use super::matrix::{Mat3, Vec3, Vector, cross, dot, minus, product, rotation, times, turned};
use super::plane::EARTH_M;

/// Light bends down by this part of the earth's curve (Gauss's coefficient, a usual day's value).
const REFRACTION: f64 = 0.13;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Pose {
    pub(crate) at: Vec3,
    /// Rows: right, down, forward in east, north, up.
    pub(crate) turn: Mat3,
    pub(crate) focal_px: f64,
}

/// A point as the camera has it, before it is divided by its depth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) in_camera: Vec3,
}

impl Pose {
    /// Azimuth clockwise from north, tilt up from level, roll clockwise as the photographer sees
    /// the camera, in radians.
    pub(crate) fn facing(at: Vec3, azimuth: f64, tilt: f64, roll: f64, focal_px: f64) -> Self {
        let forward = [
            azimuth.sin() * tilt.cos(),
            azimuth.cos() * tilt.cos(),
            tilt.sin(),
        ];
        let right = [azimuth.cos(), -azimuth.sin(), 0.0];
        let down = cross(forward, right);
        let (sin, cos) = roll.sin_cos();
        let mix = |a: Vec3, x: f64, b: Vec3, y: f64| std::array::from_fn(|k| a[k] * x + b[k] * y);
        Self {
            at,
            turn: [
                mix(right, cos, down, sin),
                mix(down, cos, right, -sin),
                forward,
            ],
            focal_px,
        }
    }

    pub(crate) fn azimuth(&self) -> f64 {
        self.turn[2][0].atan2(self.turn[2][1])
    }

    pub(crate) fn tilt(&self) -> f64 {
        self.turn[2][2].clamp(-1.0, 1.0).asin()
    }

    pub(crate) fn roll(&self) -> f64 {
        // The up parts of right and down: -sin(roll) and -cos(roll), times cos(tilt).
        (-self.turn[0][2]).atan2(-self.turn[1][2])
    }

    pub(crate) fn seen(&self, point: Vec3) -> Seen {
        let mut way = minus(point, self.at);
        way[2] += REFRACTION * (way[0] * way[0] + way[1] * way[1]) / (2.0 * EARTH_M);
        Seen {
            in_camera: turned(&self.turn, way),
        }
    }

    /// Where in the frame a point appears; none where it lies behind.
    pub(crate) fn project(&self, point: Vec3) -> Option<[f64; 2]> {
        self.seen(point).on_frame(self.focal_px)
    }

    /// The direction of a frame point in east, north, up; not of length one.
    pub(crate) fn ray(&self, xy: [f64; 2]) -> Vec3 {
        super::matrix::turned_back(&self.turn, [xy[0], xy[1], self.focal_px])
    }

    /// The camera moved by a step of the unknowns: place, turn about its own axes, focal length.
    pub(crate) fn moved(&self, step: &Vector) -> Self {
        Self {
            at: std::array::from_fn(|k| self.at[k] + step[k]),
            turn: product(&rotation([step[3], step[4], step[5]]), &self.turn),
            focal_px: self.focal_px * step[6].clamp(-1.0, 1.0).exp(),
        }
    }

    /// How the frame point moves with the camera's place, for a point in front; with the point's
    /// own it is the reverse.
    pub(crate) fn place_slopes(&self, seen: Seen) -> [Vec3; 2] {
        let [x, y, z] = seen.in_camera;
        let [right, down, forward] = &self.turn;
        let scale = self.focal_px / z;
        [
            std::array::from_fn(|k| scale * (x / z * forward[k] - right[k])),
            std::array::from_fn(|k| scale * (y / z * forward[k] - down[k])),
        ]
    }

    /// How the frame point moves with each unknown, for a point in front.
    pub(crate) fn slopes(&self, seen: Seen) -> [Vector; 2] {
        let [x, y, z] = seen.in_camera;
        let f = self.focal_px;
        let [across, along] = self.place_slopes(seen);
        let (u, v) = (x / z, y / z);
        // Turns about the camera's own axes: the point moves by the axis crossed with it.
        [
            [
                across[0],
                across[1],
                across[2],
                -f * u * v,
                f * (1.0 + u * u),
                -f * v,
                f * u,
            ],
            [
                along[0],
                along[1],
                along[2],
                -f * (1.0 + v * v),
                f * u * v,
                f * u,
                f * v,
            ],
        ]
    }
}

impl Seen {
    pub(crate) fn on_frame(self, focal_px: f64) -> Option<[f64; 2]> {
        let [x, y, z] = self.in_camera;
        // Half a metre: nearer, the frame point of a landmark means nothing.
        (z > 0.5).then(|| [focal_px * x / z, focal_px * y / z])
    }
}

/// The pose that lays three points of the camera's own axes on three of the plane.
pub(crate) fn laid(camera: [Vec3; 3], plane: [Vec3; 3], focal_px: f64) -> Option<Pose> {
    let from = super::matrix::unit(minus(camera[1], camera[0]))?;
    let to = super::matrix::unit(minus(plane[1], plane[0]))?;
    let normal_from = super::matrix::unit(cross(from, minus(camera[2], camera[0])))?;
    let normal_to = super::matrix::unit(cross(to, minus(plane[2], plane[0])))?;
    let third_from = cross(normal_from, from);
    let third_to = cross(normal_to, to);
    // turn = camera triad (columns) times plane triad (rows).
    let turn: Mat3 = std::array::from_fn(|row| {
        std::array::from_fn(|column| {
            from[row] * to[column]
                + normal_from[row] * normal_to[column]
                + third_from[row] * third_to[column]
        })
    });
    let middle = |three: [Vec3; 3]| -> Vec3 {
        times(
            std::array::from_fn(|k| three.iter().map(|p| p[k]).sum::<f64>()),
            1.0 / 3.0,
        )
    };
    let at = minus(
        middle(plane),
        super::matrix::turned_back(&turn, middle(camera)),
    );
    debug_assert!((dot(turn[0], turn[0]) - 1.0).abs() < 1e-6);
    Some(Pose { at, turn, focal_px })
}

#[cfg(test)]
mod tests {
    use super::super::matrix::UNKNOWNS;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_angles_it_was_made_of_are_read_back(
            azimuth in -3.1..3.1_f64, tilt in -1.4..1.4_f64, roll in -3.0..3.0_f64,
        ) {
            let pose = Pose::facing([0.0; 3], azimuth, tilt, roll, 1000.0);
            prop_assert!((pose.azimuth() - azimuth).abs() < 1e-9);
            prop_assert!((pose.tilt() - tilt).abs() < 1e-9);
            prop_assert!((pose.roll() - roll).abs() < 1e-9);
        }

        #[test]
        fn slopes_are_those_of_small_steps(
            azimuth in -3.1..3.1_f64, tilt in -1.0..1.0_f64, roll in -1.0..1.0_f64,
            ahead in 20.0..500.0_f64, aside in -0.8..0.8_f64, above in -0.5..0.5_f64,
        ) {
            let pose = Pose::facing([3.0, -8.0, 1.6], azimuth, tilt, roll, 1400.0);
            let way = super::super::matrix::turned_back(&pose.turn, [aside * ahead, above * ahead, ahead]);
            let point = std::array::from_fn(|k| pose.at[k] + way[k]);
            let slopes = pose.slopes(pose.seen(point));
            for unknown in 0..UNKNOWNS {
                let mut step = [0.0; UNKNOWNS];
                step[unknown] = 1e-5;
                let more = pose.moved(&step).project(point).unwrap();
                step[unknown] = -1e-5;
                let less = pose.moved(&step).project(point).unwrap();
                for axis in 0..2 {
                    let slope = (more[axis] - less[axis]) / 2e-5;
                    prop_assert!((slope - slopes[axis][unknown]).abs() < 1e-3 * (1.0 + slope.abs()));
                }
            }
        }
    }

    #[test]
    fn what_lies_right_of_the_camera_is_right_in_the_frame() {
        let north = Pose::facing([0.0; 3], 0.0, 0.0, 0.0, 1000.0);
        let [x, y] = north.project([10.0, 100.0, 5.0]).unwrap();
        assert!(
            (x - 100.0).abs() < 1e-6 && (y + 50.0).abs() < 1e-2,
            "{x} {y}"
        );
        assert!(north.project([0.0, -100.0, 0.0]).is_none());
    }
}
