//! Poses worth starting from: every three landmarks give some, and the rest say how good they are.
//!
//! No chance is involved: the same landmarks give the same starts in the same order.

use super::adjust::Adjustment;
use super::camera::Pose;
use super::resection::resection;
use super::scene::{Landmark, Scene};
use super::three_points::three_points;

/// Threes looked at; of twelve landmarks there are 220.
const MOST_THREES: usize = 220;
const MOST_THREES_TIMES_LENSES: usize = 1600;
const MOST_STARTED_FROM: usize = 24;

/// Focal lengths tried where the lens is not known, as parts of the frame's longer side: fields of
/// view from 110 to 3 degrees.
const WIDEST: f64 = 0.35;
const LENSES: usize = 22;
const NEXT_LENS: f64 = 1.213;

/// Starts kept, each of which is gone downhill from.
const KEPT: usize = 10;

/// The best starts, by the trimmed sum of costs (least trimmed squares, Rousseeuw 1984).
pub(crate) fn starts(scene: &Scene) -> Vec<Pose> {
    let lenses = lenses(scene);
    let mut scored: Vec<(f64, Pose)> = candidates(scene, &lenses)
        .into_iter()
        .map(|pose| (trimmed(scene, &pose), pose))
        .filter(|(score, _)| score.is_finite())
        .collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut kept: Vec<Pose> = Vec::new();
    for (_, pose) in scored {
        if kept.len() == KEPT {
            break;
        }
        if !kept.iter().any(|other| is_like(other, &pose, scene)) {
            kept.push(pose);
        }
    }
    kept
}

/// Costs of all but the worst few landmarks, and of all else.
pub(crate) fn trimmed(scene: &Scene, pose: &Pose) -> f64 {
    let (count, kept) = (scene.landmarks.len(), kept(scene.landmarks.len()));
    let used = [];
    let adjustment = Adjustment {
        sights: &scene.sights,
        used: &used,
        scale: 1.0,
    };
    let mut costs: Vec<f64> = (0..count)
        .map(|index| adjustment.cost(index, pose))
        .collect();
    costs.sort_by(f64::total_cmp);
    let rest: f64 = (count..scene.sights.len())
        .map(|index| adjustment.cost(index, pose))
        .sum();
    costs[..kept].iter().sum::<f64>() + rest
}

/// Which landmarks a pose fits best, as many as are trusted; all else is used.
pub(crate) fn trusted(scene: &Scene, pose: &Pose) -> Vec<bool> {
    let count = scene.landmarks.len();
    let used = [];
    let adjustment = Adjustment {
        sights: &scene.sights,
        used: &used,
        scale: 1.0,
    };
    let mut order: Vec<usize> = (0..count).collect();
    let costs: Vec<f64> = order
        .iter()
        .map(|&index| adjustment.cost(index, pose))
        .collect();
    order.sort_by(|a, b| costs[*a].total_cmp(&costs[*b]));
    let mut trusted = vec![true; scene.sights.len()];
    for index in &order[kept(count)..] {
        trusted[*index] = false;
    }
    trusted
}

/// Of so many landmarks, how many are trusted at first: a third may be wrong, of few none or one.
fn kept(count: usize) -> usize {
    match count {
        0..=4 => count,
        5..=6 => count - 1,
        _ => count - (count * 3 / 10).max(1),
    }
}

/// The same place and direction, as far as going downhill is concerned.
pub(crate) fn is_like(a: &Pose, b: &Pose, scene: &Scene) -> bool {
    let near = scene
        .landmarks
        .iter()
        .map(|one| (one.at[0] - a.at[0]).hypot(one.at[1] - a.at[1]))
        .fold(f64::MAX, f64::min)
        .max(20.0);
    (0..3).all(|k| (a.at[k] - b.at[k]).abs() < 0.05 * near)
        && (a.azimuth() - b.azimuth()).cos() > 0.998
        && (a.focal_px / b.focal_px).ln().abs() < 0.1
}

fn lenses(scene: &Scene) -> Vec<f64> {
    match scene.focal {
        None => (0..LENSES)
            .map(|step| scene.frame_px * WIDEST * NEXT_LENS.powi(step as i32))
            .collect(),
        Some(focal) if focal.error < 0.1 * focal.value => vec![focal.value],
        Some(focal) => [-1.5, -0.75, 0.0, 0.75, 1.5]
            .iter()
            .map(|sds| focal.value * (sds * focal.error / focal.value).exp())
            .collect(),
    }
}

fn candidates(scene: &Scene, lenses: &[f64]) -> Vec<Pose> {
    let with_height: Vec<&Landmark> = scene
        .landmarks
        .iter()
        .filter(|one| one.has_height)
        .collect();
    let most = MOST_THREES.min(MOST_THREES_TIMES_LENSES / lenses.len());
    let mut poses = Vec::new();
    if with_height.len() >= 3 {
        for three in threes(&with_height, most) {
            for &focal in lenses {
                poses.extend(three_points(
                    three.map(|one| one.xy),
                    three.map(|one| one.at),
                    focal,
                ));
            }
        }
    }
    let all: Vec<&Landmark> = scene.landmarks.iter().collect();
    if poses.is_empty() || with_height.len() < 4 {
        for three in threes(&all, most) {
            for &focal in lenses {
                poses.extend(on_the_map(scene, three, focal));
            }
        }
    }
    poses
}

/// Poses of a camera held level but for its tilt, from the map alone.
fn on_the_map(scene: &Scene, three: [&Landmark; 3], focal: f64) -> Vec<Pose> {
    let points = three.map(|one| [one.at[0], one.at[1]]);
    let height = scene.ground_m.unwrap_or_else(|| {
        let sum: f64 = three.iter().map(|one| one.at[2]).sum();
        sum / 3.0
    });
    [0.0, -8.0, 8.0, -20.0, 20.0, -45.0]
        .iter()
        .filter_map(|tilt: &f64| {
            let tilt = tilt.to_radians();
            let angles = three.map(|one| {
                let ahead = focal * tilt.cos() + one.xy[1] * tilt.sin();
                one.xy[0].atan2(ahead)
            });
            let (at, azimuth) = resection(points, angles)?;
            let up = if tilt < -0.3 {
                height + 60.0
            } else {
                height + 1.6
            };
            Some(Pose::facing([at[0], at[1], up], azimuth, tilt, 0.0, focal))
        })
        .collect()
}

/// Every three, or as many as allowed, spread evenly over all.
fn threes<'a>(all: &[&'a Landmark], most: usize) -> Vec<[&'a Landmark; 3]> {
    // Of very many landmarks some are enough to start from.
    let all: Vec<&Landmark> = spread(all, MOST_STARTED_FROM).copied().collect();
    let mut threes = Vec::new();
    for a in 0..all.len() {
        for b in a + 1..all.len() {
            for c in b + 1..all.len() {
                threes.push([all[a], all[b], all[c]]);
            }
        }
    }
    spread(&threes, most).copied().collect()
}

/// All, or so many of them at even distances.
fn spread<T>(all: &[T], most: usize) -> impl Iterator<Item = &T> {
    let count = all.len().min(most);
    (0..count).map(move |number| &all[number * all.len() / count])
}
