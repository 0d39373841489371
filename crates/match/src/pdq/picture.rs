//! Decoded pixels as they lie in memory, or a rectangle of them.

use std::fmt;

use super::{SAMPLES, Samples};

/// A decoded picture, top row first. Costs nothing to copy; the pixels are borrowed.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    width: usize,
    height: usize,
    /// Pixels from the start of a row to the start of the next.
    stride: usize,
    /// Pixels before the first one.
    start: usize,
    pixels: Pixels<'a>,
}

#[derive(Clone, Copy)]
enum Pixels<'a> {
    Rgb24(&'a [u8]),
    Grey8(&'a [u8]),
    Luma(&'a [f32]),
}

/// The pixels given are not as many as width and height say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureError {
    width: usize,
    height: usize,
    given: usize,
}

impl<'a> Picture<'a> {
    /// Red, green and blue, a byte each.
    pub fn rgb24(width: usize, height: usize, bytes: &'a [u8]) -> Result<Self, PictureError> {
        Self::checked(width, height, 3, bytes.len(), Pixels::Rgb24(bytes))
    }

    /// One byte of brightness a pixel: hashes as the same in all three colours does.
    pub fn grey8(width: usize, height: usize, bytes: &'a [u8]) -> Result<Self, PictureError> {
        Self::checked(width, height, 1, bytes.len(), Pixels::Grey8(bytes))
    }

    /// Brightness from 0 to 255, computed already.
    pub fn luma(width: usize, height: usize, values: &'a [f32]) -> Result<Self, PictureError> {
        Self::checked(width, height, 1, values.len(), Pixels::Luma(values))
    }

    fn checked(
        width: usize,
        height: usize,
        pixel: usize,
        given: usize,
        pixels: Pixels<'a>,
    ) -> Result<Self, PictureError> {
        let needed = width
            .checked_mul(height)
            .and_then(|area| area.checked_mul(pixel));
        if needed != Some(given) {
            return Err(PictureError {
                width,
                height,
                given,
            });
        }
        Ok(Self {
            width,
            height,
            stride: width,
            start: 0,
            pixels,
        })
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn height(&self) -> usize {
        self.height
    }

    /// A rectangle of it, in pixels. What lies outside is left off.
    pub fn part(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let (left, top) = (left.min(self.width), top.min(self.height));
        Self {
            width: width.min(self.width - left),
            height: height.min(self.height - top),
            start: self.start + top * self.stride + left,
            ..*self
        }
    }

    /// The picture itself as samples, if it is as large as they are.
    pub(super) fn samples(&self) -> Samples {
        let mut samples = [[0.0; SAMPLES]; SAMPLES];
        for (row, values) in samples.iter_mut().enumerate() {
            self.brightness(row, values);
        }
        samples
    }

    /// Brightness of the pixels of a row.
    ///
    /// Of colours it is .299, .587 and .114 parts, computed in thousandths: a whole number divided
    /// once is the number nearest to the true one, and so is the reference's sum in double
    /// precision cut to single.
    #[inline(always)]
    pub(super) fn brightness(&self, row: usize, values: &mut [f32]) {
        let start = self.start + row * self.stride;
        let end = start + self.width;
        match self.pixels {
            Pixels::Rgb24(bytes) => {
                let pixels = bytes[start * 3..end * 3].as_chunks::<3>().0;
                for (value, [red, green, blue]) in values.iter_mut().zip(pixels) {
                    let thousandths =
                        i32::from(*red) * 299 + i32::from(*green) * 587 + i32::from(*blue) * 114;
                    *value = thousandths as f32 / 1000.0;
                }
            }
            Pixels::Grey8(bytes) => {
                for (value, byte) in values.iter_mut().zip(&bytes[start..end]) {
                    *value = f32::from(*byte);
                }
            }
            Pixels::Luma(luma) => values[..self.width].copy_from_slice(&luma[start..end]),
        }
    }
}

impl fmt::Debug for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture of {} by {}", self.width, self.height)
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a picture of {} by {} pixels cannot have {} values; decode it again",
            self.width, self.height, self.given
        )
    }
}

impl std::error::Error for PictureError {}
