//! Where an observer stands who sees three known points at known angles from each other, on a map.
//!
//! The three-point problem of surveyors, by three circles' common chord (Pierlot and Van
//! Droogenbroeck 2014). One place, or none where all four lie on one circle.

/// Place and azimuth of the direction from which the angles count; `angles` clockwise, radians.
pub(crate) fn resection(points: [[f64; 2]; 3], angles: [f64; 3]) -> Option<([f64; 2], f64)> {
    let cot = |from: f64, to: f64| {
        // The method counts angles against the clock.
        let turn = from - to;
        (turn.sin().abs() > 1e-9).then(|| turn.cos() / turn.sin())
    };
    let (t12, t23) = (cot(angles[0], angles[1])?, cot(angles[1], angles[2])?);
    if (t12 + t23).abs() < 1e-12 {
        return None;
    }
    // cot(12) and cot(23) with the sign of angles from 1 to 2 to 3.
    let t31 = (1.0 - t12 * t23) / (t12 + t23);
    let [p1, p2, p3] = points;
    let (x1, y1) = (p1[0] - p2[0], p1[1] - p2[1]);
    let (x3, y3) = (p3[0] - p2[0], p3[1] - p2[1]);
    let (x12, y12) = (x1 + t12 * y1, y1 - t12 * x1);
    let (x23, y23) = (x3 - t23 * y3, y3 + t23 * x3);
    let (x31, y31) = (x3 + x1 + t31 * (y3 - y1), y3 + y1 - t31 * (x3 - x1));
    let k31 = x1 * x3 + y1 * y3 + t31 * (x1 * y3 - x3 * y1);
    let d = (x12 - x23) * (y23 - y31) - (y12 - y23) * (x23 - x31);
    if d.abs() < 1e-9 {
        return None;
    }
    let at = [p2[0] + k31 * (y12 - y23) / d, p2[1] + k31 * (x23 - x12) / d];
    let azimuth = (p2[0] - at[0]).atan2(p2[1] - at[1]) - angles[1];
    // Lines have two ends: the other two points must lie where they are seen.
    let ahead = [0, 2].iter().all(|&k| {
        let seen = (points[k][0] - at[0]).atan2(points[k][1] - at[1]) - azimuth - angles[k];
        seen.cos() > 0.0
    });
    (ahead && at.iter().all(|part| part.is_finite())).then_some((at, azimuth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_observer_is_found(
            points in [[-400.0..400.0_f64, 50.0..400.0_f64], [-400.0..400.0_f64, 50.0..400.0_f64], [-400.0..400.0_f64, 50.0..400.0_f64]],
            azimuth in -3.0..3.0_f64,
        ) {
            let points: [[f64; 2]; 3] = points;
            let angles = points.map(|p| p[0].atan2(p[1]) - azimuth);
            for k in 0..3 {
                prop_assume!((angles[k] - angles[(k + 1) % 3]).abs() > 0.05);
            }
            if let Some((at, found)) = resection(points, angles) {
                // On the circle through the three any place fits; near it digits run out.
                let steady = resection(points.map(|p| [p[0] + 1e-6, p[1]]), angles)
                    .is_some_and(|(other, _)| (other[0] - at[0]).hypot(other[1] - at[1]) < 1e-3);
                prop_assume!(steady);
                prop_assert!(at[0].hypot(at[1]) < 1e-2, "{at:?}");
                prop_assert!((found - azimuth).cos() > 1.0 - 1e-6);
            }
        }
    }
}
