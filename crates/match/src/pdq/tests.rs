//! Bits against the reference's on made pictures, and the filter against a plain one.

use super::{FORM, Picture, SAMPLES, Samples, Turn, dihedral, pdq};

const GOLDEN: &str = include_str!("../../golden/pdq.txt");

fn noise(width: usize, height: usize) -> Vec<u8> {
    let mut state = (width * 65536 + height) as u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..width * height * 3).map(|_| next()).collect()
}

fn painted(width: usize, height: usize, colour: impl Fn(usize, usize) -> [u8; 3]) -> Vec<u8> {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    places.flat_map(|(x, y)| colour(x, y)).collect()
}

fn shapes(width: usize, height: usize) -> Vec<u8> {
    let radius = width.min(height) / 4;
    painted(width, height, |x, y| {
        let (across, down) = (x.abs_diff(width / 3), y.abs_diff(height / 2));
        if y > height * 5 / 6 {
            [250, 240, 10]
        } else if x > width * 2 / 3 {
            [30, 180, 220]
        } else if across * across + down * down <= radius * radius {
            [200, 60, 90]
        } else {
            [40; 3]
        }
    })
}

fn made(kind: &str, width: usize, height: usize) -> Vec<u8> {
    match kind {
        "constant" => painted(width, height, |_, _| [7, 130, 255]),
        "gradient" => painted(width, height, |x, y| {
            [0, 40, 80].map(|add| ((x * 3 + y * 2) / 5 + add) as u8)
        }),
        "noise" => noise(width, height),
        "shapes" => shapes(width, height),
        _ => {
            let (noise, shapes) = (noise(width, height), shapes(width, height));
            let pairs = noise.iter().zip(&shapes);
            pairs.map(|(noise, shape)| noise / 8 + shape / 2).collect()
        }
    }
}

#[test]
fn hash_quality_and_turns_are_the_references_to_the_bit() {
    for line in GOLDEN.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(' ').collect();
        let side = |at: usize| fields[at].parse::<usize>().unwrap();
        let (width, height) = (side(1), side(2));
        let bytes = made(fields[0], width, height);
        let picture = Picture::rgb24(width, height, &bytes).unwrap();
        let hash = pdq(&picture);
        assert_eq!(hash.hash.to_string(), fields[4], "{line}");
        assert_eq!(usize::from(hash.quality), side(3), "{line}");
        for ((turn, hash), wanted) in dihedral(&picture).iter().zip(&fields[5..]) {
            assert_eq!(hash.hash.to_string(), *wanted, "{turn:?} of {line}");
        }
    }
}

#[test]
fn a_turned_picture_has_nearly_the_hash_that_its_turn_foretells() {
    let (width, height) = (320, 240);
    let bytes = painted(width, height, |x, y| {
        [((x * x * 3 + x * y * 5 + y * y * 7) / 300 % 256) as u8; 3]
    });
    let pixel =
        |x: usize, y: usize| <[u8; 3]>::try_from(&bytes[(y * width + x) * 3..][..3]).unwrap();
    let whole = Picture::rgb24(width, height, &bytes).unwrap();
    for (turn, foretold) in dihedral(&whole) {
        let (right, bottom) = (width - 1, height - 1);
        let (size, turned) = match turn {
            Turn::AsIs => ((width, height), bytes.clone()),
            Turn::Half => (
                (width, height),
                painted(width, height, |x, y| pixel(right - x, bottom - y)),
            ),
            Turn::UpsideDown => (
                (width, height),
                painted(width, height, |x, y| pixel(x, bottom - y)),
            ),
            Turn::Mirrored => (
                (width, height),
                painted(width, height, |x, y| pixel(right - x, y)),
            ),
            Turn::QuarterLeft => (
                (height, width),
                painted(height, width, |x, y| pixel(right - y, x)),
            ),
            Turn::QuarterRight => (
                (height, width),
                painted(height, width, |x, y| pixel(y, bottom - x)),
            ),
            Turn::AlongFalling => ((height, width), painted(height, width, |x, y| pixel(y, x))),
            Turn::AlongRising => (
                (height, width),
                painted(height, width, |x, y| pixel(right - y, bottom - x)),
            ),
        };
        let hash = pdq(&Picture::rgb24(size.0, size.1, &turned).unwrap()).hash;
        let distance = hash.distance(foretold.hash);
        assert!(distance <= 24, "{turn:?}: {distance} bits differ");
    }
}

#[test]
fn a_part_hashes_as_a_picture_of_its_own() {
    let bytes = made("mixed", 300, 200);
    let whole = Picture::rgb24(300, 200, &bytes).unwrap();
    for (left, top, width, height) in [(0, 0, 300, 200), (17, 5, 130, 150), (283, 190, 50, 50)] {
        let part = whole.part(left, top, width, height);
        let (width, height) = (width.min(300 - left), height.min(200 - top));
        let cut = painted(width, height, |x, y| {
            bytes[((top + y) * 300 + left + x) * 3..][..3]
                .try_into()
                .unwrap()
        });
        assert_eq!(
            pdq(&part),
            pdq(&Picture::rgb24(width, height, &cut).unwrap())
        );
    }
    assert_eq!(pdq(&whole.part(400, 400, 10, 10)).quality, 0);
}

#[test]
fn grey_and_luma_hash_as_the_same_grey_in_three_colours() {
    let grey: Vec<u8> = noise(50, 90).into_iter().step_by(3).collect();
    let colours: Vec<u8> = grey.iter().flat_map(|value| [*value; 3]).collect();
    let luma: Vec<f32> = grey.iter().map(|value| f32::from(*value)).collect();
    let wanted = pdq(&Picture::rgb24(50, 90, &colours).unwrap());
    assert_eq!(pdq(&Picture::grey8(50, 90, &grey).unwrap()), wanted);
    assert_eq!(pdq(&Picture::luma(50, 90, &luma).unwrap()), wanted);
}

/// Every colour there is, but for blue in steps of five: the sum in double precision, cut to
/// single, is what one division gives.
#[test]
fn brightness_is_the_references_to_the_bit() {
    for red in 0..=255u8 {
        for green in 0..=255u8 {
            for blue in (0..=255u8).step_by(5) {
                let [r, g, b] = [red, green, blue].map(f64::from);
                let summed = (r * 0.299 + g * 0.587 + b * 0.114) as f32;
                let whole = u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114;
                assert_eq!(whole as f32 / 1000.0, summed, "{red} {green} {blue}");
            }
        }
    }
}

/// The blur as it is told: a mean along every row, then along every column, twice, on a whole
/// picture at once; then the values in the middle of each sample.
fn plain_samples(width: usize, height: usize, luma: &[f32]) -> Samples {
    let mut values = luma.to_vec();
    for _ in 0..2 {
        values = (0..height)
            .flat_map(|y| running_mean(&values[y * width..][..width]))
            .collect();
        for x in 0..width {
            let column: Vec<f32> = (0..height).map(|y| values[y * width + x]).collect();
            for (y, mean) in running_mean(&column).into_iter().enumerate() {
                values[y * width + x] = mean;
            }
        }
    }
    let at = |sample: usize, length: usize| (sample * 2 + 1) * length / (SAMPLES * 2);
    std::array::from_fn(|row| {
        std::array::from_fn(|column| values[at(row, height) * width + at(column, width)])
    })
}

fn running_mean(line: &[f32]) -> Vec<f32> {
    let full = line.len().div_ceil(2 * SAMPLES);
    let mut sum = 0.0f32;
    let mut means = Vec::new();
    for end in 0..line.len() + full / 2 {
        sum += line.get(end).copied().unwrap_or(0.0);
        let start = (end + 1).saturating_sub(full);
        if start > 0 {
            sum -= line[start - 1];
        }
        if end >= full / 2 {
            means.push(sum / (line.len().min(end + 1) - start) as f32);
        }
    }
    means
}

#[test]
fn the_filter_gives_what_the_plain_one_gives() {
    for (width, height) in [
        (5, 5),
        (16, 17),
        (64, 64),
        (65, 31),
        (130, 129),
        (300, 7),
        (9, 260),
    ] {
        let luma: Vec<f32> = noise(width, height)
            .iter()
            .step_by(3)
            .map(|byte| f32::from(*byte))
            .collect();
        let picture = Picture::luma(width, height, &luma).unwrap();
        let fast = super::blurred(&picture);
        assert_eq!(
            fast,
            plain_samples(width, height, &luma),
            "{width} by {height}"
        );
    }
}

#[test]
fn pixels_that_do_not_fill_the_picture_are_refused_with_their_number() {
    let error = Picture::rgb24(2, 2, &[0; 11]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a picture of 2 by 2 pixels cannot have 11 values; decode it again"
    );
    assert!(Picture::grey8(usize::MAX, 2, &[]).is_err());
    assert_eq!(FORM, "pdq-full-size");
}
