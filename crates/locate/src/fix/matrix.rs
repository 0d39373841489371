//! Linear algebra of up to seven unknowns, and vectors of three. Fixed sizes, nothing allocated.
//!
//! Not a general library: it holds what the adjustment of one camera needs.

/// Unknowns of a camera: east, north, up, three turns, the logarithm of its focal length.
pub(crate) const UNKNOWNS: usize = 7;

pub(crate) type Vec3 = [f64; 3];
pub(crate) type Mat3 = [Vec3; 3];
pub(crate) type Vector = [f64; UNKNOWNS];
pub(crate) type Matrix = [Vector; UNKNOWNS];

pub(crate) fn dot(a: Vec3, b: Vec3) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(crate) fn cross(a: Vec3, b: Vec3) -> Vec3 {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

pub(crate) fn minus(a: Vec3, b: Vec3) -> Vec3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub(crate) fn times(a: Vec3, by: f64) -> Vec3 {
    a.map(|part| part * by)
}

pub(crate) fn length(a: Vec3) -> f64 {
    dot(a, a).sqrt()
}

/// The direction of a vector; none of one without length.
pub(crate) fn unit(a: Vec3) -> Option<Vec3> {
    let length = length(a);
    (length > 1e-12).then(|| times(a, 1.0 / length))
}

pub(crate) fn turned(m: &Mat3, v: Vec3) -> Vec3 {
    [dot(m[0], v), dot(m[1], v), dot(m[2], v)]
}

/// A vector turned back: the transpose applied.
pub(crate) fn turned_back(m: &Mat3, v: Vec3) -> Vec3 {
    std::array::from_fn(|column| (0..3).map(|row| m[row][column] * v[row]).sum())
}

pub(crate) fn product(a: &Mat3, b: &Mat3) -> Mat3 {
    std::array::from_fn(|row| {
        std::array::from_fn(|column| (0..3).map(|k| a[row][k] * b[k][column]).sum())
    })
}

/// The turn by a small or large rotation vector (Rodrigues 1840).
pub(crate) fn rotation(by: Vec3) -> Mat3 {
    let angle = length(by);
    let Some(axis) = unit(by) else {
        return [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    };
    let (sin, cos) = angle.sin_cos();
    let [x, y, z] = axis;
    let rest = 1.0 - cos;
    [
        [
            cos + x * x * rest,
            x * y * rest - z * sin,
            x * z * rest + y * sin,
        ],
        [
            y * x * rest + z * sin,
            cos + y * y * rest,
            y * z * rest - x * sin,
        ],
        [
            z * x * rest - y * sin,
            z * y * rest + x * sin,
            cos + z * z * rest,
        ],
    ]
}

/// The lower triangle whose square is `matrix` (Cholesky); none where it is not positive.
pub(crate) fn triangle(matrix: &Matrix) -> Option<Matrix> {
    let mut lower = [[0.0; UNKNOWNS]; UNKNOWNS];
    for row in 0..UNKNOWNS {
        for column in 0..=row {
            let before: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
            let rest = matrix[row][column] - before;
            if row == column {
                // What is left of a diagonal after many digits cancel is rounding, not knowledge.
                if rest.is_nan() || rest <= matrix[row][row] * 1e-13 {
                    return None;
                }
                lower[row][row] = rest.sqrt();
            } else {
                lower[row][column] = rest / lower[column][column];
            }
        }
    }
    Some(lower)
}

pub(crate) fn solve(lower: &Matrix, right: &Vector) -> Vector {
    let mut half = [0.0; UNKNOWNS];
    for row in 0..UNKNOWNS {
        let before: f64 = (0..row).map(|k| lower[row][k] * half[k]).sum();
        half[row] = (right[row] - before) / lower[row][row];
    }
    let mut solved = [0.0; UNKNOWNS];
    for row in (0..UNKNOWNS).rev() {
        let after: f64 = (row + 1..UNKNOWNS).map(|k| lower[k][row] * solved[k]).sum();
        solved[row] = (half[row] - after) / lower[row][row];
    }
    solved
}

/// The inverse of a positive matrix; none where some direction is not held at all.
pub(crate) fn inverse(matrix: &Matrix) -> Option<Matrix> {
    // Metres and radians differ by orders: the scale goes out first and comes back after.
    let scale: Vector = std::array::from_fn(|row| matrix[row][row].max(1e-300).sqrt());
    let scaled: Matrix = std::array::from_fn(|row| {
        std::array::from_fn(|column| matrix[row][column] / (scale[row] * scale[column]))
    });
    let lower = triangle(&scaled)?;
    let mut inverse = [[0.0; UNKNOWNS]; UNKNOWNS];
    for column in 0..UNKNOWNS {
        let mut right = [0.0; UNKNOWNS];
        right[column] = 1.0;
        let solved = solve(&lower, &right);
        for row in 0..UNKNOWNS {
            inverse[row][column] = solved[row] / (scale[row] * scale[column]);
        }
    }
    Some(inverse)
}

/// Variances along the two axes of a symmetric 2 by 2 matrix, larger first, and the direction of
/// the larger as (x, y).
pub(crate) fn axes(xx: f64, xy: f64, yy: f64) -> (f64, f64, [f64; 2]) {
    let mean = (xx + yy) / 2.0;
    let spread = ((xx - yy) / 2.0).hypot(xy);
    let angle = (2.0 * xy).atan2(xx - yy) / 2.0;
    (
        mean + spread,
        (mean - spread).max(0.0),
        [angle.cos(), angle.sin()],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let matrix: Matrix = std::array::from_fn(|row| {
            std::array::from_fn(|column| {
                let base = 1.0 / (1.0 + row as f64 + column as f64);
                base * 10f64.powi(row as i32 + column as i32)
                    + if row == column {
                        10f64.powi(2 * row as i32)
                    } else {
                        0.0
                    }
            })
        });
        let inverse = inverse(&matrix).unwrap();
        for (row, line) in matrix.iter().enumerate() {
            let product: Vector = std::array::from_fn(|column| {
                (0..UNKNOWNS).map(|k| line[k] * inverse[k][column]).sum()
            });
            for (column, found) in product.into_iter().enumerate() {
                let wanted = f64::from(u8::from(row == column));
                let size = 10f64.powi(row as i32 - column as i32).max(1.0);
                assert!(
                    (found - wanted).abs() < 1e-8 * size,
                    "{row} {column} {found}"
                );
            }
        }
    }

    #[test]
    fn what_is_not_held_has_no_inverse() {
        let mut matrix = [[0.0; UNKNOWNS]; UNKNOWNS];
        for (row, line) in matrix.iter_mut().enumerate() {
            line[row] = 1.0;
        }
        matrix[0][1] = 1.0;
        matrix[1][0] = 1.0;
        assert!(inverse(&matrix).is_none());
    }

    #[test]
    fn a_turn_and_back_is_nothing() {
        let turn = rotation([0.3, -1.2, 0.7]);
        let back = turned_back(&turn, turned(&turn, [1.0, 2.0, 3.0]));
        assert!(length(minus(back, [1.0, 2.0, 3.0])) < 1e-12);
        let same = product(&rotation([0.1, 0.0, 0.0]), &rotation([-0.1, 0.0, 0.0]));
        assert!((same[1][1] - 1.0).abs() < 1e-12);
    }
}
