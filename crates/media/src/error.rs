//! What can go wrong with one file; the batch goes on.

use crate::jail::Stop;

#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    #[error(
        "{0} is not installed, so films and recordings are kept but not looked at; install Debian's package {1}"
    )]
    NotInstalled(&'static str, &'static str),
    #[error(
        "words in pictures are not read: Tesseract or its data are not installed; install Debian's \
         packages tesseract-ocr, tesseract-ocr-ukr and tesseract-ocr-rus"
    )]
    NoReader,
    #[error(
        "C2PA manifests (content credentials) are noticed but not checked: bearings-credentials is \
         not installed; build it with `make credentials` in Bearings' source folder, or put it on \
         the PATH"
    )]
    NoChecker,
    #[error(
        "this bearings-credentials is not the one that belongs here; build it anew with \
         `make credentials`"
    )]
    OtherChecker,
    #[error("{0} is not a program that can be run")]
    NoTranscriber(String),
    #[error("the command that writes down speech failed: {0}")]
    NotTranscribed(String),
    /// Known by its bytes.
    #[error("this is {0}, not a picture, a film or a recording")]
    NotMedia(&'static str),
    #[error("nothing here can be decoded: {0}")]
    NotDecoded(String),
    #[error(
        "the ffmpeg that is installed does not decode this picture (HEIF needs ffmpeg 7.1, AVIF and \
         JPEG XL one built with their libraries); what its file says was read"
    )]
    NoDecoder,
    #[error("the file holds no {0}")]
    Lacks(&'static str),
    #[error("{width} x {height} pixels are more than is decoded here ({most} million)")]
    TooManyPixels { width: u64, height: u64, most: u64 },
    #[error("{0}")]
    Stopped(#[from] Stop),
    #[error("the jail could not be shut, so nothing was decoded: {0}")]
    Jail(String),
}
