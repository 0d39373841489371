//! A WebP that moves, which ffmpeg before its eighth release does not decode: the child decodes it,
//! chooses frames as the film's filter does, and hands them over one by one.

use std::io::{self, BufReader, Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder, ImageDecoder};

use crate::darkroom::{MOST_PIXELS, complaint, unless_stopped};
use crate::film::{CUT, Pace, Seen, View, within_reach};
use crate::jail::{Limits, Task};
use crate::sheet::reduced;
use crate::{Darkroom, Frame, MediaError};

impl Darkroom {
    /// Its frames, as [`Darkroom::frames`] gives a film's.
    pub(crate) fn moving_picture(
        &self,
        path: &Path,
        view: View,
        show: &mut impl FnMut(Frame<'_>) -> ControlFlow<()>,
    ) -> Result<Seen, MediaError> {
        let (head, _) = self.develop(path, false)?;
        let (width, height) = (head.width, head.height);
        within_reach(width.into(), height.into())?;
        let (file, _) = self.open(path)?;
        let task = Task::MovingPicture {
            most_pixels: MOST_PIXELS,
            all: view.pace == Pace::All,
        };
        let limits = Limits::for_length(Some(600_000), 1 << 40);
        let mut child = self.jail.start(task, file, &[], limits)?;
        let mut output = BufReader::new(child.output());
        let mut seen = Seen::default();
        let mut rgb = vec![0; width as usize * height as usize * 3];
        while let Some((at_ms, change)) = next(&mut output, &mut rgb) {
            let small = view
                .longest_side
                .and_then(|side| reduced(width, height, &rgb, side));
            let frame = Frame {
                at_ms,
                width: small.as_ref().map_or(width, |small| small.width()),
                height: small.as_ref().map_or(height, |small| small.height()),
                rgb: small
                    .as_ref()
                    .map_or(rgb.as_slice(), |small| small.as_raw()),
                change,
                cut: seen.frames == 0 || change > CUT,
            };
            seen.frames += 1;
            seen.last_ms = at_ms;
            if show(frame).is_break() {
                return Ok(seen);
            }
        }
        let ending = child.finish();
        let said = complaint(&ending.said);
        if seen.frames == 0 {
            unless_stopped(&ending)?;
            let why = said.unwrap_or_else(|| "it has no frames".to_owned());
            return Err(MediaError::NotDecoded(why));
        }
        if let Err(stop) = unless_stopped(&ending) {
            seen.problems
                .push(format!("Only a part was decoded: {stop}."));
        } else if let Some(said) = said {
            seen.problems
                .push(format!("Only a part was decoded: {said}."));
        }
        Ok(seen)
    }
}

/// Time, change and pixels of the next frame, as [`hand_over`] writes them.
fn next(output: &mut impl Read, rgb: &mut [u8]) -> Option<(u64, f32)> {
    let (mut at_ms, mut change) = ([0; 8], [0; 4]);
    output.read_exact(&mut at_ms).ok()?;
    output.read_exact(&mut change).ok()?;
    output.read_exact(rgb).ok()?;
    Some((u64::from_le_bytes(at_ms), f32::from_le_bytes(change)))
}

/// The child's side.
pub(crate) fn decode(most_pixels: u64, all: bool) -> ExitCode {
    match hand_over(most_pixels, all) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(io::stderr(), "{why}");
            ExitCode::FAILURE
        }
    }
}

fn hand_over(most_pixels: u64, all: bool) -> Result<(), String> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|e| e.to_string())?;
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > most_pixels {
        return Err("too many pixels".to_owned());
    }
    let mut out = io::stdout().lock();
    let mut at_ms = 0;
    let mut choice = Choice::default();
    for frame in decoder.into_frames() {
        let frame = frame.map_err(|error| error.to_string())?;
        let (over, under) = frame.delay().numer_denom_ms();
        let rgb: Vec<u8> = frame
            .buffer()
            .pixels()
            .flat_map(|p| [p[0], p[1], p[2]])
            .collect();
        let (chosen, change) = choice.of(at_ms, rgb);
        if all || chosen {
            let written = out
                .write_all(&at_ms.to_le_bytes())
                .and_then(|()| out.write_all(&change.to_le_bytes()))
                .and_then(|()| out.write_all(&choice.last));
            // A parent that has seen enough closes the pipe.
            if written.is_err() {
                return Ok(());
            }
        }
        at_ms += u64::from(over) / u64::from(under.max(1));
    }
    Ok(())
}

/// The first of each second and of each shot: what ffmpeg's `select` is asked of a film.
#[derive(Default)]
struct Choice {
    last: Vec<u8>,
    last_ms: Option<u64>,
    last_difference: f32,
}

impl Choice {
    /// Whether a frame is chosen, and ffmpeg's scene score: the smaller of how far it is from the
    /// frame before and how much farther that is than the one before was.
    fn of(&mut self, at_ms: u64, rgb: Vec<u8>) -> (bool, f32) {
        let sum: u64 = rgb
            .iter()
            .zip(&self.last)
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        let difference = sum as f32 / rgb.len().max(1) as f32 / 256.0;
        let change = difference.min((difference - self.last_difference).abs());
        let new_second = self.last_ms.is_none_or(|last| last / 1000 < at_ms / 1000);
        self.last = rgb;
        self.last_ms = Some(at_ms);
        self.last_difference = difference;
        (new_second || change > CUT, change)
    }
}
