//! Random networks of a few events and clues, small enough to try everything.

use bearings_order::{
    Alternative, Basis, Clue, EventId, Interval, Moment, Network, Statement, Strength,
};

/// SplitMix64 (Steele, Lea and Flood 2014): the same networks on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    fn interval(&mut self, low: i64, high: i64) -> Interval {
        let (a, b) = (self.between(low, high), self.between(low, high));
        match self.below(4) {
            0 => Interval::since(a),
            1 => Interval::until(a),
            _ => Interval::new(a.min(b), a.max(b)),
        }
    }
}

pub struct Made {
    /// Whether each event has a length.
    pub long: Vec<bool>,
    pub clues: Vec<Clue>,
}

impl Made {
    pub fn events(&self) -> Network {
        let mut network = Network::new();
        for (number, long) in self.long.iter().enumerate() {
            let label = format!("event {number}");
            let added = if *long {
                network.event(label)
            } else {
                network.moment(label)
            };
            added.expect("labels differ");
        }
        network
    }

    pub fn network(&self) -> Network {
        let mut network = self.events();
        for added in network.add_all(self.clues.clone()) {
            added.expect("a sound clue");
        }
        network
    }
}

pub fn made(random: &mut Random) -> Made {
    let long: Vec<bool> = (0..2 + random.below(3))
        .map(|_| random.below(2) == 0)
        .collect();
    let network = Made {
        long: long.clone(),
        clues: Vec::new(),
    };
    let events: Vec<(EventId, [Moment; 2])> = network
        .events()
        .events()
        .map(|(id, event)| (id, [event.begin, event.end]))
        .collect();
    let count = 2 + random.below(6);
    let clues = (0..count)
        .map(|number| clue(random, &events, number))
        .collect();
    Made { long, clues }
}

fn clue(random: &mut Random, events: &[(EventId, [Moment; 2])], number: u64) -> Clue {
    let choices = [1, 1, 1, 2, 2, 3][random.below(6) as usize];
    let alternatives = (0..choices).map(|_| {
        let both = random.below(6) == 0;
        let mut statements = vec![statement(random, events)];
        if both {
            statements.push(statement(random, events));
        }
        Alternative {
            supposing: String::new(),
            statements,
        }
    });
    Clue {
        name: number.to_string(),
        excerpt: String::new(),
        alternatives: alternatives.collect(),
        strength: if random.below(4) == 0 {
            Strength::Soft
        } else {
            Strength::Firm
        },
    }
}

fn statement(random: &mut Random, events: &[(EventId, [Moment; 2])]) -> Statement {
    let any = |random: &mut Random| events[random.below(events.len() as u64) as usize];
    let ((one, ones), (other, others)) = (any(random), any(random));
    let basis = Basis::Stated;
    match random.below(12) {
        0 | 1 => Statement::before(one, other),
        2 => Statement::Before {
            earlier: one,
            later: other,
            gap: random.interval(1, 6),
        },
        3 => Statement::Later {
            event: one,
            than: other,
            by: random.interval(0, 6),
        },
        4 => Statement::During {
            inner: one,
            outer: other,
        },
        5 => Statement::Overlaps { one, other },
        6 => Statement::SameTime {
            one,
            other,
            within: random.between(0, 2),
        },
        7 | 8 => Statement::Within {
            event: one,
            when: random.interval(-9, 9),
            basis,
        },
        9 => Statement::Begins {
            event: one,
            when: random.interval(-9, 9),
            basis,
        },
        10 => Statement::Lasts {
            event: one,
            long: random.interval(0, 5),
        },
        _ => Statement::Apart {
            from: ones[random.below(2) as usize],
            to: others[random.below(2) as usize],
            by: random.interval(-6, 6),
        },
    }
}
