//! The order of time between two films: straight runs of like frames, each with offset and speed.
//!
//! Tan and others (2009) seek the best path through a network of matching frames. An edit plays a
//! piece at one speed, so the paths sought here are straight lines, and the best run on each is the
//! greatest sum of neighbours (Kadane).

use super::cells::Likeness;

/// A likeness below this speaks against a run.
const LEAST: f32 = 0.35;

/// What one pair of frames that are like each other gives a run.
const ONE_FRAME: f32 = 0.3;

/// Speeds from half to double, each 4 % from the next.
const SPEED_STEP: f32 = 1.04;
const SPEEDS: i32 = 18;

/// Offsets between the films that are tried, seconds apart.
const OFFSET_STEP: f32 = 0.5;

/// The first film's time against the second's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Seconds in the first film.
    pub from: (f32, f32),
    /// Seconds in the second.
    pub to: (f32, f32),
    /// Seconds of the second film shown in a second of the first.
    pub speed: f32,
    /// The mean likeness along it, -1 to 1.
    pub likeness: f32,
    /// At least one of its frames is like another and like no others.
    pub distinct: bool,
}

/// Runs of like frames, strongest first; no second of the first film is in two of them. Where what
/// agrees may be laid over both films, runs must say more.
pub(super) fn segments(likeness: &Likeness, from: &[f32], to: &[f32], wary: bool) -> Vec<Segment> {
    let mut free = vec![true; from.len()];
    let mut found = Vec::new();
    let space = Space {
        likeness,
        wary,
        from,
        to: Clock::of(to),
    };
    while let Some(run) = space.best(&free) {
        free[run.first..=run.last].fill(false);
        found.push(space.segment(&run));
        if found.len() == 32 {
            break;
        }
    }
    found
}

struct Space<'s> {
    likeness: &'s Likeness,
    wary: bool,
    from: &'s [f32],
    to: Clock<'s>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    speed: f32,
    offset: f32,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    line: Line,
    first: usize,
    last: usize,
    sum: f32,
}

impl Line {
    fn is_own_speed(&self) -> bool {
        (0.96..=1.04).contains(&self.speed)
    }
}

impl Run {
    /// Three frames in a row at their own speed are no chance; at another speed, where there are
    /// many more lines to fall on, it takes more.
    fn is_enough(&self, wary: bool) -> bool {
        let least = match (self.line.is_own_speed(), wary) {
            (true, false) => 1.2,
            (true, true) => 1.8,
            (false, false) => 2.8,
            (false, true) => 4.2,
        };
        self.last - self.first >= 2 && self.sum >= least
    }

    /// What a run weighs against another: most copies keep their speed.
    fn weight(&self) -> f32 {
        let own = if self.line.is_own_speed() { 1.25 } else { 1.0 };
        self.sum * own
    }
}

impl Space<'_> {
    /// The strongest run on any line: coarsely first, then finer around the best.
    fn best(&self, free: &[bool]) -> Option<Run> {
        let mut best: Option<Run> = None;
        let mut keep = |run: Option<Run>| {
            if let Some(run) = run
                && best.is_none_or(|held| run.weight() > held.weight())
            {
                best = Some(run);
            }
        };
        for step in (0..=SPEEDS).flat_map(|step| [step, -step]) {
            let speed = SPEED_STEP.powi(step);
            let (last_from, last_to) = (self.from.last()?, self.to.times.last()?);
            let count = ((last_to + speed * last_from) / OFFSET_STEP) as usize + 1;
            for number in 0..=count {
                let offset = number as f32 * OFFSET_STEP - speed * last_from;
                keep(self.run(Line { speed, offset }, free));
            }
        }
        let coarse = best?;
        self.finer(coarse, free)
            .filter(|run| run.is_enough(self.wary))
    }

    /// Speed and offset around a run, in smaller and smaller steps, turning about its middle.
    fn finer(&self, mut best: Run, free: &[bool]) -> Option<Run> {
        let mut steps = (0.02, 0.25);
        for _ in 0..5 {
            let held = best;
            let middle = (self.from[held.first] + self.from[held.last]) / 2.0;
            for turn in [-1.0, 0.0, 1.0] {
                for shift in [-1.0, 0.0, 1.0] {
                    let speed = held.line.speed * (1.0 + turn * steps.0);
                    let offset =
                        held.line.offset + (held.line.speed - speed) * middle + shift * steps.1;
                    if let Some(run) = self.run(Line { speed, offset }, free)
                        && run.weight() > best.weight() + 1e-4
                    {
                        best = run;
                    }
                }
            }
            steps = (steps.0 / 2.0, steps.1 / 2.0);
        }
        Some(best)
    }

    /// The run along one line with the greatest sum of likeness above the least.
    fn run(&self, line: Line, free: &[bool]) -> Option<Run> {
        let mut best: Option<Run> = None;
        let (mut first, mut sum) = (None, 0.0);
        for (row, at) in self.from.iter().enumerate() {
            let value = match self.to.at(line.speed * at + line.offset) {
                Some((column, part)) if free[row] => self.value(row, column, part) - LEAST,
                // Past either end, or spoken for: a run does not reach across.
                _ => {
                    (first, sum) = (None, 0.0);
                    continue;
                }
            };
            if sum <= 0.0 {
                (first, sum) = (None, 0.0);
            }
            if value <= 0.0 && first.is_none() {
                continue;
            }
            let begin = *first.get_or_insert(row);
            sum += value;
            if best.is_none_or(|held| sum > held.sum) {
                best = Some(Run {
                    line,
                    first: begin,
                    last: row,
                    sum,
                });
            }
        }
        best
    }

    /// The likeness at a time between two frames of the second film.
    fn value(&self, row: usize, column: usize, part: f32) -> f32 {
        let here = self.likeness.at(row, column);
        if part == 0.0 {
            return here;
        }
        here * (1.0 - part) + self.likeness.at(row, column + 1) * part
    }

    fn segment(&self, run: &Run) -> Segment {
        let (begin, end) = (self.from[run.first], self.from[run.last]);
        let there = |at: f32| run.line.speed * at + run.line.offset;
        Segment {
            from: (begin, end),
            to: (there(begin), there(end)),
            speed: run.line.speed,
            likeness: run.sum / (run.last - run.first + 1) as f32 + LEAST,
            distinct: self.told(run) >= ONE_FRAME,
        }
    }

    /// What the frames of a run that are like no others say for it: a street where nobody passes is
    /// like itself at every hour, whatever it is like.
    fn told(&self, run: &Run) -> f32 {
        let rows = run.first..=run.last;
        let told = rows.filter_map(|row| {
            let time = run.line.speed * self.from[row] + run.line.offset;
            let (column, part) = self.to.at(time)?;
            let nearer = column + usize::from(part > 0.5);
            let distinct = self.likeness.is_distinct(row, nearer);
            distinct.then(|| self.value(row, column, part) - LEAST)
        });
        told.sum()
    }
}

/// The frames of a film by their times.
struct Clock<'c> {
    times: &'c [f32],
    /// The last frame at or before each quarter of a second.
    quarters: Vec<u32>,
}

impl<'c> Clock<'c> {
    fn of(times: &'c [f32]) -> Self {
        let last = times.last().copied().unwrap_or(0.0);
        let quarters = (0..=(last * 4.0) as usize).map(|quarter| {
            let before = times.partition_point(|at| *at <= quarter as f32 / 4.0);
            before.saturating_sub(1) as u32
        });
        Self {
            times,
            quarters: quarters.collect(),
        }
    }

    /// The frame at or before a time, and how far towards the next; `None` outside the film.
    fn at(&self, time: f32) -> Option<(usize, f32)> {
        if time < -0.5 {
            return None;
        }
        let time = time.max(0.0);
        let mut frame = match self.quarters.get((time * 4.0) as usize) {
            Some(frame) => *frame as usize,
            None => self.times.len() - 1,
        };
        while frame + 1 < self.times.len() && self.times[frame + 1] <= time {
            frame += 1;
        }
        match self.times.get(frame + 1) {
            Some(next) => {
                let (here, next) = (self.times[frame], *next);
                Some((frame, ((time - here) / (next - here)).clamp(0.0, 1.0)))
            }
            // Half a second past the last frame is still within its second.
            None => (time <= self.times[frame] + 0.5).then_some((frame, 0.0)),
        }
    }
}
