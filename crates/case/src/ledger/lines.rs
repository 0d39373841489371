//! Cuts a ledger into lines without ever holding more than one, or one longer than the limit.

use std::io::{self, BufRead, Read};

use super::MAX_LINE;

/// Reads on line by line.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    source: R,
    line: Vec<u8>,
}

/// What comes next in the file.
#[derive(Debug)]
pub(crate) enum Next<'a> {
    /// A whole line, without its newline.
    Line(&'a [u8]),
    /// A line over the limit; it was read past.
    TooLong {
        bytes: u64,
    },
    /// What stands after the last newline.
    Torn {
        bytes: u64,
    },
    End,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            line: Vec::new(),
        }
    }

    pub(crate) fn next_line(&mut self) -> io::Result<Next<'_>> {
        self.line.clear();
        let limit = MAX_LINE as u64 + 1;
        self.source
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut self.line)?;
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
            return Ok(Next::Line(&self.line));
        }
        if self.line.is_empty() {
            return Ok(Next::End);
        }
        let (bytes, closed) = self.read_past(self.line.len() as u64)?;
        Ok(if closed {
            Next::TooLong { bytes }
        } else {
            Next::Torn { bytes }
        })
    }

    /// Goes on to the next newline or the end; gives the bytes since the line began, without the
    /// newline, and whether there was one.
    fn read_past(&mut self, mut bytes: u64) -> io::Result<(u64, bool)> {
        loop {
            let held = self.source.fill_buf()?;
            if held.is_empty() {
                return Ok((bytes, false));
            }
            let (take, closed) = match held.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (held.len(), false),
            };
            bytes += (take - usize::from(closed)) as u64;
            self.source.consume(take);
            if closed {
                return Ok((bytes, true));
            }
        }
    }
}
