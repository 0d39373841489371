//! Speech written down by a command of the user's own (whisper.cpp's, say), which gets the sound and
//! nothing else from us. What it writes is derived text with times and the command's name: a
//! reading, not what was said.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use bearings_model::{MediaFacts, MediaKind};

use crate::darkroom::{complaint, off_disk, unless_stopped};
use crate::jail::{Limits, Task};
use crate::sound::{arguments, listen};
use crate::tools::on_path;
use crate::{Darkroom, MediaError};

/// The command, as configured: a program and its arguments, parted by blanks. It reads a WAV of one
/// channel, 16,000 samples a second, from its standard input, or from the file whose path stands
/// where an argument says `{}`. It prints SubRip, WebVTT or whisper.cpp's lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcriber {
    /// As configured, to be kept with what it wrote.
    pub name: String,
    program: PathBuf,
    arguments: Vec<String>,
}

/// What it wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// The command's name, as configured.
    pub by: String,
    pub said: Vec<Said>,
    /// How far the sound was damaged, one sentence each.
    pub problems: Vec<String>,
}

/// One piece of speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub from_ms: u64,
    pub to_ms: u64,
    pub text: String,
}

/// What speech recognisers are trained on.
const SPEECH_HZ: u32 = 16_000;
const MOST_TEXT: u64 = 32 << 20;

impl Transcriber {
    /// Finds the program on the `PATH`, or at its path.
    pub fn new(command: &str) -> Result<Self, MediaError> {
        let mut words = command.split_whitespace().map(str::to_owned);
        let missing = || MediaError::NoTranscriber(command.to_owned());
        let program = words
            .next()
            .and_then(|word| on_path(&word))
            .ok_or_else(missing)?;
        let number = |word: String| word.replace("{}", "/proc/self/fd/0");
        Ok(Transcriber {
            name: command.to_owned(),
            program,
            arguments: words.map(number).collect(),
        })
    }
}

impl Darkroom {
    /// Has the speech of a film or recording written down.
    pub fn transcribe(
        &self,
        path: &Path,
        facts: &MediaFacts,
        transcriber: &Transcriber,
    ) -> Result<Transcript, MediaError> {
        let (sound, samples, problems) = self.speech(path, facts)?;
        let task = Task::Command {
            program: transcriber.program.clone(),
            arguments: transcriber.arguments.clone(),
        };
        let limits = Limits::for_speech(samples * 1000 / u64::from(SPEECH_HZ));
        let mut child = self.jail.start(task, sound, &[], limits)?;
        let mut text = Vec::new();
        child.output().take(MOST_TEXT).read_to_end(&mut text)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        if ending.code != Some(0) {
            let why = complaint(&ending.said).unwrap_or_else(|| "it said not why".to_owned());
            return Err(MediaError::NotTranscribed(why));
        }
        let said = said(&String::from_utf8_lossy(&text));
        if said.is_empty() && !text.trim_ascii().is_empty() {
            let why = "it prints no times; let it print SubRip, WebVTT or whisper.cpp's lines";
            return Err(MediaError::NotTranscribed(why.to_owned()));
        }
        Ok(Transcript {
            by: transcriber.name.clone(),
            said,
            problems,
        })
    }

    /// The sound as a WAV that stands on no disk, its number of samples, and what was damaged.
    fn speech(
        &self,
        path: &Path,
        facts: &MediaFacts,
    ) -> Result<(File, u64, Vec<String>), MediaError> {
        if !facts.streams.iter().any(|s| s.kind == MediaKind::Audio) {
            return Err(MediaError::Lacks("sound"));
        }
        let (file, _) = self.open(path)?;
        let mut wav = off_disk()?;
        wav.write_all(&wav_head(0))?;
        let limits = Limits::for_length(facts.duration_ms, 1 << 31);
        let child = self.ffmpeg(file, arguments(SPEECH_HZ), limits)?;
        let mut written = Ok(());
        let heard = listen(child, &mut |samples| {
            let bytes: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
            written = wav.write_all(&bytes);
            match written {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        })?;
        written?;
        wav.seek(SeekFrom::Start(0))?;
        wav.write_all(&wav_head(heard.samples * 2))?;
        wav.seek(SeekFrom::Start(0))?;
        Ok((wav, heard.samples, heard.problems))
    }
}

/// The 44 bytes before so many bytes of samples (RIFF WAVE, PCM).
fn wav_head(bytes: u64) -> [u8; 44] {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX - 36);
    let mut head = [0; 44];
    let parts: [&[u8]; 13] = [
        b"RIFF",
        &(bytes + 36).to_le_bytes(),
        b"WAVEfmt ",
        &16_u32.to_le_bytes(),
        &1_u16.to_le_bytes(),
        &1_u16.to_le_bytes(),
        &SPEECH_HZ.to_le_bytes(),
        &(SPEECH_HZ * 2).to_le_bytes(),
        &2_u16.to_le_bytes(),
        &16_u16.to_le_bytes(),
        b"data",
        &bytes.to_le_bytes(),
        b"",
    ];
    head.copy_from_slice(&parts.concat());
    head
}

/// Reads SubRip ("00:00:01,000 --> 00:00:04,000" over its text), WebVTT (the same with points, hours
/// left out at will) and whisper.cpp ("[00:00:01.000 --> 00:00:04.000]   text").
pub(crate) fn said(text: &str) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if let Some((from_ms, to_ms, rest)) = timed(line) {
            all.push(Said {
                from_ms,
                to_ms,
                text: rest.to_owned(),
            });
            open = true;
        } else if line.is_empty() {
            open = false;
        } else if open && let Some(last) = all.last_mut() {
            if !last.text.is_empty() {
                last.text.push(' ');
            }
            last.text.push_str(line);
        }
    }
    all.retain(|said| !said.text.is_empty() && said.from_ms <= said.to_ms);
    all
}

fn timed(line: &str) -> Option<(u64, u64, &str)> {
    let (from, rest) = line.split_once("-->")?;
    let from = from.trim().trim_start_matches('[');
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c));
    let (to, rest) = rest.split_at(end.unwrap_or(rest.len()));
    // What WebVTT writes behind the times is where to show the text.
    let rest = rest.strip_prefix(']').map_or("", str::trim);
    Some((clock(from)?, clock(to)?, rest))
}

/// "1:02:03.450" or "02:03,450" in milliseconds.
fn clock(written: &str) -> Option<u64> {
    let (whole, part) = written.split_once(['.', ',']).unwrap_or((written, "0"));
    let mut seconds = 0_u64;
    for number in whole.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(number.parse().ok()?)?;
    }
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    seconds.checked_mul(1000)?.checked_add(digits.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_gives_its_pieces_with_their_times() {
        let piece = |from_ms, to_ms, text: &str| Said {
            from_ms,
            to_ms,
            text: text.to_owned(),
        };
        let both = vec![
            piece(1000, 4500, "Вони стріляли. Ми бігли."),
            piece(3_605_000, 3_606_250, "Тихо."),
        ];
        let cases = [
            "1\n00:00:01,000 --> 00:00:04,500\nВони стріляли.\nМи бігли.\n\n2\n01:00:05,000 --> 01:00:06,250\nТихо.\n",
            "WEBVTT\n\n00:01.000 --> 00:04.500 align:start\nВони стріляли.\nМи бігли.\n\nNOTE so\n\n01:00:05.000 --> 01:00:06.250\nТихо.\n",
            "\n[00:00:01.000 --> 00:00:04.500]   Вони стріляли. Ми бігли.\n[01:00:05.000 --> 01:00:06.250]  Тихо.\n",
        ];
        for written in cases {
            assert_eq!(said(written), both, "{written}");
        }
    }

    #[test]
    fn what_has_no_times_gives_nothing() {
        for written in [
            "",
            "They ran.",
            "a --> b\ntext",
            "00:05 --> 00:01\nbackwards",
            "99999999999999999999:00 --> 1:0\nx",
        ] {
            assert_eq!(said(written), [], "{written}");
        }
    }
}
