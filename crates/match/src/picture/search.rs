//! Which of many stills share marks with one: a vote of mark against mark, by hashing some of their
//! bits (Indyk and Motwani 1998). Proposes; whether two pictures fit is settled by their pixels.

use fearless_simd::{Level, dispatch};

use super::fit::ALIKE;
use super::marks::Mark;

/// Each table looks at some of a mark's 256 bits, more where there are more marks: a place of a
/// table is to hold few that meet by chance. A copy's mark differs in one of ten: two marks of one
/// corner meet in one of six tables with .70 at 16 bits, .45 at 22.
const TABLES: usize = 6;
const FEWEST_BITS: usize = 16;
const MOST_BITS: usize = 24;

/// Marks to a place, over all, from which on two more bits are looked at.
const CROWD: usize = 8;

/// A run of marks in one place of a table longer than this is a texture of the genre (asphalt,
/// leaves): its older part is not looked at.
const LONGEST: usize = 512;

const NONE: u32 = u32::MAX;

/// All marks of all stills put in, by some of their bits.
#[derive(Debug)]
pub struct MarkSearch {
    tables: Vec<Table>,
    /// How many bits the tables look at.
    bits_looked_at: usize,
    /// The still each mark belongs to, and the mark's bits.
    owners: Vec<u32>,
    bits: Vec<[u64; 4]>,
    stills: u32,
}

#[derive(Debug)]
struct Table {
    bits: [u8; MOST_BITS],
    /// The last mark put in each place, and for each mark the one before it in its place.
    last: Vec<u32>,
    before: Vec<u32>,
}

impl Default for MarkSearch {
    fn default() -> Self {
        let table = |number: usize| Table {
            bits: bits_of(number),
            last: vec![NONE; 1 << FEWEST_BITS],
            before: Vec::new(),
        };
        Self {
            tables: (0..TABLES).map(table).collect(),
            bits_looked_at: FEWEST_BITS,
            owners: Vec::new(),
            bits: Vec::new(),
            stills: 0,
        }
    }
}

impl MarkSearch {
    /// Puts a still's marks in; gives its number, counted from 0.
    pub fn insert(&mut self, marks: &[Mark]) -> u32 {
        let still = self.stills;
        self.stills += 1;
        for mark in marks {
            self.owners.push(still);
            self.bits.push(mark.bits);
            for table in &mut self.tables {
                table.insert(self.bits_looked_at, &mark.bits);
            }
        }
        if self.owners.len() > CROWD << self.bits_looked_at && self.bits_looked_at < MOST_BITS {
            self.spread();
        }
        still
    }

    /// Looks at two bits more from now on: every mark gets a new place.
    fn spread(&mut self) {
        self.bits_looked_at += 2;
        for table in &mut self.tables {
            table.last = vec![NONE; 1 << self.bits_looked_at];
            table.before.clear();
            for bits in &self.bits {
                table.insert(self.bits_looked_at, bits);
            }
        }
    }

    /// Stills with at least two votes, most first.
    pub fn votes(&self, marks: &[Mark]) -> Vec<(u32, u32)> {
        dispatch!(Level::new(), _ => self.counted(marks))
    }

    #[inline(always)]
    fn counted(&self, marks: &[Mark]) -> Vec<(u32, u32)> {
        // For each still its votes and the last mark that voted: however often a mark meets a
        // still, it has one vote for it.
        let mut votes = vec![(0_u32, 0_u32); self.stills as usize];
        let mut met = Vec::new();
        for (number, mark) in (1..).zip(marks) {
            for table in &self.tables {
                let mut entry = table.last[table.place(self.bits_looked_at, &mark.bits)];
                for _ in 0..LONGEST {
                    if entry == NONE {
                        break;
                    }
                    let at = entry as usize;
                    if near(&self.bits[at], &mark.bits) {
                        let still = self.owners[at];
                        let (count, last) = &mut votes[still as usize];
                        if *last != number {
                            (*count, *last) = (*count + 1, number);
                            if *count == 2 {
                                met.push(still);
                            }
                        }
                    }
                    entry = table.before[at];
                }
            }
        }
        let with_votes = met
            .into_iter()
            .map(|still| (still, votes[still as usize].0));
        let mut ranked: Vec<(u32, u32)> = with_votes.collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
    }
}

/// Meeting in one place of a table is chance more often than not.
#[inline(always)]
fn near(a: &[u64; 4], b: &[u64; 4]) -> bool {
    let words = a.iter().zip(b);
    words.map(|(a, b)| (a ^ b).count_ones()).sum::<u32>() <= ALIKE
}

impl Table {
    fn insert(&mut self, looked_at: usize, bits: &[u64; 4]) {
        let place = self.place(looked_at, bits);
        let entry = self.before.len() as u32;
        self.before
            .push(std::mem::replace(&mut self.last[place], entry));
    }

    #[inline(always)]
    fn place(&self, looked_at: usize, bits: &[u64; 4]) -> usize {
        self.bits[..looked_at].iter().fold(0, |place, bit| {
            let word = bits[usize::from(*bit) / 64];
            place << 1 | (word >> (bit % 64) & 1) as usize
        })
    }
}

/// Bits spread over the whole mark, others for each table.
fn bits_of(table: usize) -> [u8; MOST_BITS] {
    std::array::from_fn(|number| ((number * TABLES + table) * 101 % 256) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steele and others' SplitMix of 2014.
    fn mixed(seed: u64) -> u64 {
        let mut word = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ word >> 31
    }

    fn mark_of(seed: u64) -> Mark {
        let word = |n: u64| mixed(seed * 4 + n);
        Mark {
            x: 0,
            y: 0,
            level: 0,
            angle: 0,
            bits: [word(0), word(1), word(2), word(3)],
        }
    }

    #[test]
    fn no_table_looks_at_a_bit_twice_and_no_two_look_at_the_same() {
        let all: std::collections::BTreeSet<u8> = (0..TABLES).flat_map(bits_of).collect();
        assert_eq!(all.len(), MOST_BITS * TABLES);
    }

    #[test]
    fn a_still_with_the_same_marks_gets_a_vote_for_each_and_others_none() {
        let mut search = MarkSearch::default();
        let still = |number: u64| {
            (0..50)
                .map(|n| mark_of(number * 50 + n))
                .collect::<Vec<_>>()
        };
        for number in 0..100 {
            search.insert(&still(number));
        }
        assert_eq!(search.votes(&still(42)), vec![(42, 50)]);
        assert_eq!(search.votes(&still(1_000)), vec![]);
    }

    #[test]
    fn a_crowd_is_spread_over_more_places_and_nobody_is_lost() {
        let mut search = MarkSearch::default();
        let still = |number: u64| {
            (0..2_000)
                .map(|n| mark_of(number * 2_000 + n))
                .collect::<Vec<_>>()
        };
        for number in 0..300 {
            search.insert(&still(number));
        }
        assert_eq!(search.bits_looked_at, FEWEST_BITS + 2);
        for number in [0, 150, 261, 262, 299] {
            assert_eq!(search.votes(&still(number)), vec![(number as u32, 2_000)]);
        }
    }

    #[test]
    fn marks_with_one_of_ten_bits_changed_are_still_met_by_half() {
        let mut search = MarkSearch::default();
        let marks: Vec<Mark> = (0..200).map(mark_of).collect();
        search.insert(&marks);
        let changed = |number: usize, mark: &Mark| {
            let mut changed = *mark;
            for seed in 0..26 {
                let bit = mixed((number * 26 + seed) as u64 + 9_999) >> 56;
                changed.bits[bit as usize / 64] ^= 1 << (bit % 64);
            }
            changed
        };
        let query: Vec<Mark> = marks
            .iter()
            .enumerate()
            .map(|(number, mark)| changed(number, mark))
            .collect();
        assert!(
            search.votes(&query)[0].1 > 100,
            "{:?}",
            search.votes(&query)
        );
    }
}
