//! Times the search for a picture's copies among many: `many_pictures COUNT`.
//!
//! The many are made up: marks taken from drawn pictures with a fifth of their bits changed, so that
//! they crowd together as real ones do, and hashes of their own. Every hundredth time a cropped
//! copy of a picture that is there is added and must be found.

#![allow(clippy::print_stdout)] // It is there to print.

use std::sync::Arc;
use std::time::Instant;

use bearings_match::film::{Film, Frame};
use bearings_match::media::{MediaPrint, MediaSearch, PrintMaker};
use bearings_match::picture::Mark;
use bearings_model::{MediaKind, Pdq, PdqHash};

const WIDTH: usize = 480;
const HEIGHT: usize = 320;
const DRAWN: u64 = 200;

fn main() {
    let count: u64 = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(10_000);
    let drawn: Vec<MediaPrint> = (0..DRAWN)
        .map(|seed| print(seed, 0, 0, WIDTH, HEIGHT))
        .collect();
    let pool: Vec<Mark> = drawn.iter().flat_map(marks).copied().collect();
    let mut search = MediaSearch::default();
    let began = Instant::now();
    for seed in 0..count {
        search.insert(Arc::new(made_up(seed, &drawn, &pool)));
    }
    println!("{count} put in: {:.1} s", began.elapsed().as_secs_f32());
    println!("{:.2} kB of memory each", resident() as f64 / count as f64);
    let mut times = Vec::new();
    let mut found = 0;
    for (number, whole) in drawn.iter().take(50).enumerate() {
        let whole = search.insert(Arc::new(whole.clone()));
        let crop = Arc::new(print(number as u64, 60, 40, 360, 240));
        let began = processor_ms();
        let copies = search.find(&crop);
        search.insert(crop);
        times.push(processor_ms() - began);
        found += usize::from(copies.iter().any(|copy| copy.other == whole));
        let others = copies.iter().filter(|copy| u64::from(copy.other) < count);
        assert_eq!(others.count(), 0, "a made-up picture is no copy");
    }
    times.sort_by(f64::total_cmp);
    println!(
        "finding the copies of one and adding it, processor: median {:.1} ms, most {:.1} ms; {found} of {} found",
        times[times.len() / 2],
        times[times.len() - 1],
        times.len()
    );
}

fn marks(print: &MediaPrint) -> &[Mark] {
    &print.film.frames[0].still.marks
}

/// Steele and others' SplitMix of 2014.
fn mixed(seed: u64) -> u64 {
    let mut word = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ word >> 31
}

fn made_up(seed: u64, drawn: &[MediaPrint], pool: &[Mark]) -> MediaPrint {
    let mut print = drawn[(mixed(seed) % DRAWN) as usize].clone();
    let word = |at: u64| mixed(seed * 4_096 + at);
    let still = &mut print.film.frames[0].still;
    let mut marks = still.marks.to_vec();
    for (at, mark) in marks.iter_mut().enumerate() {
        let at = at as u64 * 16;
        *mark = pool[(word(at) % pool.len() as u64) as usize];
        for (part, bits) in mark.bits.iter_mut().enumerate() {
            let part = at + part as u64 * 3;
            // An AND of two and an OR of it with an AND of three: a fifth of the bits.
            let few = word(part + 1) & word(part + 2) & !(word(part + 3) & word(part));
            *bits ^= few;
        }
    }
    still.marks = marks.into();
    let hash = |turn: u64| PdqHash([0, 1, 2, 3].map(|part| mixed(!seed - turn * 4 - part)));
    still.pdq = Pdq {
        hash: hash(0),
        quality: 100,
    };
    let turned = std::array::from_fn(|turn| hash(turn as u64));
    let frame = Frame {
        turned,
        ..print.film.frames[0].clone()
    };
    MediaPrint {
        film: Film {
            duration_ms: None,
            frames: vec![frame],
        },
        decoded: [(seed % 251) as u8; 32],
        ..print
    }
}

/// Boxes with windows, other ones for each seed: a part of the picture.
fn print(seed: u64, left: usize, top: usize, width: usize, height: usize) -> MediaPrint {
    let mut light = vec![200_u8; WIDTH * HEIGHT];
    for number in 0..16 {
        let word = mixed(seed * 1_000 + number);
        let part = |shift: u32, most: u64| (word >> shift) % most;
        let (x, y) = (part(0, 440) as usize, part(10, 280) as usize);
        let (wide, high) = (40 + part(20, 90) as usize, 40 + part(30, 120) as usize);
        for row in y..(y + high).min(HEIGHT) {
            for column in x..(x + wide).min(WIDTH) {
                let window = (column - x) % 17 > 9 && (row - y) % 23 > 12;
                let pane = ((column - x) / 17 * 31 + (row - y) / 23) as u64;
                let lit = if window { mixed(word ^ pane) % 70 } else { 0 };
                light[row * WIDTH + column] = (40 + part(40, 140) + lit) as u8;
            }
        }
    }
    let mut rgb = Vec::with_capacity(width * height * 3);
    for row in top..top + height {
        for column in left..left + width {
            rgb.extend([light[row * WIDTH + column]; 3]);
        }
    }
    let mut maker = PrintMaker::new(MediaKind::Image);
    maker
        .frame(0, true, (width as u32, height as u32), &rgb)
        .expect("bytes for its size");
    maker.finish(None)
}

/// Time this thread has had on a processor (proc(5), schedstat).
fn processor_ms() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next();
    first.and_then(|ns| ns.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

/// Kilobytes this process holds.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .unwrap_or(0)
}
