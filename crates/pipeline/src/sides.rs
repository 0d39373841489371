//! Two files that have something in common, as one picture for a person to rule on.

use bearings_case::Case;
use bearings_match::media::{MediaPrint, side_by_side};
use bearings_media::thumbnail;
use bearings_model::{ItemId, Likeness, MediaLink};

use crate::PipelineError;

/// A JPEG of both, small and grey, with what they share framed in each. `None` where they share
/// sound alone.
pub fn both_sides(here: &MediaPrint, there: &MediaPrint, likeness: &Likeness) -> Option<Vec<u8>> {
    let both = side_by_side(here, there, likeness)?;
    let rgb: Vec<u8> = both.pixels.iter().flat_map(|light| [*light; 3]).collect();
    let (width, height) = (both.width as u32, both.height as u32);
    thumbnail(width, height, &rgb, width.max(height))
}

/// The same for a link of a case, the earlier known one on the left.
pub fn sides_of(case: &Case, link: &MediaLink) -> Result<Option<Vec<u8>>, PipelineError> {
    let print = |item: &ItemId| -> Result<Option<MediaPrint>, PipelineError> {
        let bytes = case.print(item)?;
        Ok(bytes.and_then(|bytes| MediaPrint::from_bytes(&bytes).ok()))
    };
    let (here, there) = (print(&link.earlier)?, print(&link.later)?);
    let both = here.zip(there);
    Ok(both.and_then(|(here, there)| both_sides(&here, &there, &link.likeness)))
}
