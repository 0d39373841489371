//! Which of many stills share marks with one: a vote of mark against mark, by hashing some of their
//! bits (Indyk and Motwani 1998). Proposes; whether two pictures fit is settled by their pixels.

use std::sync::Arc;

use fearless_simd::{Level, dispatch};

use super::fit::ALIKE;
use super::marks::Mark;

/// Each table looks at some of a mark's 256 bits, more where there are more marks: a place of a
/// table is to hold few that meet by chance. A copy's mark differs in one of ten: two marks of one
/// corner meet in one of six tables with .70 at 16 bits, .45 at 22.
const TABLES: usize = 6;
const FEWEST_BITS: usize = 16;
const MOST_BITS: usize = 22;

/// Bits that stand in a table's entry: those that [`FEWEST_BITS`] leave.
const ENTRY_BITS: usize = 32;

/// Marks with [`ALIKE`] of 256 bits apart have 8 of 32 apart in the mean; those of chance, 16.
const ENTRY_ALIKE: u32 = 7;

/// Marks to a place, over all, from which on two more bits are looked at.
const CROWD: usize = 8;

/// A place with more marks than this is a texture of the genre (asphalt, leaves): its older part is
/// not looked at.
const LONGEST: u32 = 512;

/// Marks looked at for one still, the rarest places first: what many stills share tells least, and
/// a search is to take the same time among a hundred thousand of them as among ten thousand.
const MOST_LOOKED_AT: u32 = 98_304;

/// Entries of one run, so that a run fills a line of the cache.
const RUN: u32 = 7;

const NONE: u32 = u32::MAX;

/// All marks of all stills put in, by some of their bits.
#[derive(Debug)]
pub struct MarkSearch {
    tables: Vec<Table>,
    /// How many bits the tables look at.
    bits_looked_at: usize,
    /// The number of each still's first mark, and the number the next mark will have.
    firsts: Vec<u32>,
    next: u32,
    stills: Vec<Arc<[Mark]>>,
}

#[derive(Debug)]
struct Table {
    bits: [u8; FEWEST_BITS + ENTRY_BITS],
    places: Vec<Place>,
    runs: Vec<Run>,
}

/// The last run put in a place, and how many marks are there.
#[derive(Clone, Copy, Debug)]
struct Place {
    last: u32,
    count: u32,
}

/// Marks of one place, and the run before.
#[repr(align(64))]
#[derive(Clone, Copy, Debug)]
struct Run {
    entries: [Entry; RUN as usize],
    before: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    mark: u32,
    bits: u32,
}

const EMPTY: Place = Place {
    last: NONE,
    count: 0,
};

impl Default for MarkSearch {
    fn default() -> Self {
        Self {
            tables: (0..TABLES).map(Table::new).collect(),
            bits_looked_at: FEWEST_BITS,
            firsts: Vec::new(),
            next: 0,
            stills: Vec::new(),
        }
    }
}

impl MarkSearch {
    /// Puts a still's marks in; gives its number, counted from 0.
    pub fn insert(&mut self, marks: Arc<[Mark]>) -> u32 {
        let still = self.firsts.len() as u32;
        self.firsts.push(self.next);
        for mark in marks.iter() {
            for table in &mut self.tables {
                let place = table.place(self.bits_looked_at, &mark.bits);
                let bits = table.entry_bits(&mark.bits);
                table.push(
                    place,
                    Entry {
                        mark: self.next,
                        bits,
                    },
                );
            }
            self.next += 1;
        }
        if self.next as usize > CROWD << self.bits_looked_at && self.bits_looked_at < MOST_BITS {
            self.bits_looked_at += 2;
            for table in &mut self.tables {
                table.spread(self.bits_looked_at);
            }
        }
        self.stills.push(marks);
        still
    }

    /// Stills with at least two votes, most first.
    pub fn votes(&self, marks: &[Mark]) -> Vec<(u32, u32)> {
        dispatch!(Level::new(), _ => self.counted(marks))
    }

    #[inline(always)]
    fn counted(&self, marks: &[Mark]) -> Vec<(u32, u32)> {
        let places = self.places_of(marks);
        let longest = longest_looked_at(&places);
        let mut tally = Tally {
            votes: vec![(0, 0); self.firsts.len()],
            met: Vec::new(),
        };
        for ((number, mark), places) in (1..).zip(marks).zip(places.chunks(TABLES)) {
            for (table, place) in self.tables.iter().zip(places) {
                if place.count > longest {
                    continue;
                }
                let bits = table.entry_bits(&mark.bits);
                table.each(*place, |entry| {
                    if (entry.bits ^ bits).count_ones() > ENTRY_ALIKE {
                        return;
                    }
                    let still = self.firsts.partition_point(|first| *first <= entry.mark) - 1;
                    let nth = (entry.mark - self.firsts[still]) as usize;
                    if near(&self.stills[still][nth].bits, &mark.bits) {
                        tally.vote(still, number);
                    }
                });
            }
        }
        tally.ranked()
    }

    /// Where each mark would stand in each table, mark by mark.
    #[inline(always)]
    fn places_of(&self, marks: &[Mark]) -> Vec<Place> {
        let mut places = Vec::with_capacity(marks.len() * TABLES);
        for mark in marks {
            let tables = self.tables.iter();
            places.extend(
                tables.map(|table| table.places[table.place(self.bits_looked_at, &mark.bits)]),
            );
        }
        places
    }
}

/// For each still its votes and the last mark that voted: however often a mark meets a still, it
/// has one vote for it.
struct Tally {
    votes: Vec<(u32, u32)>,
    /// Stills with two votes or more.
    met: Vec<u32>,
}

impl Tally {
    #[inline(always)]
    fn vote(&mut self, still: usize, mark: u32) {
        let (count, last) = &mut self.votes[still];
        if *last != mark {
            (*count, *last) = (*count + 1, mark);
            if *count == 2 {
                self.met.push(still as u32);
            }
        }
    }

    fn ranked(self) -> Vec<(u32, u32)> {
        let with_votes = self.met.iter();
        let mut ranked: Vec<(u32, u32)> = with_votes
            .map(|still| (*still, self.votes[*still as usize].0))
            .collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
    }
}

/// How many marks a place may hold to be looked at, so that no more than [`MOST_LOOKED_AT`] are.
fn longest_looked_at(places: &[Place]) -> u32 {
    let mut counts: Vec<u32> = places.iter().map(|place| place.count).collect();
    counts.sort_unstable();
    let mut left = MOST_LOOKED_AT;
    for count in counts {
        match left.checked_sub(count.min(LONGEST)) {
            Some(rest) => left = rest,
            None => return count - 1,
        }
    }
    u32::MAX
}

/// Meeting in one place of a table is chance more often than not.
#[inline(always)]
fn near(a: &[u64; 4], b: &[u64; 4]) -> bool {
    let words = a.iter().zip(b);
    words.map(|(a, b)| (a ^ b).count_ones()).sum::<u32>() <= ALIKE
}

impl Table {
    fn new(number: usize) -> Self {
        Self {
            bits: bits_of(number),
            places: vec![EMPTY; 1 << FEWEST_BITS],
            runs: Vec::new(),
        }
    }

    fn push(&mut self, place: usize, entry: Entry) {
        let Place { last, count } = &mut self.places[place];
        let at = (*count % RUN) as usize;
        if at == 0 {
            let entries = [Entry::default(); RUN as usize];
            self.runs.push(Run {
                entries,
                before: std::mem::replace(last, self.runs.len() as u32),
            });
        }
        self.runs[*last as usize].entries[at] = entry;
        *count += 1;
    }

    /// The marks of a place, the last first, [`LONGEST`] at most and what fills their last run.
    #[inline(always)]
    fn each(&self, place: Place, mut look: impl FnMut(&Entry)) {
        let mut left = place.count;
        let mut run = place.last;
        while left > 0 && place.count - left < LONGEST {
            let held = (left - 1) % RUN + 1;
            let Run { entries, before } = &self.runs[run as usize];
            for entry in entries[..held as usize].iter().rev() {
                look(entry);
            }
            (left, run) = (left - held, *before);
        }
    }

    /// Gives every mark a new place, by more bits than before: those are in its entry.
    fn spread(&mut self, looked_at: usize) {
        let more = looked_at - self.places.len().trailing_zeros() as usize;
        let mut wider = Self {
            bits: self.bits,
            places: vec![EMPTY; 1 << looked_at],
            runs: Vec::with_capacity(self.runs.len()),
        };
        let known = looked_at - more - FEWEST_BITS;
        let mut held: Vec<Entry> = Vec::new();
        for (number, place) in self.places.iter().enumerate() {
            held.clear();
            let (mut left, mut run) = (place.count, place.last);
            while left > 0 {
                let filled = (left - 1) % RUN + 1;
                let Run { entries, before } = &self.runs[run as usize];
                held.extend(entries[..filled as usize].iter().rev());
                (left, run) = (left - filled, *before);
            }
            for entry in held.iter().rev() {
                let further = entry.bits << known >> (ENTRY_BITS - more);
                wider.push(number << more | further as usize, *entry);
            }
        }
        *self = wider;
    }

    #[inline(always)]
    fn place(&self, looked_at: usize, bits: &[u64; 4]) -> usize {
        gathered(&self.bits[..looked_at], bits)
    }

    #[inline(always)]
    fn entry_bits(&self, bits: &[u64; 4]) -> u32 {
        gathered(&self.bits[FEWEST_BITS..], bits) as u32
    }
}

/// Some of a mark's bits, the first highest.
#[inline(always)]
fn gathered(which: &[u8], bits: &[u64; 4]) -> usize {
    which.iter().fold(0, |gathered, bit| {
        let word = bits[usize::from(*bit) / 64];
        gathered << 1 | (word >> (bit % 64) & 1) as usize
    })
}

/// Bits spread over the whole mark, others for each table; what stands in the entries may be
/// another's.
fn bits_of(table: usize) -> [u8; FEWEST_BITS + ENTRY_BITS] {
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
        let looked_at = |table: usize| bits_of(table).into_iter().take(MOST_BITS);
        let all: std::collections::BTreeSet<u8> = (0..TABLES).flat_map(looked_at).collect();
        assert_eq!(all.len(), MOST_BITS * TABLES);
    }

    fn marks_from(first: u64, count: u64) -> Vec<Mark> {
        (first..first + count).map(mark_of).collect()
    }

    struct Put {
        search: MarkSearch,
        stills: Vec<Vec<Mark>>,
    }

    fn put(stills: Vec<Vec<Mark>>) -> Put {
        let mut search = MarkSearch::default();
        for marks in &stills {
            search.insert(marks.clone().into());
        }
        Put { search, stills }
    }

    impl Put {
        fn votes(&self, marks: &[Mark]) -> Vec<(u32, u32)> {
            self.search.votes(marks)
        }
    }

    #[test]
    fn a_still_with_the_same_marks_gets_a_vote_for_each_and_others_none() {
        let put = put((0..100).map(|still| marks_from(still * 50, 50)).collect());
        assert_eq!(put.votes(&marks_from(42 * 50, 50)), vec![(42, 50)]);
        assert_eq!(put.votes(&marks_from(50_000, 50)), vec![]);
    }

    #[test]
    fn a_crowd_is_spread_over_more_places_and_nobody_is_lost() {
        let stills = (0..300).map(|still| marks_from(still * 8_000, 8_000));
        let put = put(stills.collect());
        assert_eq!(put.search.bits_looked_at, FEWEST_BITS + 4);
        for number in [0, 65, 66, 150, 262, 299] {
            let votes = put.votes(&put.stills[number][..500]);
            assert_eq!(votes, vec![(number as u32, 500)]);
        }
    }

    #[test]
    fn marks_of_one_texture_do_not_hide_those_that_are_rare() {
        let texture = marks_from(0, 40);
        let still = |number: u64| [texture.clone(), marks_from(number * 40 + 40, 40)].concat();
        let put = put((0..3_000).map(still).collect());
        assert_eq!(put.votes(&still(7))[0], (7, 40));
    }

    #[test]
    fn marks_with_one_of_ten_bits_changed_are_still_met_by_half() {
        let put = put(vec![marks_from(0, 200)]);
        let changed = |number: usize, mark: &Mark| {
            let mut changed = *mark;
            for seed in 0..26 {
                let bit = mixed((number * 26 + seed) as u64 + 9_999) >> 56;
                changed.bits[bit as usize / 64] ^= 1 << (bit % 64);
            }
            changed
        };
        let marks = put.stills[0].iter().enumerate();
        let query: Vec<Mark> = marks.map(|(number, mark)| changed(number, mark)).collect();
        let votes = put.votes(&query);
        assert!(votes[0].1 > 100, "{votes:?}");
    }
}
