//! The parent's side of one jailed child: its output with a limit, its complaints, a clock that
//! stops it, and how it ended.

use std::io::{self, Read};
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::process::{ChildStderr, ChildStdout, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::Limits;

/// Why a child did not end by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error("the decoder was stopped: it took longer than {0} s")]
    Wall(u64),
    #[error("the decoder was stopped: it used more than {0} s of processor time")]
    Processor(u64),
    #[error("the decoder was stopped: it asked for more than {} MB of memory", .0 >> 20)]
    Memory(u64),
    #[error("the decoder was stopped: it gave out more than {} MB", .0 >> 20)]
    Output(u64),
    #[error(
        "the decoder was stopped: it tried to reach the network or to start a program, which no \
         decoding needs; be careful with this file"
    )]
    Forbidden,
    #[error("the decoder crashed (signal {0})")]
    Crashed(i32),
}

/// How a child ended.
#[derive(Debug)]
pub(crate) struct Ending {
    /// Exit code, `None` for a signal.
    pub code: Option<i32>,
    pub stopped: Option<Stop>,
    /// The first of what it complained of.
    pub said: String,
}

#[derive(Debug)]
pub(crate) struct Child {
    process: std::process::Child,
    limits: Limits,
    /// It runs in bubblewrap, which tells a signal as 128 and its number.
    in_a_room: bool,
    output: Output,
    /// Lines that begin with [`STAMP`], as they come.
    stamps: mpsc::Receiver<String>,
    listener: Option<JoinHandle<String>>,
    clock: Option<Clock>,
}

/// What ffmpeg's metadata filter begins a frame's stamp with.
const STAMP: &[&str] = &["frame:", "lavfi."];
/// How much of a decoder's complaints is kept, and how much is listened to at all.
const KEPT: usize = 4096;
const LISTENED: u64 = 256 << 20;

impl Child {
    pub(super) fn start(mut command: Command, limits: Limits, in_a_room: bool) -> io::Result<Self> {
        let mut process = command.process_group(0).spawn()?;
        let pipes = process.stdout.take().zip(process.stderr.take());
        let (output, complaints) = pipes.ok_or_else(|| io::Error::other("no pipes"))?;
        let (sender, stamps) = mpsc::channel();
        let listener = std::thread::spawn(move || listen(complaints, &sender));
        let group = Pid::from_child(&process);
        Ok(Child {
            process,
            limits,
            in_a_room,
            output: Output {
                pipe: output,
                left: limits.output_bytes,
                overrun: false,
            },
            stamps,
            listener: Some(listener),
            clock: Some(Clock::start(group, limits.wall())),
        })
    }

    pub fn output(&mut self) -> &mut impl Read {
        &mut self.output
    }

    /// The next stamp; `None` when no more come.
    pub fn stamp(&mut self) -> Option<String> {
        self.stamps.recv().ok()
    }

    /// Waits for the end; kills a child that has more to say than it was asked. One that closed
    /// its output and still hangs is the clock's.
    pub fn finish(mut self) -> Ending {
        if !self.output.drained() {
            self.kill();
        }
        self.end()
    }

    fn kill(&self) {
        let _ = kill_process_group(Pid::from_child(&self.process), Signal::KILL);
    }

    fn end(&mut self) -> Ending {
        let status = self.process.wait();
        let late = self.clock.take().is_some_and(Clock::stop);
        let said = self.listener.take().and_then(|l| l.join().ok());
        let said = said.unwrap_or_default();
        let status = status.unwrap_or_default();
        Ending {
            code: status.code(),
            stopped: self.why_stopped(status, late, &said),
            said,
        }
    }

    fn why_stopped(&self, status: ExitStatus, late: bool, said: &str) -> Option<Stop> {
        const OUT_OF_MEMORY: &[&str] = &[
            "memory allocation of",
            "Cannot allocate memory",
            "std::bad_alloc",
        ];
        let limits = &self.limits;
        if late {
            return Some(Stop::Wall(limits.wall_s));
        }
        if self.output.overrun {
            return Some(Stop::Output(limits.output_bytes));
        }
        if OUT_OF_MEMORY.iter().any(|words| said.contains(words)) {
            return Some(Stop::Memory(limits.memory_bytes));
        }
        let through = || match status.code() {
            Some(code @ 129..160) if self.in_a_room => Some(code - 128),
            _ => None,
        };
        match status.signal().or_else(through)? {
            libc::SIGXCPU => Some(Stop::Processor(limits.processor_s)),
            libc::SIGSYS => Some(Stop::Forbidden),
            libc::SIGKILL => None,
            signal => Some(Stop::Crashed(signal)),
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if self.clock.is_some() {
            self.kill();
            self.end();
        }
    }
}

#[derive(Debug)]
struct Output {
    pipe: ChildStdout,
    left: u64,
    overrun: bool,
}

impl Output {
    /// Whether the child closed its end, having said no more than it was asked for.
    fn drained(&mut self) -> bool {
        !self.overrun && matches!(self.pipe.read(&mut [0; 1]), Ok(0))
    }
}

impl Read for Output {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.overrun {
            return Ok(0);
        }
        let got = self.pipe.read(buffer)?;
        match self.left.checked_sub(got as u64) {
            Some(left) => self.left = left,
            None => {
                self.overrun = true;
                return Ok(0);
            }
        }
        Ok(got)
    }
}

/// Kills the child's whole group when time is up.
#[derive(Debug)]
struct Clock {
    ended: mpsc::Sender<()>,
    rang: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Clock {
    fn start(group: Pid, wall: Duration) -> Self {
        let (ended, waiting) = mpsc::channel::<()>();
        let rang = Arc::new(AtomicBool::new(false));
        let bell = Arc::clone(&rang);
        let thread = std::thread::spawn(move || {
            if waiting.recv_timeout(wall) == Err(mpsc::RecvTimeoutError::Timeout) {
                bell.store(true, Ordering::SeqCst);
                let _ = kill_process_group(group, Signal::KILL);
            }
        });
        Clock {
            ended,
            rang,
            thread,
        }
    }

    /// Whether it rang.
    fn stop(self) -> bool {
        let _ = self.ended.send(());
        let _ = self.thread.join();
        self.rang.load(Ordering::SeqCst)
    }
}

/// Reads all a child complains of, so that it never waits for a reader: stamps go on, the first of
/// the rest is kept.
fn listen(complaints: ChildStderr, stamps: &mpsc::Sender<String>) -> String {
    let mut kept = String::new();
    let mut take = |line: &[u8]| {
        let line = String::from_utf8_lossy(line);
        if STAMP.iter().any(|stamp| line.starts_with(stamp)) {
            let _ = stamps.send(line.into_owned());
        } else if kept.len() < KEPT && !line.trim().is_empty() {
            kept.push_str(line.trim());
            kept.push('\n');
        }
    };
    let mut pipe = complaints.take(LISTENED);
    let mut line = Vec::new();
    let mut buffer = [0; 8192];
    while let Ok(got @ 1..) = pipe.read(&mut buffer) {
        for &byte in &buffer[..got] {
            if byte == b'\n' {
                take(&line);
                line.clear();
            } else if line.len() < KEPT {
                line.push(byte);
            }
        }
    }
    take(&line);
    kept
}
