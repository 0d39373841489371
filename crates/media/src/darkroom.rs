//! Where files are developed: the jail and the system's programs, found once and handed round.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::bytes::{Looks, looks};
use crate::jail::{Child, Ending, Jail, Limits, Task};
use crate::{MediaError, Tools};

/// Decodes files, each in a jailed child of its own. Holds no file and no result.
#[derive(Clone, Debug)]
pub struct Darkroom {
    pub(crate) jail: Jail,
    pub(crate) tools: Tools,
}

/// Two hundred million pixels is what the largest sensors of phones give; a satellite scene comes
/// in tiles. A picture of this size is 630 MB once decoded.
pub(crate) const MOST_PIXELS: u64 = 210_000_000;

impl Darkroom {
    /// `launcher` answers to [`JAILED`](crate::JAILED): see [`Jail::new`].
    pub fn new(launcher: impl Into<PathBuf>) -> Self {
        Darkroom::with(Jail::new(launcher), Tools::find())
    }

    pub fn with(jail: Jail, tools: Tools) -> Self {
        Darkroom { jail, tools }
    }

    pub fn tools(&self) -> &Tools {
        &self.tools
    }

    /// What protects and what is missing, one sentence each: said at start-up.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = vec![self.jail.protection().sentence()];
        if self.tools.ffmpeg.is_none() || self.tools.ffprobe.is_none() {
            said.push(MediaError::NotInstalled("ffmpeg", "ffmpeg").to_string());
        } else if let Err(error) = self.starts() {
            said.push(format!(
                "ffmpeg does not run in the jail on this machine: {error}"
            ));
        }
        let tesseract = self.tools.tesseract.as_ref();
        if tesseract.is_none_or(|found| found.languages.is_empty()) {
            said.push(MediaError::NoReader.to_string());
        }
        said.extend(self.without_checker());
        said
    }

    /// Why C2PA manifests are not checked here.
    fn without_checker(&self) -> Option<String> {
        let Some(program) = &self.tools.credentials else {
            return Some(MediaError::NoChecker.to_string());
        };
        let error = self.checker_starts(program).err()?;
        Some(format!(
            "C2PA manifests are noticed but not checked: {error}"
        ))
    }

    /// Whether ffprobe gets as far as its own version in the jail: if not, no file is to blame.
    fn starts(&self) -> Result<(), MediaError> {
        let mut child = self.ffprobe(off_disk()?, words(&["-version"]), Limits::short())?;
        std::io::copy(child.output(), &mut std::io::sink())?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        match ending.code {
            Some(0) => Ok(()),
            _ => Err(MediaError::Jail(ending.said.trim().to_owned())),
        }
    }

    /// Opens a file and tells what its bytes say it is; what is no media file ends here.
    pub(crate) fn open(&self, path: &Path) -> Result<(File, Looks), MediaError> {
        let mut file = File::open(path)?;
        match looks(&mut file)? {
            Looks::Empty => Err(MediaError::NotMedia("an empty file")),
            Looks::Other(words) => Err(MediaError::NotMedia(words)),
            looks => Ok((file, looks)),
        }
    }

    pub(crate) fn ffmpeg(
        &self,
        input: File,
        arguments: Vec<String>,
        limits: Limits,
    ) -> Result<Child, MediaError> {
        self.run(self.tools.ffmpeg.as_ref(), input, arguments, limits)
    }

    pub(crate) fn ffprobe(
        &self,
        input: File,
        arguments: Vec<String>,
        limits: Limits,
    ) -> Result<Child, MediaError> {
        self.run(self.tools.ffprobe.as_ref(), input, arguments, limits)
    }

    fn run(
        &self,
        program: Option<&PathBuf>,
        input: File,
        arguments: Vec<String>,
        limits: Limits,
    ) -> Result<Child, MediaError> {
        let program = program.ok_or(MediaError::NotInstalled("ffmpeg", "ffmpeg"))?;
        let task = Task::Program {
            program: program.clone(),
            arguments,
        };
        Ok(self.jail.start(task, input, &[], limits)?)
    }
}

/// The input by its number, so that a decoder sees no name and follows no protocol but the file's.
pub(crate) const INPUT: &[&str] = &[
    "-protocol_whitelist",
    "file,pipe",
    "-i",
    "file:/proc/self/fd/0",
];

/// A file that stands on no disk: what a child is given that was made here.
pub(crate) fn off_disk() -> std::io::Result<File> {
    Ok(rustix::fs::memfd_create("made-here", rustix::fs::MemfdFlags::CLOEXEC)?.into())
}

pub(crate) fn words(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// Ends with an error if the child was stopped or never got as far as its program.
pub(crate) fn unless_stopped(ending: &Ending) -> Result<(), MediaError> {
    if let Some(stop) = ending.stopped {
        return Err(stop.into());
    }
    if ending.code == Some(i32::from(crate::jail::NOT_SHUT)) {
        return Err(MediaError::Jail(ending.said.trim().to_owned()));
    }
    Ok(())
}

/// The first thing a decoder complained of, without its own addresses and our input's number.
pub(crate) fn complaint(said: &str) -> Option<String> {
    let line = said.lines().next()?;
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('[') {
        rest = inner
            .split_once(']')
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    let rest = rest
        .replace("file:/proc/self/fd/0: ", "")
        .replace("file:/proc/self/fd/0", "the file");
    let rest = rest.trim();
    (!rest.is_empty()).then(|| rest.chars().take(200).collect())
}
