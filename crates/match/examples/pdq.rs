//! Hashes raw pictures and times it, for `scripts/peers/pdq.py`.
//!
//! Standard input: for each picture width and height (32 bits, little end first), then its pixels,
//! three bytes each. Output: a line each with hash, quality and the least nanoseconds of five
//! runs, then the eight hashes of the turned pictures.
#![allow(clippy::print_stdout)]

use std::io::{self, Read};
use std::time::Instant;

use bearings_match::pdq::{Picture, dihedral, pdq};

fn main() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut sides = [[0; 4]; 2];
    while input.read_exact(sides.as_flattened_mut()).is_ok() {
        let [width, height] = sides.map(|side| u32::from_le_bytes(side) as usize);
        let mut bytes = vec![0; width * height * 3];
        input.read_exact(&mut bytes)?;
        let picture = Picture::rgb24(width, height, &bytes).map_err(io::Error::other)?;
        let mut least = u128::MAX;
        let mut made = pdq(&picture);
        for _ in 0..5 {
            let start = Instant::now();
            made = std::hint::black_box(pdq(std::hint::black_box(&picture)));
            least = least.min(start.elapsed().as_nanos());
        }
        print!("{} {} {least}", made.hash, made.quality);
        for (_, turned) in dihedral(&picture) {
            print!(" {}", turned.hash);
        }
        println!();
    }
    Ok(())
}
