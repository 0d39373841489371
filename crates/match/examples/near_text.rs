//! Documents by formula, and how fast and how well their near-duplicates are found.
//!
//! `near_text make COUNT FILE` writes one document a line and, in FILE.families, whose family each
//! is. `near_text find THRESHOLD FILE` prints time and memory and writes the pairs to FILE.ours.
//! `near_text truth THRESHOLD FILE` writes every pair by exact comparison to FILE.truth, and
//! `near_text judge THRESHOLD FILE PAIRS` says how many pairs of a list are right and missing.

#![allow(clippy::print_stdout, reason = "a program that prints its measure")]

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;

use bearings_match::NearDuplicates;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<f64>().expect("a number");
    match words.as_slice() {
        ["make", count, file] => make(number(count) as usize, file),
        ["find", threshold, file] => find(number(threshold), file),
        ["ask", threshold, file] => ask(number(threshold), file),
        ["truth", threshold, file] => truth(number(threshold), file),
        ["judge", threshold, file, pairs] => judge(number(threshold), file, pairs),
        _ => println!(
            "near_text make COUNT FILE | find|ask|truth THRESHOLD FILE | judge THRESHOLD FILE PAIRS"
        ),
    }
}

/// splitmix64 (Steele, Lea and Flood 2014), with a fixed seed.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Words of a vocabulary with Zipf's frequencies, spelt from syllables.
struct Vocabulary {
    sums: Vec<f64>,
    spelt: Vec<String>,
}

impl Vocabulary {
    fn new(size: usize) -> Self {
        let mut sum = 0.0;
        let sums = (1..=size).map(|rank| {
            sum += 1.0 / rank as f64;
            sum
        });
        Self {
            sums: sums.collect(),
            spelt: (0..size).map(spell).collect(),
        }
    }

    fn draw(&self, draw: &mut Draw) -> usize {
        let at = draw.share() * self.sums[self.sums.len() - 1];
        self.sums.partition_point(|sum| *sum < at)
    }
}

/// The more frequent, the shorter.
fn spell(rank: usize) -> String {
    const SYLLABLES: [&str; 12] = [
        "ka", "ro", "min", "sel", "to", "ve", "dar", "li", "un", "ges", "po", "hat",
    ];
    let mut word = String::new();
    let mut left = rank + 1;
    while left > 0 {
        word.push_str(SYLLABLES[left % SYLLABLES.len()]);
        left /= SYLLABLES.len();
    }
    word
}

/// Half the documents stand alone, the others in families of four, each with up to 14 edits of
/// the family's text; then all are shuffled.
fn make(count: usize, file: &str) {
    let vocabulary = Vocabulary::new(50_000);
    let mut draw = Draw(1);
    let mut documents: Vec<(u32, String)> = Vec::with_capacity(count);
    let mut family = 0;
    while documents.len() < count {
        let words = 100 + draw.below(110);
        let base: Vec<usize> = (0..words).map(|_| vocabulary.draw(&mut draw)).collect();
        let members = if family % 5 == 0 { 4 } else { 1 };
        for _ in 0..members {
            let edits = if members > 1 { draw.below(15) } else { 0 };
            let text = edited(&base, edits, &vocabulary, &mut draw);
            documents.push((family, text));
        }
        family += 1;
    }
    documents.truncate(count);
    for last in (1..documents.len()).rev() {
        documents.swap(last, draw.below(last + 1));
    }
    let (mut texts, mut families) = (String::new(), String::new());
    for (family, text) in &documents {
        writeln!(texts, "{text}").expect("memory");
        writeln!(families, "{family}").expect("memory");
    }
    println!("{} bytes a document", texts.len() / count);
    fs::write(file, texts).expect("a place to write");
    fs::write(format!("{file}.families"), families).expect("a place to write");
}

/// Words replaced, left out and put in.
fn edited(base: &[usize], edits: usize, vocabulary: &Vocabulary, draw: &mut Draw) -> String {
    let mut words = base.to_vec();
    for _ in 0..edits {
        let at = draw.below(words.len());
        match draw.below(4) {
            0 => drop(words.remove(at)),
            1 => words.insert(at, vocabulary.draw(draw)),
            _ => words[at] = vocabulary.draw(draw),
        }
    }
    let spelt: Vec<&str> = words
        .iter()
        .map(|word| vocabulary.spelt[*word].as_str())
        .collect();
    spelt.join(" ")
}

fn find(threshold: f64, file: &str) {
    let all = fs::read_to_string(file).expect("the documents");
    let texts: Vec<&str> = all.lines().collect();
    let before = memory("VmRSS");
    let start = processor_seconds();
    let mut index = NearDuplicates::new(threshold);
    for text in &texts {
        index.add(text);
    }
    let added = processor_seconds() - start;
    let pairs = index.pairs();
    let seconds = processor_seconds() - start;
    let bytes = (memory("VmHWM") - before) / texts.len() as f64;
    println!(
        "ours {} documents {seconds:.3} s ({added:.3} s of them adding) {bytes:.0} bytes {} pairs",
        texts.len(),
        pairs.len()
    );
    let lines = pairs
        .iter()
        .map(|pair| format!("{} {}\n", pair.first, pair.second));
    fs::write(format!("{file}.ours"), lines.collect::<String>()).expect("a place to write");
}

/// One after another: what resembles the next document, then the document added.
fn ask(threshold: f64, file: &str) {
    let all = fs::read_to_string(file).expect("the documents");
    let before = memory("VmRSS");
    let start = processor_seconds();
    let mut index = NearDuplicates::new(threshold);
    let mut found = 0;
    for text in all.lines() {
        found += index.near(text).len();
        index.add(text);
    }
    let seconds = processor_seconds() - start;
    let bytes = (memory("VmHWM") - before) / index.len() as f64;
    println!(
        "ours one by one {} documents {seconds:.3} s {bytes:.0} bytes {found} found",
        index.len()
    );
}

/// Processor time so far, so that a busy machine does not lie: fields 14 and 15 of the kernel's
/// line, in hundredths of a second (proc(5)); 0 where there is none.
fn processor_seconds() -> f64 {
    let line = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program stands in brackets and can hold spaces.
    let fields = line.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(11).take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// A line of /proc/self/status in bytes; 0 where there is none.
fn memory(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find(|found| found.starts_with(line));
    let kilobytes = found.and_then(|found| found.split_whitespace().nth(1));
    kilobytes
        .and_then(|number| number.parse::<f64>().ok())
        .unwrap_or(0.0)
        * 1024.0
}

/// Sets of the five-word runs themselves, numbered: exact, and none of the crate's own hashing.
fn exact_sets<'t>(texts: &[&'t str]) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<Vec<&'t str>, u32> = HashMap::new();
    let mut sets = Vec::with_capacity(texts.len());
    for text in texts {
        let words: Vec<&str> = text.split(' ').collect();
        let mut set: Vec<u32> = words
            .windows(5)
            .map(|run| {
                let next = numbers.len() as u32;
                *numbers.entry(run.to_vec()).or_insert(next)
            })
            .collect();
        set.sort_unstable();
        set.dedup();
        sets.push(set);
    }
    sets
}

fn jaccard(a: &[u32], b: &[u32]) -> f64 {
    let held: HashSet<&u32> = a.iter().collect();
    let common = b.iter().filter(|run| held.contains(run)).count();
    common as f64 / (a.len() + b.len() - common) as f64
}

/// Every pair of a small set by brute force over what shares a run; of a large one every pair
/// within a family, since strangers share next to nothing.
fn truth(threshold: f64, file: &str) {
    let all = fs::read_to_string(file).expect("the documents");
    let texts: Vec<&str> = all.lines().collect();
    let candidates = if texts.len() <= 50_000 {
        sharing_a_run(&exact_sets(&texts))
    } else {
        relatives(file)
    };
    let mut lines = String::new();
    let mut spread = [0; 10];
    for (a, b) in candidates {
        let sets = exact_sets(&[texts[a], texts[b]]);
        let found = jaccard(&sets[0], &sets[1]);
        spread[((found * 10.0) as usize).min(9)] += 1;
        if found >= threshold {
            writeln!(lines, "{a} {b}").expect("memory");
        }
    }
    println!(
        "truth {} pairs; by tenths of resemblance {spread:?}",
        lines.lines().count()
    );
    fs::write(format!("{file}.truth"), lines).expect("a place to write");
}

fn sharing_a_run(sets: &[Vec<u32>]) -> HashSet<(usize, usize)> {
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut pairs = HashSet::new();
    for (text, set) in sets.iter().enumerate() {
        for run in set {
            let known = holders.entry(*run).or_default();
            pairs.extend(known.iter().map(|other| (*other, text)));
            known.push(text);
        }
    }
    pairs
}

fn relatives(file: &str) -> HashSet<(usize, usize)> {
    let families = fs::read_to_string(format!("{file}.families")).expect("the families");
    let mut members: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut pairs = HashSet::new();
    for (text, family) in families.lines().enumerate() {
        let known = members.entry(family).or_default();
        pairs.extend(known.iter().map(|other| (*other, text)));
        known.push(text);
    }
    pairs
}

/// Precision by comparing every pair of the list exactly, recall against the truth. Texts that
/// are wholly alike are given by their first alone, so a pair is found too when both of its texts
/// are alike to texts of a pair found.
fn judge(threshold: f64, file: &str, list: &str) {
    let all = fs::read_to_string(file).expect("the documents");
    let texts: Vec<&str> = all.lines().collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    let same: Vec<usize> = texts
        .iter()
        .enumerate()
        .map(|(text, words)| *first.entry(words).or_insert(text))
        .collect();
    let read = |name: &str| pairs_in(&fs::read_to_string(name).expect("a list of pairs"));
    let (truth, found) = (read(&format!("{file}.truth")), read(list));
    let right = found
        .iter()
        .filter(|(a, b)| {
            let sets = exact_sets(&[texts[*a], texts[*b]]);
            jaccard(&sets[0], &sets[1]) >= threshold
        })
        .count();
    let standing: HashSet<(usize, usize)> = found
        .iter()
        .map(|(a, b)| (same[*a].min(same[*b]), same[*a].max(same[*b])))
        .collect();
    let kept = truth.iter().filter(|(a, b)| {
        let (a, b) = (same[*a].min(same[*b]), same[*a].max(same[*b]));
        a == b || standing.contains(&(a, b))
    });
    println!(
        "recall {:.4} precision {:.4}",
        kept.count() as f64 / truth.len() as f64,
        right as f64 / found.len() as f64
    );
}

fn pairs_in(text: &str) -> HashSet<(usize, usize)> {
    let pairs = text.lines().filter_map(|line| {
        let (a, b) = line.split_once(' ')?;
        let (a, b): (usize, usize) = (a.parse().ok()?, b.parse().ok()?);
        (a != b).then(|| (a.min(b), a.max(b)))
    });
    pairs.collect()
}
