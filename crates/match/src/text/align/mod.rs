//! All passages two texts share, laid side by side, edits of a few words allowed.
//!
//! Equal runs of five words are joined to blocks, blocks in the same order with small gaps to
//! passages (sparse chaining, as genome aligners do: Abouelhoda and Ohlebusch 2005), and gaps are
//! aligned word by word. Every step looks at a bounded number of others, so time grows with the
//! length of the texts also where they are hostile.

mod gap;

use std::ops::Range;

use super::prepared::Prepared;
use super::words::{SHINGLE_WORDS, Word};

/// A run that stands more often in one text is no anchor: one word repeated would be aligned with
/// itself in every way.
const MOST_REPEATS: usize = 8;

/// So many words may be changed, left out or put in between two blocks of one passage.
const LONGEST_GAP: usize = 10;

/// How many blocks before it a block is joined to at most.
const LOOK_BACK: usize = 24;

/// A shorter passage is a turn of phrase.
pub(crate) const FEWEST_WORDS: usize = 8;

/// Words of one text beside the same words of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub a: usize,
    pub b: usize,
    pub words: usize,
}

impl Block {
    fn ends(self) -> (usize, usize) {
        (self.a + self.words, self.b + self.words)
    }
}

/// A stretch of each text, and the words of it that agree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Passage {
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// In order in both texts, without overlap.
    pub blocks: Vec<Block>,
}

impl Passage {
    pub fn words(&self) -> usize {
        self.blocks.iter().map(|block| block.words).sum()
    }

    /// Share of the longer stretch's words that stand in both.
    pub fn similarity(&self) -> f64 {
        self.words() as f64 / self.a.len().max(self.b.len()) as f64
    }
}

/// Every shared passage, the longest first. A word of a text belongs to one passage mostly: a
/// passage is left out when half of it stands in longer ones.
pub(crate) fn passages(a: &Prepared, b: &Prepared) -> Vec<Passage> {
    let blocks = blocks(a, b);
    let mut found: Vec<Passage> = chains(&blocks)
        .into_iter()
        .map(|chain| passage(&chain, a, b))
        .filter(|passage| passage.words() >= FEWEST_WORDS)
        .collect();
    found.sort_by_key(|passage| {
        (
            std::cmp::Reverse(passage.words()),
            passage.a.start,
            passage.b.start,
        )
    });
    if found.is_empty() {
        found.extend(beginning(a, b));
    }
    let mut seen = (vec![false; a.words.len()], vec![false; b.words.len()]);
    found.retain(|passage| is_new(passage, &mut seen));
    found
}

/// What both texts begin with: of texts that repeat themselves throughout nothing else is an
/// anchor.
fn beginning(a: &Prepared, b: &Prepared) -> Option<Passage> {
    let pairs = a.words.iter().zip(&b.words);
    let words = pairs.take_while(|(a, b)| a.hash == b.hash).count();
    (words >= FEWEST_WORDS).then(|| Passage {
        a: 0..words,
        b: 0..words,
        blocks: vec![Block { a: 0, b: 0, words }],
    })
}

/// Whether half of a passage's words are not yet taken in either text; takes them.
fn is_new(passage: &Passage, seen: &mut (Vec<bool>, Vec<bool>)) -> bool {
    let free = |seen: &[bool], range: &Range<usize>| {
        let free = seen[range.clone()].iter().filter(|taken| !**taken).count();
        free * 2 >= range.len()
    };
    let new = free(&seen.0, &passage.a) && free(&seen.1, &passage.b);
    if new {
        seen.0[passage.a.clone()].fill(true);
        seen.1[passage.b.clone()].fill(true);
    }
    new
}

/// The longest stretches of equal words that hold equal runs, in the order of the second text.
fn blocks(a: &Prepared, b: &Prepared) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // Blocks that reach the run before, by where they would go on in the first text.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, run) in b.runs.iter().enumerate() {
        let places = a.places_of(*run);
        let mut next = Vec::new();
        let few = places.clone().nth(MOST_REPEATS).is_none();
        for place in places.take(MOST_REPEATS).filter(|_| few) {
            match open.iter().find(|(follows, _)| *follows == place) {
                Some((_, block)) => {
                    blocks[*block].words += 1;
                    next.push((place + 1, *block));
                }
                None => {
                    next.push((place + 1, blocks.len()));
                    blocks.push(Block {
                        a: place,
                        b: at,
                        words: SHINGLE_WORDS,
                    });
                }
            }
        }
        open = next;
    }
    blocks
}

/// Blocks joined to the best of those before them; each block in one chain.
fn chains(blocks: &[Block]) -> Vec<Vec<Block>> {
    let mut scores: Vec<i64> = Vec::with_capacity(blocks.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let window = at.saturating_sub(LOOK_BACK)..at;
        let best = window
            .filter_map(|earlier| Some((scores[earlier] - cost(blocks[earlier], *block)?, earlier)))
            .max()
            .filter(|(score, _)| *score > 0);
        scores.push(block.words as i64 + best.map_or(0, |(score, _)| score));
        before.push(best.map(|(_, earlier)| earlier));
    }
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(scores[*at]), *at));
    let mut used = vec![false; blocks.len()];
    let mut chains = Vec::new();
    for last in order {
        let mut chain = Vec::new();
        let mut next = Some(last);
        while let Some(at) = next.filter(|at| !used[*at]) {
            used[at] = true;
            chain.push(blocks[at]);
            next = before[at];
        }
        chain.reverse();
        if !chain.is_empty() {
            chains.push(chain);
        }
    }
    chains
}

/// What joining two blocks costs: the words they overlap and half of those between; `None` where
/// they do not follow each other closely.
fn cost(earlier: Block, later: Block) -> Option<i64> {
    if earlier.a >= later.a || earlier.b >= later.b {
        return None;
    }
    let (end_a, end_b) = earlier.ends();
    let gap_a = later.a.saturating_sub(end_a);
    let gap_b = later.b.saturating_sub(end_b);
    let overlap = end_a
        .saturating_sub(later.a)
        .max(end_b.saturating_sub(later.b));
    let close = gap_a <= LONGEST_GAP && gap_b <= LONGEST_GAP && overlap < later.words;
    close.then(|| overlap as i64 + gap_a.max(gap_b) as i64 / 2)
}

/// A chain without overlaps, its gaps aligned word by word.
fn passage(chain: &[Block], a: &Prepared, b: &Prepared) -> Passage {
    let mut blocks: Vec<Block> = Vec::with_capacity(chain.len());
    for block in chain {
        let (end_a, end_b) = blocks.last().map_or((block.a, block.b), |last| last.ends());
        let cut = end_a
            .saturating_sub(block.a)
            .max(end_b.saturating_sub(block.b));
        if cut >= block.words {
            continue;
        }
        let cut = Block {
            a: block.a + cut,
            b: block.b + cut,
            words: block.words - cut,
        };
        if !blocks.is_empty() {
            let (words_a, words_b) = (&a.words[end_a..cut.a], &b.words[end_b..cut.b]);
            blocks.extend(gap::common(words_a, words_b).map(|(i, j)| Block {
                a: end_a + i,
                b: end_b + j,
                words: 1,
            }));
        }
        blocks.push(cut);
    }
    widened(blocks, a, b)
}

/// A passage with the words before and after that agree but for an edit: an edit in the first
/// words leaves no run of five before it.
fn widened(blocks: Vec<Block>, a: &Prepared, b: &Prepared) -> Passage {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
        return Passage {
            a: 0..0,
            b: 0..0,
            blocks,
        };
    };
    let (end_a, end_b) = last.ends();
    let word = |a: usize, b: usize| Block { a, b, words: 1 };
    let back =
        |words: &[Word]| -> Vec<Word> { words.iter().rev().take(gap::LONGEST).copied().collect() };
    let before = gap::dense(&back(&a.words[..first.a]), &back(&b.words[..first.b]));
    let after = gap::dense(&a.words[end_a..], &b.words[end_b..]);
    let before = before
        .into_iter()
        .rev()
        .map(|(i, j)| word(first.a - 1 - i, first.b - 1 - j));
    let after = after.into_iter().map(|(i, j)| word(end_a + i, end_b + j));
    let blocks: Vec<Block> = before.chain(blocks.iter().copied()).chain(after).collect();
    let (first, last) = (blocks[0], blocks[blocks.len() - 1].ends());
    Passage {
        a: first.a..last.0,
        b: first.b..last.1,
        blocks,
    }
}

#[cfg(test)]
mod tests;
