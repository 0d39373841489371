//! The answer in people's units: degrees, metres, pixels, names.

use super::adjust::Adjustment;
use super::answer::*;
use super::camera::Pose;
use super::judge::{Accused, Judged};
use super::matrix::{Matrix, UNKNOWNS, axes};
use super::plane::Plane;
use super::quantile::student_95;
use super::question::{FixQuestion, Lens, Relation};
use super::scene::Scene;
use super::sight::Sight;
use super::solutions::{Doubt, Found, Place};

pub(crate) fn told(question: &FixQuestion, scene: &Scene, found: &Found) -> FixAnswer {
    let judged = &found.judged;
    let pose = found.best();
    FixAnswer {
        rule: RULE.to_owned(),
        item: question.item.clone(),
        solutions: found
            .places
            .iter()
            .map(|place| solution(question, scene, judged, place))
            .collect(),
        residuals: residuals(question, scene, judged, pose),
        disagreeing: judged
            .accused
            .iter()
            .map(|accused| disagreement(question, scene, pose, accused))
            .collect(),
        orders_broken: orders_broken(question, scene, pose),
        pixel_error: judged.noise.pixel,
        spare: judged.spare,
        assumptions: scene.assumptions.clone(),
        notes: notes(question, scene, found),
        subject: question.subject.clone(),
        excluded: question.excluded.clone(),
    }
}

fn solution(question: &FixQuestion, scene: &Scene, judged: &Judged, place: &Place) -> Solution {
    let pose = &place.fitted.pose;
    let c = &place.covariance;
    let reach = judged.noise.freedom.map_or(1.959_964, student_95);
    let (lat, lon, height_m) = scene.plane.globe(pose.at);
    let shared = question.imagery_error_m.powi(2);
    let (long, wide, [east, north]) = axes(c[0][0] + shared, c[0][1], c[1][1] + shared);
    let limit = judged.noise.limit();
    let angle = |of: fn(&Pose) -> f64| reach * spread(pose, c, of).to_degrees();
    let half = question.frame.width_px / 2.0;
    let focal_error_px = reach * c[6][6].max(0.0).sqrt() * pose.focal_px;
    Solution {
        lat,
        lon,
        height_m,
        height_error_m: reach * c[2][2].max(0.0).sqrt(),
        above: scene.datum,
        ellipse: Ellipse {
            half_length_m: (long * limit).sqrt(),
            half_width_m: (wide * limit).sqrt(),
            azimuth_deg: east.atan2(north).to_degrees().rem_euclid(180.0),
        },
        azimuth_deg: pose.azimuth().to_degrees().rem_euclid(360.0),
        azimuth_error_deg: angle(Pose::azimuth),
        tilt_deg: pose.tilt().to_degrees(),
        tilt_error_deg: angle(Pose::tilt),
        roll_deg: pose.roll().to_degrees(),
        roll_error_deg: angle(Pose::roll),
        focal_px: pose.focal_px,
        focal_error_px,
        field_deg: 2.0 * (half / pose.focal_px).atan().to_degrees(),
        field_error_deg: (2.0 * half / (pose.focal_px.powi(2) + half * half) * focal_error_px)
            .to_degrees(),
        misfit: place.fitted.chi2,
        plausible: place.doubt.is_none(),
        doubt: place.doubt.map(|doubt| match doubt {
            Doubt::Misfit => {
                "the landmarks allow it, what else is known fits the first place better".to_owned()
            }
            Doubt::Underground => "it lies under the ground, which is taken as level".to_owned(),
        }),
    }
}

/// One standard deviation of an angle of the pose.
fn spread(pose: &Pose, covariance: &Matrix, of: fn(&Pose) -> f64) -> f64 {
    let small = 1e-6;
    let mut slopes = [0.0; UNKNOWNS];
    for unknown in 3..6 {
        let mut step = [0.0; UNKNOWNS];
        step[unknown] = small;
        let more = of(&pose.moved(&step));
        step[unknown] = -small;
        let turn = more - of(&pose.moved(&step));
        // Across south the azimuth jumps by a whole turn.
        slopes[unknown] = turn.sin().atan2(turn.cos()) / (2.0 * small);
    }
    let sum: f64 = (3..6)
        .flat_map(|row| (3..6).map(move |column| (row, column)))
        .map(|(row, column)| slopes[row] * covariance[row][column] * slopes[column])
        .sum();
    sum.max(0.0).sqrt()
}

fn residuals(question: &FixQuestion, scene: &Scene, judged: &Judged, pose: &Pose) -> Vec<Residual> {
    let adjustment = Adjustment {
        sights: &scene.sights,
        used: &judged.used,
        scale: judged.noise.scale,
    };
    scene
        .landmarks
        .iter()
        .enumerate()
        .map(|(index, landmark)| {
            let sight = &scene.sights[index];
            let residual = sight.residual(pose);
            let way = [landmark.at[0] - pose.at[0], landmark.at[1] - pose.at[1]];
            let both = matches!(sight, Sight::Point { .. });
            Residual {
                row: landmark.row,
                name: question.rows[landmark.row].name.clone(),
                used: judged.used[index],
                right_px: residual.map(|[right, _]| right),
                down_px: residual.and_then(|[_, down]| both.then_some(down)),
                sigmas: residual.map(|_| adjustment.cost(index, pose).sqrt()),
                distance_m: way[0].hypot(way[1]),
                bearing_deg: way[0].atan2(way[1]).to_degrees().rem_euclid(360.0),
            }
        })
        .collect()
}

fn disagreement(
    question: &FixQuestion,
    scene: &Scene,
    pose: &Pose,
    accused: &Accused,
) -> Disagreement {
    let name = |landmark: usize| question.rows[scene.landmarks[landmark].row].name.clone();
    let row = scene.landmarks[accused.landmark].row;
    let off = match scene.sights[accused.landmark].residual(pose) {
        None => "it would lie behind the camera".to_owned(),
        Some([right, down]) => format!(
            "it is marked {:.0} pixels from where the others put it",
            right.hypot(down)
        ),
    };
    let or: Vec<String> = accused.or.iter().map(|&one| name(one)).collect();
    let name = name(accused.landmark);
    let sentence = if or.is_empty() {
        format!("'{name}' does not agree with the others: {off}. The position is found without it.")
    } else {
        format!(
            "Either '{name}' or '{}' does not agree with the others ('{name}': {off}); which of \
             them is not certain. The position is found without '{name}'.",
            or.join("' or '")
        )
    };
    Disagreement {
        row,
        name,
        or,
        sentence,
    }
}

/// Rows that say "left of", against what the camera would see.
fn orders_broken(question: &FixQuestion, scene: &Scene, pose: &Pose) -> Vec<String> {
    let bearing = |name: &str| {
        let row = question.rows.iter().find(|row| row.name == name)?;
        let at = scene.plane.local(row.map.lat, row.map.lon, 0.0);
        let azimuth = (at[0] - pose.at[0]).atan2(at[1] - pose.at[1]) - pose.azimuth();
        Some(azimuth.sin().atan2(azimuth.cos()))
    };
    question
        .rows
        .iter()
        .filter_map(|row| match &row.relation {
            Relation::LeftOf(other) => Some((row.name.as_str(), other.as_str())),
            Relation::SameObject => None,
        })
        .filter(|(left, right)| {
            matches!((bearing(left), bearing(right)), (Some(left), Some(right)) if left >= right)
        })
        .map(|(left, right)| {
            format!("'{left}' is said to be left of '{right}'; from the position found it is not.")
        })
        .collect()
}

fn notes(question: &FixQuestion, scene: &Scene, found: &Found) -> Vec<String> {
    let mut notes = Vec::new();
    let plausible = found
        .places
        .iter()
        .filter(|place| place.doubt.is_none())
        .count();
    if plausible > 1 {
        notes.push(format!(
            "{plausible} places fit the landmarks and nothing matched so far decides between them; match one more."
        ));
    }
    if found.judged.spare == 0 {
        notes.push("No observation is to spare: nothing here would show a wrong match.".to_owned());
    }
    if found.judged.unexplained {
        notes.push(
            "The landmarks do not agree within their errors, and they are too few to tell which is wrong; match more."
                .to_owned(),
        );
    }
    if question.lens == Lens::Unknown && scene.landmarks.len() == 4 {
        notes.push(
            "Four landmarks and an unknown lens: the position rests on what was taken as given."
                .to_owned(),
        );
    }
    if question.lens != Lens::Unknown
        && question
            .lens
            .focal_px(question.frame)
            .is_some_and(|focal| focal.error == 0.0)
    {
        notes.push("The lens is given without an error; the ellipse takes it as exact.".to_owned());
    }
    if found.best().tilt().abs() > 80f64.to_radians() {
        notes.push(
            "The camera looks almost straight up or down: its azimuth and its roll are one turn, told as two."
                .to_owned(),
        );
    }
    let farthest = scene
        .landmarks
        .iter()
        .map(|one| one.at[0].hypot(one.at[1]))
        .fold(0.0, f64::max);
    let error = Plane::up_error_m(found.origin_away_m());
    notes.push(format!(
        "The earth's curve and the bending of light are reckoned with out to the farthest landmark, {:.1} km; \
         the plane's own error at the camera is below {:.0} mm in 100 m of height.",
        farthest / 1000.0,
        (error * 1000.0).ceil()
    ));
    notes
}
