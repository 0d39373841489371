//! The ten digits, the colon and the point, drawn by hand: a sheet needs no font.

use image::{Rgb, RgbImage};

/// Five columns by seven rows, a row a byte.
const GLYPHS: &[(char, [u8; 7])] = &[
    (
        '0',
        [
            0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110,
        ],
    ),
    (
        '1',
        [
            0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110,
        ],
    ),
    (
        '2',
        [
            0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111,
        ],
    ),
    (
        '3',
        [
            0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110,
        ],
    ),
    (
        '4',
        [
            0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010,
        ],
    ),
    (
        '5',
        [
            0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110,
        ],
    ),
    (
        '6',
        [
            0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110,
        ],
    ),
    (
        '7',
        [
            0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000,
        ],
    ),
    (
        '8',
        [
            0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110,
        ],
    ),
    (
        '9',
        [
            0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100,
        ],
    ),
    (
        ':',
        [
            0b00000, 0b00100, 0b00100, 0b00000, 0b00100, 0b00100, 0b00000,
        ],
    ),
    (
        '.',
        [
            0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b01100,
        ],
    ),
];
const SIZE: u32 = 2;
const INK: Rgb<u8> = Rgb([40, 40, 40]);

/// Writes `text` with its top left at that place; what has no glyph leaves a gap, and what falls
/// off the sheet is left out.
pub(super) fn write(sheet: &mut RgbImage, text: &str, left: u32, top: u32) {
    for (place, sign) in (0..).zip(text.chars()) {
        let Some((_, rows)) = GLYPHS.iter().find(|(glyph, _)| *glyph == sign) else {
            continue;
        };
        let start = left + place * 6 * SIZE;
        for (y, row) in (0..).zip(rows) {
            for x in (0..5).filter(|x| row & (0b10000 >> x) != 0) {
                dot(sheet, start + x * SIZE, top + y * SIZE);
            }
        }
    }
}

fn dot(sheet: &mut RgbImage, left: u32, top: u32) {
    for y in top..top + SIZE {
        for x in left..left + SIZE {
            if let Some(pixel) = sheet.get_pixel_mut_checked(x, y) {
                *pixel = INK;
            }
        }
    }
}
