//! C2PA manifests (Content Credentials): looked for where the standard puts them (C2PA 2.1, appendix
//! A), and checked by the program `bearings-credentials`, in the jail, where it is installed. A valid
//! one says who signed, not that what is shown is true.

mod answer;

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use bearings_model::{Credentials, Manifest};

use crate::darkroom::{complaint, off_disk, unless_stopped};
use crate::jail::{Child, Ending, Limits, Task};
use crate::{Darkroom, MediaError};

use answer::Answer;

/// What the program says of itself; the number stands for the form of its answer.
const ANSWERS: &[u8] = b"bearings-credentials 1\n";

impl Darkroom {
    /// `None` is said only of the file itself: a manifest may also stand elsewhere, and be named by
    /// an address inside, which is not followed.
    pub(crate) fn credentials(&self, path: &Path) -> Result<Credentials, MediaError> {
        let (mut file, _) = self.open(path)?;
        let Some(media_type) = carrier(&mut file)? else {
            return Ok(Credentials::None);
        };
        let Some(program) = &self.tools.credentials else {
            let why = format!(
                "the file carries a C2PA manifest, and {}",
                MediaError::NoChecker
            );
            return Ok(Credentials::NotChecked(why));
        };
        file.seek(SeekFrom::Start(0))?;
        self.checked(program, file, media_type)
    }

    /// A check that fails is no verdict: the manifest then counts as not checked.
    fn checked(
        &self,
        program: &Path,
        file: File,
        media_type: &str,
    ) -> Result<Credentials, MediaError> {
        let limits = Limits::for_hashing(file.metadata()?.len());
        let mut child = self.start_checker(program, file, media_type, limits)?;
        let mut said = Vec::new();
        // One byte more than an answer may have, so that what is too long is seen to be.
        let most = answer::MOST_BYTES + 1;
        child.output().take(most).read_to_end(&mut said)?;
        let ending = child.finish();
        Ok(match verdict(&said, &ending) {
            Ok(found) => Credentials::Found(found),
            Err(why) => Credentials::NotChecked(format!("its check failed: {why}")),
        })
    }

    /// Whether the checker gets as far as saying which answers it gives.
    pub(crate) fn checker_starts(&self, program: &Path) -> Result<(), MediaError> {
        let limits = Limits::short();
        let mut child = self.start_checker(program, off_disk()?, "--version", limits)?;
        let mut said = Vec::new();
        child.output().take(100).read_to_end(&mut said)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        if ending.code == Some(0) && said == ANSWERS {
            return Ok(());
        }
        Err(MediaError::OtherChecker)
    }

    fn start_checker(
        &self,
        program: &Path,
        input: File,
        word: &str,
        limits: Limits,
    ) -> io::Result<Child> {
        let task = Task::Program {
            program: PathBuf::from(program),
            arguments: vec![word.to_owned()],
        };
        self.jail.start(task, input, &[], limits)
    }
}

/// What the checker found, or why there is no verdict.
fn verdict(said: &[u8], ending: &Ending) -> Result<Manifest, String> {
    unless_stopped(ending).map_err(|stopped| stopped.to_string())?;
    let too_long = said.len() as u64 > answer::MOST_BYTES;
    // One that had more to say was killed for it.
    if ending.code != Some(0) && !too_long {
        let words = complaint(&ending.said);
        let words = words.map_or_else(String::new, |words| format!(": {words}"));
        return Err(format!("bearings-credentials broke off{words}"));
    }
    match Answer::read(said) {
        Some(Answer::Checked(found)) => Ok(found.into()),
        Some(Answer::Refused(why)) => Err(why),
        None => Err("bearings-credentials gave no answer that can be read".to_owned()),
    }
}

/// For [`crate::parsers`].
pub(crate) fn feed(bytes: &[u8]) {
    let _ = carrier(&mut io::Cursor::new(bytes));
    let _ = Answer::read(bytes);
}

/// The media type of a file that carries a manifest.
fn carrier(file: &mut (impl Read + Seek)) -> io::Result<Option<&'static str>> {
    let mut file = BufReader::new(file);
    file.seek(SeekFrom::Start(0))?;
    let mut head = [0; 12];
    if file.read_exact(&mut head).is_err() {
        return Ok(None);
    }
    let (media_type, found) = if head.starts_with(b"\xFF\xD8") {
        ("image/jpeg", in_jpeg(&mut file))
    } else if head.starts_with(b"\x89PNG") {
        ("image/png", in_png(&mut file))
    } else if head.starts_with(b"RIFF") {
        (riff_type(&head), in_riff(&mut file))
    } else if head[4..8] == *b"ftyp" {
        (box_type(&head), in_boxes(&mut file))
    } else {
        return Ok(None);
    };
    match found {
        Ok(found) => Ok(found.then_some(media_type)),
        // A file that ends early has the parts it has.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

fn riff_type(head: &[u8; 12]) -> &'static str {
    match &head[8..] {
        b"WEBP" => "image/webp",
        b"AVI " => "video/avi",
        _ => "audio/wav",
    }
}

fn box_type(head: &[u8; 12]) -> &'static str {
    match &head[8..] {
        b"avif" => "image/avif",
        b"heic" | b"heix" | b"mif1" => "image/heif",
        b"M4A " => "audio/mp4",
        b"qt  " => "video/quicktime",
        _ => "video/mp4",
    }
}

/// Segments before the picture's data; JUMBF stands in APP11 and names its kind (ISO 19566-5).
fn in_jpeg(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    file.seek(SeekFrom::Start(2))?;
    loop {
        let [mark, segment, high, low] = take(file)?;
        let length = u16::from_be_bytes([high, low]);
        if mark != 0xFF || segment == 0xDA || segment == 0xD9 || length < 2 {
            return Ok(false);
        }
        let mut body = vec![0; usize::from(length) - 2];
        file.read_exact(&mut body)?;
        let is_manifest = contains(&body, b"jumb") && contains(&body, b"c2pa");
        if segment == 0xEB && is_manifest {
            return Ok(true);
        }
    }
}

fn in_png(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    file.seek(SeekFrom::Start(8))?;
    loop {
        let length = u32::from_be_bytes(take(file)?);
        match &take::<4>(file)? {
            b"caBX" => return Ok(true),
            b"IEND" => return Ok(false),
            _ => skip(file, u64::from(length) + 4)?,
        }
    }
}

fn in_riff(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    loop {
        let kind: [u8; 4] = take(file)?;
        let length = u64::from(u32::from_le_bytes(take(file)?));
        if kind == *b"C2PA" {
            return Ok(true);
        }
        skip(file, length + length % 2)?;
    }
}

/// Boxes of the outermost level (ISO 14496-12); the manifest's is of kind "uuid".
fn in_boxes(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    const MANIFEST: [u8; 16] = [
        0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4,
        0x81,
    ];
    file.seek(SeekFrom::Start(0))?;
    loop {
        let short = u64::from(u32::from_be_bytes(take(file)?));
        let kind: [u8; 4] = take(file)?;
        let (length, head) = match short {
            1 => (u64::from_be_bytes(take(file)?), 16),
            other => (other, 8),
        };
        let Some(body) = length.checked_sub(head) else {
            // Nought: to the file's end; less than its head: no box.
            return Ok(false);
        };
        if kind == *b"uuid" && body >= 16 {
            if take::<16>(file)? == MANIFEST {
                return Ok(true);
            }
            skip(file, body - 16)?;
        } else {
            skip(file, body)?;
        }
    }
}

fn take<const N: usize>(file: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn skip(file: &mut impl Seek, length: u64) -> io::Result<()> {
    let length = i64::try_from(length).map_err(|_| io::ErrorKind::UnexpectedEof)?;
    file.seek(SeekFrom::Current(length)).map(|_| ())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_found_where_each_format_keeps_it() {
        let jpeg = [
            &b"\xFF\xD8\xFF\xE0\0\x04hi\xFF\xEB\0\x14"[..],
            b"JP\0\x01jumbc2pa.......",
            b"\xFF\xDA",
        ]
        .concat();
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\x02IHDR..crc.\0\0\0\0caBX"[..]].concat();
        let riff = b"RIFF\0\0\0\0WEBPVP8 \x03\0\0\0abc\0C2PA\x01\0\0\0x".to_vec();
        let uuid = b"\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81";
        let mp4 = [&b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x18uuid"[..], uuid].concat();
        for with in [jpeg, png, riff, mp4] {
            let found = carrier(&mut io::Cursor::new(&with)).expect("read");
            assert!(found.is_some(), "{with:?}");
            // The same without its marks, and cut off anywhere.
            let mut without = with.clone();
            for (from, to) in [
                (&b"c2pa"[..], &b"xxxx"[..]),
                (b"caBX", b"tEXt"),
                (b"C2PA", b"ICCP"),
                (b"uuid", b"free"),
            ] {
                if let Some(at) = without.windows(4).position(|four| four == from) {
                    without[at..at + 4].copy_from_slice(to);
                }
            }
            for end in 0..=without.len() {
                let none = carrier(&mut io::Cursor::new(&without[..end])).expect("read");
                assert_eq!(none, None);
            }
        }
    }

    #[test]
    fn boxes_of_impossible_length_end_the_search() {
        for hostile in [
            &b"\0\0\0\x08ftyp\0\0\0\x01free\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0"[..],
            b"\0\0\0\x08ftyp\0\0\0\x01free\0\0\0\0\0\0\0\0\0\0",
            b"\0\0\0\x08ftyp\0\0\0\0mdat\0\0\0\0",
        ] {
            assert_eq!(carrier(&mut io::Cursor::new(hostile)).expect("read"), None);
        }
    }
}
