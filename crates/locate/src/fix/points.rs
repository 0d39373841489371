//! The points file: a fix's question as lines that a person writes and reads.
//!
//! A line is a word and what belongs to it; `#` begins a remark. What is not understood is an
//! error with its line, never passed over. `docs/decisions/0023-camera-fix.md` lists the lines.

mod line;
mod write;

use thiserror::Error;

use super::question::*;
use line::Line;
pub use write::points_file;

#[derive(Debug, Error, Clone, PartialEq, Eq)]
#[error("line {line} of the points file: {what}")]
pub struct PointsError {
    /// From 1.
    pub line: usize,
    pub what: String,
}

/// A question from a points file.
pub fn read_points(text: &str) -> Result<FixQuestion, PointsError> {
    let mut question = FixQuestion::of_frame("frame", 0.0, 0.0);
    let mut imagery = None;
    let mut framed = false;
    for (number, text) in text.lines().enumerate() {
        let said = |what: String| PointsError {
            line: number + 1,
            what,
        };
        let mut line = Line::of(text).map_err(said)?;
        let Some(word) = line.bare() else {
            if line.is_empty() {
                continue;
            }
            return Err(said(
                "a line begins with a word like 'point' or 'frame'".to_owned(),
            ));
        };
        framed |= word == "frame";
        row(&word, &mut line, &mut question, &mut imagery)
            .and_then(|()| line.end())
            .map_err(said)?;
    }
    if !framed {
        let what =
            "there is no line 'frame WIDTHxHEIGHT' with the frame's size in pixels".to_owned();
        return Err(PointsError {
            line: text.lines().count().max(1),
            what,
        });
    }
    Ok(question)
}

fn row(
    word: &str,
    line: &mut Line,
    question: &mut FixQuestion,
    imagery: &mut Option<Imagery>,
) -> Result<(), String> {
    match word {
        "frame" => {
            let (width_px, height_px) = line.size()?;
            question.frame = FrameSize {
                width_px,
                height_px,
            };
        }
        "item" => question.item = line.name()?,
        "lens" => question.lens = lens(line)?,
        "camera" => question.camera = camera(line)?,
        "ground" => question.ground = Some(line.measured(0.0)?),
        "level" => question.level_error_deg = Some(line.number()?),
        "pixels" => question.pixel_error_px = Some(line.number()?),
        "imagery" => {
            let source = line.name()?;
            let date = line.as_it_stands();
            *imagery = (source != "none").then_some(Imagery { source, date });
        }
        "offset" => question.imagery_error_m = line.number()?,
        "point" => question.rows.push(point(line, imagery)?),
        "transit" => question.transits.push(transit(line)?),
        "vertical" => {
            let (from, to) = (line.pair()?, line.pair()?);
            question.verticals.push(Vertical {
                from,
                to,
                error_px: line.error()?,
            });
        }
        "horizon" => {
            let at = line.pair()?;
            question.horizon.push(HorizonPoint {
                at,
                error_px: line.error()?,
            });
        }
        "subject" => question.subject = Some(place(line)?),
        "excluded" => {
            let place = place(line)?;
            line.word("because")?;
            question.excluded.push(ExcludedCandidate {
                place,
                why: line.name()?,
            });
        }
        other => {
            return Err(format!(
                "'{other}' is not known; lines begin with frame, item, lens, camera, ground, level, pixels, \
                 imagery, offset, point, transit, vertical, horizon, subject or excluded"
            ));
        }
    }
    Ok(())
}

fn lens(line: &mut Line) -> Result<Lens, String> {
    let word = line.bare().unwrap_or_default();
    Ok(match word.as_str() {
        "unknown" => Lens::Unknown,
        // A field of view read off a lens's name is good to some two parts in a hundred.
        "field" => Lens::FieldDeg(line.measured_part(0.02)?),
        "focal" => Lens::FocalPx(line.measured_part(0.02)?),
        "35mm" => Lens::Equivalent35Mm(line.measured_part(0.03)?),
        _ => return Err("a lens is 'unknown', 'field DEGREES', 'focal PIXELS' or '35mm MILLIMETRES', each with ± if known".to_owned()),
    })
}

fn camera(line: &mut Line) -> Result<CameraHeight, String> {
    let word = line.bare().unwrap_or_default();
    Ok(match word.as_str() {
        "hand-held" => CameraHeight::HandHeld,
        "free" | "drone" => CameraHeight::Free,
        "height" => CameraHeight::AboveGround(line.measured(DEFAULT_HEIGHT_ERROR_M)?),
        "sea" => CameraHeight::AboveSea(line.measured(DEFAULT_HEIGHT_ERROR_M)?),
        _ => return Err("a camera is 'hand-held', 'drone', 'height METRES' above the ground or 'sea METRES' above the sea".to_owned()),
    })
}

/// point "Water tower" 812,340 ± 2 = 49.98123,36.25311 ± 2 height 24 ± 1 …
fn point(line: &mut Line, imagery: &Option<Imagery>) -> Result<MatchRow, String> {
    let name = line.name()?;
    let [x_px, y_px] = line.pair()?;
    let error_px = line.error()?;
    line.sign('=')?;
    let [lat, lon] = line.pair()?;
    let error_m = line.error()?.unwrap_or(DEFAULT_MAP_ERROR_M);
    let mut row = MatchRow {
        name,
        region: FrameRegion::point(x_px, y_px),
        error_px,
        map: MapFeature {
            id: None,
            lat,
            lon,
            error_m,
            elevation: Elevation::Unknown,
        },
        relation: Relation::SameObject,
        imagery: imagery.clone(),
        verdict: Verdict::Accepted,
        by: None,
        note: None,
    };
    while let Some(word) = line.bare() {
        match word.as_str() {
            "height" => {
                row.map.elevation = Elevation::AboveGround(line.measured(DEFAULT_HEIGHT_ERROR_M)?)
            }
            "sea" => {
                row.map.elevation = Elevation::AboveSea(line.measured(DEFAULT_HEIGHT_ERROR_M)?)
            }
            "region" => {
                let (width, height) = line.size()?;
                (row.region.width_px, row.region.height_px) = (Some(width), Some(height));
            }
            "id" => row.map.id = Some(line.name()?),
            "left-of" => row.relation = Relation::LeftOf(line.name()?),
            "accepted" => row.verdict = Verdict::Accepted,
            "proposed" => row.verdict = Verdict::Proposed,
            "refused" => row.verdict = Verdict::Refused,
            "by" => row.by = Some(line.name()?),
            "because" => row.note = Some(line.name()?),
            other => {
                return Err(format!(
                    "'{other}' is not known of a point; height, sea, region, id, left-of, accepted, proposed, refused, by, because are"
                ));
            }
        }
    }
    Ok(row)
}

fn transit(line: &mut Line) -> Result<Transit, String> {
    let near = place(line)?;
    line.word("before")?;
    let far = place(line)?;
    // A tenth of a degree: two edges a hand's breadth apart at 60 m.
    let mut error_deg = 0.1;
    if let Some(word) = line.bare() {
        if word != "within" {
            return Err(format!("'{word}' stands where 'within DEGREES' may"));
        }
        error_deg = line.number()?;
    }
    Ok(Transit {
        near,
        far,
        error_deg,
    })
}

fn place(line: &mut Line) -> Result<NamedPoint, String> {
    let name = line.name()?;
    let [lat, lon] = line.pair()?;
    let error_m = line.error()?.unwrap_or(DEFAULT_MAP_ERROR_M);
    Ok(NamedPoint {
        name,
        lat,
        lon,
        error_m,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FILE: &str = r#"
# the market square, from the second clip
frame 1920x1080
item "clip 2, 00:14"
lens field 65 ± 2
camera height 1.7 +- 0.3
pixels 3
imagery "city survey" 2024-05-03
point "Water tower" 812,340 = 49.981230,36.253110 ± 2 height 24 ± 1 id way/12 by "A. N."
point Chimney 1210.5,410 ± 4 = 49.98,36.25
point "Kiosk" 300,700 = 49.9801,36.2501 left-of Chimney refused because "burnt down before"
transit "gate" 49.98,36.25 before "spire" 49.99,36.25 within 0.2
vertical 100,200 102,800
horizon 0,540 ± 3
excluded "yard" 49.97,36.2 because "its chimney is ""square"""
"#;

    #[test]
    fn a_file_reads_as_it_is_meant() {
        let question = read_points(FILE).unwrap();
        assert_eq!(question.frame.width_px, 1920.0);
        assert_eq!(
            question.lens,
            Lens::FieldDeg(Measured {
                value: 65.0,
                error: 2.0
            })
        );
        assert_eq!(
            question.camera,
            CameraHeight::AboveGround(Measured {
                value: 1.7,
                error: 0.3
            })
        );
        let tower = &question.rows[0];
        assert_eq!(
            tower.map.elevation,
            Elevation::AboveGround(Measured {
                value: 24.0,
                error: 1.0
            })
        );
        assert_eq!(tower.by.as_deref(), Some("A. N."));
        assert_eq!(
            tower.imagery.as_ref().unwrap().date.as_deref(),
            Some("2024-05-03")
        );
        assert_eq!(question.rows[1].error_px, Some(4.0));
        assert_eq!(question.rows[1].map.elevation, Elevation::Unknown);
        assert_eq!(
            question.rows[2].relation,
            Relation::LeftOf("Chimney".into())
        );
        assert_eq!(question.used_rows().count(), 2);
        assert_eq!(question.transits[0].error_deg, 0.2);
        assert_eq!(question.excluded[0].why, "its chimney is \"square\"");
    }

    #[test]
    fn what_is_written_reads_back() {
        let question = read_points(FILE).unwrap();
        assert_eq!(read_points(&points_file(&question)).unwrap(), question);
    }

    #[test]
    fn a_fault_is_told_with_its_line() {
        for (file, fault) in [
            (
                "frame 1920x1080\npoint \"A\" 12 = 1,2",
                "line 2 of the points file: ',' is missing before '='",
            ),
            (
                "frame 1920",
                "line 1 of the points file: a size is like 1920x1080 before '1920'",
            ),
            (
                "point A 1,2 = 3,4",
                "line 1 of the points file: there is no line 'frame WIDTHxHEIGHT' with the frame's size in pixels",
            ),
            (
                "frame 9x9\nlens wide",
                "line 2 of the points file: a lens is 'unknown', 'field DEGREES', 'focal PIXELS' or '35mm MILLIMETRES', each with ± if known",
            ),
            (
                "frame 9x9 7",
                "line 1 of the points file: '7' is one thing too many",
            ),
            (
                "frame 9x9\nitem \"open",
                "line 2 of the points file: a name is not closed with '\"'",
            ),
            (
                "12,13",
                "line 1 of the points file: a line begins with a word like 'point' or 'frame'",
            ),
        ] {
            assert_eq!(read_points(file).unwrap_err().to_string(), fault);
        }
    }

    #[test]
    fn a_stray_control_character_in_a_name_is_a_space() {
        let question = read_points("frame 9x9\nitem \"a\rb\"").unwrap();
        assert_eq!(question.item, "a b");
        assert_eq!(read_points(&points_file(&question)).unwrap(), question);
    }

    proptest! {
        #[test]
        fn any_text_reads_or_is_told_why(text in "(frame 9x9\n)?[a-z0-9\",=±+. \n#-]{0,80}") {
            if let Ok(question) = read_points(&text) {
                prop_assert_eq!(read_points(&points_file(&question)).unwrap(), question);
            }
        }
    }
}
