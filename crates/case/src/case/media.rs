//! What the case knows of its pictures, films and recordings.

use std::path::PathBuf;

use bearings_model::ItemId;

use crate::index::{Index, KeptLikeness, KeptMedia};
use crate::{Case, CaseError};

impl Case {
    /// Where the item's bytes lie, for a decoder that wants a file; they are only to be read.
    ///
    /// # Errors
    /// Where the bytes are missing or are not what their hash says.
    pub fn file(&self, item: &ItemId) -> Result<PathBuf, CaseError> {
        self.blobs.check(item)?;
        Ok(self.blobs.file(item))
    }

    /// What was found of each item that is no text, in the order in which they first came in.
    pub fn media(&self) -> Result<Vec<KeptMedia>, CaseError> {
        self.with_index(Index::media, |_| Vec::new())
    }

    /// A picture for people made from the item: "sheet.jpg" (contact sheet), "small.jpg"
    /// (thumbnail), "wave.svg" (waveform). `None` where there is none.
    pub fn picture(&self, item: &ItemId, name: &str) -> Result<Option<Vec<u8>>, CaseError> {
        self.with_index(|index| index.picture(item.as_str(), name), |_| None)
    }

    /// What one of them is compared by, as in [`Case::prints`].
    pub fn print(&self, item: &ItemId) -> Result<Option<Vec<u8>>, CaseError> {
        self.with_index(|index| index.print(item.as_str()), |_| None)
    }

    /// What each of them is compared by, as bytes of the matcher's form; empty for what could not
    /// be decoded.
    pub fn prints(&self) -> Result<Vec<(ItemId, Vec<u8>)>, CaseError> {
        self.with_index(Index::prints, |_| Vec::new())
    }

    /// What they have in common, two by two.
    pub fn likenesses(&self) -> Result<Vec<KeptLikeness>, CaseError> {
        self.with_index(Index::likenesses, |_| Vec::new())
    }
}
