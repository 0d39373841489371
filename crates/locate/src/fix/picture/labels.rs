//! Names beside their points where nothing else stands; a name without room is left to the table.

use std::fmt::Write as _;

use crate::markup::escaped;

/// A letter's usual width and a line's height at 13 px.
const LETTER: f64 = 7.2;
const LINE: f64 = 15.0;

/// Longer names are cut: the report has them whole.
const LONGEST: usize = 28;

#[derive(Debug)]
pub(super) struct Labels {
    taken: Vec<[f64; 4]>,
    width: f64,
    height: f64,
}

impl Labels {
    pub(super) fn new(width: f64, height: f64) -> Self {
        // Scale bar, north arrow and caption.
        let taken = vec![
            [0.0, 0.0, 240.0, 40.0],
            [width - 44.0, 0.0, width, 54.0],
            [0.0, height - 32.0, width, height],
        ];
        Self {
            taken,
            width,
            height,
        }
    }

    pub(super) fn keep_free(&mut self, [x, y]: [f64; 2], around: f64) {
        self.taken
            .push([x - around, y - around, x + around, y + around]);
    }

    pub(super) fn keep_box(&mut self, from: [f64; 2], to: [f64; 2]) {
        self.taken.push([from[0], from[1], to[0], to[1]]);
    }

    pub(super) fn put(&mut self, svg: &mut String, [x, y]: [f64; 2], name: &str, class: &str) {
        let letters = name.chars().count();
        let name = if letters > LONGEST {
            name.chars().take(LONGEST - 1).chain(['…']).collect()
        } else {
            name.to_owned()
        };
        let wide = name.chars().count() as f64 * LETTER;
        // Right, left, above, below, then the corners: left edge and base line.
        let spots = [
            (x + 9.0, y + 4.0),
            (x - 9.0 - wide, y + 4.0),
            (x - wide / 2.0, y - 10.0),
            (x - wide / 2.0, y + 21.0),
            (x + 7.0, y - 9.0),
            (x + 7.0, y + 19.0),
            (x - 7.0 - wide, y - 9.0),
            (x - 7.0 - wide, y + 19.0),
        ];
        let free = spots.iter().find(|spot| self.is_free(spot.0, spot.1, wide));
        let Some(&(left, base)) = free else {
            return;
        };
        self.taken
            .push([left, base - LINE + 3.0, left + wide, base + 3.0]);
        let _ = writeln!(
            svg,
            r#"<text class="{class}" x="{left:.1}" y="{base:.1}">{}</text>"#,
            escaped(&name)
        );
    }

    fn is_free(&self, left: f64, base: f64, wide: f64) -> bool {
        let (top, right, bottom) = (base - LINE + 3.0, left + wide, base + 3.0);
        let inside =
            left >= 2.0 && right <= self.width - 2.0 && top >= 2.0 && bottom <= self.height;
        inside
            && self
                .taken
                .iter()
                .all(|[x0, y0, x1, y1]| right < *x0 || left > *x1 || bottom < *y0 || top > *y1)
    }
}
