//! What a file is by its bytes; its name is never asked.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looks {
    /// One picture of a format decoded by the child itself.
    Picture,
    /// One picture that only ffmpeg may know: HEIF, AVIF and older formats.
    ForeignPicture,
    /// A WebP that moves: ffmpeg 5 does not decode it, the child does.
    MovingWebp,
    /// Whatever ffmpeg makes of it.
    Film,
    Empty,
    /// Neither: in words.
    Other(&'static str),
}

/// Signatures of what is no media file, so that a wrong name gets a clear answer.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF-", "a PDF document"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ\0", "an xz archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Word or Excel document",
    ),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7FELF", "a program for Linux"),
    (b"MZ", "a program for Windows"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML document"),
    (b"#EXTM3U", "a list of addresses"),
    (b"ffconcat", "a list of files"),
];

pub(crate) fn looks(file: &mut (impl Read + Seek)) -> io::Result<Looks> {
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(4096).read_to_end(&mut head)?;
    let looks = by_head(&head);
    if looks == Looks::Picture && head.starts_with(b"GIF8") && gif_moves(file)? {
        return Ok(Looks::Film);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(looks)
}

fn by_head(head: &[u8]) -> Looks {
    if head.is_empty() {
        return Looks::Empty;
    }
    if let Some((_, words)) = OTHERS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Looks::Other(words);
    }
    let brand = head.get(4..12).unwrap_or_default();
    match brand {
        b"ftypheic" | b"ftypheix" | b"ftypheim" | b"ftypheis" | b"ftypmif1" | b"ftypavif" => {
            return Looks::ForeignPicture;
        }
        _ => {}
    }
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        // The animation's chunk stands before the first picture's data.
        return if contains(head, b"acTL") {
            Looks::Film
        } else {
            Looks::Picture
        };
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        let moves = head.get(12..16) == Some(b"VP8X") && head.get(20).is_some_and(|f| f & 2 != 0);
        return if moves {
            Looks::MovingWebp
        } else {
            Looks::Picture
        };
    }
    const PICTURES: &[&[u8]] = &[b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"];
    const FOREIGN: &[&[u8]] = &[
        b"BM",
        b"\0\0\0\x0CjP  ",
        b"\0\0\0\x0CJXL ",
        b"\xFF\x0A",
        b"8BPS",
    ];
    if PICTURES.iter().any(|mark| head.starts_with(mark)) {
        Looks::Picture
    } else if FOREIGN.iter().any(|mark| head.starts_with(mark)) {
        Looks::ForeignPicture
    } else {
        Looks::Film
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether a GIF has a second picture: walks its blocks (GIF89a specification, sections 17-27).
fn gif_moves(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    let moves = count_to_two(&mut BufReader::new(&mut *file));
    file.seek(SeekFrom::Start(0))?;
    match moves {
        // A file that ends early has the pictures it has.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        other => other,
    }
}

fn count_to_two(gif: &mut impl BufRead) -> io::Result<bool> {
    let mut screen = [0; 13];
    gif.read_exact(&mut screen)?;
    skip(gif, colour_table(screen[10]))?;
    let mut pictures = 0;
    loop {
        match byte(gif)? {
            0x21 => {
                byte(gif)?;
            }
            0x2C => {
                pictures += 1;
                if pictures == 2 {
                    return Ok(true);
                }
                let mut descriptor = [0; 9];
                gif.read_exact(&mut descriptor)?;
                skip(gif, colour_table(descriptor[8]) + 1)?;
            }
            _ => return Ok(false),
        }
        loop {
            match byte(gif)? {
                0 => break,
                length => skip(gif, u64::from(length))?,
            }
        }
    }
}

fn colour_table(flags: u8) -> u64 {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

fn byte(gif: &mut impl BufRead) -> io::Result<u8> {
    let mut one = [0];
    gif.read_exact(&mut one)?;
    Ok(one[0])
}

fn skip(gif: &mut impl BufRead, length: u64) -> io::Result<()> {
    io::copy(&mut gif.take(length), &mut io::sink()).map(|_| ())
}
