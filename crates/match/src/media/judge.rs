//! Two prints side by side: what they have in common, how sure that is, and what says so.

use bearings_model::{
    Likeness, LikenessGrade, LikenessKind, Measure, MediaKind, MediaSegment, Region,
};

use super::MediaPrint;
use super::search::PDQ_NEAR;
use crate::film::{Film, FilmFit, Segment, Start, fit_films};
use crate::pdq::Turn;
use crate::picture::{Fit, LEAST_AGREEMENT, Part, Still, moved_cells};
use crate::sound::{MOST_ERRORS, SoundSegment, sound_segments};

/// A run of pictures shorter than this, seconds, is no more than possible: openings, logos and
/// black are as long.
pub const SHORTEST_RUN_S: f32 = 3.0;

/// Films of one channel open and close alike: a run at the start or the end of both, while both
/// have other pictures for as long, is no more than possible up to here.
const LONGEST_OPENING_S: f32 = 12.0;

/// Two pictures that agree in a part are likely one from this share of their telling cells on.
const LEAST_OF_TELLING: f32 = 0.5;

/// Two whole pictures that lie on each other are likely one from this share of agreeing cells on: two
/// posts of one app agree in up to .79 where what they show is a sky.
const SURE_AGREEMENT: f32 = 0.8;

/// Millionths of a picture.
const NEARLY_WHOLE: u32 = 800_000;
const HALF_OF_IT: u32 = 500_000;

/// The least share of a picture's cells that agree, in a picture mostly flat.
const LEAST_SHOWN: f32 = 0.25;

/// More cells than this, of those that agree, that agree a step aside are another view.
const MOST_MOVED: f32 = 0.1;

/// The same for sound alone.
const SHORTEST_SOUND_S: f32 = 4.0;

/// Pairs of frames that look alike, to begin at.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    /// By marks, as they are and mirrored, with their votes.
    plain: Vec<(u32, (usize, usize))>,
    mirrored: Vec<(u32, (usize, usize))>,
    /// By the hash of the whole picture, with its distance.
    hashed: Vec<(u32, (usize, usize), Turn)>,
}

impl Hints {
    pub fn add(&mut self, mirrored: bool, votes: u32, frames: (usize, usize)) {
        let list = if mirrored {
            &mut self.mirrored
        } else {
            &mut self.plain
        };
        list.push((votes, frames));
    }

    pub fn add_hash(&mut self, turn: Turn, distance: u32, frames: (usize, usize)) {
        self.hashed.push((distance, frames, turn));
    }

    /// The best first.
    pub fn sort(&mut self, most: usize) {
        for list in [&mut self.plain, &mut self.mirrored] {
            list.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            list.truncate(most);
        }
        self.hashed.sort();
        self.hashed.truncate(most);
    }

    pub fn best(&self) -> u32 {
        let first = |list: &[(u32, (usize, usize))]| list.first().map_or(0, |(votes, _)| *votes);
        let hashed = self
            .hashed
            .first()
            .map_or(0, |(distance, ..)| 1_000 - distance);
        first(&self.plain).max(first(&self.mirrored)).max(hashed)
    }

    /// What to begin at for one of the two ways round: by marks, then by hashes.
    fn starts(&self, here: &Film, there: &Film, mirrored: bool) -> Vec<Start> {
        let marked = if mirrored {
            &self.mirrored
        } else {
            &self.plain
        };
        let marked = marked.iter().map(|(_, frames)| Start {
            frames: *frames,
            fit: None,
        });
        let hashed = self
            .hashed
            .iter()
            .filter(|(_, _, turn)| quarters(*turn).0 == mirrored)
            .map(|(_, frames, turn)| {
                let (from, to) = (&here.frames[frames.0].still, &there.frames[frames.1].still);
                Start {
                    frames: *frames,
                    fit: Some(Fit::of_quarters(from, to, quarters(*turn).1)),
                }
            });
        // Alternately, so that neither crowds the other out.
        let (mut marked, mut hashed) = (marked, hashed);
        let mut starts = Vec::new();
        loop {
            let (a, b) = (marked.next(), hashed.next());
            if a.is_none() && b.is_none() {
                return starts;
            }
            starts.extend(a);
            starts.extend(b);
        }
    }
}

/// A turn as mirroring or not, then quarters to the left.
fn quarters(turn: Turn) -> (bool, u8) {
    match turn {
        Turn::AsIs => (false, 0),
        Turn::QuarterLeft => (false, 1),
        Turn::Half => (false, 2),
        Turn::QuarterRight => (false, 3),
        Turn::Mirrored => (true, 0),
        Turn::AlongFalling => (true, 1),
        Turn::UpsideDown => (true, 2),
        Turn::AlongRising => (true, 3),
    }
}

/// What two files have in common; "here" is the first. `None` where nothing was found.
///
/// Looks at every pair of frames, and so is meant for two files: among many, `MediaSearch` finds
/// the pairs to begin at.
pub fn likeness(here: &MediaPrint, there: &MediaPrint) -> Option<Likeness> {
    let mut search = super::MediaSearch::default();
    search.insert(std::sync::Arc::new(there.clone()));
    search
        .find(here)
        .into_iter()
        .next()
        .map(|found| found.likeness)
}

pub(super) fn likeness_of(
    here: &MediaPrint,
    there: &MediaPrint,
    hints: &Hints,
) -> Option<Likeness> {
    let sound = heard(here, there);
    if here.decoded == there.decoded && here.kind == there.kind && !here.is_empty() {
        return Some(same(here, sound));
    }
    let seen = seen(here, there, hints);
    match seen {
        Some(seen) => Some(seen.likeness(here, there, sound)),
        None => by_sound(sound),
    }
}

/// Every picture and sample looked at is the same.
fn same(here: &MediaPrint, sound: Vec<SoundSegment>) -> Likeness {
    let end = here.film.duration_ms.unwrap_or(0);
    let whole = MediaSegment {
        here_ms: [0, end],
        there_ms: [0, end],
        speed: 1.0,
    };
    Likeness {
        kind: LikenessKind::SameFrames,
        grade: LikenessGrade::Certain,
        mirrored: false,
        turn: 0,
        here: None,
        there: None,
        segments: (here.kind == MediaKind::Video)
            .then_some(whole)
            .into_iter()
            .collect(),
        moments: here.film.frames.first().map(|frame| [frame.at_ms; 2]),
        sound: sound.iter().map(in_ms).collect(),
        measures: Vec::new(),
    }
}

/// How the pictures of one lie in the other.
struct Seen {
    mirrored: bool,
    fit: FilmFit,
    /// The first film as it was laid: mirrored or not.
    laid: Film,
}

fn seen(here: &MediaPrint, there: &MediaPrint, hints: &Hints) -> Option<Seen> {
    let lay = |mirrored: bool| {
        let starts = hints.starts(&here.film, &there.film, mirrored);
        if starts.is_empty() {
            return None;
        }
        let laid = if mirrored {
            here.film.mirrored()
        } else {
            here.film.clone()
        };
        let fit = fit_films(&laid, &there.film, &starts)?;
        Some(Seen {
            mirrored,
            fit,
            laid,
        })
    };
    // A scene can look like its own mirror image; the way that holds for longer is the one.
    [lay(false), lay(true)]
        .into_iter()
        .flatten()
        .max_by(|a, b| {
            let (a, b) = (a.weight(), b.weight());
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
}

impl Seen {
    fn weight(&self) -> (f32, f32) {
        let seconds = self
            .fit
            .segments
            .iter()
            .map(|run| (run.from.1 - run.from.0 + 1.0) * run.likeness);
        let cells = self.fit.agreement.rate() * self.fit.agreement.telling as f32;
        (seconds.sum(), cells)
    }

    fn likeness(
        &self,
        here: &MediaPrint,
        there: &MediaPrint,
        sound: Vec<SoundSegment>,
    ) -> Likeness {
        let (kind, grade, segments) = self.verdict(here, there, &sound);
        let (part, placed) = self.regions();
        Likeness {
            kind,
            grade,
            mirrored: self.mirrored,
            turn: self.fit.fit.turn().round() as i16,
            here: Some(part),
            there: Some(placed),
            segments,
            moments: Some(self.moments(here, there)),
            sound: sound.iter().map(in_ms).collect(),
            measures: self.measures(&sound),
        }
    }

    fn moments(&self, here: &MediaPrint, there: &MediaPrint) -> [u64; 2] {
        let (a, b) = self.fit.frames;
        [here.film.frames[a].at_ms, there.film.frames[b].at_ms]
    }

    fn verdict(
        &self,
        here: &MediaPrint,
        there: &MediaPrint,
        sound: &[SoundSegment],
    ) -> (LikenessKind, LikenessGrade, Vec<MediaSegment>) {
        use LikenessGrade::Possible;
        match (here.kind, there.kind) {
            (MediaKind::Image, MediaKind::Image) => {
                (LikenessKind::Picture, self.grade_of_picture(), Vec::new())
            }
            (MediaKind::Image, _) | (_, MediaKind::Image) => {
                let [a, b] = self.moments(here, there);
                let segment = MediaSegment {
                    here_ms: [a, a],
                    there_ms: [b, b],
                    speed: 1.0,
                };
                (LikenessKind::Still, self.grade_of_picture(), vec![segment])
            }
            _ if self.fit.segments.is_empty() => (LikenessKind::Scene, Possible, Vec::new()),
            // Nothing moves: pictures alone cannot tell one moment from another, sound can.
            _ if self.fit.still && sound.is_empty() => (LikenessKind::Scene, Possible, Vec::new()),
            _ => {
                let ends = (end_ms(&here.film), end_ms(&there.film));
                let segments = self.fit.segments.iter();
                let segments: Vec<MediaSegment> =
                    segments.map(|run| film_segment(run, ends)).collect();
                let says_much =
                    |run: &MediaSegment| length_s(run) >= SHORTEST_RUN_S && !is_opening(run, ends);
                let mut distinct = self.fit.segments.iter().map(|run| run.distinct);
                // Where nothing moves but sound agrees, sound says which moment is which.
                let mut told = segments
                    .iter()
                    .filter(|_| self.fit.still || distinct.next().unwrap_or(false));
                let grade = match told.any(says_much) {
                    false => Possible,
                    true if self.fit.still => self.grade_of_picture(),
                    // What moves alike moment for moment, however much of the rest a caption
                    // covers, is no app's frame: that stands still.
                    true => LikenessGrade::Likely,
                };
                (LikenessKind::Film, grade, segments)
            }
        }
    }

    /// No more than possible: where the rest says more than the part that agrees, or nearly as
    /// much, for that part can be an app's frame or a channel's banner; where what agrees is little
    /// of the picture, a logo on a sky; and where much of the rest is there a step aside: then it
    /// is another view of the same place.
    fn grade_of_picture(&self) -> LikenessGrade {
        let agreement = &self.fit.agreement;
        let framed = if agreement.part.partial {
            agreement.of_telling < LEAST_OF_TELLING
        } else {
            self.least_span() >= NEARLY_WHOLE && agreement.rate() < SURE_AGREEMENT
        };
        let sparse = agreement.shown < LEAST_SHOWN;
        if framed || sparse || self.is_another_view() {
            LikenessGrade::Possible
        } else {
            LikenessGrade::Likely
        }
    }

    fn is_another_view(&self) -> bool {
        if self.least_span() < HALF_OF_IT {
            return false;
        }
        let here = &self.laid.frames[self.fit.frames.0].still;
        let moved = moved_cells(here, &self.fit.there, &self.fit.fit);
        moved as f32 > MOST_MOVED * self.fit.agreement.agreeing as f32
    }

    /// How much of a picture lies in the other, of the two where it is less, millionths. What lies whole in a part
    /// of the other is no app's frame, nor another view.
    fn least_span(&self) -> u32 {
        let (here, there) = self.regions();
        let area = |region: Region| u32::from(region.width) * u32::from(region.height);
        area(here).min(area(there))
    }

    /// The part of the first picture that agrees, and where it lies in the second.
    fn regions(&self) -> (Region, Region) {
        let from = &self.laid.frames[self.fit.frames.0].still;
        let part = self.fit.agreement.part;
        let shown = region(from, part.left, part.top, part.right, part.bottom);
        let here = if self.mirrored {
            Region {
                left: 1_000_u16.saturating_sub(shown.left + shown.width),
                ..shown
            }
        } else {
            shown
        };
        (here, self.placed(&part))
    }

    fn placed(&self, part: &Part) -> Region {
        let fit: &Fit = &self.fit.fit;
        let corners = [
            (part.left, part.top),
            (part.right, part.top),
            (part.left, part.bottom),
            (part.right, part.bottom),
        ]
        .map(|corner| fit.at(corner));
        let least = |values: [f32; 4]| values.into_iter().fold(f32::INFINITY, f32::min);
        let most = |values: [f32; 4]| values.into_iter().fold(f32::NEG_INFINITY, f32::max);
        let (xs, ys) = (
            corners.map(|corner| corner.0),
            corners.map(|corner| corner.1),
        );
        region(&self.fit.there, least(xs), least(ys), most(xs), most(ys))
    }

    fn measures(&self, sound: &[SoundSegment]) -> Vec<Measure> {
        let agreement = &self.fit.agreement;
        let mut measures = vec![
            measure(
                "share of telling cells that agree",
                agreement.rate(),
                LEAST_AGREEMENT,
            ),
            Measure {
                name: "PDQ distance of the whole pictures".to_owned(),
                value: f64::from(self.fit.pdq_distance),
                threshold: f64::from(PDQ_NEAR),
            },
        ];
        measures.extend(sound_measure(sound));
        measures
    }
}

fn heard(here: &MediaPrint, there: &MediaPrint) -> Vec<SoundSegment> {
    if here.sound.is_silent() || there.sound.is_silent() {
        return Vec::new();
    }
    sound_segments(&here.sound, &there.sound)
}

/// The pictures have nothing in common, or there are none.
fn by_sound(sound: Vec<SoundSegment>) -> Option<Likeness> {
    let longest = sound
        .iter()
        .map(|run| run.from.1 - run.from.0)
        .fold(0.0, f32::max);
    if longest < SHORTEST_SOUND_S {
        return None;
    }
    Some(Likeness {
        kind: LikenessKind::Sound,
        grade: LikenessGrade::Possible,
        mirrored: false,
        turn: 0,
        here: None,
        there: None,
        segments: Vec::new(),
        moments: None,
        measures: sound_measure(&sound).into_iter().collect(),
        sound: sound.iter().map(in_ms).collect(),
    })
}

fn sound_measure(sound: &[SoundSegment]) -> Option<Measure> {
    let best = sound.iter().map(|run| run.errors).reduce(f32::min)?;
    Some(measure(
        "share of the sound's bits that differ",
        best,
        MOST_ERRORS,
    ))
}

fn measure(name: &str, value: f32, threshold: f32) -> Measure {
    let short = |value: f32| (f64::from(value) * 1_000.0).round() / 1_000.0;
    Measure {
        name: name.to_owned(),
        value: short(value),
        threshold: short(threshold),
    }
}

/// A rectangle in units of the longer side to thousandths of each side.
fn region(still: &Still, left: f32, top: f32, right: f32, bottom: f32) -> Region {
    let (width, height) = still.shape();
    let part = |value: f32, of: f32| ((value / of).clamp(0.0, 1.0) * 1_000.0).round() as u16;
    let (left, right) = (part(left, width), part(right, width));
    let (top, bottom) = (part(top, height), part(bottom, height));
    Region {
        left,
        top,
        width: right - left,
        height: bottom - top,
    }
}

fn ms(seconds: f32) -> u64 {
    (seconds.max(0.0) * 1_000.0).round() as u64
}

fn in_ms(run: &SoundSegment) -> MediaSegment {
    MediaSegment {
        here_ms: [ms(run.from.0), ms(run.from.1)],
        there_ms: [ms(run.to.0), ms(run.to.1)],
        speed: 1.0,
    }
}

/// The film's end: its length, or a second after the last frame.
fn end_ms(film: &Film) -> u64 {
    let last = film.frames.last().map_or(0, |frame| frame.at_ms + 1_000);
    film.duration_ms.unwrap_or(last)
}

fn length_s(run: &MediaSegment) -> f32 {
    run.here_ms[1].saturating_sub(run.here_ms[0]) as f32 / 1_000.0
}

/// Whether a run can be what a channel puts before or after each of its films.
fn is_opening(run: &MediaSegment, ends: (u64, u64)) -> bool {
    const NEAR_MS: u64 = 1_500;
    let length = run.here_ms[1].saturating_sub(run.here_ms[0]);
    let opens = run.here_ms[0] < NEAR_MS && run.there_ms[0] < NEAR_MS;
    let closes = run.here_ms[1] + NEAR_MS > ends.0 && run.there_ms[1] + NEAR_MS > ends.1;
    let goes_on = ends.0.min(ends.1) >= length.saturating_mul(2);
    length as f32 <= LONGEST_OPENING_S * 1_000.0 && (opens || closes) && goes_on
}

/// A frame stands for the second it begins, so a run ends a second after its last frame, or where
/// one of the films does.
fn film_segment(run: &Segment, (here_end, there_end): (u64, u64)) -> MediaSegment {
    let left = |end: u64, at: f32| (end as f32 / 1_000.0 - at).max(0.0);
    let step = 1.0_f32
        .min(left(here_end, run.from.1))
        .min(left(there_end, run.to.1) / run.speed);
    MediaSegment {
        here_ms: [ms(run.from.0), ms(run.from.1 + step)],
        there_ms: [ms(run.to.0), ms(run.to.1 + step * run.speed)],
        speed: (run.speed * 1_000.0).round() / 1_000.0,
    }
}
