//! A film at a glance: its keyframes on one sheet with their times, and thumbnails. Frames in,
//! JPEG bytes out; the same frames give the same bytes.

mod digits;
mod keyframes;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage, imageops};

pub use keyframes::{Keyframe, Keyframes};

use crate::film::fit;

/// Neither side of a keyframe is longer.
pub const TILE: u32 = 240;
/// A sheet holds at most six rows of four.
pub const MOST_TILES: usize = 24;

const COLUMNS: u32 = 4;
const GAP: u32 = 8;
/// Room for a time under each frame.
const CAPTION: u32 = 20;
const PAPER: [u8; 3] = [245, 245, 242];
/// Small enough to send, good enough to recognise a street.
const QUALITY: u8 = 80;

/// One JPEG with the frames in their order, four in a row, each over its time; at most
/// [`MOST_TILES`] of them. `None` if there are none.
pub fn contact_sheet(frames: &[Keyframe]) -> Option<Vec<u8>> {
    let frames = &frames[..frames.len().min(MOST_TILES)];
    let wide = frames.iter().map(|frame| frame.width).max()?;
    let high = frames.iter().map(|frame| frame.height).max()?;
    let columns = COLUMNS.min(frames.len() as u32);
    let rows = (frames.len() as u32).div_ceil(columns);
    let across = GAP + columns * (wide + GAP);
    let down = GAP + rows * (high + CAPTION + GAP);
    let mut sheet = RgbImage::from_pixel(across, down, image::Rgb(PAPER));
    for (place, frame) in (0..).zip(frames) {
        let left = GAP + (place % columns) * (wide + GAP);
        let top = GAP + (place / columns) * (high + CAPTION + GAP);
        let tile = RgbImage::from_raw(frame.width, frame.height, frame.rgb.clone())?;
        imageops::replace(&mut sheet, &tile, left.into(), top.into());
        digits::write(
            &mut sheet,
            &clock(frame.at_ms),
            left,
            top + frame.height + 4,
        );
    }
    jpeg(&sheet)
}

/// A JPEG of a picture or frame with no side above `longest`. `None` if `rgb` is not
/// `width * height * 3` bytes, or there is nothing.
pub fn thumbnail(width: u32, height: u32, rgb: &[u8], longest: u32) -> Option<Vec<u8>> {
    jpeg(&reduced(width, height, rgb, longest)?)
}

fn jpeg(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (width, height) = picture.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(picture, width, height, ExtendedColorType::Rgb8)
        .ok()
        .map(|()| bytes)
}

pub(crate) fn reduced(width: u32, height: u32, rgb: &[u8], longest: u32) -> Option<RgbImage> {
    if width == 0 || height == 0 {
        return None;
    }
    let whole: image::ImageBuffer<image::Rgb<u8>, &[u8]> =
        image::ImageBuffer::from_raw(width, height, rgb)?;
    let (wide, high) = fit(width, height, longest.max(1));
    Some(imageops::thumbnail(&whole, wide, high))
}

/// "1:02:03.4", without the hours where there are none.
fn clock(at_ms: u64) -> String {
    let tenths = at_ms / 100;
    let (hours, minutes) = (tenths / 36_000, tenths / 600 % 60);
    let (seconds, tenth) = (tenths / 10 % 60, tenths % 10);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}.{tenth}")
    } else {
        format!("{minutes}:{seconds:02}.{tenth}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(at_ms: u64, width: u32, height: u32) -> Keyframe {
        Keyframe {
            at_ms,
            cut: false,
            width,
            height,
            rgb: vec![120; (width * height * 3) as usize],
        }
    }

    #[test]
    fn a_sheet_has_a_place_and_a_time_for_every_frame_and_is_bounded() {
        for (count, across, down) in [(1, 176, 126), (4, 680, 126), (5, 680, 244), (99, 680, 716)] {
            let frames: Vec<Keyframe> = (0..count).map(|n| frame(n * 1000, 160, 90)).collect();
            let bytes = contact_sheet(&frames).expect("a sheet");
            let sheet = image::load_from_memory(&bytes).expect("a JPEG").into_rgb8();
            assert_eq!(sheet.dimensions(), (across, down), "{count} frames");
            let ink = |pixel: &image::Rgb<u8>| pixel[0] < 80;
            assert!(sheet.pixels().any(ink), "a time is written");
        }
        assert_eq!(contact_sheet(&[]), None);
    }

    #[test]
    fn a_thumbnail_keeps_its_shape_and_is_never_larger() {
        let cases = [
            ((400, 200), (100, 50)),
            ((40, 20), (40, 20)),
            ((1, 4000), (1, 100)),
        ];
        for ((width, height), (small_width, small_height)) in cases {
            let rgb = vec![9; (width * height * 3) as usize];
            let bytes = thumbnail(width, height, &rgb, 100).expect("a thumbnail");
            let small = image::load_from_memory(&bytes).expect("a JPEG");
            assert_eq!((small.width(), small.height()), (small_width, small_height));
        }
        assert_eq!(thumbnail(4, 4, &[0; 5], 100), None);
        assert_eq!(thumbnail(0, 4, &[], 100), None);
    }

    #[test]
    fn times_are_written_as_a_clock() {
        let cases = [(0, "0:00.0"), (61_999, "1:01.9"), (3_723_400, "1:02:03.4")];
        for (at_ms, written) in cases {
            assert_eq!(clock(at_ms), written);
        }
    }
}
