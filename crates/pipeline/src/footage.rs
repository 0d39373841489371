//! One media file: what it says of itself, the print it is compared by, pictures for people, letters
//! read in it.

use std::ops::ControlFlow;
use std::path::Path;

use bearings_match::media::{MediaPrint, PrintMaker};
use bearings_media::{
    Darkroom, Keyframes, MediaError, Pace, View, Waveform, contact_sheet, thumbnail,
};
use bearings_model::{MediaFacts, MediaKind};

/// What looking at one file gave.
#[derive(Clone, Debug)]
pub struct Looked {
    pub facts: MediaFacts,
    pub print: MediaPrint,
    /// For people, by name: "sheet.jpg", "small.jpg", "wave.svg".
    pub pictures: Vec<(&'static str, Vec<u8>)>,
    /// Lines of letters read in the pictures, each once, in the order they were first seen.
    pub letters: Vec<String>,
    /// What did not decode or says little, one sentence each; those of `facts` are among them.
    pub problems: Vec<String>,
}

/// Looks at a picture, a film or a recording, in the jail.
///
/// # Errors
/// Where nothing of it can be decoded: then there is nothing to compare either.
pub fn look(room: &Darkroom, path: &Path) -> Result<Looked, MediaError> {
    develop(room, path, 0)
}

/// The same, and reads the letters in it, which takes longer than all the rest.
///
/// # Errors
/// As [`look`].
pub fn look_closely(room: &Darkroom, path: &Path) -> Result<Looked, MediaError> {
    develop(room, path, MOST_LETTERED)
}

fn develop(room: &Darkroom, path: &Path, most_lettered: usize) -> Result<Looked, MediaError> {
    let facts = room.probe(path)?;
    let mut work = Work {
        room,
        path,
        maker: PrintMaker::new(facts.kind),
        keyframes: Keyframes::default(),
        wave: Waveform::default(),
        pictures: Vec::new(),
        most_lettered,
        lettered: Vec::new(),
        problems: facts.problems.clone(),
    };
    match facts.kind {
        MediaKind::Image => work.picture()?,
        MediaKind::Video => work.film_and_sound(&facts)?,
        MediaKind::Audio => {
            let told = work.sound(&facts)?;
            work.problems.extend(told);
        }
    }
    Ok(work.finish(facts))
}

/// Letters are looked for in this many frames of a film: the first of shots, and one now and then.
const MOST_LETTERED: usize = 8;
const LETTERED_EVERY_MS: u64 = 15_000;

/// Tesseract's own opinion of a line, from which on it is kept. Below it signs of war, leaves and
/// windows come out as letters.
const LEAST_CONFIDENCE: f32 = 0.75;

/// A longer side of a thumbnail, pixels.
const SMALL_SIDE: u32 = 320;

/// One file on the bench.
struct Work<'w> {
    room: &'w Darkroom,
    path: &'w Path,
    maker: PrintMaker,
    keyframes: Keyframes,
    wave: Waveform,
    pictures: Vec<(&'static str, Vec<u8>)>,
    most_lettered: usize,
    /// Frames kept for reading letters: when, width, height, pixels.
    lettered: Vec<(u64, u32, u32, Vec<u8>)>,
    problems: Vec<String>,
}

impl Work<'_> {
    fn picture(&mut self) -> Result<(), MediaError> {
        let picture = self.room.picture(self.path)?;
        let (width, height) = (picture.width, picture.height);
        self.problems.extend(picture.problems);
        self.maker
            .frame(0, true, (width, height), &picture.rgb)
            .map_err(|wrong| MediaError::NotDecoded(wrong.to_string()))?;
        let small = thumbnail(width, height, &picture.rgb, SMALL_SIDE);
        self.pictures
            .extend(small.map(|small| ("small.jpg", small)));
        if self.most_lettered > 0 {
            self.lettered.push((0, width, height, picture.rgb));
        }
        Ok(())
    }

    /// Pictures without sound or sound without pictures are still something; neither is an error.
    fn film_and_sound(&mut self, facts: &MediaFacts) -> Result<(), MediaError> {
        let has_sound = facts
            .streams
            .iter()
            .any(|stream| stream.kind == MediaKind::Audio);
        let shown = self.film(facts);
        let heard = if has_sound {
            self.sound(facts).map(Some)
        } else {
            Ok(None)
        };
        match (shown, heard) {
            (Err(error), Err(_) | Ok(None)) => return Err(error),
            (shown, heard) => {
                for told in [shown, heard.map(Option::unwrap_or_default)] {
                    match told {
                        Ok(told) => self.problems.extend(told),
                        Err(error) => self.problems.push(error.to_string()),
                    }
                }
            }
        }
        Ok(())
    }

    fn film(&mut self, facts: &MediaFacts) -> Result<Vec<String>, MediaError> {
        let view = View::native(Pace::SecondsAndCuts);
        let most = self.most_lettered;
        let (maker, keyframes, lettered) =
            (&mut self.maker, &mut self.keyframes, &mut self.lettered);
        let mut wrong = None;
        let seen = self.room.frames(self.path, facts, view, |frame| {
            keyframes.see(&frame);
            let last = lettered.last().map(|kept| kept.0);
            let due = last.is_none_or(|last| frame.cut || frame.at_ms >= last + LETTERED_EVERY_MS);
            if due && lettered.len() < most {
                lettered.push((frame.at_ms, frame.width, frame.height, frame.rgb.to_vec()));
            }
            match maker.frame(
                frame.at_ms,
                frame.cut,
                (frame.width, frame.height),
                frame.rgb,
            ) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    wrong = Some(error.to_string());
                    ControlFlow::Break(())
                }
            }
        })?;
        let mut problems = seen.problems;
        problems.extend(wrong);
        Ok(problems)
    }

    fn sound(&mut self, facts: &MediaFacts) -> Result<Vec<String>, MediaError> {
        let (maker, wave) = (&mut self.maker, &mut self.wave);
        let heard = self.room.sound(self.path, facts, |samples| {
            maker.sound(samples);
            wave.hear(samples);
            ControlFlow::Continue(())
        })?;
        Ok(heard.problems)
    }

    fn finish(mut self, facts: MediaFacts) -> Looked {
        let letters = self.letters();
        let sheet = contact_sheet(&self.keyframes.finish());
        self.pictures
            .extend(sheet.map(|sheet| ("sheet.jpg", sheet)));
        self.pictures
            .extend(self.wave.svg().map(|wave| ("wave.svg", wave.into_bytes())));
        let print = self.maker.finish(facts.duration_ms);
        if print.says_little() {
            self.problems.push(
                "Every picture is too dark, flat or blurred to say much: it is kept and marked, \
                 and matched with nothing on its own."
                    .to_owned(),
            );
        }
        Looked {
            facts,
            print,
            pictures: self.pictures,
            letters,
            problems: self.problems,
        }
    }

    /// Where nothing reads letters, that is said at start-up, and is no problem of the file.
    fn letters(&mut self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (_, width, height, rgb) in std::mem::take(&mut self.lettered) {
            let found = match self.room.words(width, height, &rgb) {
                Ok(found) => found,
                Err(MediaError::NoReader) => break,
                Err(error) => {
                    self.problems
                        .push(format!("Letters in it could not be read: {error}"));
                    break;
                }
            };
            let legible = found
                .into_iter()
                .filter(|line| line.confidence >= LEAST_CONFIDENCE);
            for line in legible.map(|line| line.text).filter(|text| is_words(text)) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        lines
    }
}

/// Three letters in a row at least: a house number or a stray stroke says nothing by itself.
fn is_words(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        run = if c.is_alphabetic() { run + 1 } else { 0 };
        run >= 3
    })
}
