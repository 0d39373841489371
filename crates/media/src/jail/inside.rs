//! The child's side: shuts the doors behind itself, in this order, then does its one task.

use std::ffi::OsString;
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, ExitCode};

use rustix::process::{Resource, Rlimit, Signal, setrlimit};

use super::{Misdeed, Order, Task, landlocked, sieve};
use crate::picture;

/// Told apart from every decoder's own exit codes: no program was reached.
pub(crate) const NOT_SHUT: u8 = 125;

/// What `bearings jailed …` does. `arguments` are those after the word. Never for people: it reads
/// standard input and prints what only the parent understands.
pub fn jailed_main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words = arguments
        .into_iter()
        .next()
        .and_then(|a| a.into_string().ok());
    let order = words.and_then(|words| serde_json::from_str::<Order>(&words).ok());
    let Some(order) = order else {
        return fail("this command is for bearings itself");
    };
    if let Err(why) = shut_in(&order) {
        return fail(&why);
    }
    match &order.task {
        Task::Program { program, arguments } | Task::Command { program, arguments } => {
            let refused = Command::new(program)
                .args(arguments)
                .env_clear()
                .env("PATH", "/usr/local/bin:/usr/bin:/bin")
                .env("LC_ALL", "C.UTF-8")
                .env("OMP_THREAD_LIMIT", "1")
                .exec();
            fail(&format!("{} did not start: {refused}", program.display()))
        }
        Task::Picture {
            most_pixels,
            pixels,
        } => picture::decode_inside(*most_pixels, *pixels),
        Task::MovingPicture { most_pixels, all } => picture::decode_moving(*most_pixels, *all),
        Task::Misbehave(misdeed) => misbehave(*misdeed),
    }
}

fn shut_in(order: &Order) -> Result<(), String> {
    // A parent that dies takes its decoders along.
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))
        .map_err(|e| e.to_string())?;
    let limits = &order.limits;
    limit(Resource::Core, 0, 0)?;
    limit(Resource::Fsize, 0, 0)?;
    limit(Resource::Nofile, 256, 256)?;
    limit(Resource::Cpu, limits.processor_s, limits.processor_s + 2)?;
    limit(Resource::As, limits.memory_bytes, limits.memory_bytes)?;
    if order.landlock {
        let shut = match &order.task {
            Task::Command { .. } => landlocked::shut_to_reading(),
            Task::Program { program, .. } => landlocked::shut(Some(program), order),
            _ => landlocked::shut(None, order),
        };
        shut.map_err(|e| e.to_string())?;
    }
    if !sieve::known_here() {
        return Ok(());
    }
    match &order.task {
        Task::Command { .. } => sieve::pull_for_command(),
        Task::Program { .. } | Task::Misbehave(_) => sieve::pull(true),
        _ => sieve::pull(false),
    }
}

fn limit(resource: Resource, soft: u64, hard: u64) -> Result<(), String> {
    let limits = Rlimit {
        current: Some(soft),
        maximum: Some(hard),
    };
    setrlimit(resource, limits).map_err(|e| format!("a limit could not be set: {e}"))
}

fn fail(why: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "jail: {why}");
    ExitCode::from(NOT_SHUT)
}

fn misbehave(misdeed: Misdeed) -> ExitCode {
    let got = match misdeed {
        Misdeed::ReadAnotherFile => std::fs::read("/etc/hostname").map(|_| ()),
        Misdeed::WriteAFile => std::fs::write("/tmp/bearings-jail-was-open", "out"),
        Misdeed::Connect => std::net::TcpStream::connect("127.0.0.1:9").map(|_| ()),
        Misdeed::StartAProgram => Command::new(Path::new("/bin/true")).status().map(|_| ()),
        Misdeed::EatMemory => {
            let mut eaten: Vec<Vec<u8>> = Vec::new();
            loop {
                eaten.push(vec![1; 64 << 20]);
            }
        }
        Misdeed::Spin => loop {
            std::hint::spin_loop();
        },
        Misdeed::Sleep => loop {
            std::thread::sleep(std::time::Duration::from_secs(3600));
        },
        Misdeed::PrintWithoutEnd => loop {
            if std::io::stdout().write_all(&[b'x'; 65536]).is_err() {
                break Ok(());
            }
        },
    };
    let _ = match got {
        Ok(()) => writeln!(std::io::stdout(), "it worked"),
        Err(error) => writeln!(std::io::stdout(), "refused: {error}"),
    };
    ExitCode::SUCCESS
}
