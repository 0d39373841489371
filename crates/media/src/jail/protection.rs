//! What this machine has to hold a decoder with, found out once and said in one sentence.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::{landlocked, sieve};
use crate::tools::on_path;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    pub files: Files,
    /// Whether system calls are sieved: no network, no other program.
    pub calls_sieved: bool,
}

/// What keeps a decoder away from other files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Files {
    Landlock,
    /// Where Landlock is missing: bubblewrap, by its path.
    Bubblewrap(PathBuf),
    Nothing,
}

impl Protection {
    pub fn of_this_machine() -> Self {
        let files = if landlocked::stands() {
            Files::Landlock
        } else {
            Self::bubblewrap().map_or(Files::Nothing, Files::Bubblewrap)
        };
        Protection {
            files,
            calls_sieved: sieve::known_here(),
        }
    }

    /// bubblewrap, if it is there and may make its rooms: some systems forbid them to users.
    pub fn bubblewrap() -> Option<PathBuf> {
        let bwrap = on_path("bwrap")?;
        let tried = Command::new(&bwrap)
            .args(["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc"])
            .args(["--", "/bin/true"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        tried.is_ok_and(|status| status.success()).then_some(bwrap)
    }

    /// Said at start-up.
    pub fn sentence(&self) -> String {
        let calls = if self.calls_sieved {
            "cannot reach the network, start a program or write a file (seccomp)"
        } else {
            "are not kept from the network: this processor's system calls are not known here"
        };
        let files = match &self.files {
            Files::Landlock => "see only the one file they decode (Landlock)",
            Files::Bubblewrap(_) => "see only the one file they decode (bubblewrap)",
            Files::Nothing => {
                "could read your other files: this kernel has no Landlock; install bubblewrap"
            }
        };
        format!(
            "Decoders {files}, {calls}, and are stopped when they take too much time, memory or \
             output."
        )
    }
}
