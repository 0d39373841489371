//! Times the index of hashes, for `scripts/peers/hamming.py`.
//!
//! Argument: a file of hashes, 32 bytes each as their published form reads. Output: a name and a
//! value a line. Standard input, if asked with a second argument, is hashes to search for; what
//! is found goes to the file that argument names, a line a hash with its numbers.
#![allow(clippy::print_stdout)]

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use bearings_match::hamming::{HammingIndex, PDQ_RADIUS};
use bearings_model::PdqHash;

/// Hashes searched for, and added and searched for.
const SEARCHED: usize = 2000;

/// Hashes added after these without a search.
const MORE: usize = 200_000;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let Some(path) = arguments.get(1) else {
        return Err(io::Error::other("name a file of hashes"));
    };
    let hashes = read(File::open(path)?)?;
    let (count, before) = (hashes.len(), resident());
    println!("hashes {count}");

    let (start, idle) = (Instant::now(), processor());
    let index = HammingIndex::from_hashes(PDQ_RADIUS, hashes);
    println!("build_cpu_s {:.3}", processor() - idle);
    println!("build_s {:.3}", start.elapsed().as_secs_f64());
    // What was read counts too: it is moved into the index.
    let lists = resident().saturating_sub(before);
    println!("bytes_a_hash {:.1}", lists as f64 / count as f64 + 32.0);

    let mut searches = Vec::new();
    for hash in index.hashes().step_by((count / SEARCHED).max(1)) {
        let start = Instant::now();
        std::hint::black_box(index.within(&hash));
        searches.push(start.elapsed());
    }
    tell("search", &mut searches);
    if let Some(found) = arguments.get(2) {
        answer(&index, found)?;
    }
    pairs(&index);
    add(index);
    Ok(())
}

fn read(mut from: impl Read) -> io::Result<Vec<PdqHash>> {
    let (mut hashes, mut bytes) = (Vec::new(), vec![0; 1 << 20]);
    loop {
        let mut filled = 0;
        while filled < bytes.len() {
            match from.read(&mut bytes[filled..])? {
                0 => break,
                more => filled += more,
            }
        }
        if filled == 0 {
            return Ok(hashes);
        }
        hashes.extend(bytes[..filled].as_chunks::<32>().0.iter().map(|hash| {
            let words = hash.as_chunks::<8>().0;
            PdqHash(std::array::from_fn(|at| u64::from_be_bytes(words[at])))
        }));
    }
}

fn answer(index: &HammingIndex, path: &str) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for hash in read(io::stdin().lock())? {
        let found = index.within(&hash);
        let numbers: Vec<String> = found.iter().map(|near| near.index.to_string()).collect();
        writeln!(out, "{}", numbers.join(" "))?;
    }
    out.flush()
}

fn pairs(index: &HammingIndex) {
    let (start, before) = (Instant::now(), processor());
    let (mut pairs, mut sum) = (0u64, 0u64);
    let _ = index.all_pairs(|pair| {
        pairs += 1;
        let key = u64::from(pair.earlier) << 32 | u64::from(pair.later);
        sum = sum.wrapping_add(key.wrapping_mul(u64::from(pair.distance) * 2 + 1));
        ControlFlow::<()>::Continue(())
    });
    println!("pairs_s {:.3}", start.elapsed().as_secs_f64());
    println!("pairs_cpu_s {:.3}", processor() - before);
    println!("pairs {pairs}");
    println!("pairs_sum {sum:016x}");
    println!(
        "peak_bytes_a_hash {:.1}",
        peak() as f64 / index.len() as f64
    );
}

/// Adds hashes near to some that are there, and searches for each. The machine may have other
/// work, so each step's time is its least in three rounds, each on an index built anew: what the
/// index itself makes slow is slow at the same step in every round.
fn add(mut index: HammingIndex) {
    let count = index.len();
    let step = (count / SEARCHED).max(1);
    let mut added: Vec<PdqHash> = index.hashes().step_by(step).collect();
    for (at, hash) in added.iter_mut().enumerate() {
        hash.0[at % 4] ^= 1 << (at % 64);
        hash.0[(at + 1) % 4] ^= 5 << (at % 60);
    }
    let mut least = [added.len(), added.len(), MORE].map(|steps| vec![Duration::MAX; steps]);
    for round in 0..3 {
        if round > 0 {
            let kept = index.hashes().take(count).collect();
            // The one before is given up first: memory for two may be missing.
            drop(std::mem::replace(&mut index, HammingIndex::new(PDQ_RADIUS)));
            index = HammingIndex::from_hashes(PDQ_RADIUS, kept);
        }
        let [inserts, both, more] = &mut least;
        for ((hash, insert), both) in added.iter().zip(inserts).zip(both) {
            let start = Instant::now();
            index.insert(*hash);
            *insert = start.elapsed().min(*insert);
            std::hint::black_box(index.within(hash));
            *both = start.elapsed().min(*both);
        }
        for ((at, hash), least) in added.iter().cycle().enumerate().zip(more) {
            let mut hash = *hash;
            hash.0[2] ^= at as u64;
            let start = Instant::now();
            index.insert(hash);
            *least = start.elapsed().min(*least);
        }
    }
    for (name, times) in ["insert", "insert_and_search", "insert_more"]
        .iter()
        .zip(&mut least)
    {
        tell(name, times);
    }
}

fn tell(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    println!("{name}_median_us {:.1}", micros(times[times.len() / 2]));
    println!("{name}_p99_us {:.1}", micros(times[times.len() * 99 / 100]));
    println!("{name}_most_us {:.1}", micros(times[times.len() - 1]));
}

/// Seconds of processor time so far, where the system tells: the machine may have other work.
fn processor() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let first = text.split_whitespace().next();
    first
        .and_then(|nanoseconds| nanoseconds.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1e9
}

/// Memory held now, and the most held so far, in bytes, where the system tells.
fn resident() -> u64 {
    status("VmRSS:")
}

fn peak() -> u64 {
    status("VmHWM:")
}

fn status(name: &str) -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse::<u64>().ok())
        .unwrap_or(0)
        * 1024
}
