//! What the parent asks of the jailed child: one JSON argument. The file itself comes as standard
//! input, so no name of a case ever reaches a decoder.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Limits;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    pub task: Task,
    pub limits: Limits,
    /// Whether Landlock stands; where it does not, bubblewrap or nothing hides the files.
    pub landlock: bool,
    /// Whether the input stands on a disk and may be opened again by its number.
    pub input_on_disk: bool,
    /// Folders and files the program may read besides its input and the system's libraries.
    pub reads: Vec<PathBuf>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Task {
    /// Become this program.
    Program {
        program: PathBuf,
        arguments: Vec<String>,
    },
    /// Become a command of the user's own, which may start others and read what the user may: it
    /// is kept from the network and from writing.
    Command {
        program: PathBuf,
        arguments: Vec<String>,
    },
    /// Decode the picture on standard input.
    Picture {
        most_pixels: u64,
        /// Whether the pixels are wanted, or only what stands before them.
        pixels: bool,
    },
    /// Decode the WebP that moves.
    MovingPicture {
        most_pixels: u64,
        /// Every frame, not only the first of each second and shot.
        all: bool,
    },
    /// Break out, as a hostile file would make a decoder try: what the tests hold the jail to.
    Misbehave(Misdeed),
}

/// What a taken-over decoder would try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Misdeed {
    ReadAnotherFile,
    WriteAFile,
    Connect,
    StartAProgram,
    EatMemory,
    Spin,
    Sleep,
    PrintWithoutEnd,
}
