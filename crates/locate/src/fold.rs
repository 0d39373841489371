//! One spelling for all spellings that differ only in case, accents or apostrophes.

/// Lower case, plain apostrophes, no accents over Latin letters.
pub(crate) fn fold(name: &str) -> String {
    include!("fold.in")
}
