//! EXIF's eight orientations (EXIF 2.32, tag 0x0112) undone, pixel by pixel.

/// The picture as it is to be shown: width, height, pixels.
pub(crate) fn turn(width: u32, height: u32, rgb: Vec<u8>, orientation: u8) -> (u32, u32, Vec<u8>) {
    if !(2..=8).contains(&orientation) {
        return (width, height, rgb);
    }
    let (wide, high) = (width as usize, height as usize);
    let sideways = orientation >= 5;
    let (new_wide, new_high) = if sideways { (high, wide) } else { (wide, high) };
    let mut turned = Vec::with_capacity(rgb.len());
    for y in 0..new_high {
        for x in 0..new_wide {
            let (from_x, from_y) = match orientation {
                2 => (wide - 1 - x, y),
                3 => (wide - 1 - x, high - 1 - y),
                4 => (x, high - 1 - y),
                5 => (y, x),
                6 => (y, high - 1 - x),
                7 => (wide - 1 - y, high - 1 - x),
                _ => (wide - 1 - y, x),
            };
            let from = (from_y * wide + from_x) * 3;
            turned.extend_from_slice(&rgb[from..from + 3]);
        }
    }
    (new_wide as u32, new_high as u32, turned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One red pixel at the top left of a 3 x 2 picture, and where it is shown.
    #[test]
    fn the_first_pixel_stored_goes_where_the_standard_says() {
        let cases = [
            (1, 3, (0, 0)),
            (2, 3, (2, 0)),
            (3, 3, (2, 1)),
            (4, 3, (0, 1)),
            (5, 2, (0, 0)),
            (6, 2, (1, 0)),
            (7, 2, (1, 2)),
            (8, 2, (0, 2)),
        ];
        for (orientation, wide, (x, y)) in cases {
            let mut rgb = vec![0; 3 * 2 * 3];
            rgb[0] = 255;
            let (width, _, turned) = turn(3, 2, rgb, orientation);
            assert_eq!(width, wide, "orientation {orientation}");
            let red = turned.iter().position(|&byte| byte == 255);
            assert_eq!(
                red,
                Some((y * wide as usize + x) * 3),
                "orientation {orientation}"
            );
        }
    }
}
