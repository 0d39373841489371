//! Two films: how the pictures of one lie in the other, then when.

use std::collections::HashMap;

use super::cells::Likeness;
use super::lines::{Segment, segments};
use super::{Film, Frame};
use crate::picture::{Agreement, Fit, Still, agreement, fit};

/// Pairs of frames that are looked at to find how the pictures lie in each other.
const MOST_PAIRS: usize = 32;

/// With a smaller share of cells that say something a picture is mostly flat.
const MOSTLY_FLAT: f32 = 0.5;

/// Two frames to begin at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// Of the first and the second film.
    pub frames: (usize, usize),
    /// How one lies on the other, where that is known: their marks need not say it then.
    pub fit: Option<Fit>,
}

/// What laying one film on another gave.
#[derive(Clone, Debug, PartialEq)]
pub struct FilmFit {
    /// Where the first film's pictures lie in the second's.
    pub fit: Fit,
    /// Marks that say so, in the pair of frames that says it best.
    pub marks: usize,
    /// The pixels of that pair.
    pub agreement: Agreement,
    /// That pair: frames of the first and the second film.
    pub frames: (usize, usize),
    /// The picture of the second film in that pair.
    pub there: Still,
    /// In how many of 256 bits the hashes of the pair's whole pictures differ.
    pub pdq_distance: u32,
    /// Runs of like frames, in order of the first film's time.
    pub segments: Vec<Segment>,
    /// Nothing moves in one of them, so that moments cannot be told apart.
    pub still: bool,
}

/// Lays the first film on the second, starting from pairs of frames that share marks or hashes.
///
/// `None` where no pair's pixels agree.
pub fn fit_films(from: &Film, to: &Film, likely: &[Start]) -> Option<FilmFit> {
    let best = varied(likely)
        .into_iter()
        .filter_map(|start| Laid::of(from, to, &start))
        .max_by(|a, b| a.worth().total_cmp(&b.worth()))?;
    let partial = best.agreement.part.partial;
    // A logo is most of what a picture of fog or asphalt has to show.
    let wary = partial || best.agreement.told < MOSTLY_FLAT;
    let likeness = Likeness::of(from, to, &best.fit, &best.agreement.part, wary);
    let mut runs = segments(&likeness, &times(&from.frames), &times(&to.frames), wary);
    if partial && from.is_moving() && to.is_moving() && (likeness.still || runs.is_empty()) {
        // Only what moves together tells a copy under a caption from a caption that two films
        // share.
        return None;
    }
    runs.sort_by(|a, b| a.from.0.total_cmp(&b.from.0));
    Some(FilmFit {
        fit: best.fit,
        marks: best.marks,
        agreement: best.agreement,
        frames: best.frames,
        there: to.frames[best.frames.1].still.clone(),
        pdq_distance: best.pdq_distance,
        segments: runs,
        still: likeness.still,
    })
}

/// The likeliest pairs, no frame in more than two: where nothing moves all pairs are alike, and the
/// ones that fail would fail all together.
fn varied(likely: &[Start]) -> Vec<Start> {
    let mut held: HashMap<(bool, usize), usize> = HashMap::new();
    let mut kept = Vec::new();
    for start in likely {
        let (here, there) = start.frames;
        let often = |held: &HashMap<_, usize>, key| held.get(&key).copied().unwrap_or(0) >= 2;
        if often(&held, (true, here)) || often(&held, (false, there)) {
            continue;
        }
        *held.entry((true, here)).or_default() += 1;
        *held.entry((false, there)).or_default() += 1;
        kept.push(*start);
        if kept.len() == MOST_PAIRS {
            break;
        }
    }
    kept
}

/// One frame laid on another.
struct Laid {
    fit: Fit,
    marks: usize,
    agreement: Agreement,
    frames: (usize, usize),
    pdq_distance: u32,
}

impl Laid {
    fn of(from: &Film, to: &Film, start: &Start) -> Option<Self> {
        let frames = start.frames;
        let (here, there) = (&from.frames[frames.0].still, &to.frames[frames.1].still);
        let (fit, marks) = match start.fit {
            Some(fit) => (fit, 0),
            None => fit(here, there)?,
        };
        let agreement = agreement(here, there, &fit);
        let is_one = agreement.is_one() && agreement.part.is_much(here, there, &fit);
        is_one.then_some(Self {
            fit,
            marks,
            agreement,
            frames,
            pdq_distance: nearest(&from.frames[frames.0], there),
        })
    }

    fn worth(&self) -> f32 {
        self.agreement.rate() * (self.agreement.telling as f32).sqrt()
    }
}

/// The distance of two whole pictures' hashes, turned as they are nearest.
fn nearest(from: &Frame, to: &Still) -> u32 {
    let distances = from.turned.iter().map(|hash| hash.distance(to.pdq.hash));
    distances.min().unwrap_or(256)
}

fn times(frames: &[Frame]) -> Vec<f32> {
    frames
        .iter()
        .map(|frame| frame.at_ms as f32 / 1_000.0)
        .collect()
}
