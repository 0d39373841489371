//! How far chance reaches: the quantiles that the ellipse and the tests need.
//!
//! With two degrees of freedom above, chi-squared and F have closed forms; the others are series.

/// Chi-squared with two degrees of freedom: beyond it lies `tail`.
pub(crate) fn chi_squared_2(tail: f64) -> f64 {
    -2.0 * tail.ln()
}

/// F with 2 and `freedom` degrees: P(F > x) = (1 + 2x/d)^(-d/2), turned round.
pub(crate) fn f_2(freedom: f64, tail: f64) -> f64 {
    freedom / 2.0 * (tail.powf(-2.0 / freedom) - 1.0)
}

/// Chi-squared with any degrees (Wilson and Hilferty 1931), given the normal's quantile.
pub(crate) fn chi_squared(freedom: f64, normal: f64) -> f64 {
    let part = 2.0 / (9.0 * freedom);
    freedom * (1.0 - part + normal * part.sqrt()).max(0.0).powi(3)
}

/// Student's t, both sides 95 % (Abramowitz and Stegun 26.7.5); exact figures for one and two.
pub(crate) fn student_95(freedom: f64) -> f64 {
    if freedom < 1.5 {
        return 12.706;
    }
    if freedom < 2.5 {
        return 4.303;
    }
    let z = 1.959_964_f64;
    let d = freedom;
    z + (z.powi(3) + z) / (4.0 * d)
        + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * d * d)
        + (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / (384.0 * d.powi(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantiles_are_those_of_the_tables() {
        assert!((chi_squared_2(0.05) - 5.991).abs() < 0.001);
        assert!((f_2(1.0, 0.05) - 199.5).abs() < 0.1);
        assert!((f_2(10.0, 0.05) - 4.103).abs() < 0.001);
        assert!((chi_squared(10.0, 1.644_85) - 18.307).abs() < 0.05);
        assert!((student_95(3.0) - 3.182).abs() < 0.03);
        assert!((student_95(10.0) - 2.228).abs() < 0.001);
    }
}
