//! The jail: every decoder runs in a child that sees one file and the system's libraries, has no
//! network, starts nothing, writes nothing, and is stopped when it takes too much.
//!
//! The one binary starts itself again as `bearings jailed …`; the child shuts the doors behind
//! itself (`inside`) and only then becomes the decoder or decodes itself.

mod child;
mod inside;
mod landlocked;
mod limits;
mod order;
mod protection;
mod sieve;

use std::fs::File;
use std::os::fd::AsRawFd as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub use child::Stop;
pub(crate) use child::{Child, Ending};
pub(crate) use inside::NOT_SHUT;
pub use inside::jailed_main;
pub use limits::Limits;
pub use order::Misdeed;
pub(crate) use order::{Order, Task};
pub use protection::{Files, Protection};

/// The word after the program's name that makes it the jailed child.
pub const JAILED: &str = "jailed";

/// Starts jailed children.
#[derive(Clone, Debug)]
pub struct Jail {
    /// The program whose main function answers to [`JAILED`].
    launcher: PathBuf,
    protection: Protection,
}

impl Jail {
    /// `launcher` is the program that calls [`jailed_main`] when its first argument is [`JAILED`]:
    /// `bearings` itself, or a test that does the same.
    pub fn new(launcher: impl Into<PathBuf>) -> Self {
        Jail {
            launcher: launcher.into(),
            protection: Protection::of_this_machine(),
        }
    }

    /// A jail with less than this machine has, to see that less still holds.
    pub fn with(launcher: impl Into<PathBuf>, protection: Protection) -> Self {
        Jail {
            launcher: launcher.into(),
            protection,
        }
    }

    pub fn protection(&self) -> &Protection {
        &self.protection
    }

    /// Starts `task` on `input`. `reads` is what it needs besides the system's libraries.
    pub(crate) fn start(
        &self,
        task: Task,
        input: File,
        reads: &[PathBuf],
        limits: Limits,
    ) -> std::io::Result<Child> {
        let number = format!("/proc/self/fd/{}", input.as_raw_fd());
        let in_memory = std::fs::read_link(number)
            .is_ok_and(|name| name.to_string_lossy().starts_with("/memfd:"));
        let order = Order {
            task,
            input_on_disk: !in_memory,
            limits,
            landlock: self.protection.files == Files::Landlock,
            reads: reads.to_vec(),
        };
        let words = serde_json::to_string(&order).map_err(std::io::Error::other)?;
        let mut command = self.command(&order);
        command.arg(JAILED).arg(words);
        command.env_clear().stdin(Stdio::from(input));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let room = matches!(self.protection.files, Files::Bubblewrap(_));
        Child::start(command, limits, room)
    }

    fn command(&self, order: &Order) -> Command {
        let Files::Bubblewrap(bwrap) = &self.protection.files else {
            return Command::new(&self.launcher);
        };
        if matches!(order.task, Task::Command { .. }) {
            return room_to_read(bwrap, &self.launcher);
        }
        let mut command = Command::new(bwrap);
        command.args(["--unshare-all", "--die-with-parent", "--new-session"]);
        command.args(["--dev", "/dev", "--proc", "/proc"]);
        for folder in landlocked::libraries() {
            command.arg("--ro-bind").arg(&folder).arg(&folder);
        }
        let program = match &order.task {
            Task::Program { program, .. } => Some(program),
            _ => None,
        };
        let seen = order.reads.iter().chain(program).map(PathBuf::as_path);
        for path in seen.chain([self.launcher.as_path()]) {
            command.arg("--ro-bind").arg(path).arg(path);
        }
        command.arg("--").arg(&self.launcher);
        command
    }

    /// Has a child try `misdeed` on `input` and tells how that ended: what it printed, and why it
    /// was stopped. Only tests and a look at what protects have a use for it.
    pub fn tempt(
        &self,
        misdeed: Misdeed,
        input: &Path,
        limits: Limits,
    ) -> std::io::Result<(String, Option<Stop>)> {
        let mut child = self.start(Task::Misbehave(misdeed), File::open(input)?, &[], limits)?;
        let mut printed = Vec::new();
        let _ = std::io::copy(
            &mut std::io::Read::take(child.output(), 1 << 20),
            &mut printed,
        );
        let _ = std::io::copy(child.output(), &mut std::io::sink());
        let ending = child.finish();
        let words = format!("{}{}", String::from_utf8_lossy(&printed), ending.said);
        Ok((words, ending.stopped))
    }
}

/// For a user's own command: everything to read, nothing to write, no network.
fn room_to_read(bwrap: &Path, launcher: &Path) -> Command {
    let mut command = Command::new(bwrap);
    command.args(["--unshare-all", "--die-with-parent", "--new-session"]);
    command.args([
        "--ro-bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--",
    ]);
    command.arg(launcher);
    command
}
