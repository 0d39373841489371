//! Long pages in parts, so that no page grows with the case.

use axum::http::Uri;

/// Which part a reader asks for: `?part=2`, counted from 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked(usize);

impl Asked {
    /// Anything but a number asks for the first part: an address is easily mistyped.
    pub fn of(uri: &Uri) -> Self {
        let pairs = uri.query().unwrap_or_default().split('&');
        let asked = pairs
            .filter_map(|pair| pair.strip_prefix("part="))
            .find_map(|n| n.parse().ok());
        Self(asked.unwrap_or(1))
    }
}

/// One part of a list, and where it stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub number: usize,
    pub of: usize,
}

impl Part {
    /// The part asked for, or the nearest there is.
    pub fn among(parts: usize, asked: Asked) -> Self {
        let of = parts.max(1);
        Self {
            number: asked.0.clamp(1, of),
            of,
        }
    }

    pub fn is_all(self) -> bool {
        self.of == 1
    }

    pub fn before(self) -> Option<usize> {
        (self.number > 1).then(|| self.number - 1)
    }

    pub fn after(self) -> Option<usize> {
        (self.number < self.of).then(|| self.number + 1)
    }
}

/// The rows of the part asked for, `at_most` to a part.
pub(crate) fn rows<T>(all: Vec<T>, at_most: usize, asked: Asked) -> (Vec<T>, Part) {
    let part = Part::among(all.len().div_ceil(at_most), asked);
    let rows = all
        .into_iter()
        .skip((part.number - 1) * at_most)
        .take(at_most);
    (rows.collect(), part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[u8], of: usize) {
        let asked = Asked::of(&format!("/log{query}").parse().unwrap());
        let (rows, part) = rows(vec![1, 2, 3, 4, 5], 2, asked);
        assert_eq!((rows.as_slice(), part.of), (expected, of), "{query}");
    }

    #[test]
    fn the_part_asked_for_is_shown_or_the_nearest() {
        check("", &[1, 2], 3);
        check("?part=3", &[5], 3);
        check("?part=99", &[5], 3);
        check("?part=0", &[1, 2], 3);
        check("?part=two&x", &[1, 2], 3);
    }

    #[test]
    fn nothing_is_one_empty_part() {
        let asked = Asked::of(&"/log".parse().unwrap());
        assert_eq!(
            rows(Vec::<u8>::new(), 2, asked),
            (vec![], Part { number: 1, of: 1 })
        );
    }
}
