//! A recording's samples as Chromaprint wants them: one channel, 11,025 a second.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use bearings_model::{MediaFacts, MediaKind};

use crate::darkroom::{INPUT, complaint, unless_stopped, words};
use crate::jail::{Child, Limits};
use crate::{Darkroom, MediaError};

/// Chromaprint's own rate.
pub const SOUND_HZ: u32 = 11_025;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    pub samples: u64,
    pub problems: Vec<String>,
}

impl Darkroom {
    /// Hands out a file's sound piece by piece, all channels mixed to one, until it ends or `hear`
    /// breaks off. A file without sound, or none of which decodes, is an error.
    pub fn sound(
        &self,
        path: &Path,
        facts: &MediaFacts,
        mut hear: impl FnMut(&[i16]) -> ControlFlow<()>,
    ) -> Result<Heard, MediaError> {
        if !facts.streams.iter().any(|s| s.kind == MediaKind::Audio) {
            return Err(MediaError::Lacks("sound"));
        }
        let (file, _) = self.open(path)?;
        let limits = Limits::for_length(facts.duration_ms, 1 << 32);
        let child = self.ffmpeg(file, arguments(SOUND_HZ), limits)?;
        listen(child, &mut hear)
    }
}

pub(crate) fn arguments(hz: u32) -> Vec<String> {
    let mut all = words(&["-nostdin", "-hide_banner", "-loglevel", "error"]);
    all.extend(words(&["-threads", "1"]));
    all.extend(words(INPUT));
    all.extend(words(&["-map", "0:a:0", "-ac", "1", "-ar"]));
    all.push(hz.to_string());
    all.extend(words(&["-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"]));
    all
}

pub(crate) fn listen(
    mut child: Child,
    hear: &mut impl FnMut(&[i16]) -> ControlFlow<()>,
) -> Result<Heard, MediaError> {
    let mut heard = Heard::default();
    let mut bytes = Vec::with_capacity(PIECE);
    let mut samples = Vec::with_capacity(PIECE / 2);
    loop {
        bytes.clear();
        let got = child.output().take(PIECE as u64).read_to_end(&mut bytes)?;
        samples.clear();
        samples.extend(
            bytes
                .as_chunks::<2>()
                .0
                .iter()
                .map(|two| i16::from_le_bytes(*two)),
        );
        heard.samples += samples.len() as u64;
        if !samples.is_empty() && hear(&samples).is_break() {
            return Ok(heard);
        }
        if got < PIECE {
            break;
        }
    }
    let ending = child.finish();
    let stopped = unless_stopped(&ending);
    let said = complaint(&ending.said);
    if heard.samples == 0 {
        stopped?;
        let why = said.unwrap_or_else(|| "the sound has no samples".to_owned());
        return Err(MediaError::NotDecoded(why));
    }
    if let Err(stop) = stopped {
        heard
            .problems
            .push(format!("Only a part was decoded: {stop}."));
    }
    if let Some(said) = said {
        heard
            .problems
            .push(format!("Parts of the sound did not decode: {said}."));
    }
    Ok(heard)
}

/// Bytes handed out at once: three seconds.
const PIECE: usize = 1 << 16;
