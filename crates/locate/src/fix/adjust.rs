//! The pose that fits the observations best: least squares by Levenberg's and Marquardt's way.
//!
//! It only goes downhill from where it is started; which starts are worth it is decided elsewhere.

use super::camera::Pose;
use super::matrix::{Matrix, UNKNOWNS, Vector, solve, triangle};
use super::sight::{Covariance, Sight, weighed};

/// What an observation behind the camera costs: more than any that is merely wrong.
pub(crate) const BEHIND: f64 = 1e8;

const ROUNDS: usize = 60;

#[derive(Debug, Clone)]
pub(crate) struct Fitted {
    pub(crate) pose: Pose,
    /// The weighed squares' sum.
    pub(crate) chi2: f64,
    /// What the observations hold of the unknowns.
    pub(crate) held: Matrix,
}

/// Observations, of which some are used, with pixels' variances taken `scale` times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Adjustment<'a> {
    pub(crate) sights: &'a [Sight],
    pub(crate) used: &'a [bool],
    pub(crate) scale: f64,
}

impl Adjustment<'_> {
    pub(crate) fn cost(&self, index: usize, pose: &Pose) -> f64 {
        let sight = &self.sights[index];
        sight.residual(pose).map_or(BEHIND, |residual| {
            weighed(residual, sight.covariance(pose, self.scale))
        })
    }

    pub(crate) fn from(&self, start: Pose) -> Fitted {
        let mut pose = start;
        let mut damping = 1e-3;
        for _ in 0..ROUNDS {
            let covariances = self.covariances(&pose);
            let before = self.sum(&pose, &covariances);
            let (held, down) = self.normal(&pose, &covariances);
            let Some((next, step)) =
                self.step(&pose, before, &covariances, &held, &down, &mut damping)
            else {
                break;
            };
            pose = next;
            if settled(&held, &step) {
                break;
            }
        }
        let covariances = self.covariances(&pose);
        Fitted {
            chi2: self.sum(&pose, &covariances),
            held: self.normal(&pose, &covariances).0,
            pose,
        }
    }

    /// Of the marked observations: their weighed squares, and how many of them are to spare, each
    /// counted by the part that the others hold (Förstner 1979).
    pub(crate) fn marked(&self, fitted: &Fitted, covariance: &Matrix) -> (f64, f64) {
        let marked: Vec<bool> = self
            .sights
            .iter()
            .zip(self.used)
            .map(|(sight, used)| *used && sight.is_marked())
            .collect();
        let only = Adjustment {
            used: &marked,
            ..*self
        };
        let covariances = self.covariances(&fitted.pose);
        let (held, _) = only.normal(&fitted.pose, &covariances);
        let needed: f64 = (0..UNKNOWNS)
            .flat_map(|row| (0..UNKNOWNS).map(move |column| (row, column)))
            .map(|(row, column)| covariance[row][column] * held[column][row])
            .sum();
        let sights = self
            .sights
            .iter()
            .zip(&marked)
            .filter(|(_, marked)| **marked);
        let count: usize = sights.map(|(sight, _)| sight.count()).sum();
        (
            only.sum(&fitted.pose, &covariances),
            (count as f64 - needed).max(0.0),
        )
    }

    fn step(
        &self,
        pose: &Pose,
        before: f64,
        covariances: &[Covariance],
        held: &Matrix,
        down: &Vector,
        damping: &mut f64,
    ) -> Option<(Pose, Vector)> {
        for _ in 0..12 {
            let mut damped = *held;
            for (k, row) in damped.iter_mut().enumerate() {
                row[k] += *damping * row[k].max(1e-12);
            }
            if let Some(lower) = triangle(&damped) {
                let step = solve(&lower, down);
                let next = pose.moved(&step);
                if self.sum(&next, covariances) <= before {
                    *damping = (*damping * 0.2).max(1e-12);
                    return Some((next, step));
                }
            }
            *damping *= 8.0;
        }
        None
    }

    fn covariances(&self, pose: &Pose) -> Vec<Covariance> {
        self.sights
            .iter()
            .map(|sight| sight.covariance(pose, self.scale))
            .collect()
    }

    fn sum(&self, pose: &Pose, covariances: &[Covariance]) -> f64 {
        let used = self.sights.iter().zip(covariances).zip(self.used);
        used.filter(|(_, used)| **used)
            .map(|((sight, covariance), _)| {
                sight
                    .residual(pose)
                    .map_or(BEHIND, |residual| weighed(residual, *covariance))
            })
            .sum()
    }

    /// The normal equations: what is held, and which way is down.
    fn normal(&self, pose: &Pose, covariances: &[Covariance]) -> (Matrix, Vector) {
        let mut held = [[0.0; UNKNOWNS]; UNKNOWNS];
        let mut down = [0.0; UNKNOWNS];
        for ((sight, covariance), used) in self.sights.iter().zip(covariances).zip(self.used) {
            let (true, Some([a, b])) = (*used, sight.residual(pose)) else {
                continue;
            };
            let [aa, ab, bb] = *covariance;
            let area = aa * bb - ab * ab;
            let (wa, wab, wb) = (bb / area, -ab / area, aa / area);
            let [sa, sb] = sight.slopes(pose);
            for row in 0..UNKNOWNS {
                let (left, right) = (sa[row] * wa + sb[row] * wab, sa[row] * wab + sb[row] * wb);
                down[row] -= left * a + right * b;
                for column in 0..UNKNOWNS {
                    held[row][column] += left * sa[column] + right * sb[column];
                }
            }
        }
        (held, down)
    }
}

/// The step is a small part of what the observations leave open.
fn settled(held: &Matrix, step: &Vector) -> bool {
    let moved: f64 = (0..UNKNOWNS)
        .map(|row| step[row] * (0..UNKNOWNS).map(|k| held[row][k] * step[k]).sum::<f64>())
        .sum();
    moved < 1e-10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_nearby_the_true_pose_is_found() {
        let truth = Pose::facing([5.0, -3.0, 1.7], 0.3, 0.05, 0.02, 1300.0);
        let sights: Vec<Sight> = [
            [-60.0, 150.0, 12.0],
            [20.0, 180.0, 30.0],
            [90.0, 120.0, 4.0],
            [110.0, 260.0, 45.0],
            [10.0, 70.0, 3.0],
        ]
        .into_iter()
        .map(|at| Sight::Point {
            xy: truth.project(at).unwrap(),
            at,
            pixel_sd: 1.0,
            map_sd: 0.0,
            height_sd: 0.0,
        })
        .collect();
        let all = vec![true; sights.len()];
        let adjustment = Adjustment {
            sights: &sights,
            used: &all,
            scale: 1.0,
        };
        let start = Pose::facing([25.0, -30.0, 5.0], 0.45, 0.0, 0.0, 1000.0);
        let fitted = adjustment.from(start);
        assert!(fitted.chi2 < 1e-9, "{}", fitted.chi2);
        assert!((fitted.pose.at[0] - 5.0).abs() < 1e-4);
        assert!((fitted.pose.focal_px - 1300.0).abs() < 1e-2);
    }
}
