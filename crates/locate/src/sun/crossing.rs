//! Where a height over time crosses a level, and where it turns: a plain search, safe near the poles.

/// Ten minutes, in days. Between two samples a body turns at most once.
const STEP_DAYS: f64 = 1.0 / 144.0;
/// A tenth of a second.
const FINE_DAYS: f64 = 0.1 / 86_400.0;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Crossing {
    Up(f64),
    Down(f64),
}

/// Every change of sign from one moment to another, touches shorter than a sample included.
pub(crate) fn crossings(from: f64, to: f64, height: impl Fn(f64) -> f64) -> Vec<Crossing> {
    let mut points = samples(from, to);
    points.extend(turns(from, to, &height));
    points.sort_by(f64::total_cmp);
    points
        .windows(2)
        .filter_map(|pair| {
            let (before, after) = (height(pair[0]), height(pair[1]));
            let days = || root(pair[0], pair[1], &height);
            match (before > 0.0, after > 0.0) {
                (false, true) => Some(Crossing::Up(days())),
                (true, false) => Some(Crossing::Down(days())),
                _ => None,
            }
        })
        .collect()
}

/// Every moment at which the height is highest or lowest.
fn turns(from: f64, to: f64, height: impl Fn(f64) -> f64) -> Vec<f64> {
    let points = samples(from, to);
    let heights: Vec<f64> = points.iter().map(|days| height(*days)).collect();
    (1..points.len() - 1)
        .filter_map(|at| {
            let [before, here, after] = [heights[at - 1], heights[at], heights[at + 1]];
            let highest = before <= here && here > after;
            let lowest = before >= here && here < after;
            (highest || lowest).then(|| turn(points[at - 1], points[at + 1], highest, &height))
        })
        .collect()
}

fn samples(from: f64, to: f64) -> Vec<f64> {
    let count = ((to - from) / STEP_DAYS).ceil().max(1.0) as usize;
    (0..=count)
        .map(|step| from + (to - from) * step as f64 / count as f64)
        .collect()
}

fn root(mut low: f64, mut high: f64, height: &impl Fn(f64) -> f64) -> f64 {
    let rising = height(high) > 0.0;
    while high - low > FINE_DAYS {
        let middle = f64::midpoint(low, high);
        match (height(middle) > 0.0) == rising {
            true => high = middle,
            false => low = middle,
        }
    }
    f64::midpoint(low, high)
}

/// By thirds. A height is flat at its turn: what is left is under two seconds.
fn turn(mut low: f64, mut high: f64, highest: bool, height: &impl Fn(f64) -> f64) -> f64 {
    while high - low > FINE_DAYS * 10.0 {
        let third = (high - low) / 3.0;
        let (left, right) = (low + third, high - third);
        match (height(left) < height(right)) == highest {
            true => low = left,
            false => high = right,
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touch_shorter_than_a_sample_is_found() {
        // Above zero for four minutes around 0.5003.
        let height = |days: f64| 1e-6 - (days - 0.5003).powi(2) * 0.5;
        let found = crossings(0.0, 1.0, height);
        assert!(
            matches!(found[..], [Crossing::Up(up), Crossing::Down(down)] if up < 0.5003 && down > 0.5003)
        );
    }

    #[test]
    fn turns_are_those_of_a_wave() {
        let found = turns(0.0, 1.0, |days| (days * std::f64::consts::TAU).sin());
        assert_eq!(found.len(), 2);
        assert!((found[0] - 0.25).abs() < 1e-5);
        assert!((found[1] - 0.75).abs() < 1e-5);
    }
}
