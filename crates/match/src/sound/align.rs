//! Two recordings: at which offsets, and from when to when, they are one.

use std::collections::{BTreeSet, HashMap};

use super::{STEP_S, Sound};

/// Codes of unlike sounds differ in about half their bits; those of one recording twice encoded in
/// a tenth to a fifth.
pub const MOST_ERRORS: f32 = 0.32;

/// Steps in a row: below three seconds chance and a shared jingle cannot be told from a copy.
const SHORTEST: usize = 24;

/// One steady tone gives one code again and again, in every recording of it.
const LEAST_VARIETY: f32 = 0.2;

/// A half code that stands more often than this in one recording is a tone.
const MOST_OFTEN: usize = 64;

/// Offsets that are looked at closely.
const MOST_OFFSETS: usize = 12;

/// One recording heard in two files.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SoundSegment {
    /// Seconds in the first.
    pub from: (f32, f32),
    /// Seconds in the second.
    pub to: (f32, f32),
    /// Share of bits in which the codes differ, 0 to 1.
    pub errors: f32,
}

/// Where the first recording is heard in the second, in order of its time.
pub fn sound_segments(from: &Sound, to: &Sound) -> Vec<SoundSegment> {
    let mut found: Vec<SoundSegment> = Vec::new();
    for offset in offsets(from, to) {
        for segment in along(from, to, offset) {
            let taken =
                |held: &SoundSegment| held.from.0 < segment.from.1 && segment.from.0 < held.from.1;
            if !found.iter().any(taken) {
                found.push(segment);
            }
        }
    }
    found.sort_by(|a, b| a.from.0.total_cmp(&b.from.0));
    found
}

/// The two halves of a code: a re-encode often leaves one of them whole.
pub(super) fn halves(code: u32) -> [u32; 2] {
    [code >> 16, 0x1_0000 | code & 0xffff]
}

/// Offsets, in steps of the second less steps of the first, at which most half codes meet.
fn offsets(from: &Sound, to: &Sound) -> Vec<i64> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, code) in heard(to) {
        for half in halves(code) {
            places.entry(half).or_default().push(at);
        }
    }
    let mut votes: HashMap<i64, usize> = HashMap::new();
    for (at, code) in heard(from) {
        for half in halves(code) {
            let places = places.get(&half).map_or(&[][..], Vec::as_slice);
            if places.len() <= MOST_OFTEN {
                for place in places {
                    *votes.entry(*place as i64 - at as i64).or_default() += 1;
                }
            }
        }
    }
    let mut ranked: Vec<(usize, i64)> = votes
        .into_iter()
        .filter(|(_, count)| *count >= 4)
        .map(|(offset, count)| (count, offset))
        .collect();
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    ranked
        .into_iter()
        .take(MOST_OFFSETS)
        .map(|(_, offset)| offset)
        .collect()
}

fn heard(sound: &Sound) -> impl Iterator<Item = (usize, u32)> {
    let codes = sound.codes.iter().zip(&sound.loud).enumerate();
    codes
        .filter(|(_, (_, loud))| **loud)
        .map(|(at, (code, _))| (at, *code))
}

/// The runs of like codes at one offset: greatest sums of what is left of the errors allowed.
fn along(from: &Sound, to: &Sound, offset: i64) -> Vec<SoundSegment> {
    let first = (-offset).max(0) as usize;
    let last = (from.codes.len() as i64)
        .min(to.codes.len() as i64 - offset)
        .max(0) as usize;
    let worth = |at: usize| {
        let there = (at as i64 + offset) as usize;
        if !from.loud[at] || !to.loud[there] {
            return -0.02;
        }
        MOST_ERRORS - errors(from.codes[at], to.codes[there])
    };
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, f32, f32)> = None;
    for at in first..last {
        let value = worth(at);
        run = match run {
            None if value > 0.0 => Some((at, at, value, value)),
            Some((begin, _, sum, best)) if sum + value >= best => {
                Some((begin, at, sum + value, sum + value))
            }
            // Sunk by more than a second of unlike sound: the run ended where it was greatest.
            Some((begin, end, sum, best)) if sum + value < (best - 1.6).max(0.0) => {
                found.extend(segment(from, to, offset, begin..end + 1));
                None
            }
            Some((begin, end, sum, best)) => Some((begin, end, sum + value, best)),
            None => None,
        };
    }
    if let Some((begin, end, _, _)) = run {
        found.extend(segment(from, to, offset, begin..end + 1));
    }
    found
}

fn segment(
    from: &Sound,
    to: &Sound,
    offset: i64,
    run: std::ops::Range<usize>,
) -> Option<SoundSegment> {
    let pairs = || {
        let both = run.clone().map(|at| (at, (at as i64 + offset) as usize));
        both.filter(|(here, there)| from.loud[*here] && to.loud[*there])
    };
    let count = pairs().count();
    let distinct: BTreeSet<u32> = pairs().map(|(here, _)| from.codes[here]).collect();
    if count < SHORTEST || (distinct.len() as f32) < LEAST_VARIETY * count as f32 {
        return None;
    }
    let total: f32 = pairs()
        .map(|(here, there)| errors(from.codes[here], to.codes[there]))
        .sum();
    let seconds = |at: i64| at as f32 * STEP_S;
    let (begin, end) = (run.start as i64, run.end as i64);
    Some(SoundSegment {
        from: (seconds(begin), seconds(end)),
        to: (seconds(begin + offset), seconds(end + offset)),
        errors: total / count as f32,
    })
}

fn errors(a: u32, b: u32) -> f32 {
    (a ^ b).count_ones() as f32 / 32.0
}
