//! ffprobe's JSON, as far as it is used (`ffprobe -show_format -show_streams`).

use std::collections::BTreeMap;

use bearings_model::{MediaKind, Stream};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    streams: Vec<Found>,
    #[serde(default)]
    format: Format,
    #[serde(skip)]
    pub problem: Option<String>,
}

pub(super) type Tags = BTreeMap<String, String>;

#[derive(Debug, Default, Deserialize)]
struct Format {
    format_name: Option<String>,
    duration: Option<String>,
    #[serde(default)]
    tags: Tags,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Found {
    codec_type: Option<String>,
    codec_name: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    avg_frame_rate: Option<String>,
    sample_rate: Option<String>,
    channels: Option<u16>,
    duration: Option<String>,
    #[serde(default)]
    tags: Tags,
    #[serde(default)]
    disposition: BTreeMap<String, i64>,
    #[serde(default)]
    side_data_list: Vec<SideData>,
}

#[derive(Debug, Deserialize)]
struct SideData {
    /// Degrees counter-clockwise, -180 to 180.
    rotation: Option<f64>,
}

impl Answer {
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    pub fn has_media(&self) -> bool {
        self.streams
            .iter()
            .any(|found| found.media_kind().is_some())
    }

    /// The first stream with pictures.
    pub fn picture(&self) -> Option<&Found> {
        let mut found = self.streams.iter();
        found.find(|f| f.codec_type.as_deref() == Some("video"))
    }

    pub fn container(&self) -> String {
        self.format.format_name.clone().unwrap_or_default()
    }

    pub fn duration_ms(&self) -> Option<u64> {
        let of_streams = self
            .streams
            .iter()
            .filter_map(|found| milliseconds(&found.duration));
        milliseconds(&self.format.duration).or(of_streams.max())
    }

    pub fn streams(&self) -> Vec<Stream> {
        self.streams.iter().filter_map(Found::stream).collect()
    }

    /// The container's tags, then each stream's.
    pub(super) fn tags(&self) -> impl Iterator<Item = &Tags> {
        std::iter::once(&self.format.tags).chain(self.streams.iter().map(|found| &found.tags))
    }
}

impl Found {
    pub fn size(&self) -> Option<(u32, u32)> {
        let size = self.width.zip(self.height)?;
        (size.0 > 0 && size.1 > 0).then_some(size)
    }

    fn media_kind(&self) -> Option<MediaKind> {
        // A song's cover is no film.
        let cover = self.disposition.get("attached_pic") == Some(&1);
        match self.codec_type.as_deref()? {
            "video" if cover => Some(MediaKind::Image),
            "video" => Some(MediaKind::Video),
            "audio" => Some(MediaKind::Audio),
            _ => None,
        }
    }

    fn stream(&self) -> Option<Stream> {
        Some(Stream {
            kind: self.media_kind()?,
            codec: self
                .codec_name
                .clone()
                .unwrap_or_else(|| "unknown".to_owned()),
            width: self.width,
            height: self.height,
            rotation: self.rotation(),
            frame_rate: self.avg_frame_rate.as_deref().and_then(quotient),
            variable_rate: false,
            sample_rate_hz: self
                .sample_rate
                .as_deref()
                .and_then(|rate| rate.parse().ok()),
            channels: self.channels,
        })
    }

    /// Clockwise, to the nearest quarter; nothing here shows a film aslant.
    fn rotation(&self) -> u16 {
        let turned = self.side_data_list.iter().find_map(|data| data.rotation);
        let quarters = (-turned.unwrap_or(0.0) / 90.0).round();
        (quarters.rem_euclid(4.0) as u16 % 4) * 90
    }
}

fn milliseconds(seconds: &Option<String>) -> Option<u64> {
    let seconds: f64 = seconds.as_deref()?.parse().ok()?;
    (seconds.is_finite() && seconds > 0.0).then(|| (seconds * 1000.0).round() as u64)
}

/// "30000/1001"; "0/0" is ffprobe's way of not knowing.
fn quotient(rate: &str) -> Option<f64> {
    let (over, under) = rate.split_once('/')?;
    let rate = over.parse::<f64>().ok()? / under.parse::<f64>().ok()?;
    (rate.is_finite() && rate > 0.0).then_some(rate)
}
