//! Goes through a ledger line by line and names every entry that is not as it was written.
//!
//! A changed line breaks its own signature and the hash in the next line; only the first is a
//! fault, so that what was changed is named and not what stands after it.

use super::Position;
use super::entry::{Body, Entry, Judged, judge};
use crate::digest::sha256_hex;
use crate::fault::{Fault, FaultAt};

#[derive(Debug)]
pub(crate) struct Checker {
    /// The number the next entry should have.
    next: u64,
    /// The hash of the line before.
    before: String,
    /// Keys that may sign. Empty until the first sound entry, whose key it then holds.
    keys: Vec<String>,
    /// Lines since the last sound entry that are none themselves.
    damaged: Vec<Damage>,
    faults: Vec<Fault>,
}

#[derive(Debug)]
struct Damage {
    what: String,
    /// Whether it still has the form of one entry, so that it stands for exactly one number.
    is_entry: bool,
}

impl Checker {
    pub(crate) fn new() -> Self {
        Self::going_on(&Position::start(), Vec::new())
    }

    /// Takes up the check at a position up to which all is known to be sound.
    pub(crate) fn going_on(from: &Position, keys: Vec<String>) -> Self {
        Self {
            next: from.entries,
            before: from.head.clone(),
            keys,
            damaged: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// The key the case was made with, as far as one could be told.
    pub(crate) fn key(&self) -> Option<&str> {
        self.keys.first().map(String::as_str)
    }

    pub(crate) fn head(&self) -> &str {
        &self.before
    }

    /// Takes the next line, without its newline; gives the entry when it is sound.
    pub(crate) fn line(&mut self, line: &[u8]) -> Option<Entry> {
        let before = std::mem::replace(&mut self.before, sha256_hex(line));
        let judged = judge(line, &self.keys);
        let damage = match judged {
            Judged::Sound(entry) => return self.place(*entry, before),
            Judged::Unreadable(what) => Damage {
                what,
                is_entry: false,
            },
            Judged::Changed => Damage {
                what: "was changed after it was signed".to_owned(),
                is_entry: true,
            },
            Judged::Foreign { key } => Damage {
                what: format!("is signed with the key {key}, which may not sign in this case"),
                is_entry: true,
            },
        };
        self.damaged.push(damage);
        None
    }

    pub(crate) fn too_long(&mut self, bytes: u64) {
        let what = format!("has {bytes} bytes, more than a ledger line may have");
        self.damaged.push(Damage {
            what,
            is_entry: false,
        });
    }

    /// Names what is left at the end of the file. `torn` is the length of a last line that has no
    /// newline, where there is one.
    pub(crate) fn finish(mut self, torn: Option<u64>) -> Vec<Fault> {
        self.name_damage_at_end();
        if let Some(bytes) = torn {
            self.fault(
                self.next,
                format!(
                    "is incomplete: the ledger ends after {bytes} bytes of its line. It was cut \
                     off, or a write was stopped before it was acknowledged"
                ),
            );
        }
        self.faults
    }

    fn place(&mut self, entry: Entry, before: String) -> Option<Entry> {
        let follows_damage = !self.damaged.is_empty();
        self.name_damage_before(entry.number);
        if entry.number < self.next {
            self.fault(
                entry.number,
                format!("stands again where entry {} should", self.next),
            );
            self.before = before;
            return None;
        }
        if entry.number > self.next {
            self.name_missing(entry.number);
        } else if !follows_damage && entry.prev != before {
            self.fault(
                entry.number,
                match entry.number {
                    0 => "names an entry before it, though it is the first".to_owned(),
                    _ => format!(
                        "does not follow from the entry {} that stands here",
                        entry.number - 1
                    ),
                },
            );
        }
        self.check_body(&entry);
        self.next = entry.number.saturating_add(1);
        if self.keys.is_empty() {
            self.keys.push(entry.key.clone());
        }
        Some(entry)
    }

    fn check_body(&mut self, entry: &Entry) {
        match (&entry.body, entry.number) {
            (Body::NotUnderstood(what), _) => self.fault(entry.number, what.clone()),
            (Body::Created { .. }, 0) => {}
            (Body::Created { .. }, _) => self.fault(entry.number, "begins a second case"),
            (_, 0) => self.fault(0, "does not begin a case"),
            _ => {}
        }
    }

    /// Says which entries the damaged lines before entry `number` stand for: one line can hold the
    /// rests of two entries (a newline lost) and two lines the rest of one (a newline gained).
    fn name_damage_before(&mut self, number: u64) {
        let damaged = std::mem::take(&mut self.damaged);
        let lines = damaged.len() as u64;
        let gap = number.saturating_sub(self.next);
        if lines == 0 {
            return;
        }
        if gap == 0 {
            self.fault(number, after_no_entries(&damaged));
        } else if gap == lines || damaged.iter().all(|damage| damage.is_entry) {
            self.name_each(damaged);
        } else {
            self.fault(self.next, named_together(&damaged, gap, number));
            self.next = number;
        }
    }

    fn name_damage_at_end(&mut self) {
        let damaged = std::mem::take(&mut self.damaged);
        if damaged.len() > 1 && damaged.iter().any(|damage| !damage.is_entry) {
            let lines = counted(damaged.len() as u64);
            self.fault(
                self.next,
                format!("cannot be read, nor what followed it: {lines} at the end are damaged"),
            );
        } else {
            self.name_each(damaged);
        }
    }

    fn name_each(&mut self, damaged: Vec<Damage>) {
        for damage in damaged {
            self.fault(self.next, damage.what);
            self.next = self.next.saturating_add(1);
        }
    }

    fn name_missing(&mut self, number: u64) {
        let what = match number - self.next {
            1 => format!("is missing: entry {number} stands in its place"),
            _ => format!("and all up to entry {} are missing", number - 1),
        };
        self.fault(self.next, what);
    }

    fn fault(&mut self, number: u64, what: impl Into<String>) {
        self.faults.push(Fault::new(FaultAt::Entry(number), what));
    }
}

fn after_no_entries(damaged: &[Damage]) -> String {
    let lines = counted(damaged.len() as u64);
    format!(
        "stands after {lines} in no entry's place, the first {}",
        first_of(damaged)
    )
}

fn first_of(damaged: &[Damage]) -> &str {
    damaged.first().map_or("", |damage| damage.what.as_str())
}

fn named_together(damaged: &[Damage], gap: u64, number: u64) -> String {
    let lines = counted(damaged.len() as u64);
    let what = first_of(damaged);
    match gap {
        1 => format!("is broken up: {lines} stand in its place, the first {what}"),
        _ => format!(
            "and all up to entry {} cannot be read: {lines} stand in their place, the first {what}",
            number - 1
        ),
    }
}

fn counted(lines: u64) -> String {
    if lines == 1 {
        "1 damaged line".to_owned()
    } else {
        format!("{lines} damaged lines")
    }
}
