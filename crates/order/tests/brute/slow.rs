//! The slow obvious solver: every subset, every choice, and all distances by three loops.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use bearings_order::{EventId, Interval, Moment, Spans, Statement, Strength};

use crate::network::Made;

/// `y - x` between two bounds; 0 is the origin.
type Difference = (usize, usize, Option<i64>, Option<i64>);

pub struct Slow {
    /// Begin and end of each event, among 0..moments.
    events: Vec<(usize, usize)>,
    moments: usize,
    clues: Vec<Vec<Vec<Difference>>>,
    pub all: u32,
    pub firm: u32,
    known: RefCell<HashMap<u32, Rc<Left>>>,
    names: HashMap<Moment, usize>,
}

/// What some clues leave.
#[derive(Debug)]
pub struct Left {
    pub holds: bool,
    pub spans: Vec<Plain>,
    /// For each clue and choice, whether it can be.
    pub possible: Vec<Vec<bool>>,
    /// `before[a][b]`: in everything that can be, all of a is before all of b.
    pub before: Vec<Vec<bool>>,
}

/// Intervals that may overlap; compared as the set of times they hold.
#[derive(Clone, Debug, Default)]
pub struct Plain(Vec<(i64, i64)>);

const FAR: i64 = 1_000_000;

impl Plain {
    pub fn hull(&self) -> Interval {
        let low = self.0.iter().map(|span| span.0).min().unwrap_or(-FAR);
        let high = self.0.iter().map(|span| span.1).max().unwrap_or(FAR);
        Interval {
            earliest: (low != -FAR).then_some(low),
            latest: (high != FAR).then_some(high),
        }
    }

    /// Which of the times near zero, where all networks play, are inside.
    fn inside(&self) -> Vec<bool> {
        (-300..300)
            .map(|time| self.0.iter().any(|span| span.0 <= time && time <= span.1))
            .collect()
    }
}

impl PartialEq<Plain> for Spans {
    fn eq(&self, other: &Plain) -> bool {
        let ends = |span: &Interval| (span.earliest.unwrap_or(-FAR), span.latest.unwrap_or(FAR));
        let mine = Plain(self.intervals().iter().map(ends).collect());
        let apart = mine.0.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0);
        apart && mine.inside() == other.inside() && self.hull() == other.hull()
    }
}

pub fn subsets(of: u32) -> impl Iterator<Item = u32> {
    let mut next = Some(of);
    std::iter::from_fn(move || {
        let now = next?;
        next = (now != 0).then(|| (now - 1) & of);
        Some(now)
    })
}

impl Slow {
    pub fn new(made: &Made) -> Self {
        let network = made.events();
        let mut names = HashMap::from([(Moment::ORIGIN, 0)]);
        let mut events = Vec::new();
        for (_, event) in network.events() {
            let next = names.len();
            let begin = *names.entry(event.begin).or_insert(next);
            let next = names.len();
            events.push((begin, *names.entry(event.end).or_insert(next)));
        }
        let mut slow = Slow {
            events,
            moments: names.len(),
            clues: Vec::new(),
            all: (1 << made.clues.len()) - 1,
            firm: 0,
            known: RefCell::default(),
            names,
        };
        for (number, clue) in made.clues.iter().enumerate() {
            if clue.strength == Strength::Firm {
                slow.firm |= 1 << number;
            }
            let meant = clue.alternatives.iter().map(|alternative| {
                let statements = alternative.statements.iter();
                statements
                    .flat_map(|statement| slow.meant(statement))
                    .collect()
            });
            let meant = meant.collect();
            slow.clues.push(meant);
        }
        slow
    }

    pub fn place(&self, moment: Moment) -> usize {
        self.names[&moment]
    }

    pub fn holds(&self, clues: u32) -> bool {
        self.left(clues).holds
    }

    pub fn left(&self, clues: u32) -> Rc<Left> {
        if let Some(left) = self.known.borrow().get(&clues) {
            return left.clone();
        }
        let left = Rc::new(self.work_out(clues));
        self.known.borrow_mut().insert(clues, left.clone());
        left
    }

    /// The firm clues that hang together with one.
    pub fn firm_group(&self, clue: usize) -> u32 {
        let touched = |clue: usize| -> u32 {
            let moments = self.clues[clue].iter().flatten().flat_map(|d| [d.0, d.1]);
            let whole = moments.flat_map(|moment| {
                let event = self.events.iter().find(|e| e.0 == moment || e.1 == moment);
                event.map_or(vec![], |e| vec![e.0, e.1])
            });
            whole.fold(0, |all, moment| all | 1 << moment)
        };
        let (mut group, mut moments) = (1_u32 << clue, touched(clue));
        loop {
            let before = group;
            for other in 0..self.clues.len() {
                if self.firm >> other & 1 == 1 && touched(other) & moments != 0 {
                    group |= 1 << other;
                    moments |= touched(other);
                }
            }
            if group == before {
                return group;
            }
        }
    }

    fn work_out(&self, clues: u32) -> Left {
        let events = self.events.len();
        let mut left = Left {
            holds: false,
            spans: vec![Plain::default(); self.moments],
            possible: self.clues.iter().map(|c| vec![false; c.len()]).collect(),
            before: vec![vec![true; events]; events],
        };
        let taken: Vec<usize> = (0..self.clues.len())
            .filter(|c| clues >> c & 1 == 1)
            .collect();
        let ways: usize = taken.iter().map(|clue| self.clues[*clue].len()).product();
        for mut way in 0..ways {
            let mut chosen = Vec::new();
            for &clue in &taken {
                chosen.push((clue, way % self.clues[clue].len()));
                way /= self.clues[clue].len();
            }
            self.one_way(&chosen, &mut left);
        }
        left
    }

    fn one_way(&self, chosen: &[(usize, usize)], left: &mut Left) {
        let differences = chosen
            .iter()
            .flat_map(|(clue, choice)| &self.clues[*clue][*choice]);
        let Some(distance) = self.distances(differences) else {
            return;
        };
        left.holds = true;
        for (clue, choice) in chosen {
            left.possible[*clue][*choice] = true;
        }
        for (moment, spans) in left.spans.iter_mut().enumerate() {
            spans.0.push((-distance[moment][0], distance[0][moment]));
        }
        for (a, before) in left.before.iter_mut().enumerate() {
            for (b, before) in before.iter_mut().enumerate() {
                *before &= distance[self.events[b].0][self.events[a].1] <= -1;
            }
        }
    }

    /// Floyd and Warshall's three loops; `None` if the differences cannot all be.
    fn distances<'a>(
        &self,
        differences: impl Iterator<Item = &'a Difference>,
    ) -> Option<Vec<Vec<i64>>> {
        let count = self.moments;
        let mut distance = vec![vec![FAR; count]; count];
        for (moment, row) in distance.iter_mut().enumerate() {
            row[moment] = 0;
        }
        let mut most = |from: usize, to: usize, amount: i64| {
            distance[from][to] = distance[from][to].min(amount);
        };
        for &(begin, end) in &self.events {
            most(end, begin, 0);
        }
        for &(x, y, least, at_most) in differences {
            if let Some(amount) = at_most {
                most(x, y, amount);
            }
            if let Some(amount) = least {
                most(y, x, -amount);
            }
        }
        for k in 0..count {
            for i in 0..count {
                for j in 0..count {
                    if distance[i][k] < FAR && distance[k][j] < FAR {
                        let through = distance[i][k] + distance[k][j];
                        distance[i][j] = distance[i][j].min(through);
                    }
                }
            }
        }
        (0..count).all(|i| distance[i][i] >= 0).then_some(distance)
    }

    /// What a statement means, worked out apart from the crate.
    fn meant(&self, statement: &Statement) -> Vec<Difference> {
        let b = |event: EventId| self.events[event.index()].0;
        let e = |event: EventId| self.events[event.index()].1;
        match *statement {
            Statement::Before {
                earlier,
                later,
                gap,
            } => {
                vec![(
                    e(earlier),
                    b(later),
                    Some(gap.earliest.unwrap_or(1)),
                    gap.latest,
                )]
            }
            Statement::Later { event, than, by } => vec![
                (b(than), b(event), by.earliest, None),
                (e(than), b(event), None, by.latest),
            ],
            Statement::During { inner, outer } => vec![
                (b(outer), b(inner), Some(0), None),
                (e(inner), e(outer), Some(0), None),
            ],
            Statement::Overlaps { one, other } => vec![
                (b(one), e(other), Some(0), None),
                (b(other), e(one), Some(0), None),
            ],
            Statement::SameTime { one, other, within } => vec![
                (b(one), b(other), Some(-within), Some(within)),
                (e(one), e(other), Some(-within), Some(within)),
            ],
            Statement::Within { event, when, .. } => vec![
                (0, b(event), when.earliest, None),
                (0, e(event), None, when.latest),
            ],
            Statement::Begins { event, when, .. } => {
                vec![(0, b(event), when.earliest, when.latest)]
            }
            Statement::Lasts { event, long } => {
                vec![(b(event), e(event), long.earliest, long.latest)]
            }
            Statement::Apart { from, to, by } => {
                vec![(self.place(from), self.place(to), by.earliest, by.latest)]
            }
            _ => unreachable!("not made"),
        }
    }
}
