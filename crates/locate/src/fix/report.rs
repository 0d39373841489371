//! A fix in lines for people: where, how sure, which landmark does not agree, what was assumed.

use super::answer::*;
use super::question::FixQuestion;

/// The report's lines. The JSON of an answer is the answer itself.
pub fn report(answer: &FixAnswer) -> Vec<String> {
    let mut lines = Vec::new();
    let plausible: Vec<&Solution> = answer
        .solutions
        .iter()
        .filter(|one| one.plausible)
        .collect();
    if plausible.len() > 1 {
        lines.push(format!(
            "The camera of {} stood at one of {} places; the landmarks do not decide between them.",
            answer.item,
            plausible.len()
        ));
    }
    for (number, solution) in plausible.iter().enumerate() {
        let head = if plausible.len() > 1 {
            format!("Place {}: ", number + 1)
        } else {
            String::new()
        };
        lines.extend(place(&head, solution));
    }
    for solution in answer.solutions.iter().filter(|one| !one.plausible) {
        lines.push(format!(
            "Not plausible: {:.6}, {:.6}, {:.1} m above the {}: {}.",
            solution.lat,
            solution.lon,
            solution.height_m,
            above(solution.above),
            solution.doubt.as_deref().unwrap_or("it does not fit")
        ));
    }
    lines.extend(answer.disagreeing.iter().map(|one| one.sentence.clone()));
    lines.extend(answer.orders_broken.iter().cloned());
    lines.push(pixels(answer));
    lines.push(
        "Landmark: seen from the camera at, distance, residual right and down in pixels".to_owned(),
    );
    lines.extend(answer.residuals.iter().map(residual));
    for one in &answer.excluded {
        lines.push(format!(
            "Excluded: '{}' at {:.6}, {:.6}: {}",
            one.place.name, one.place.lat, one.place.lon, one.why
        ));
    }
    lines.extend(
        answer
            .assumptions
            .iter()
            .map(|one| format!("Taken as given: {one}")),
    );
    lines.extend(answer.notes.iter().map(|one| format!("Note: {one}")));
    lines.push(format!("Rule: {}", answer.rule));
    lines
}

/// Matched rows as a table's lines: what was taken for what, from which imagery, judged by whom.
pub fn match_table(question: &FixQuestion) -> Vec<[String; 6]> {
    question
        .rows
        .iter()
        .map(|row| {
            let imagery = row.imagery.as_ref().map_or_else(String::new, |imagery| {
                let date = imagery
                    .date
                    .as_ref()
                    .map_or_else(String::new, |date| format!(", {date}"));
                format!("{}{date}", imagery.source)
            });
            let verdict = match row.verdict {
                super::Verdict::Accepted => "accepted",
                super::Verdict::Proposed => "proposed",
                super::Verdict::Refused => "refused",
            };
            let relation = match &row.relation {
                super::Relation::SameObject => "same object".to_owned(),
                super::Relation::LeftOf(other) => format!("left of {other}"),
            };
            [
                row.name.clone(),
                format!("{:.0}, {:.0}", row.region.x_px, row.region.y_px),
                format!("{:.6}, {:.6}", row.map.lat, row.map.lon),
                relation,
                imagery,
                row.by
                    .as_ref()
                    .map_or_else(|| verdict.to_owned(), |by| format!("{verdict} by {by}")),
            ]
        })
        .collect()
}

fn place(head: &str, solution: &Solution) -> [String; 3] {
    let ellipse = solution.ellipse;
    [
        format!(
            "{head}Camera at {:.6}, {:.6}, inside an ellipse of {} by {} (half axes, the longer towards {:.0}°) with 95 %.",
            solution.lat,
            solution.lon,
            metres(ellipse.half_length_m),
            metres(ellipse.half_width_m),
            ellipse.azimuth_deg
        ),
        format!(
            "Height {:.1} ± {:.1} m above the {}.",
            solution.height_m,
            solution.height_error_m,
            above(solution.above)
        ),
        format!(
            "Looking towards {:.1} ± {:.1}° (from true north), tilted {:+.1} ± {:.1}°, rolled {:+.1} ± {:.1}°; field of view {:.1} ± {:.1}° (focal length {:.0} ± {:.0} px).",
            whole_turn(solution.azimuth_deg, 10.0),
            solution.azimuth_error_deg,
            solution.tilt_deg,
            solution.tilt_error_deg,
            solution.roll_deg,
            solution.roll_error_deg,
            solution.field_deg,
            solution.field_error_deg,
            solution.focal_px,
            solution.focal_error_px
        ),
    ]
}

fn residual(one: &Residual) -> String {
    let right = one
        .right_px
        .map_or_else(|| "behind".to_owned(), |px| format!("{px:+.1}"));
    let down = one
        .down_px
        .map_or_else(|| "-".to_owned(), |px| format!("{px:+.1}"));
    let used = if one.used { "" } else { "  (not used)" };
    format!(
        "  {}: {:.1}°, {}, {right}, {down}{used}",
        one.name,
        whole_turn(one.bearing_deg, 10.0),
        metres(one.distance_m)
    )
}

fn pixels(answer: &FixAnswer) -> String {
    let px = answer.pixel_error.px;
    let spare = answer.spare;
    match answer.pixel_error.basis {
        PixelBasis::Stated => format!(
            "Marked points are taken as right within {px:.1} px, as stated; {spare} observations to spare."
        ),
        PixelBasis::Widened => format!(
            "Marked points lie off by {px:.1} px, more than stated; the ellipse is widened to that ({spare} observations to spare)."
        ),
        PixelBasis::Residuals => {
            format!("Marked points lie off by {px:.1} px, told from {spare} observations to spare.")
        }
        PixelBasis::Usual => format!(
            "Marked points are taken as right within {px:.1} px: {spare} observations to spare are too few to tell it, and the usual 2 px weigh in."
        ),
    }
}

fn above(datum: Datum) -> &'static str {
    match datum {
        Datum::Ground => "ground",
        Datum::Sea => "sea",
    }
}

fn metres(value: f64) -> String {
    match value {
        value if value >= 10_000.0 => format!("{:.1} km", value / 1000.0),
        value if value >= 10.0 => format!("{value:.0} m"),
        value => format!("{value:.1} m"),
    }
}

/// Rounded as it will be shown, so that 359.97 is told as 0.
pub(super) fn whole_turn(degrees: f64, parts: f64) -> f64 {
    (degrees * parts).round() / parts % 360.0
}
