//! What one file is compared by: made from its decoded pictures and sound, and from nothing else.

use bearings_model::MediaKind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::film::{Film, Frame};
use crate::pdq::{Picture, dihedral};
use crate::picture::{Grey, Still};
use crate::sound::{Sound, SoundMaker};

/// The form on disk; another number is made anew.
const FORM: u8 = 1;

/// Marks of a picture that stands for itself, and of a film's frame, one of many.
const MARKS_OF_PICTURE: usize = 240;
const MARKS_OF_FRAME: usize = 120;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaPrint {
    pub kind: MediaKind,
    pub film: Film,
    pub sound: Sound,
    /// SHA-256 over the decoded frames and samples that were looked at: equal only if each is.
    pub decoded: [u8; 32],
}

impl MediaPrint {
    /// Bytes for keeping. They say which form they are in.
    pub fn to_bytes(&self) -> Vec<u8> {
        let start = vec![FORM];
        postcard::to_extend(self, start).expect("a vector takes what is written")
    }

    /// Reads what `to_bytes` wrote.
    ///
    /// # Errors
    /// Where the bytes are of another form or damaged: the file itself is to be looked at again.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DamagedPrint> {
        let Some((&FORM, rest)) = bytes.split_first() else {
            return Err(DamagedPrint);
        };
        let print: Self = postcard::from_bytes(rest).map_err(|_| DamagedPrint)?;
        let whole = print.film.frames.iter().all(|frame| frame.still.is_whole());
        let heard = print.sound.codes.len() == print.sound.loud.len();
        if whole && heard {
            Ok(print)
        } else {
            Err(DamagedPrint)
        }
    }

    /// Nothing to compare: no picture and no sound above silence.
    pub fn is_empty(&self) -> bool {
        self.film.frames.is_empty() && self.sound.is_silent()
    }

    /// Every frame is too dark, too flat or too blurred to say what it shows.
    pub fn says_little(&self) -> bool {
        let telling = |frame: &Frame| frame.still.pdq.is_telling() || frame.still.marks.len() >= 20;
        !self.film.frames.is_empty() && !self.film.frames.iter().any(telling)
    }
}

/// The bytes are no print of this form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedPrint;

impl std::fmt::Display for DamagedPrint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "what the file is compared by is damaged or of another form; rebuild makes it anew",
        )
    }
}

impl std::error::Error for DamagedPrint {}

/// A frame's bytes are not its width × height × 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongFrame;

impl std::fmt::Display for WrongFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a decoded frame has not the bytes its size asks for")
    }
}

impl std::error::Error for WrongFrame {}

/// Takes frames and samples as they are decoded.
#[derive(Debug)]
pub struct PrintMaker {
    kind: MediaKind,
    frames: Vec<Frame>,
    sound: SoundMaker,
    decoded: Sha256,
}

impl PrintMaker {
    pub fn new(kind: MediaKind) -> Self {
        Self {
            kind,
            frames: Vec::new(),
            sound: SoundMaker::default(),
            decoded: Sha256::new(),
        }
    }

    /// A frame in RGB24, rows from the top, in the order of time; `cut` where a shot begins.
    ///
    /// # Errors
    /// Where the bytes do not fit the size.
    pub fn frame(
        &mut self,
        at_ms: u64,
        cut: bool,
        (width, height): (u32, u32),
        rgb: &[u8],
    ) -> Result<(), WrongFrame> {
        let (width, height) = (width as usize, height as usize);
        let picture = Picture::rgb24(width, height, rgb).map_err(|_| WrongFrame)?;
        let grey = Grey::from_rgb(width, height, rgb).ok_or(WrongFrame)?;
        let most = match self.kind {
            MediaKind::Image => MARKS_OF_PICTURE,
            _ => MARKS_OF_FRAME,
        };
        self.decoded.update(at_ms.to_le_bytes());
        self.decoded.update((width as u64).to_le_bytes());
        self.decoded.update(rgb);
        let turned = dihedral(&picture).map(|(_, pdq)| pdq);
        self.frames.push(Frame {
            at_ms,
            cut,
            still: Still::of(&grey, turned[0], most),
            turned: turned.map(|pdq| pdq.hash),
        });
        Ok(())
    }

    /// One channel, 11,025 samples a second.
    pub fn sound(&mut self, samples: &[i16]) {
        for sample in samples {
            self.decoded.update(sample.to_le_bytes());
        }
        self.sound.add(samples);
    }

    /// `duration_ms` is `None` for a picture.
    pub fn finish(self, duration_ms: Option<u64>) -> MediaPrint {
        MediaPrint {
            kind: self.kind,
            film: Film {
                duration_ms,
                frames: self.frames,
            },
            sound: self.sound.finish(),
            decoded: self.decoded.finalize().into(),
        }
    }
}
