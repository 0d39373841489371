//! What a person matched between a frame and a map: the whole of what a fix is worked out from.
//!
//! Every error is one standard deviation. Nothing here is judged; a refused row is kept and not used.

use serde::{Deserialize, Serialize};

/// Map points read off imagery: its stated accuracy is a few metres, and so is a careful hand.
pub const DEFAULT_MAP_ERROR_M: f64 = 2.0;

/// Heights of buildings, counted from storeys or measured from shadows.
pub const DEFAULT_HEIGHT_ERROR_M: f64 = 2.0;

/// How far a marked point lies off, until the residuals tell.
pub const DEFAULT_PIXEL_ERROR_PX: f64 = 2.0;

/// A camera held by a standing person, and how much that and the ground between vary.
pub const HAND_HELD: Measured = Measured {
    value: 1.6,
    error: 1.0,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FixQuestion {
    /// The frame: an item's id, or a file's name.
    pub item: String,
    pub frame: FrameSize,
    pub lens: Lens,
    pub camera: CameraHeight,
    /// Height of the ground under the camera above the sea, where heights are above the sea.
    pub ground: Option<Measured>,
    /// Held level: roll is nought within so many degrees.
    pub level_error_deg: Option<f64>,
    /// How far a marked point lies off. Not stated: told from the residuals.
    pub pixel_error_px: Option<f64>,
    /// A shift that all map points share, as when imagery lies off.
    pub imagery_error_m: f64,
    pub rows: Vec<MatchRow>,
    pub transits: Vec<Transit>,
    pub verticals: Vec<Vertical>,
    pub horizon: Vec<HorizonPoint>,
    /// What the frame shows, where it is known: never the camera's own place.
    pub subject: Option<NamedPoint>,
    pub excluded: Vec<ExcludedCandidate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FrameSize {
    pub width_px: f64,
    pub height_px: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    pub value: f64,
    pub error: f64,
}

/// What is known of the lens. The frame is taken as uncropped: its middle is the lens's axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    Unknown,
    /// Horizontal field of view in degrees.
    FieldDeg(Measured),
    /// Focal length in pixels of the frame.
    FocalPx(Measured),
    /// As cameras' data give it: millimetres on a frame 36 mm wide.
    Equivalent35Mm(Measured),
}

/// What is known of the camera's height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameraHeight {
    HandHeld,
    AboveGround(Measured),
    AboveSea(Measured),
    /// A drone, a balcony, a hill: not known.
    Free,
}

/// One row of the match table: this in the frame is that on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatchRow {
    pub name: String,
    pub region: FrameRegion,
    /// Where this point's error differs from the frame's.
    pub error_px: Option<f64>,
    pub map: MapFeature,
    pub relation: Relation,
    pub imagery: Option<Imagery>,
    pub verdict: Verdict,
    /// Who judged the match.
    pub by: Option<String>,
    pub note: Option<String>,
}

/// A point of the frame in pixels from its upper left corner, with the region it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FrameRegion {
    pub x_px: f64,
    pub y_px: f64,
    pub width_px: Option<f64>,
    pub height_px: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapFeature {
    /// As its map names it, like "way/1234".
    pub id: Option<String>,
    pub lat: f64,
    pub lon: f64,
    pub error_m: f64,
    pub elevation: Elevation,
}

/// The height of the very point that is marked: a tower's top, not its foot.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Elevation {
    /// Only its bearing counts.
    Unknown,
    AboveGround(Measured),
    AboveSea(Measured),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    SameObject,
    /// It lies left of the named row in the frame: checked on the answer, not used for it.
    LeftOf(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Imagery {
    pub source: String,
    /// As its source gives it.
    pub date: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Accepted,
    Proposed,
    /// Kept, with who and why, and never used.
    Refused,
}

/// Two things seen in one line: the camera stands on the line through both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Transit {
    pub near: NamedPoint,
    pub far: NamedPoint,
    /// How far from one line they may be seen.
    pub error_deg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedPoint {
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    pub error_m: f64,
}

/// A line of the frame that is upright in truth: a building's edge, a mast.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Vertical {
    pub from: [f64; 2],
    pub to: [f64; 2],
    pub error_px: Option<f64>,
}

/// A point of the true horizon (sea, plain), not of a skyline.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HorizonPoint {
    pub at: [f64; 2],
    pub error_px: Option<f64>,
}

/// A place that was considered and is not the camera's, with why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExcludedCandidate {
    pub place: NamedPoint,
    pub why: String,
}

impl FixQuestion {
    /// A frame with nothing matched yet, a hand-held camera, an unknown lens.
    pub fn of_frame(item: impl Into<String>, width_px: f64, height_px: f64) -> Self {
        Self {
            item: item.into(),
            frame: FrameSize {
                width_px,
                height_px,
            },
            lens: Lens::Unknown,
            camera: CameraHeight::HandHeld,
            ground: None,
            level_error_deg: None,
            pixel_error_px: None,
            imagery_error_m: 0.0,
            rows: Vec::new(),
            transits: Vec::new(),
            verticals: Vec::new(),
            horizon: Vec::new(),
            subject: None,
            excluded: Vec::new(),
        }
    }

    /// The rows that count: matched as the same object and not refused.
    pub fn used_rows(&self) -> impl Iterator<Item = &MatchRow> {
        self.rows.iter().filter(|row| row.counts())
    }
}

impl MatchRow {
    pub fn counts(&self) -> bool {
        self.relation == Relation::SameObject && self.verdict != Verdict::Refused
    }
}

impl FrameRegion {
    pub fn point(x_px: f64, y_px: f64) -> Self {
        Self {
            x_px,
            y_px,
            width_px: None,
            height_px: None,
        }
    }
}

impl Lens {
    /// Focal length in pixels with its error; none where nothing is known.
    pub fn focal_px(self, frame: FrameSize) -> Option<Measured> {
        let half = frame.width_px / 2.0;
        match self {
            Self::Unknown => None,
            Self::FocalPx(focal) => Some(focal),
            Self::FieldDeg(field) => {
                let value = half / (field.value.to_radians() / 2.0).tan();
                // d(cot(a/2)) = -da / (2 sin^2(a/2))
                let slope = half / (2.0 * (field.value.to_radians() / 2.0).sin().powi(2));
                Some(Measured {
                    value,
                    error: slope * field.error.to_radians(),
                })
            }
            Self::Equivalent35Mm(millimetres) => {
                let longer = frame.width_px.max(frame.height_px);
                Some(Measured {
                    value: millimetres.value * longer / 36.0,
                    error: millimetres.error * longer / 36.0,
                })
            }
        }
    }
}
