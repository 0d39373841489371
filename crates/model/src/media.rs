//! A picture, a film or a recording: what its file says of itself.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    Image,
    Video,
    Audio,
}

impl MediaKind {
    pub fn name(self) -> &'static str {
        match self {
            MediaKind::Image => "image",
            MediaKind::Video => "video",
            MediaKind::Audio => "audio",
        }
    }
}

/// What a file says of itself. None of it is proof: all of it can be written by anyone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediaFacts {
    pub kind: MediaKind,
    /// The container by ffprobe's short name or the picture's format: "mov,mp4", "jpeg".
    pub container: String,
    /// `None` for a picture, and where the file does not tell.
    pub duration_ms: Option<u64>,
    pub streams: Vec<Stream>,
    /// Every time the file names, each with where it stands.
    pub times: Vec<StatedTime>,
    pub position: Option<StatedPosition>,
    /// Maker and model of the device, as written.
    pub device: Option<String>,
    pub software: Option<String>,
    pub credentials: Credentials,
    /// No time, position, device or credentials are left: a platform or a person took them off,
    /// or they never were.
    pub stripped: bool,
    /// What was damaged, left out or could not be looked at, one sentence each.
    pub problems: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stream {
    pub kind: MediaKind,
    pub codec: String,
    /// Pixels as stored, before rotation.
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Degrees to turn clockwise before showing: 0, 90, 180 or 270.
    pub rotation: u16,
    /// Frames a second on average.
    pub frame_rate: Option<f64>,
    /// The frames do not come at one pace.
    pub variable_rate: bool,
    pub sample_rate_hz: Option<u32>,
    pub channels: Option<u16>,
}

/// A time as the file writes it; without an offset it is a wall clock somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedTime {
    /// ISO 8601, with an offset only where the file gives one: "2022-02-27T09:14:00".
    pub value: String,
    /// Where it stands: "exif DateTimeOriginal", "container creation_time".
    pub basis: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatedPosition {
    /// Degrees, WGS 84.
    pub lat: f64,
    pub lon: f64,
    pub altitude_m: Option<f64>,
    /// Where the camera looked, degrees clockwise from north.
    pub direction: Option<f64>,
    /// Whether that north is the magnetic one.
    pub direction_magnetic: bool,
    /// The error the file itself admits, metres.
    pub error_m: Option<f64>,
    pub basis: String,
}

/// A C2PA manifest: who signed what about the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credentials {
    None,
    /// There is one, and nothing here can check it: why.
    NotChecked(String),
    Found(Manifest),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Whether hashes and signature hold. A valid manifest says who signed, not that it is true.
    pub valid: bool,
    /// Whether its signer stands on a list this machine trusts; none is built in.
    pub trusted: bool,
    pub signer: Option<String>,
    /// When it was signed, ISO 8601.
    pub signed: Option<String>,
    pub generator: Option<String>,
    /// The actions it tells, "c2pa.opened", "c2pa.edited".
    pub actions: Vec<String>,
    /// What did not hold, by the standard's codes.
    pub failures: Vec<String>,
}
