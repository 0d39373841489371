//! The search among many prints: who shares marks, hashes or sound with one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bearings_model::{Likeness, PdqHash};

use super::MediaPrint;
use super::judge::{Hints, likeness_of};
use crate::film::Frame;
use crate::hamming::{HammingIndex, PDQ_RADIUS};
use crate::pdq::Turn;
use crate::picture::MarkSearch;
use crate::sound::SoundSearch;

/// Whole pictures are near from here on: the threshold of the reference's matcher.
pub(super) const PDQ_NEAR: u32 = PDQ_RADIUS;

/// A frame this near to the one put in before it adds nothing to the search.
const SAME_AGAIN: u32 = 12;

/// Prints that are laid beside one, most votes first: so many whatever their votes, and more where
/// the votes are no chance. A clip of a war comes back in hundreds of copies.
const MOST_OTHERS: usize = 48;
const MOST_SURE: usize = 512;

/// From so many votes for one frame chance is out of it.
const SURE_VOTES: u32 = 8;

/// Stills of one print that are remembered for each frame of the one sought: a still camera's
/// frames are all alike, and must not crowd out other prints.
const MOST_STILLS: u32 = 4;

/// Pairs of frames that a print keeps, most votes first.
const MOST_PAIRS: usize = 400;

/// Prints, in the order they were put in.
#[derive(Debug)]
pub struct MediaSearch {
    prints: Vec<Arc<MediaPrint>>,
    marks: MarkSearch,
    sounds: SoundSearch,
    /// Each still of the search, in the order of the marks' search.
    stills: Vec<Kept>,
    /// The hashes that say something, and the still each is of.
    hashes: HammingIndex,
    hashed: Vec<u32>,
}

#[derive(Debug)]
struct Kept {
    print: u32,
    frame: u32,
}

impl Default for MediaSearch {
    fn default() -> Self {
        Self {
            prints: Vec::new(),
            marks: MarkSearch::default(),
            sounds: SoundSearch::default(),
            stills: Vec::new(),
            hashes: HammingIndex::new(PDQ_NEAR),
            hashed: Vec::new(),
        }
    }
}

/// Another print, and what it has in common with the one sought.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its number, as `insert` gave it.
    pub other: u32,
    /// "Here" is the one sought.
    pub likeness: Likeness,
}

impl MediaSearch {
    /// Puts a print in; gives its number, counted from 0.
    pub fn insert(&mut self, print: Arc<MediaPrint>) -> u32 {
        let number = self.prints.len() as u32;
        let mut last: Option<PdqHash> = None;
        for (at, frame) in print.film.frames.iter().enumerate() {
            let hash = frame.still.pdq.hash;
            if last.is_some_and(|last| last.distance(hash) <= SAME_AGAIN) {
                continue;
            }
            last = Some(hash);
            let still = self.marks.insert(frame.still.marks.clone());
            self.stills.push(Kept {
                print: number,
                frame: at as u32,
            });
            if frame.still.pdq.is_telling() {
                self.hashes.insert(hash);
                self.hashed.push(still);
            }
        }
        self.sounds.insert(&print.sound);
        self.prints.push(print);
        number
    }

    pub fn len(&self) -> usize {
        self.prints.len()
    }

    pub fn is_empty(&self) -> bool {
        self.prints.is_empty()
    }

    /// Every print that has something in common with one, surest first.
    pub fn find(&self, print: &MediaPrint) -> Vec<Found> {
        let mut found: Vec<Found> = self
            .candidates(print)
            .into_iter()
            .filter_map(|(other, hints)| {
                let likeness = likeness_of(print, &self.prints[other as usize], &hints)?;
                Some(Found { other, likeness })
            })
            .collect();
        found.sort_by_key(|found| (found.likeness.grade, found.likeness.kind, found.other));
        found
    }

    /// Prints to lay beside this one, with the pairs of frames to begin at.
    fn candidates(&self, print: &MediaPrint) -> Vec<(u32, Hints)> {
        let mut hints: BTreeMap<u32, Hints> = BTreeMap::new();
        for (here, frame) in print.film.frames.iter().enumerate() {
            self.by_marks(here, frame, false, &mut hints);
            self.by_marks(here, frame, true, &mut hints);
            self.by_hash(here, frame, &mut hints);
        }
        let mut ranked: Vec<(u32, Hints)> = hints.into_iter().collect();
        for (_, hints) in &mut ranked {
            hints.sort(MOST_PAIRS);
        }
        ranked.sort_by_key(|(other, hints)| (std::cmp::Reverse(hints.best()), *other));
        ranked.truncate(MOST_SURE);
        let sure = ranked.partition_point(|(_, hints)| hints.best() >= SURE_VOTES);
        ranked.truncate(sure.max(MOST_OTHERS));
        let seen: BTreeSet<u32> = ranked.iter().map(|(other, _)| *other).collect();
        let heard = self
            .sounds
            .likely(&print.sound)
            .into_iter()
            .take(MOST_OTHERS);
        ranked.extend(
            heard
                .filter(|other| !seen.contains(other))
                .map(|other| (other, Hints::default())),
        );
        ranked
    }

    fn by_marks(
        &self,
        here: usize,
        frame: &Frame,
        mirrored: bool,
        hints: &mut BTreeMap<u32, Hints>,
    ) {
        let votes = match mirrored {
            false => self.marks.votes(&frame.still.marks),
            true => self.marks.votes(&frame.still.mirrored().marks),
        };
        let mut held: BTreeMap<u32, u32> = BTreeMap::new();
        for (still, votes) in votes {
            let kept = &self.stills[still as usize];
            let held = held.entry(kept.print).or_default();
            *held += 1;
            if *held > MOST_STILLS {
                continue;
            }
            let hints = hints.entry(kept.print).or_default();
            hints.add(mirrored, votes, (here, kept.frame as usize));
        }
    }

    fn by_hash(&self, here: usize, frame: &Frame, hints: &mut BTreeMap<u32, Hints>) {
        if !frame.still.pdq.is_telling() {
            return;
        }
        for (turn, hash) in Turn::ALL.into_iter().zip(frame.turned) {
            for near in self.hashes.within(&hash) {
                let kept = &self.stills[self.hashed[near.index as usize] as usize];
                let hints = hints.entry(kept.print).or_default();
                hints.add_hash(turn, near.distance, (here, kept.frame as usize));
            }
        }
    }
}
