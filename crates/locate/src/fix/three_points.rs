//! Where a camera can be that sees three known points at given frame points: up to four places.
//!
//! Grunert's equations of 1841 as Haralick and others give them (IJCV 13, 1994). No solution is
//! chosen here.

use super::camera::{Pose, laid};
use super::matrix::{Vec3, dot, length, minus, times, unit};
use super::quartic::real_roots;

/// The poses, and none where the three lie in one line.
pub(crate) fn three_points(frame: [[f64; 2]; 3], plane: [Vec3; 3], focal_px: f64) -> Vec<Pose> {
    let rays =
        frame.map(|xy| unit([xy[0], xy[1], focal_px]).expect("the focal length is positive"));
    let (a, b, c) = (
        length(minus(plane[1], plane[2])),
        length(minus(plane[0], plane[2])),
        length(minus(plane[0], plane[1])),
    );
    // Within half a metre in a kilometre of one line the depths are not held.
    let [low, middle, high] = sorted([a, b, c]);
    if low + middle - high < 1e-7 * high || low < 1e-6 * high {
        return Vec::new();
    }
    let cosines = [
        dot(rays[1], rays[2]),
        dot(rays[0], rays[2]),
        dot(rays[0], rays[1]),
    ];
    distances([a, b, c], cosines)
        .into_iter()
        .filter_map(|away| {
            let camera = [0, 1, 2].map(|k| times(rays[k], away[k]));
            laid(camera, plane, focal_px)
        })
        .collect()
}

fn sorted(mut three: [f64; 3]) -> [f64; 3] {
    three.sort_by(f64::total_cmp);
    three
}

/// Distances from the camera to the three points.
fn distances([a, b, c]: [f64; 3], [alpha, beta, gamma]: [f64; 3]) -> Vec<[f64; 3]> {
    let (a2, b2, c2) = (a * a, b * b, c * c);
    let (minus, plus) = ((a2 - c2) / b2, (a2 + c2) / b2);
    let quartic = [
        (1.0 + minus).powi(2) - 4.0 * a2 / b2 * gamma * gamma,
        4.0 * (-minus * (1.0 + minus) * beta + 2.0 * a2 / b2 * gamma * gamma * beta
            - (1.0 - plus) * alpha * gamma),
        2.0 * (minus * minus - 1.0
            + 2.0 * minus * minus * beta * beta
            + 2.0 * (b2 - c2) / b2 * alpha * alpha
            - 4.0 * plus * alpha * beta * gamma
            + 2.0 * (b2 - a2) / b2 * gamma * gamma),
        4.0 * (minus * (1.0 - minus) * beta - (1.0 - plus) * alpha * gamma
            + 2.0 * c2 / b2 * alpha * alpha * beta),
        (minus - 1.0).powi(2) - 4.0 * c2 / b2 * alpha * alpha,
    ];
    real_roots(&quartic)
        .into_iter()
        .filter(|v| *v > 0.0)
        .filter_map(|v| {
            let below = 2.0 * (gamma - v * alpha);
            if below.abs() < 1e-12 {
                return None;
            }
            let u = ((minus - 1.0) * v * v - 2.0 * minus * beta * v + 1.0 + minus) / below;
            let first = (b2 / (1.0 + v * v - 2.0 * v * beta)).sqrt();
            (u > 0.0 && first.is_finite()).then_some([first, u * first, v * first])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_true_pose_is_among_the_solutions(
            azimuth in -3.1..3.1_f64, tilt in -0.9..0.5_f64, roll in -0.5..0.5_f64,
            frame in [[-900.0..900.0_f64, -500.0..500.0_f64], [-900.0..900.0_f64, -500.0..500.0_f64], [-900.0..900.0_f64, -500.0..500.0_f64]],
            depth in [30.0..400.0_f64, 30.0..400.0_f64, 30.0..400.0_f64],
        ) {
            let frame: [[f64; 2]; 3] = frame;
            let apart = (0..3).all(|k| {
                let (p, q) = (frame[k], frame[(k + 1) % 3]);
                (p[0] - q[0]).hypot(p[1] - q[1]) > 60.0
            });
            prop_assume!(apart);
            let truth = Pose::facing([12.0, -7.0, 30.0], azimuth, tilt, roll, 1400.0);
            let plane = [0, 1, 2].map(|k| {
                let ray = times(truth.ray(frame[k]), depth[k] / 1400.0);
                let point: Vec3 = std::array::from_fn(|axis| truth.at[axis] + ray[axis]);
                point
            });
            // A triangle, not a line, and not on the dangerous cylinder: there roots fall together.
            let area = length(super::super::matrix::cross(minus(plane[1], plane[0]), minus(plane[2], plane[0])));
            prop_assume!(area > 200.0);
            prop_assume!(steadiness(frame, depth) > 0.02);
            let found = three_points(frame, plane, 1400.0);
            prop_assert!(found.len() <= 5);
            let nearest = found.iter().map(|pose| length(minus(pose.at, truth.at))).fold(f64::MAX, f64::min);
            prop_assert!(nearest < 0.5, "{nearest} of {}", found.len());
        }
    }

    /// Nought on the dangerous cylinder: there the three distances can move unseen.
    fn steadiness(frame: [[f64; 2]; 3], depth: [f64; 3]) -> f64 {
        let rays = frame.map(|xy| [xy[0], xy[1], 1400.0]);
        let away = [0, 1, 2].map(|k| depth[k] / 1400.0 * length(rays[k]));
        let cosine =
            |a: usize, b: usize| dot(rays[a], rays[b]) / (length(rays[a]) * length(rays[b]));
        // Each side's change with the distance of its first and second end.
        let side = |a: usize, b: usize| {
            let c = cosine(a, b);
            let apart = (away[a].powi(2) + away[b].powi(2) - 2.0 * away[a] * away[b] * c).sqrt();
            (
                (away[a] - away[b] * c) / apart,
                (away[b] - away[a] * c) / apart,
            )
        };
        let ((a, b), (c, d), (e, f)) = (side(0, 1), side(1, 2), side(2, 0));
        (a * c * e + b * d * f).abs()
    }
}
