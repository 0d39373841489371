//! A fix as a picture: camera, ellipse, lines of sight and landmarks over a plain grid, north up.
//!
//! SVG without scripts or anything from outside; light and dark by the reader's setting.

mod labels;
mod sheet;

use std::fmt::Write as _;

use super::answer::{FixAnswer, Solution};
use super::plane::Plane;
use super::question::FixQuestion;
use crate::markup::escaped;
use labels::Labels;
use sheet::{HEIGHT, Sheet, WIDTH, nice, told_m};

/// An ellipse smaller than this on the sheet is drawn again, larger, in a corner.
const TOO_SMALL_PX: f64 = 14.0;
const INSET_PX: f64 = 150.0;

/// The picture of a fix; the question must be the answer's own.
pub fn picture(question: &FixQuestion, answer: &FixAnswer) -> String {
    let best = answer.best();
    let plane = Plane::at(best.lat, best.lon);
    let flat = |lat: f64, lon: f64| {
        let [east, north, _] = plane.local(lat, lon, 0.0);
        [east, north]
    };
    let landmarks: Vec<[f64; 2]> = answer
        .residuals
        .iter()
        .map(|one| &question.rows[one.row].map)
        .map(|map| flat(map.lat, map.lon))
        .collect();
    let shown: Vec<&Solution> = answer
        .solutions
        .iter()
        .filter(|one| one.plausible)
        .collect();
    let rings: Vec<Vec<[f64; 2]>> = shown
        .iter()
        .map(|one| ring(one, flat(one.lat, one.lon), 1.0))
        .collect();
    let all: Vec<[f64; 2]> = landmarks
        .iter()
        .chain(rings.iter().flatten())
        .copied()
        .collect();
    let sheet = Sheet::around(&all);

    let mut svg = sheet::opened(&format!(
        "Camera of {}: position, ellipse and lines of sight",
        answer.item
    ));
    svg.push_str(&sheet.grid());
    field(&mut svg, &sheet, best);
    for (residual, at) in answer.residuals.iter().zip(&landmarks) {
        let class = if residual.used { "sight" } else { "sight off" };
        let ([x, y], [u, v]) = (sheet.on([0.0, 0.0]), sheet.on(*at));
        let _ = writeln!(
            svg,
            r#"<line class="{class}" x1="{x:.1}" y1="{y:.1}" x2="{u:.1}" y2="{v:.1}"/>"#
        );
    }
    for (ring, solution) in rings.iter().zip(&shown) {
        sheet.polygon(&mut svg, "ellipse", ring);
        let [x, y] = sheet.on(flat(solution.lat, solution.lon));
        let _ = writeln!(
            svg,
            r#"<circle class="camera" cx="{x:.1}" cy="{y:.1}" r="4.5"/>"#
        );
    }
    let mut labels = Labels::new(WIDTH, HEIGHT);
    labels.keep_free(sheet.on([0.0, 0.0]), 8.0);
    let small = best.ellipse.half_length_m * sheet.scale < TOO_SMALL_PX;
    if small {
        labels.keep_box(
            INSET_CORNER,
            [INSET_CORNER[0] + INSET_PX, INSET_CORNER[1] + INSET_PX],
        );
    }
    for at in &landmarks {
        labels.keep_free(sheet.on(*at), 6.0);
    }
    marks(&mut svg, &mut labels, &sheet, answer, &landmarks);
    for (number, solution) in shown.iter().enumerate() {
        let name = if shown.len() > 1 {
            format!("camera, place {}", number + 1)
        } else {
            "camera".to_owned()
        };
        labels.put(
            &mut svg,
            sheet.on(flat(solution.lat, solution.lon)),
            &name,
            "name strong",
        );
    }
    if small {
        inset(&mut svg, best);
    }
    svg.push_str(&sheet.scale_bar());
    svg.push_str(&sheet::north());
    caption(&mut svg, answer);
    svg.push_str("</svg>\n");
    svg
}

const INSET_CORNER: [f64; 2] = [WIDTH - INSET_PX - 14.0, HEIGHT - INSET_PX - 44.0];

fn marks(
    svg: &mut String,
    labels: &mut Labels,
    sheet: &Sheet,
    answer: &FixAnswer,
    landmarks: &[[f64; 2]],
) {
    for (residual, at) in answer.residuals.iter().zip(landmarks) {
        let [x, y] = sheet.on(*at);
        let (mark, class) = if residual.used {
            (
                format!(r#"<circle class="landmark" cx="{x:.1}" cy="{y:.1}" r="4"/>"#),
                "name",
            )
        } else {
            let cross = format!("M{:.1} {:.1}l10 10m0 -10l-10 10", x - 5.0, y - 5.0);
            (
                format!(r#"<path class="wrong" d="{cross}"/>"#),
                "name wrong-name",
            )
        };
        let _ = writeln!(svg, "{mark}");
        let name = if residual.used {
            residual.name.clone()
        } else {
            format!("{} (disagrees)", residual.name)
        };
        labels.put(svg, [x, y], &name, class);
    }
}

/// The part of the land inside the frame's sides.
fn field(svg: &mut String, sheet: &Sheet, best: &Solution) {
    let reach = 2.0 * (WIDTH + HEIGHT) / sheet.scale;
    let side = |by: f64| {
        let azimuth = (best.azimuth_deg + by * best.field_deg / 2.0).to_radians();
        [reach * azimuth.sin(), reach * azimuth.cos()]
    };
    sheet.polygon(svg, "field", &[[0.0, 0.0], side(-1.0), side(1.0)]);
}

/// The ellipse's outline around a point, enlarged.
fn ring(solution: &Solution, at: [f64; 2], by: f64) -> Vec<[f64; 2]> {
    let (sin, cos) = solution.ellipse.azimuth_deg.to_radians().sin_cos();
    (0..60)
        .map(|side| {
            let turn = std::f64::consts::TAU * f64::from(side) / 60.0;
            let along = by * solution.ellipse.half_length_m * turn.cos();
            let across = by * solution.ellipse.half_width_m * turn.sin();
            [
                at[0] + along * sin + across * cos,
                at[1] + along * cos - across * sin,
            ]
        })
        .collect()
}

fn inset(svg: &mut String, best: &Solution) {
    let [x, y] = INSET_CORNER;
    let reach = best.ellipse.half_length_m.max(0.01);
    let scale = (INSET_PX / 2.0 - 26.0) / reach;
    let centre = [x + INSET_PX / 2.0, y + INSET_PX / 2.0 - 6.0];
    let _ = writeln!(
        svg,
        r#"<rect class="inset" x="{x}" y="{y}" width="{INSET_PX}" height="{INSET_PX}"/>"#
    );
    let points: Vec<String> = ring(best, [0.0, 0.0], scale)
        .iter()
        .map(|[east, north]| format!("{:.1},{:.1}", centre[0] + east, centre[1] - north))
        .collect();
    let _ = writeln!(
        svg,
        r#"<polygon class="ellipse" points="{}"/>"#,
        points.join(" ")
    );
    let _ = writeln!(
        svg,
        r#"<circle class="camera" cx="{:.1}" cy="{:.1}" r="3.5"/>"#,
        centre[0], centre[1]
    );
    let bar = nice(reach);
    let (left, below) = (x + 10.0, y + INSET_PX - 10.0);
    let _ = writeln!(
        svg,
        r#"<path class="bar" d="M{left:.1} {below:.1}h{:.1}"/>"#,
        bar * scale
    );
    let _ = writeln!(
        svg,
        r#"<text class="small" x="{left:.1}" y="{:.1}">{}, ellipse enlarged</text>"#,
        below - 6.0,
        told_m(bar)
    );
}

fn caption(svg: &mut String, answer: &FixAnswer) {
    let best = answer.best();
    let text = format!(
        "{}: {:.6}, {:.6}; 95 % inside {} by {} (half axes); looking to {:.0}°",
        answer.item,
        best.lat,
        best.lon,
        told_m(best.ellipse.half_length_m),
        told_m(best.ellipse.half_width_m),
        super::report::whole_turn(best.azimuth_deg, 1.0)
    );
    let _ = writeln!(
        svg,
        r#"<text class="caption" x="14" y="{:.1}">{}</text>"#,
        HEIGHT - 14.0,
        escaped(&text)
    );
}
