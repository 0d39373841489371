//! How one picture lies in another: moved, scaled, turned, squeezed.

use fearless_simd::{Level, dispatch};

use super::marks::Mark;
use super::still::Still;

/// Two marks are held for one corner up to this distance of 256 bits.
pub(super) const ALIKE: u32 = 64;

/// A mark's best partner must be nearer than its second best by this.
const CLEAR: f32 = 0.85;

/// A film's frame has a hundred marks or so; by chance two or three of another picture's agree on
/// one movement.
const FEWEST: usize = 7;

/// Where the points of one picture lie in another, both in units of the longer side:
/// `x' = a x + b y + c`, `y' = d x + e y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    pub a: f32,
    pub b: f32,
    pub c: f32,
    pub d: f32,
    pub e: f32,
    pub f: f32,
}

impl Fit {
    pub fn at(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (
            self.a * x + self.b * y + self.c,
            self.d * x + self.e * y + self.f,
        )
    }

    /// How many times larger things are in the other picture.
    pub fn scale(&self) -> f32 {
        (self.a * self.e - self.b * self.d).abs().sqrt()
    }

    /// Degrees, clockwise, from this picture to the other.
    pub fn turn(&self) -> f32 {
        self.d.atan2(self.a).to_degrees()
    }

    /// One whole picture on another whole picture, turned by quarters to the left.
    pub fn of_quarters(from: &Still, to: &Still, quarters: u8) -> Self {
        let ((width, height), (wide, high)) = (from.shape(), to.shape());
        let (across, down) = (wide / width, high / height);
        let (right, below) = (wide / height, high / width);
        let (a, b, c, d, e, f) = match quarters % 4 {
            0 => (across, 0.0, 0.0, 0.0, down, 0.0),
            1 => (0.0, right, 0.0, -below, 0.0, high),
            2 => (-across, 0.0, wide, 0.0, -down, high),
            _ => (0.0, -right, wide, below, 0.0, 0.0),
        };
        Self { a, b, c, d, e, f }
    }

    /// The movement of one mark onto another, its size and direction.
    fn of_pair(from: (f32, f32), to: (f32, f32), scale: f32, turn: f32) -> Self {
        let (sine, cosine) = turn.sin_cos();
        let (a, d) = (scale * cosine, scale * sine);
        Self {
            a,
            b: -d,
            c: to.0 - a * from.0 + d * from.1,
            d,
            e: a,
            f: to.1 - d * from.0 - a * from.1,
        }
    }

    /// Edited copies are scaled, turned and squeezed, not sheared or flattened.
    fn is_plain(&self) -> bool {
        let (across, down) = (self.a.hypot(self.d), self.b.hypot(self.e));
        let skew = (self.a * self.b + self.d * self.e) / (across * down).max(1e-9);
        let squeeze = across / down.max(1e-9);
        self.a * self.e - self.b * self.d > 0.0
            && (0.15..=7.0).contains(&across)
            && (0.5..=2.0).contains(&squeeze)
            && skew.abs() < 0.15
    }
}

/// Where a picture's points lie in another, and how many marks say so.
pub fn fit(from: &Still, to: &Still) -> Option<(Fit, usize)> {
    let pairs = pairs(from, to);
    let first = best_movement(&pairs)?;
    let mut fit = first;
    // From how far one mark's size and direction can be wrong to how far a place can be.
    for tolerance in [0.06, 0.025, 0.015, 0.01] {
        let held: Vec<&Pair> = pairs
            .iter()
            .filter(|pair| pair.is_held(&fit, tolerance))
            .collect();
        if held.len() < FEWEST {
            return None;
        }
        fit = least_squares(&held)?;
    }
    let held = pairs.iter().filter(|pair| pair.is_held(&fit, 0.01)).count();
    (held >= FEWEST && fit.is_plain()).then_some((fit, held))
}

#[derive(Clone, Copy, Debug)]
struct Pair {
    from: (f32, f32),
    to: (f32, f32),
    scale: f32,
    turn: f32,
}

impl Pair {
    fn is_held(&self, fit: &Fit, tolerance: f32) -> bool {
        let (x, y) = fit.at(self.from);
        // A large copy's places are known no better than its marks: they count in its own scale.
        let allowed = tolerance * fit.scale().max(1.0);
        (x - self.to.0).abs() < allowed && (y - self.to.1).abs() < allowed
    }
}

/// Each mark with its clear partner.
fn pairs(from: &Still, to: &Still) -> Vec<Pair> {
    dispatch!(Level::new(), _ => partners(from, to))
}

#[inline(always)]
fn partners(from: &Still, to: &Still) -> Vec<Pair> {
    let mut found = Vec::new();
    for mark in from.marks.iter() {
        let Some(partner) = partner(mark, &to.marks) else {
            continue;
        };
        let turn = f32::from(partner.angle.wrapping_sub(mark.angle)) / 256.0;
        found.push(Pair {
            from: from.place(mark),
            to: to.place(partner),
            scale: to.extent(partner) / from.extent(mark),
            turn: turn * std::f32::consts::TAU,
        });
    }
    found
}

#[inline(always)]
fn partner<'m>(mark: &Mark, others: &'m [Mark]) -> Option<&'m Mark> {
    let (mut best, mut second): (Option<(&Mark, u32)>, u32) = (None, 256);
    for other in others {
        let distance = mark.distance(other);
        match best {
            Some((held, nearest)) if distance < nearest => {
                if !same_corner(held, other) {
                    second = nearest;
                }
                best = Some((other, distance));
            }
            Some((held, _)) if distance < second && !same_corner(held, other) => second = distance,
            None => best = Some((other, distance)),
            _ => {}
        }
    }
    let (partner, distance) = best?;
    (distance <= ALIKE && (distance as f32) < CLEAR * second as f32).then_some(partner)
}

/// One corner seen on two levels of the pyramid is no rival of itself.
fn same_corner(a: &Mark, b: &Mark) -> bool {
    a.x.abs_diff(b.x) < 1_300 && a.y.abs_diff(b.y) < 1_300
}

/// The movement of one pair that most other pairs agree with.
fn best_movement(pairs: &[Pair]) -> Option<Fit> {
    let mut best: Option<(Fit, usize)> = None;
    for pair in pairs {
        let fit = Fit::of_pair(pair.from, pair.to, pair.scale, pair.turn);
        let held = pairs
            .iter()
            .filter(|other| other.is_held(&fit, 0.06))
            .count();
        if best.is_none_or(|(_, most)| held > most) {
            best = Some((fit, held));
        }
    }
    best.filter(|(_, held)| *held >= FEWEST).map(|(fit, _)| fit)
}

/// The affine movement with the least squared error, by the normal equations.
fn least_squares(pairs: &[&Pair]) -> Option<Fit> {
    let count = pairs.len() as f64;
    let mean = |value: fn(&Pair) -> f32| {
        pairs.iter().map(|pair| f64::from(value(pair))).sum::<f64>() / count
    };
    let (x, y) = (mean(|pair| pair.from.0), mean(|pair| pair.from.1));
    let (u, v) = (mean(|pair| pair.to.0), mean(|pair| pair.to.1));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    let (mut ux, mut uy, mut vx, mut vy) = (0.0, 0.0, 0.0, 0.0);
    for pair in pairs {
        let (dx, dy) = (f64::from(pair.from.0) - x, f64::from(pair.from.1) - y);
        let (du, dv) = (f64::from(pair.to.0) - u, f64::from(pair.to.1) - v);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
        ux += du * dx;
        uy += du * dy;
        vx += dv * dx;
        vy += dv * dy;
    }
    let determinant = xx * yy - xy * xy;
    // All on one line: nothing says how the picture lies across it.
    if determinant < 1e-6 * count * count * 0.01 {
        return None;
    }
    let solve = |p: f64, q: f64| {
        (
            (p * yy - q * xy) / determinant,
            (q * xx - p * xy) / determinant,
        )
    };
    let ((a, b), (d, e)) = (solve(ux, uy), solve(vx, vy));
    Some(Fit {
        a: a as f32,
        b: b as f32,
        c: (u - a * x - b * y) as f32,
        d: d as f32,
        e: e as f32,
        f: (v - d * x - e * y) as f32,
    })
}
