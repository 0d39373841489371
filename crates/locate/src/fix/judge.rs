//! Which landmark does not agree, and how far marked points lie off.
//!
//! Each landmark is left out in turn (Baarda's data snooping, 1968): the one whose absence makes
//! the others agree so much better that chance does so in two good sets of a hundred is named.

use super::adjust::{Adjustment, Fitted};
use super::answer::{PixelBasis, PixelError};
use super::camera::Pose;
use super::matrix::inverse;
use super::quantile::{chi_squared, chi_squared_2, f_2};
use super::question::{DEFAULT_PIXEL_ERROR_PX, FixQuestion};
use super::scene::Scene;

/// A good set is accused so often at most. At 0.05 a wrong one among seven was named in 99.6 of 100
/// scenes, at 0.02 in 99.4, and fewer ellipses were drawn too small (benches/fix.md).
const FALSE_ALARM: f64 = 0.02;

/// Once one is named, what is left was chosen to agree: a further one needs more.
const FURTHER_ALARM: f64 = 0.005;

/// Nobody marks better than a quarter of a pixel: (0.25 / 2)^2 of the usual variance.
const LEAST_SCALE: f64 = 1.0 / 64.0;
const MOST_SCALE: f64 = 1e6;

/// Below so many spare observations the residuals alone do not tell their size.
const ENOUGH_SPARE: f64 = 3.0;

/// Whose leaving out helps nearly as much could as well be the wrong one: e to this half.
const AS_WELL: f64 = 6.0;

/// The landmark that disagrees, by its number among the landmarks.
#[derive(Debug, Clone)]
pub(crate) struct Accused {
    pub(crate) landmark: usize,
    pub(crate) or: Vec<usize>,
}

/// A fit with the landmarks that agree, and how its errors are to be read.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) fitted: Fitted,
    pub(crate) used: Vec<bool>,
    pub(crate) accused: Vec<Accused>,
    pub(crate) noise: Noise,
    pub(crate) spare: usize,
    /// They do not agree within their stated errors, and nothing tells which is wrong.
    pub(crate) unexplained: bool,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise {
    pub(crate) scale: f64,
    pub(crate) pixel: PixelError,
    /// Degrees of freedom behind the scale; none where the errors are as stated.
    pub(crate) freedom: Option<f64>,
}

impl Noise {
    /// The squared distance, in standard deviations, that holds 95 % in two directions.
    pub(crate) fn limit(&self) -> f64 {
        self.freedom
            .map_or_else(|| chi_squared_2(0.05), |freedom| 2.0 * f_2(freedom, 0.05))
    }
}

pub(crate) fn judge(scene: &Scene, question: &FixQuestion, start: &Pose) -> Judged {
    let stated = question.pixel_error_px.is_some();
    let mut used = vec![true; scene.sights.len()];
    let mut accused = Vec::new();
    let fewest = if scene.focal.is_some() { 4 } else { 5 };
    loop {
        let left = (0..scene.landmarks.len()).filter(|&one| used[one]).count();
        if left <= fewest {
            break;
        }
        let Some(found) = worst(scene, &used, start, stated, accused.is_empty()) else {
            break;
        };
        used[found.landmark] = false;
        accused.push(found);
    }
    let spare = scene.spare(&used);
    let adjustment = Adjustment {
        sights: &scene.sights,
        used: &used,
        scale: 1.0,
    };
    let (fitted, noise) = with_noise(adjustment, *start, spare, question.pixel_error_px);
    let left = (0..scene.landmarks.len()).filter(|&one| used[one]).count();
    // Told from the residuals, only a size no careful hand reaches speaks against a match.
    let off = noise.pixel.px > 10.0
        && noise.pixel.px > 3.0 * question.pixel_error_px.unwrap_or(DEFAULT_PIXEL_ERROR_PX);
    let unexplained = left <= fewest && (noise.pixel.basis == PixelBasis::Widened || off);
    Judged {
        fitted,
        used,
        accused,
        noise,
        spare,
        unexplained,
    }
}

/// The landmark whose leaving out helps most, if it helps more than chance does.
fn worst(scene: &Scene, used: &[bool], start: &Pose, stated: bool, first: bool) -> Option<Accused> {
    let fit = |used: &[bool]| {
        Adjustment {
            sights: &scene.sights,
            used,
            scale: 1.0,
        }
        .from(*start)
        .chi2
    };
    let with_all = fit(used);
    let candidates: Vec<usize> = (0..scene.landmarks.len())
        .filter(|&one| used[one])
        .collect();
    let spare = scene.spare(used) as f64;
    let mut helped: Vec<(f64, f64, usize)> = candidates
        .iter()
        .map(|&one| {
            let mut without = used.to_vec();
            without[one] = false;
            let rest = fit(&without);
            (with_all - rest, rest, one)
        })
        .collect();
    helped.sort_by(|a, b| b.0.total_cmp(&a.0));
    let &(help, rest, landmark) = helped.first()?;
    let alarm = if first { FALSE_ALARM } else { FURTHER_ALARM };
    let tail = alarm / candidates.len() as f64;
    let freedom = spare - scene.sights[landmark].count() as f64;
    if freedom < 1.0 {
        return None;
    }
    let size = (rest / freedom).max(LEAST_SCALE);
    // Stated errors are believed unless the others, too, lie off by more.
    let limit = if stated && rest <= chi_squared(freedom, 2.326) {
        chi_squared_2(tail)
    } else {
        2.0 * size * f_2(freedom, tail)
    };
    if help <= limit {
        return None;
    }
    let scale = if stated { size.max(1.0) } else { size };
    let or = helped[1..]
        .iter()
        .filter(|(other, ..)| help - other < AS_WELL * scale)
        .map(|(_, _, one)| *one)
        .collect();
    Some(Accused { landmark, or })
}

/// The fit with pixels' errors as stated, or as the residuals tell.
fn with_noise(
    adjustment: Adjustment<'_>,
    start: Pose,
    spare: usize,
    stated: Option<f64>,
) -> (Fitted, Noise) {
    if let Some(px) = stated {
        let freedom = spare as f64;
        let fitted = adjustment.from(start);
        if freedom < 1.0 || fitted.chi2 <= chi_squared(freedom, 2.326) {
            let pixel = PixelError {
                px,
                basis: PixelBasis::Stated,
            };
            return (
                fitted,
                Noise {
                    scale: 1.0,
                    pixel,
                    freedom: None,
                },
            );
        }
    }
    // What is known beforehand errs in its own way: only marked points tell how points are marked.
    let mut scale = 1.0_f64;
    let mut fitted = adjustment.from(start);
    let mut freedom = 0.0;
    let mut borrowed = ENOUGH_SPARE;
    for _ in 0..8 {
        let now = Adjustment {
            scale,
            ..adjustment
        };
        let Some(covariance) = inverse(&fitted.held) else {
            break;
        };
        let (squares, to_spare) = now.marked(&fitted, &covariance);
        // With few to spare, the usual error weighs in as if told from a few residuals.
        (freedom, borrowed) = (to_spare, (ENOUGH_SPARE - to_spare).max(0.0));
        let ratio = (borrowed / scale + squares) / (borrowed + freedom);
        let next = (scale * ratio).clamp(LEAST_SCALE, MOST_SCALE);
        let change = (next / scale).ln().abs();
        scale = next;
        fitted = Adjustment {
            scale,
            ..adjustment
        }
        .from(fitted.pose);
        if change < 0.01 {
            break;
        }
    }
    let basis = match (stated, borrowed > 0.0) {
        (Some(_), _) => PixelBasis::Widened,
        (None, true) => PixelBasis::Usual,
        (None, false) => PixelBasis::Residuals,
    };
    let px = stated.unwrap_or(DEFAULT_PIXEL_ERROR_PX) * scale.sqrt();
    let noise = Noise {
        scale,
        pixel: PixelError { px, basis },
        freedom: Some(freedom.max(ENOUGH_SPARE)),
    };
    (fitted, noise)
}
