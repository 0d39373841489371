//! Words for people on one side, JSON for programs on the other; errors are one sentence.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::Value;

#[derive(Debug)]
pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    pub fn is_json(&self) -> bool {
        self.json
    }

    /// A line for people; nothing in JSON mode. A reader that went away is no error.
    pub fn line(&self, words: &str) {
        if !self.json {
            let _ = writeln!(io::stdout(), "{}", plain(words));
        }
    }

    /// The result for programs; nothing otherwise.
    pub fn value(&self, value: &Value) {
        if self.json {
            let _ = writeln!(io::stdout(), "{value}");
        }
    }

    /// The result for programs in either mode, one object a line.
    pub fn object(&self, value: &Value) {
        let _ = writeln!(io::stdout(), "{value}");
    }

    /// Something the person should know, beside the result.
    pub fn note(&self, words: &str) {
        let _ = writeln!(io::stderr(), "note: {}", plain(words));
    }

    pub fn problem(&self, words: &str) {
        let _ = writeln!(io::stderr(), "problem: {}", plain(words));
    }

    pub fn fail(&self, words: &str) {
        let _ = writeln!(io::stderr(), "error: {}", plain(words));
    }

    /// A bar while work goes on, only where somebody watches.
    pub fn bar(&self) -> Bar {
        let watched = io::stderr().is_terminal() && !self.json;
        let bar = ProgressBar::new(0);
        if !watched {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("  {bar:32} {pos}/{len}  {wide_msg}") {
            bar.set_style(style.progress_chars("━╸ "));
        }
        Bar { bar }
    }
}

/// A progress bar that goes away when it is dropped.
#[derive(Debug)]
pub struct Bar {
    bar: ProgressBar,
}

impl Bar {
    pub fn at(&mut self, done: usize, all: usize, on: &str) {
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
        self.bar.set_message(plain(on));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// What comes from outside cannot steer the terminal: control characters and marks that turn the
/// direction of writing are shown as a replacement mark.
fn plain(words: &str) -> String {
    words
        .chars()
        .map(|c| {
            let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
            if (c.is_control() && c != '\n' && c != '\t') || turns { '\u{fffd}' } else { c }
        })
        .collect()
}
