//! Squares of an area, halved until all of one sees the order or none can.
//!
//! From anywhere in a square a candidate's bearing lies in an interval. If even the intervals hold
//! no chain from left to right, no place in the square does; if all of every interval in one chain
//! does, every place does. What is left is tried at the middle of the smallest squares.

use super::grid::Grid;
use super::search::{Laid, follow, right_of};

#[derive(Debug)]
pub(super) struct Halving<'a> {
    things: &'a [Laid],
    field: f64,
    pub(super) tried: usize,
    chain: Chain,
}

/// A candidate from anywhere in a square: its bearing from the middle, and how far it may turn.
#[derive(Debug, Clone, Copy)]
struct Turning {
    candidate: u32,
    bearing: f64,
    slack: f64,
    /// Within reach and meant from everywhere in the square.
    sure: bool,
}

/// The longest lists of a search, kept so that a square allocates little.
#[derive(Debug, Default)]
struct Chain {
    turnings: Vec<Vec<Turning>>,
}

impl<'a> Halving<'a> {
    pub(super) fn new(things: &'a [Laid], field: f64) -> Self {
        Self {
            things,
            field,
            tried: 0,
            chain: Chain::default(),
        }
    }

    /// Halves a square unless all of it fits or none can; `alive` are candidates that may matter.
    pub(super) fn square(
        &mut self,
        grid: &mut Grid,
        (column, row, side): (usize, usize, usize),
        alive: &[Vec<u32>],
    ) {
        if column >= grid.columns || row >= grid.rows {
            return;
        }
        self.tried += 1;
        let half = side as f64 * grid.step_m / 2.0;
        let middle = [
            grid.corner[0] + column as f64 * grid.step_m + half,
            grid.corner[1] + row as f64 * grid.step_m + half,
        ];
        if side == 1 {
            if self.fits_at(middle, alive) {
                grid.mark(column, row, 1);
            }
            return;
        }
        // Only the middles of smallest cells count: half a cell less to the sides.
        let reach = (half - grid.step_m / 2.0) * std::f64::consts::SQRT_2;
        if !self.look(middle, reach, alive) || !self.may_fit() {
            return;
        }
        if self.must_fit() {
            grid.mark(column, row, side);
            return;
        }
        let alive: Vec<Vec<u32>> = self
            .chain
            .turnings
            .iter()
            .map(|list| list.iter().map(|one| one.candidate).collect())
            .collect();
        let half = side / 2;
        for (right, up) in [(0, 0), (half, 0), (0, half), (half, half)] {
            self.square(grid, (column + right, row + up, half), &alive);
        }
    }

    /// The candidates within reach of the square; false when a thing has none.
    fn look(&mut self, middle: [f64; 2], reach: f64, alive: &[Vec<u32>]) -> bool {
        self.chain.turnings.resize(self.things.len(), Vec::new());
        for ((thing, alive), list) in self.things.iter().zip(alive).zip(&mut self.chain.turnings) {
            list.clear();
            list.extend(
                alive
                    .iter()
                    .filter_map(|&candidate| turning(thing, candidate, middle, reach)),
            );
            if list.is_empty() {
                return false;
            }
        }
        true
    }

    /// Whether some chain may fit from somewhere in the square. Candidates on no such chain go.
    fn may_fit(&mut self) -> bool {
        let lists = &mut self.chain.turnings;
        for next in 1..lists.len() {
            let (before, after) = lists.split_at_mut(next);
            let (before, after) = (&before[next - 1], &mut after[0]);
            let step = self.things[next].step;
            after.retain(|to| {
                before
                    .iter()
                    .any(|from| may_follow(from, to, step, self.field))
            });
            if after.is_empty() {
                return false;
            }
        }
        for next in (1..lists.len()).rev() {
            let (before, after) = lists.split_at_mut(next);
            let (before, after) = (&mut before[next - 1], &after[0]);
            let step = self.things[next].step;
            before.retain(|from| {
                after
                    .iter()
                    .any(|to| may_follow(from, to, step, self.field))
            });
        }
        // The whole chain within the field: least turns added up from each beginning.
        let field = self.field;
        let things = self.things;
        let lists = &self.chain.turnings;
        lists[0].iter().any(|first| {
            let mut reached: Vec<f64> = lists[0]
                .iter()
                .map(|one| {
                    if one.candidate == first.candidate {
                        0.0
                    } else {
                        f64::INFINITY
                    }
                })
                .collect();
            for next in 1..lists.len() {
                let step = things[next].step;
                reached = lists[next]
                    .iter()
                    .map(|to| {
                        let from = lists[next - 1].iter().zip(&reached);
                        from.filter(|(from, turned)| {
                            turned.is_finite() && may_follow(from, to, step, field)
                        })
                        .map(|(from, turned)| turned + least_turn(from, to, step[0]))
                        .fold(f64::INFINITY, f64::min)
                    })
                    .collect();
            }
            reached.iter().any(|turned| *turned <= field + 1e-9)
        })
    }

    /// Whether one chain fits from everywhere in the square.
    fn must_fit(&self) -> bool {
        let lists = &self.chain.turnings;
        let mut reached: Vec<f64> = lists[0]
            .iter()
            .map(|one| if one.sure { 0.0 } else { f64::INFINITY })
            .collect();
        for next in 1..lists.len() {
            let [least, most] = self.things[next].step;
            reached = lists[next]
                .iter()
                .map(|to| {
                    if !to.sure {
                        return f64::INFINITY;
                    }
                    let from = lists[next - 1].iter().zip(&reached);
                    from.filter_map(|(from, turned)| {
                        let (right, slack) =
                            (right_of(from.bearing, to.bearing), from.slack + to.slack);
                        let whole = right - slack > 1e-9
                            && right + slack < std::f64::consts::TAU - 1e-9
                            && right - slack >= least + 1e-9
                            && right + slack <= most - 1e-9;
                        whole.then_some(turned + right + slack)
                    })
                    .fold(f64::INFINITY, f64::min)
                })
                .collect();
        }
        reached.iter().any(|turned| *turned <= self.field - 1e-9)
    }

    fn fits_at(&self, at: [f64; 2], alive: &[Vec<u32>]) -> bool {
        let bearings: Vec<Vec<(usize, f64)>> = self
            .things
            .iter()
            .zip(alive)
            .map(|(thing, alive)| {
                alive
                    .iter()
                    .filter_map(|&candidate| {
                        let one = turning(thing, candidate, at, 0.0)?;
                        one.sure.then_some((candidate as usize, one.bearing))
                    })
                    .collect()
            })
            .collect();
        let mut chain = Vec::new();
        bearings[0].iter().any(|&(number, bearing)| {
            chain.clear();
            chain.push(number);
            follow(&bearings, self.things, self.field, bearing, 0.0, &mut chain)
        })
    }
}

fn turning(thing: &Laid, candidate: u32, middle: [f64; 2], reach: f64) -> Option<Turning> {
    let at = thing.candidates[candidate as usize];
    let (east, north) = (at[0] - middle[0], at[1] - middle[1]);
    let away = east.hypot(north);
    if away - reach > thing.farthest_m || (reach == 0.0 && away == 0.0) {
        return None;
    }
    let bearing = east.atan2(north);
    // From inside the circle around the square's middle it may be seen anywhere.
    let slack = if away > reach {
        (reach / away).asin()
    } else {
        std::f64::consts::PI
    };
    let mut sure = away + reach <= thing.farthest_m && (away > reach || reach == 0.0);
    if let Some([from, to]) = thing.bearing {
        let (wide, right) = (right_of(from, to), right_of(from, bearing));
        if right - slack > wide && right + slack < std::f64::consts::TAU {
            return None;
        }
        sure &= right - slack >= 0.0 && right + slack <= wide;
    }
    Some(Turning {
        candidate,
        bearing,
        slack,
        sure,
    })
}

fn may_follow(from: &Turning, to: &Turning, [least, most]: [f64; 2], field: f64) -> bool {
    let (right, slack) = (
        right_of(from.bearing, to.bearing),
        from.slack + to.slack + 1e-9,
    );
    // The angle may lie in [right - slack, right + slack], whole turns apart.
    let most = most.min(field);
    [0.0, std::f64::consts::TAU]
        .iter()
        .any(|turn| right - slack - turn <= most && right + slack - turn >= least)
}

/// The least angle from one to the other that the square and the step allow.
fn least_turn(from: &Turning, to: &Turning, least: f64) -> f64 {
    let (right, slack) = (right_of(from.bearing, to.bearing), from.slack + to.slack);
    if right + slack >= std::f64::consts::TAU {
        least
    } else {
        (right - slack).max(least)
    }
}
