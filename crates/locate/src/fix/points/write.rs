//! A question written as a points file, so that reading it gives the same question.

use std::fmt::Write as _;

use super::super::question::*;

/// The lines of a question. A region's height without a width has no line and is left out.
pub fn points_file(question: &FixQuestion) -> String {
    let mut lines = vec![
        format!(
            "frame {}x{}",
            question.frame.width_px, question.frame.height_px
        ),
        format!("item {}", quoted(&question.item)),
        format!("lens {}", lens(question.lens)),
        format!("camera {}", camera(question.camera)),
    ];
    if let Some(ground) = question.ground {
        lines.push(format!("ground {}", measured(ground)));
    }
    if let Some(error) = question.level_error_deg {
        lines.push(format!("level {error}"));
    }
    if let Some(error) = question.pixel_error_px {
        lines.push(format!("pixels {error}"));
    }
    if question.imagery_error_m != 0.0 {
        lines.push(format!("offset {}", question.imagery_error_m));
    }
    let mut imagery: Option<&Imagery> = None;
    for row in &question.rows {
        if row.imagery.as_ref() != imagery {
            lines.push(
                row.imagery
                    .as_ref()
                    .map_or_else(|| "imagery none".to_owned(), imagery_line),
            );
            imagery = row.imagery.as_ref();
        }
        lines.push(point(row));
    }
    for transit in &question.transits {
        let (near, far) = (place(&transit.near), place(&transit.far));
        lines.push(format!(
            "transit {near} before {far} within {}",
            transit.error_deg
        ));
    }
    for line in &question.verticals {
        let ([x, y], [u, v]) = (line.from, line.to);
        lines.push(format!("vertical {x},{y} {u},{v}{}", error(line.error_px)));
    }
    for point in &question.horizon {
        lines.push(format!(
            "horizon {},{}{}",
            point.at[0],
            point.at[1],
            error(point.error_px)
        ));
    }
    if let Some(subject) = &question.subject {
        lines.push(format!("subject {}", place(subject)));
    }
    for one in &question.excluded {
        lines.push(format!(
            "excluded {} because {}",
            place(&one.place),
            quoted(&one.why)
        ));
    }
    lines.join("\n") + "\n"
}

fn imagery_line(imagery: &Imagery) -> String {
    let date = imagery
        .date
        .as_ref()
        .map_or_else(String::new, |date| format!(" {}", quoted(date)));
    format!("imagery {}{date}", quoted(&imagery.source))
}

fn point(row: &MatchRow) -> String {
    let mut line = format!(
        "point {} {},{}{} = {},{} ± {}",
        quoted(&row.name),
        row.region.x_px,
        row.region.y_px,
        error(row.error_px),
        row.map.lat,
        row.map.lon,
        row.map.error_m
    );
    let mut more = |word: &str, value: String| {
        write!(line, " {word}{value}").expect("a string can be written to");
    };
    match row.map.elevation {
        Elevation::Unknown => {}
        Elevation::AboveGround(height) => more("height ", measured(height)),
        Elevation::AboveSea(height) => more("sea ", measured(height)),
    }
    if let (Some(width), Some(height)) = (row.region.width_px, row.region.height_px) {
        more("region ", format!("{width}x{height}"));
    }
    if let Some(id) = &row.map.id {
        more("id ", quoted(id));
    }
    if let Relation::LeftOf(other) = &row.relation {
        more("left-of ", quoted(other));
    }
    match row.verdict {
        Verdict::Accepted => {}
        Verdict::Proposed => more("proposed", String::new()),
        Verdict::Refused => more("refused", String::new()),
    }
    if let Some(by) = &row.by {
        more("by ", quoted(by));
    }
    if let Some(note) = &row.note {
        more("because ", quoted(note));
    }
    line
}

fn place(point: &NamedPoint) -> String {
    format!(
        "{} {},{} ± {}",
        quoted(&point.name),
        point.lat,
        point.lon,
        point.error_m
    )
}

fn lens(lens: Lens) -> String {
    match lens {
        Lens::Unknown => "unknown".to_owned(),
        Lens::FieldDeg(field) => format!("field {}", measured(field)),
        Lens::FocalPx(focal) => format!("focal {}", measured(focal)),
        Lens::Equivalent35Mm(focal) => format!("35mm {}", measured(focal)),
    }
}

fn camera(camera: CameraHeight) -> String {
    match camera {
        CameraHeight::HandHeld => "hand-held".to_owned(),
        CameraHeight::Free => "drone".to_owned(),
        CameraHeight::AboveGround(height) => format!("height {}", measured(height)),
        CameraHeight::AboveSea(height) => format!("sea {}", measured(height)),
    }
}

fn measured(one: Measured) -> String {
    format!("{} ± {}", one.value, one.error)
}

fn error(error: Option<f64>) -> String {
    error.map_or_else(String::new, |error| format!(" ± {error}"))
}

/// In quotes, which are doubled inside; a line cannot hold a line break.
fn quoted(name: &str) -> String {
    let plain = name.replace(char::is_control, " ");
    format!("\"{}\"", plain.replace('"', "\"\""))
}
