//! One picture: decoded in a child of our own, by ffmpeg where that cannot, and turned as its file
//! says.

mod exif;
mod inside;
mod moving;
mod turn;

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use bearings_model::{StatedPosition, StatedTime};
use serde::{Deserialize, Serialize};

use crate::bytes::Looks;
use crate::darkroom::{INPUT, MOST_PIXELS, complaint, unless_stopped, words};
use crate::film::within_reach;
use crate::jail::{Limits, Task};
use crate::{Darkroom, MediaError};

pub(crate) use inside::decode as decode_inside;
pub(crate) use moving::decode as decode_moving;
pub(crate) use turn::turn;

/// A picture as it is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Rows of red, green and blue from the top left. Where the file has an alpha channel it is
    /// dropped and the colour under it kept, as Pillow's `convert("RGB")` does, on which PDQ's
    /// Python tools stand: a picture is compared by what its file holds, seen or not.
    pub rgb: Vec<u8>,
    /// What was damaged, one sentence each.
    pub problems: Vec<String>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

/// What the child says before the pixels, in one line of JSON.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Head {
    /// "jpeg", "png", "webp", "gif", "tiff".
    pub format: String,
    /// As stored.
    pub width: u32,
    pub height: u32,
    /// EXIF's orientation, 1 to 8.
    pub orientation: u8,
    pub written: Written,
    /// What is missing of a picture that decoded all the same.
    pub damage: Option<String>,
    /// Why it did not decode; no pixels follow then.
    pub failure: Option<String>,
}

/// What a file's EXIF says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Written {
    pub times: Vec<StatedTime>,
    pub position: Option<StatedPosition>,
    pub device: Option<String>,
    pub software: Option<String>,
}

/// The longest head that is believed.
const HEAD_BYTES: u64 = 1 << 16;

impl Darkroom {
    /// Decodes a picture with one frame. One that moves is a film: see
    /// [`frames`](Darkroom::frames).
    pub fn picture(&self, path: &Path) -> Result<Picture, MediaError> {
        let (_, looks) = self.open(path)?;
        match looks {
            Looks::Picture => self.own_picture(path),
            Looks::ForeignPicture => self.foreign_picture(path).map_err(|error| match error {
                MediaError::NotDecoded(_) | MediaError::Lacks(_) => MediaError::NoDecoder,
                other => other,
            }),
            _ => Err(MediaError::Lacks("still picture")),
        }
    }

    fn own_picture(&self, path: &Path) -> Result<Picture, MediaError> {
        let (head, rgb) = self.develop(path, true)?;
        within_reach(head.width.into(), head.height.into())?;
        let Some(failure) = head.failure else {
            let wide = (head.width, head.height);
            let (width, height, rgb) = turn(wide.0, wide.1, rgb, head.orientation);
            return Ok(Picture {
                width,
                height,
                rgb,
                problems: head.damage.into_iter().collect(),
            });
        };
        // What is cut off or written in a rarer way, ffmpeg may still show a part of.
        let Ok(mut picture) = self.foreign_picture(path) else {
            return Err(MediaError::NotDecoded(failure));
        };
        let rgb = std::mem::take(&mut picture.rgb);
        (picture.width, picture.height, picture.rgb) =
            turn(picture.width, picture.height, rgb, head.orientation);
        picture.problems.insert(
            0,
            format!(
                "The picture is damaged or unusual ({failure}); what ffmpeg makes of it is used."
            ),
        );
        Ok(picture)
    }

    /// Head and, if `pixels`, the pixels as stored.
    pub(crate) fn develop(&self, path: &Path, pixels: bool) -> Result<(Head, Vec<u8>), MediaError> {
        let (file, _) = self.open(path)?;
        let task = Task::Picture {
            most_pixels: MOST_PIXELS,
            pixels,
        };
        let mut child = self.jail.start(task, file, &[], Limits::short())?;
        let mut output = BufReader::new(child.output());
        let mut line = Vec::new();
        output
            .by_ref()
            .take(HEAD_BYTES)
            .read_until(b'\n', &mut line)?;
        let head = serde_json::from_slice::<Head>(&line).ok();
        let mut rgb = Vec::new();
        if let Some(head) = &head
            && pixels
            && head.failure.is_none()
        {
            let length = u64::from(head.width) * u64::from(head.height) * 3;
            within_reach(head.width.into(), head.height.into())?;
            output.take(length).read_to_end(&mut rgb)?;
        }
        let ending = child.finish();
        unless_stopped(&ending)?;
        let whole = |head: &Head| {
            let length = head.width as usize * head.height as usize * 3;
            !pixels || head.failure.is_some() || rgb.len() == length
        };
        match head.filter(whole) {
            Some(head) => Ok((head, rgb)),
            None => Err(MediaError::NotDecoded(
                complaint(&ending.said).unwrap_or_else(|| "the decoder broke off".to_owned()),
            )),
        }
    }

    fn foreign_picture(&self, path: &Path) -> Result<Picture, MediaError> {
        let streams = self.streams(path)?;
        let stream = streams
            .picture()
            .ok_or(MediaError::Lacks("still picture"))?;
        let (width, height) = stream
            .size()
            .ok_or(MediaError::Lacks("pictures of a size"))?;
        within_reach(width.into(), height.into())?;
        let mut all = words(&[
            "-nostdin",
            "-hide_banner",
            "-loglevel",
            "error",
            "-threads",
            "1",
            "-noautorotate",
        ]);
        all.extend(words(INPUT));
        all.extend(words(&["-map", "0:v:0", "-frames:v", "1", "-vf"]));
        all.push(format!(
            "scale=w={width}:h={height}:flags=area,format=rgb24"
        ));
        all.extend(words(&["-f", "rawvideo", "pipe:1"]));
        let (file, _) = self.open(path)?;
        let mut child = self.ffmpeg(file, all, Limits::short())?;
        let length = width as usize * height as usize * 3;
        let mut rgb = Vec::new();
        child.output().take(length as u64).read_to_end(&mut rgb)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        let said = complaint(&ending.said);
        if rgb.len() < length {
            let why = said.unwrap_or_else(|| "no decoder here knows this picture".to_owned());
            return Err(MediaError::NotDecoded(why));
        }
        let said = said.map(|said| format!("Parts of the picture did not decode: {said}."));
        Ok(Picture {
            width,
            height,
            rgb,
            problems: said.into_iter().collect(),
        })
    }
}
