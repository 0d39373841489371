//! The pairs of points a mark compares, drawn once and turned to each direction.
//!
//! Points lie as normal deviates around the corner (the second of the layouts that Calonder and
//! others 2010 try for BRIEF), from a fixed generator, so that marks are the same everywhere. The second
//! half of the pairs mirrors the first, so that the mark of a mirrored picture is made by changing
//! halves, without the picture.

use std::sync::LazyLock;

/// No point lies farther than this from the corner, pixels.
pub(super) const REACH: usize = 16;

/// Directions are turned to one of this many.
const TURNS: usize = 32;

type Pair = ((i8, i8), (i8, i8));

/// The 256 pairs for a direction in 256ths of a turn.
pub(super) fn comparisons(angle: u8) -> &'static [Pair; 256] {
    static TURNED: LazyLock<Vec<[Pair; 256]>> = LazyLock::new(turned);
    let turn = (usize::from(angle) * TURNS + 128) / 256 % TURNS;
    &TURNED[turn]
}

fn turned() -> Vec<[Pair; 256]> {
    let drawn = drawn();
    let turn = |number: usize| {
        let (sine, cosine) = (number as f32 / TURNS as f32 * std::f32::consts::TAU).sin_cos();
        let point = |(x, y): (f32, f32)| {
            (
                (x * cosine - y * sine).round() as i8,
                (x * sine + y * cosine).round() as i8,
            )
        };
        std::array::from_fn(|pair| (point(drawn[pair].0), point(drawn[pair].1)))
    };
    (0..TURNS).map(turn).collect()
}

type Drawn = ((f32, f32), (f32, f32));

fn drawn() -> Vec<Drawn> {
    let mut generator = Generator(0x2545_f491_4f6c_dd1d);
    let mut pairs: Vec<Drawn> = Vec::new();
    while pairs.len() < 128 {
        let pair = (generator.point(), generator.point());
        let (across, down) = (pair.0.0 - pair.1.0, pair.0.1 - pair.1.1);
        // Neighbours tell little: the blur has made them alike.
        if across.hypot(down) >= 4.0 {
            pairs.push(pair);
        }
    }
    let mirror = |(x, y): (f32, f32)| (x, -y);
    let mirrored: Vec<Drawn> = pairs
        .iter()
        .map(|(a, b)| (mirror(*a), mirror(*b)))
        .collect();
    pairs.extend(mirrored);
    pairs
}

/// Marsaglia's xorshift of 2003.
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// A normal deviate is near enough to the sum of twelve even ones less six.
    fn deviate(&mut self) -> f32 {
        (0..12).map(|_| self.next()).sum::<f32>() - 6.0
    }

    fn point(&mut self) -> (f32, f32) {
        // A patch of 31 pixels, a fifth of it.
        const SPREAD: f32 = 31.0 / 5.0;
        loop {
            let point = (self.deviate() * SPREAD, self.deviate() * SPREAD);
            if point.0.hypot(point.1) < REACH as f32 - 1.0 {
                return point;
            }
        }
    }
}
