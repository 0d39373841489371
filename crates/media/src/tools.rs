//! The programs of the system that decode, where they stand.

use std::path::PathBuf;

/// Those that are installed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tools {
    pub ffmpeg: Option<PathBuf>,
    pub ffprobe: Option<PathBuf>,
    pub tesseract: Option<Tesseract>,
    /// `bearings-credentials`, which checks C2PA manifests.
    pub credentials: Option<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tesseract {
    pub program: PathBuf,
    /// Its data folders.
    pub data: Vec<PathBuf>,
    /// Of English, Ukrainian and Russian those whose data are there: "eng", "ukr", "rus".
    pub languages: Vec<String>,
}

impl Tools {
    /// Looks on the `PATH`; what belongs to Bearings itself is looked for beside this program first.
    pub fn find() -> Self {
        Tools {
            ffmpeg: on_path("ffmpeg"),
            ffprobe: on_path("ffprobe"),
            tesseract: on_path("tesseract").map(Tesseract::at),
            credentials: beside("bearings-credentials").or_else(|| on_path("bearings-credentials")),
        }
    }
}

impl Tesseract {
    /// Where Debian (5, then 4) and others keep the data.
    fn at(program: PathBuf) -> Self {
        const DATA: &[&str] = &[
            "/usr/share/tesseract-ocr/5/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
            "/usr/share/tessdata",
            "/usr/local/share/tessdata",
        ];
        let data: Vec<PathBuf> = DATA
            .iter()
            .map(PathBuf::from)
            .filter(|d| d.is_dir())
            .collect();
        let there = |language: &&str| {
            let file = format!("{language}.traineddata");
            data.iter()
                .any(|folder: &PathBuf| folder.join(&file).is_file())
        };
        let languages = ["eng", "ukr", "rus"].into_iter().filter(there);
        Tesseract {
            program,
            languages: languages.map(str::to_owned).collect(),
            data,
        }
    }
}

fn beside(name: &str) -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?.with_file_name(name);
    on_path(beside.to_str()?)
}

/// The file behind `name`, links followed: the jail lets one file run, not a link. A bare name is
/// looked for on the `PATH` alone, never in the folder one happens to stand in.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let candidates: Vec<PathBuf> = if name.contains('/') {
        vec![PathBuf::from(name)]
    } else {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path)
            .map(|folder| folder.join(name))
            .collect()
    };
    candidates
        .iter()
        .find(|candidate| candidate.is_file())?
        .canonicalize()
        .ok()
}
