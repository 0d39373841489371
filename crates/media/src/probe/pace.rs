//! Whether a film's frames come at one pace, told from the times themselves: the rates a container
//! states are often wrong.

/// How many packets are looked at: the first minute or two tells.
pub(super) const LOOKED_AT: usize = 3000;

/// `times` is one time in seconds a line, in the order of the file.
pub(super) fn uneven(times: &str) -> bool {
    let seconds = |line: &str| line.trim_end_matches(',').trim().parse::<f64>().ok();
    let mut times: Vec<f64> = times.lines().filter_map(seconds).collect();
    times.sort_by(f64::total_cmp);
    let mut steps: Vec<f64> = times.windows(2).map(|two| two[1] - two[0]).collect();
    // The last packet looked at may stand before others that are shown earlier.
    steps.truncate(steps.len().saturating_sub(8).max(steps.len().min(8)));
    steps.sort_by(f64::total_cmp);
    let Some(middle) = steps.get(steps.len() / 2).copied() else {
        return false;
    };
    // Containers that count in milliseconds round by up to one; a fifth is no rounding.
    let allowed = (middle / 5.0).max(0.002);
    steps.iter().any(|step| (step - middle).abs() > allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(times: impl Iterator<Item = f64>) -> String {
        times.map(|t| format!("{t:.6}\n")).collect()
    }

    #[test]
    fn a_film_of_one_pace_is_even_even_when_its_container_rounds_to_milliseconds() {
        assert!(!uneven(&lines((0..100).map(|n| f64::from(n) / 30.0))));
        assert!(!uneven(&lines(
            (0..100).map(|n| (f64::from(n) * 1000.0 / 30.0).round() / 1000.0)
        )));
        // Stored in another order than shown.
        assert!(!uneven("0.0\n0.12\n0.04\n0.08\n0.24\n0.16\n0.20\n"));
    }

    #[test]
    fn a_film_that_slows_down_is_uneven() {
        let halves = (0..50).map(|n| f64::from(n) / 30.0);
        let slower = (0..50).map(|n| 50.0 / 30.0 + f64::from(n) / 10.0);
        assert!(uneven(&lines(halves.chain(slower))));
        assert!(!uneven(""));
        assert!(!uneven("N/A\n"));
    }
}
