//! The programs of the system that decode, where they stand.

use std::path::PathBuf;

/// Those that are installed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tools {
    pub ffmpeg: Option<PathBuf>,
    pub ffprobe: Option<PathBuf>,
    pub tesseract: Option<PathBuf>,
}

impl Tools {
    /// Looks on the `PATH`.
    pub fn find() -> Self {
        Tools {
            ffmpeg: on_path("ffmpeg"),
            ffprobe: on_path("ffprobe"),
            tesseract: on_path("tesseract"),
        }
    }
}

/// The file behind `name` on the `PATH`, links followed: the jail lets one file run, not a link.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut candidates = std::env::split_paths(&path).map(|folder| folder.join(name));
    candidates
        .find(|candidate| candidate.is_file())?
        .canonicalize()
        .ok()
}
