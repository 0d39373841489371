//! What bytes are, told from themselves first and from their name only among texts.

/// Texts that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Html,
    /// A page with its parts in one file, as browsers save it.
    Mhtml,
    Markdown,
    PlainText,
}

/// Bytes that are kept but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    /// In words: "a JPEG image".
    Binary(&'static str),
}

/// First bytes (from `offset`) that tell a format, with its name in words.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"\xFF\xD8\xFF", "a JPEG image"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (4, b"ftypheic", "a HEIF image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyp", "an MP4 or QuickTime video"),
    (0, b"\x1A\x45\xDF\xA3", "a Matroska or WebM video"),
    (8, b"AVI ", "an AVI video"),
    (8, b"WAVE", "a WAV recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"fLaC", "a FLAC recording"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document"),
    (
        0,
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Word or Excel document",
    ),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\x1F\x8B", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xFD7zXZ\0", "an xz archive"),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (0, b"Rar!\x1A\x07", "a RAR archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7FELF", "a program for Linux"),
    (0, b"MZ\x90\0", "a program for Windows"),
    (0, b"WARC/", "a web archive"),
];

/// Tells what `bytes` are; `name` and `media_type` only choose among texts.
pub fn kind(bytes: &[u8], name: &str, media_type: Option<&str>) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let signed = |(offset, mark, _): &&(usize, &[u8], &'static str)| {
        let in_riff = *offset != 8 || bytes.starts_with(b"RIFF");
        in_riff
            && bytes
                .get(*offset..)
                .is_some_and(|rest| rest.starts_with(mark))
    };
    if let Some((_, _, looks_like)) = SIGNATURES.iter().find(signed) {
        return Err(Unreadable::Binary(looks_like));
    }
    let text = crate::charset::decode(&bytes[..bytes.len().min(8192)], media_type).text;
    if is_noise(&text) {
        return Err(Unreadable::Binary("binary data of an unknown kind"));
    }
    Ok(among_texts(&text, name, media_type))
}

/// More than one control character in fifty is no text in any charset; a stray one or two are.
fn is_noise(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !c.is_whitespace() && *c != '\u{1b}';
    let odd = |c: &char| control(c) || *c == '\u{FFFD}';
    let controls = text.chars().filter(control).count();
    let odds = text.chars().filter(odd).count();
    let all = text.chars().count();
    controls * 50 > all + 100 || odds * 5 > all + 10
}

fn among_texts(text: &str, name: &str, media_type: Option<&str>) -> Kind {
    let path = name.split(['?', '#']).next().unwrap_or(name);
    let extension = path
        .rsplit_once('.')
        .map(|(_, last)| last.to_ascii_lowercase());
    let extension = extension.as_deref().unwrap_or("");
    let media = media_type.unwrap_or("").to_ascii_lowercase();
    let head = text.trim_start().to_ascii_lowercase();
    if is_mhtml(&head) {
        return Kind::Mhtml;
    }
    let called_html = matches!(extension, "html" | "htm" | "xhtml") || media.contains("html");
    if opens_as_html(&head) || (called_html && head.contains('<')) {
        return Kind::Html;
    }
    if matches!(extension, "md" | "markdown") || media.contains("markdown") {
        return Kind::Markdown;
    }
    Kind::PlainText
}

fn is_mhtml(head: &str) -> bool {
    let headers = head.split("\r\n\r\n").next().unwrap_or(head);
    headers.contains("mime-version:") && headers.contains("multipart/related")
}

fn opens_as_html(head: &str) -> bool {
    let mut rest = head;
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment
            .split_once("-->")
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    let openings = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<article",
    ];
    let xml = rest.starts_with("<?xml") && rest.contains("<html");
    xml || openings.iter().any(|opening| rest.starts_with(opening))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_only_among_texts() {
        use Kind::{Html, Markdown, Mhtml, PlainText};
        let mhtml =
            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n";
        for (name, bytes, want) in [
            ("post.txt", "Shelling was heard.", Ok(PlainText)),
            ("post.md", "# Shelling\n\nIt was heard.", Ok(Markdown)),
            (
                "page.txt",
                "<!-- saved from url=(0014)about:internet -->\n<html><p>It",
                Ok(Html),
            ),
            ("page", "<?xml version=\"1.0\"?><html xmlns=\"\">", Ok(Html)),
            ("page.txt", mhtml, Ok(Mhtml)),
            (
                "brackets.txt",
                "<unknown> fired first, he said",
                Ok(PlainText),
            ),
            ("clip.txt", "The new AVI file shows it.", Ok(PlainText)),
            ("empty.txt", "  \r\n", Err(Unreadable::Empty)),
            (
                "text.txt",
                "%PDF-1.7 …",
                Err(Unreadable::Binary("a PDF document")),
            ),
        ] {
            assert_eq!(kind(bytes.as_bytes(), name, None), want, "{name}");
        }
    }

    #[test]
    fn a_binary_named_txt_is_named_for_what_it_looks_like() {
        let photo = b"\xFF\xD8\xFF\xE0\x00\x10JFIF";
        assert_eq!(
            kind(photo, "notes.txt", None),
            Err(Unreadable::Binary("a JPEG image"))
        );
        let noise: Vec<u8> = (0..4000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        assert!(matches!(
            kind(&noise, "notes.txt", None),
            Err(Unreadable::Binary(_))
        ));
    }
}
