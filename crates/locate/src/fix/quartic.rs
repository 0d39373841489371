//! The real roots of a polynomial of degree four or less.
//!
//! A polynomial is monotone between the roots of its derivative, so each such stretch holds at
//! most one root, which is closed in on. Slower than a formula, and it never loses digits.

/// Real roots, ascending; coefficients from the constant term up. A double root is given once.
pub(crate) fn real_roots(coefficients: &[f64]) -> Vec<f64> {
    let largest = coefficients
        .iter()
        .fold(0.0_f64, |most, c| most.max(c.abs()));
    let mut degree = coefficients.len().saturating_sub(1);
    while degree > 0 && coefficients[degree].abs() <= 1e-14 * largest {
        degree -= 1;
    }
    if degree == 0 || !largest.is_finite() {
        return Vec::new();
    }
    let p = &coefficients[..=degree];
    if degree == 1 {
        return vec![-p[0] / p[1]];
    }
    let derivative: Vec<f64> = (1..=degree).map(|power| p[power] * power as f64).collect();
    let turning = real_roots(&derivative);
    // Cauchy's bound: no root lies beyond it.
    let bound = 1.0
        + p[..degree]
            .iter()
            .fold(0.0_f64, |most, c| most.max((c / p[degree]).abs()));
    let mut stops = vec![-bound];
    stops.extend(turning.iter().copied().filter(|at| at.abs() < bound));
    stops.push(bound);
    let mut roots: Vec<f64> = stops
        .windows(2)
        .filter_map(|ends| between(p, ends[0], ends[1]))
        .collect();
    // Noise lifts a double root off the axis; where the curve all but touches, the root counts.
    for at in turning {
        let size: f64 = p
            .iter()
            .enumerate()
            .map(|(n, c)| c.abs() * at.abs().powi(n as i32))
            .sum();
        if value(p, at).abs() < 1e-7 * size {
            roots.push(at);
        }
    }
    roots.sort_by(f64::total_cmp);
    roots.dedup_by(|a, b| (*a - *b).abs() < 1e-9 * (1.0 + b.abs()));
    roots
}

fn value(p: &[f64], at: f64) -> f64 {
    p.iter().rev().fold(0.0, |sum, c| sum * at + c)
}

/// The root between two ends of opposite sign: Newton's steps, halving where they leave the stretch.
fn between(p: &[f64], mut low: f64, mut high: f64) -> Option<f64> {
    let (at_low, at_high) = (value(p, low), value(p, high));
    if at_low == 0.0 {
        return Some(low);
    }
    if at_low.signum() == at_high.signum() {
        return None;
    }
    let mut at = f64::midpoint(low, high);
    // 60 halvings use up the digits of any stretch; Newton's steps need a handful.
    for _ in 0..60 {
        let (here, slope) = value_and_slope(p, at);
        if here.signum() == at_low.signum() {
            low = at;
        } else {
            high = at;
        }
        let newton = at - here / slope;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - at).abs() <= 1e-11 * (1.0 + at.abs()) {
            return Some(next);
        }
        at = next;
    }
    Some(at)
}

fn value_and_slope(p: &[f64], at: f64) -> (f64, f64) {
    p.iter().rev().fold((0.0, 0.0), |(sum, slope), c| {
        (sum * at + c, slope * at + sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_roots(roots: &[f64]) -> Vec<f64> {
        let mut p = vec![1.0];
        for root in roots {
            let mut next = vec![0.0; p.len() + 1];
            for (power, c) in p.iter().enumerate() {
                next[power + 1] += c;
                next[power] -= c * root;
            }
            p = next;
        }
        p
    }

    #[test]
    fn the_roots_it_was_made_of_are_found() {
        for roots in [
            [-3.0, 0.5, 2.0, 7.0],
            [0.1, 0.2, 0.3, 100.0],
            [-1.0, 1.0, 1.0, 2.0],
        ] {
            let found = real_roots(&from_roots(&roots));
            for root in roots {
                assert!(
                    found.iter().any(|at| (at - root).abs() < 1e-5),
                    "{root} in {found:?}"
                );
            }
        }
    }

    #[test]
    fn no_root_is_made_up() {
        assert!(real_roots(&[1.0, 0.0, 1.0]).is_empty());
        assert!(real_roots(&[2.0, 0.0, 3.0, 0.0, 1.0]).is_empty());
        assert!(real_roots(&[]).is_empty());
        assert!(real_roots(&[0.0, 0.0]).is_empty());
        assert_eq!(real_roots(&[-2.0, 1.0]), [2.0]);
    }
}
