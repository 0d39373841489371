//! Lines and rings cut at a square window, and with fewer points where that is not seen.

pub(crate) type Flat = (f64, f64);

/// A square from `low` to `high` on both axes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub low: f64,
    pub high: f64,
}

impl Window {
    pub fn holds(&self, (x, y): Flat) -> bool {
        (self.low..=self.high).contains(&x) && (self.low..=self.high).contains(&y)
    }
}

/// The parts of a line inside, side by side after Liang and Barsky (1984).
pub(crate) fn clip_line(line: &[Flat], window: &Window) -> Vec<Vec<Flat>> {
    let mut parts: Vec<Vec<Flat>> = Vec::new();
    for pair in line.windows(2) {
        let Some((from, to)) = clip_side(pair[0], pair[1], window) else {
            continue;
        };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
    }
    parts
}

fn clip_side(a: Flat, b: Flat, window: &Window) -> Option<(Flat, Flat)> {
    let (x, y) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (step, room) in [
        (-x, a.0 - window.low),
        (x, window.high - a.0),
        (-y, a.1 - window.low),
        (y, window.high - a.1),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    // What only touches a corner is no part.
    (enter < leave).then(|| {
        let at = |part: f64| (a.0 + part * x, a.1 + part * y);
        let from = if enter == 0.0 { a } else { at(enter) };
        (from, if leave == 1.0 { b } else { at(leave) })
    })
}

/// The ring inside, side of the window by side (Sutherland and Hodgman 1974); parts of it may run
/// along the window's edge, where nobody looks.
pub(crate) fn clip_ring(ring: &[Flat], window: &Window) -> Vec<Flat> {
    let mut ring = ring.to_vec();
    for (axis, edge, above) in [
        (0, window.low, true),
        (0, window.high, false),
        (1, window.low, true),
        (1, window.high, false),
    ] {
        let along = |point: &Flat| if axis == 0 { point.0 } else { point.1 };
        let inside = |point: &Flat| {
            if above {
                along(point) >= edge
            } else {
                along(point) <= edge
            }
        };
        let mut cut = Vec::with_capacity(ring.len());
        for (at, point) in ring.iter().enumerate() {
            let before = &ring[if at == 0 { ring.len() - 1 } else { at - 1 }];
            if inside(before) != inside(point) {
                let part = (edge - along(before)) / (along(point) - along(before));
                let mix = |a: f64, b: f64| a + part * (b - a);
                cut.push(if axis == 0 {
                    (edge, mix(before.1, point.1))
                } else {
                    (mix(before.0, point.0), edge)
                });
            }
            if inside(point) {
                cut.push(*point);
            }
        }
        ring = cut;
    }
    ring
}

/// Douglas and Peucker (1973): no point left out lies further than `tolerance` from what stays.
pub(crate) fn simplified(line: &[Flat], tolerance: f64) -> Vec<Flat> {
    if line.len() < 3 {
        return line.to_vec();
    }
    let mut kept = vec![false; line.len()];
    let last = line.len() - 1;
    (kept[0], kept[last]) = (true, true);
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let off = |at: usize| off_side((line[from], line[to]), line[at]);
        let Some(far) = (from + 1..to).max_by(|a, b| off(*a).total_cmp(&off(*b))) else {
            continue;
        };
        if off(far) > tolerance {
            kept[far] = true;
            open.extend([(from, far), (far, to)]);
        }
    }
    line.iter()
        .zip(kept)
        .filter(|(_, kept)| *kept)
        .map(|(point, _)| *point)
        .collect()
}

fn off_side(side: (Flat, Flat), point: Flat) -> f64 {
    let (near, _) = super::measure::foot(side, point);
    (near.0 - point.0).hypot(near.1 - point.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WINDOW: Window = Window {
        low: 0.0,
        high: 100.0,
    };

    fn points(least: usize) -> impl Strategy<Value = Vec<Flat>> {
        proptest::collection::vec((-60.0..160.0f64, -60.0..160.0f64), least..9)
    }

    fn ring_holds(ring: &[Flat], (x, y): Flat) -> bool {
        let next = ring.iter().cycle().skip(1);
        let crossed = ring.iter().zip(next).filter(|(a, b)| {
            (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0)
        });
        crossed.count() % 2 == 1
    }

    proptest! {
        #[test]
        fn a_clipped_ring_holds_what_ring_and_window_hold(ring in points(3), x in 1.0..99.0f64, y in 1.0..99.0f64) {
            let cut = clip_ring(&ring, &WINDOW);
            let inside = |p: &Flat| (-1e-6..=100.000001).contains(&p.0) && (-1e-6..=100.000001).contains(&p.1);
            prop_assert!(cut.iter().all(inside));
            // Points that nearly lie on a side fall either way.
            let next = ring.iter().cycle().skip(1);
            prop_assume!(ring.iter().zip(next).all(|(a, b)| off_side((*a, *b), (x, y)) > 1e-6));
            prop_assert_eq!(ring_holds(&cut, (x, y)), ring_holds(&ring, (x, y)));
        }

        #[test]
        fn a_clipped_line_is_as_long_as_what_of_it_lies_inside(line in points(2)) {
            let length = |line: &[Flat]| line.windows(2).map(|p| (p[0].0 - p[1].0).hypot(p[0].1 - p[1].1)).sum::<f64>();
            let cut: f64 = clip_line(&line, &WINDOW).iter().map(|part| length(part)).sum();
            let fine = 4_000;
            let mut slow = 0.0;
            for pair in line.windows(2) {
                let step = length(pair) / f64::from(fine);
                for at in 0..fine {
                    let part = (f64::from(at) + 0.5) / f64::from(fine);
                    let point = (pair[0].0 + part * (pair[1].0 - pair[0].0), pair[0].1 + part * (pair[1].1 - pair[0].1));
                    slow += if WINDOW.holds(point) { step } else { 0.0 };
                }
            }
            prop_assert!((cut - slow).abs() < 0.3 * line.len() as f64, "{cut} {slow}");
        }

        #[test]
        fn what_is_left_out_lies_within_the_tolerance(line in points(2), tolerance in 0.1..30.0f64) {
            let few = simplified(&line, tolerance);
            prop_assert_eq!((few.first(), few.last()), (line.first(), line.last()));
            for point in &line {
                let off = few.windows(2).map(|pair| off_side((pair[0], pair[1]), *point)).fold(f64::INFINITY, f64::min);
                prop_assert!(off <= tolerance + 1e-9);
            }
        }
    }
}
