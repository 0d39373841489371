//! One number over every decoded frame of a film: equal when every pixel is, whatever the container
//! and the tags around it.

use std::io::Read;
use std::path::Path;

use bearings_model::MediaFacts;

use crate::darkroom::{INPUT, complaint, unless_stopped, words};
use crate::film::film_of;
use crate::jail::Limits;
use crate::{Darkroom, MediaError};

impl Darkroom {
    /// SHA-256 over the frames as decoded, before any conversion or turning, in hexadecimal. Decodes
    /// the whole film once more and hashes every byte: two to three times the time of
    /// [`Darkroom::frames`]. A film of which a part does not decode has no such number: two
    /// films could be damaged alike.
    pub fn decoded(&self, path: &Path, facts: &MediaFacts) -> Result<String, MediaError> {
        film_of(facts).ok_or(MediaError::Lacks("moving pictures"))?;
        let (file, _) = self.open(path)?;
        let mut all = words(&["-nostdin", "-hide_banner", "-loglevel", "error"]);
        all.extend(words(&["-threads", "1", "-noautorotate"]));
        all.extend(words(INPUT));
        all.extend(words(&["-map", "0:V:0", "-fps_mode", "passthrough"]));
        all.extend(words(&[
            "-c:v", "rawvideo", "-f", "hash", "-hash", "sha256",
        ]));
        all.push("pipe:1".to_owned());
        let limits = Limits::for_length(facts.duration_ms, 1 << 20);
        let mut child = self.ffmpeg(file, all, limits)?;
        let mut line = String::new();
        child.output().take(1024).read_to_string(&mut line)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        if let Some(said) = complaint(&ending.said) {
            return Err(MediaError::NotDecoded(said));
        }
        match line.trim().strip_prefix("SHA256=") {
            Some(hash) if hash.len() == 64 && hash != OF_NOTHING => Ok(hash.to_owned()),
            _ => Err(MediaError::NotDecoded("the film has no frames".to_owned())),
        }
    }
}

/// SHA-256 of no bytes at all (FIPS 180-4): never handed out as a film's.
const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
