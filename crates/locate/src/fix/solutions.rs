//! From starts to solutions: downhill from each, the wrong landmark found, the rest compared.

use super::adjust::{Adjustment, BEHIND, Fitted};
use super::answer::Datum;
use super::camera::Pose;
use super::error::FixError;
use super::judge::{Judged, judge};
use super::matrix::{Matrix, axes, inverse};
use super::question::FixQuestion;
use super::scene::Scene;
use super::starts::{is_like, starts, trimmed, trusted};

/// Of three landmarks all places are told that have them in front, plausible or not.
const MOST_TOLD: usize = 4;

/// Ground taken as level may lie so much lower where the camera stood.
const UNEVEN_M: f64 = 10.0;

#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) judged: Judged,
    /// The best first.
    pub(crate) places: Vec<Place>,
}

#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) fitted: Fitted,
    /// Of the unknowns.
    pub(crate) covariance: Matrix,
    pub(crate) doubt: Option<Doubt>,
}

/// Why a place that the landmarks allow is not plausible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It fits clearly worse than the best.
    Misfit,
    /// It lies under ground that is taken as level.
    Underground,
}

impl Found {
    pub(crate) fn best(&self) -> &Pose {
        &self.places[0].fitted.pose
    }

    pub(crate) fn origin_away_m(&self) -> f64 {
        self.best().at[0].hypot(self.best().at[1])
    }
}

pub(crate) fn solve(question: &FixQuestion, scene: &Scene) -> Result<Found, FixError> {
    let mut downhill: Vec<(f64, Pose)> = starts(scene)
        .into_iter()
        .map(|start| {
            let pose = concentrated(scene, start);
            (trimmed(scene, &pose), pose)
        })
        .collect();
    downhill.sort_by(|a, b| a.0.total_cmp(&b.0));
    let item = || question.item.clone();
    let (score, first) = *downhill
        .first()
        .ok_or_else(|| FixError::Behind { item: item() })?;
    if score >= BEHIND {
        return Err(FixError::Behind { item: item() });
    }
    let judged = judge(scene, question, &first);
    let adjustment = Adjustment {
        sights: &scene.sights,
        used: &judged.used,
        scale: judged.noise.scale,
    };
    let mut fits = vec![judged.fitted.clone()];
    for (_, start) in downhill.iter().skip(1) {
        let other = adjustment.from(*start);
        if other.chi2 < BEHIND
            && !fits
                .iter()
                .any(|fit| is_like(&fit.pose, &other.pose, scene))
        {
            fits.push(other);
        }
    }
    fits.sort_by(|a, b| a.chi2.total_cmp(&b.chi2));
    let places = places(scene, &judged, fits);
    let Some(best) = places.first() else {
        return Err(not_held(scene, &judged.fitted.pose, item()));
    };
    let farthest = distances(scene, &best.fitted.pose).fold(0.0, f64::max);
    let c = &best.covariance;
    let (longest, _, _) = axes(c[0][0], c[0][1], c[1][1]);
    // Wider than all there is to see: no place at all.
    if (longest * judged.noise.limit()).sqrt() > 3.0 * farthest.max(10.0) {
        return Err(not_held(scene, &best.fitted.pose, item()));
    }
    Ok(Found { judged, places })
}

/// Downhill with the landmarks that fit best, and once more with those that then do.
fn concentrated(scene: &Scene, start: Pose) -> Pose {
    let mut pose = start;
    let mut used = Vec::new();
    for _ in 0..4 {
        let next = trusted(scene, &pose);
        if next == used {
            break;
        }
        used = next;
        pose = Adjustment {
            sights: &scene.sights,
            used: &used,
            scale: 1.0,
        }
        .from(pose)
        .pose;
    }
    pose
}

/// What fits as well as the best, as far as can be told; of three landmarks, whatever fits.
fn places(scene: &Scene, judged: &Judged, fits: Vec<Fitted>) -> Vec<Place> {
    let limit = judged.noise.limit();
    let Some(best) = fits.first().map(|fit| fit.chi2) else {
        return Vec::new();
    };
    let all = scene.landmarks.len() == 3;
    let mut places: Vec<Place> = Vec::new();
    for fitted in fits {
        let Some(covariance) = inverse(&fitted.held) else {
            continue;
        };
        let doubt = doubt(scene, &fitted, &covariance, best, limit);
        if (doubt == Some(Doubt::Misfit) && !all) || places.len() == MOST_TOLD {
            continue;
        }
        let inside = places.iter().any(|place| place.holds(&fitted.pose, limit));
        if !inside {
            places.push(Place {
                fitted,
                covariance,
                doubt,
            });
        }
    }
    // A place that is not plausible never stands before one that is, and one is always told.
    places.sort_by_key(|place| place.doubt.is_some());
    if let Some(first) = places.first_mut() {
        first.doubt = None;
    }
    places
}

fn doubt(
    scene: &Scene,
    fitted: &Fitted,
    covariance: &Matrix,
    best: f64,
    limit: f64,
) -> Option<Doubt> {
    if fitted.chi2 - best > limit {
        return Some(Doubt::Misfit);
    }
    let up = fitted.pose.at[2] + (limit * covariance[2][2]).sqrt();
    (scene.datum == Datum::Ground && up < -UNEVEN_M).then_some(Doubt::Underground)
}

impl Place {
    /// Whether another place lies within this one's own doubt.
    fn holds(&self, other: &Pose, limit: f64) -> bool {
        let c = &self.covariance;
        let at = self.fitted.pose.at;
        let (east, north) = (other.at[0] - at[0], other.at[1] - at[1]);
        let apart = super::sight::weighed([east, north], [c[0][0], c[0][1], c[1][1]]);
        apart <= limit || east.hypot(north) < 0.5
    }
}

fn distances<'a>(scene: &'a Scene, pose: &'a Pose) -> impl Iterator<Item = f64> + 'a {
    scene
        .landmarks
        .iter()
        .map(|one| (one.at[0] - pose.at[0]).hypot(one.at[1] - pose.at[1]))
}

fn not_held(scene: &Scene, pose: &Pose, item: String) -> FixError {
    let bearings: Vec<f64> = scene
        .landmarks
        .iter()
        .map(|one| {
            let azimuth = (one.at[0] - pose.at[0]).atan2(one.at[1] - pose.at[1]);
            (azimuth - pose.azimuth())
                .sin()
                .atan2((azimuth - pose.azimuth()).cos())
        })
        .collect();
    let spread = bearings.iter().fold(f64::MIN, |most, one| most.max(*one))
        - bearings.iter().fold(f64::MAX, |least, one| least.min(*one));
    if spread < 5f64.to_radians() {
        FixError::OneDirection { item }
    } else {
        FixError::NotHeld { item }
    }
}
