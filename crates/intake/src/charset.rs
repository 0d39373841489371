//! Bytes to characters: what is declared is believed only as far as the bytes bear it out.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Where HTML may declare its charset: 1024 bytes by the standard; saved pages put comments first.
const DECLARATION_WINDOW: usize = 4096;

#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    pub problems: Vec<String>,
}

/// Decodes by BOM, then the declared charset, then what the bytes look like.
pub(crate) fn decode(bytes: &[u8], media_type: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(&bytes[mark..], encoding, Vec::new());
    }
    let declared = media_type
        .and_then(charset_parameter)
        .or_else(|| declared_inside(bytes));
    let detected = detect(bytes);
    let Some(declared) = declared else {
        return decoded(bytes, detected, Vec::new());
    };
    let contradicted = match declared {
        // Text that is not ASCII is practically never valid UTF-8 by chance.
        _ if declared == detected => false,
        _ if detected == UTF_8 => !bytes.is_ascii(),
        _ => declared == UTF_8 || malformed(bytes, declared),
    };
    if !contradicted || malformed(bytes, detected) {
        return decoded(bytes, declared, Vec::new());
    }
    let note = format!(
        "the page declares the charset {} but its bytes are {}; read as the latter",
        declared.name(),
        detected.name()
    );
    decoded(bytes, detected, vec![note])
}

/// The encoding the bytes look like, without regard to what they declare.
fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide_without_mark(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // A few broken bytes in UTF-8 are damage, not another charset.
    if mostly_utf8(bytes) {
        UTF_8
    } else {
        detector.guess(None, Utf8Detection::Deny)
    }
}

/// At least nine in ten of the bytes beyond ASCII belong to well-formed UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut sound = 0;
    for chunk in bytes.utf8_chunks() {
        sound += chunk
            .valid()
            .bytes()
            .filter(|byte| !byte.is_ascii())
            .count();
    }
    sound * 10 >= beyond * 9
}

/// UTF-16 without a mark: every other byte is one of very few values (the high half of Latin
/// or Cyrillic), and what comes out is text.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 8 {
        return None;
    }
    let high = |from: usize| {
        let halves = sample.iter().skip(from).step_by(2);
        let scripts = halves
            .filter(|byte| matches!(byte, 0x00 | 0x04 | 0x20))
            .count();
        scripts * 2 * 20 >= sample.len() * 19
    };
    let zeros = sample.contains(&0);
    match (zeros && high(1), zeros && high(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// `text/html; charset=windows-1251` to the encoding.
fn charset_parameter(media_type: &str) -> Option<&'static Encoding> {
    let mut parts = media_type.split(';').skip(1);
    parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let named = name.trim().eq_ignore_ascii_case("charset");
        let value = value.trim().trim_matches(['"', '\'']);
        if named {
            Encoding::for_label(value.as_bytes())
        } else {
            None
        }
    })
}

/// The first `charset=` (HTML) or `encoding=` (XML) near the top of what looks like markup.
fn declared_inside(bytes: &[u8]) -> Option<&'static Encoding> {
    let window = &bytes[..bytes.len().min(DECLARATION_WINDOW)];
    let head = String::from_utf8_lossy(window).to_ascii_lowercase();
    let after = match head.find("<?xml") {
        Some(0) => head.find("encoding=").map(|at| at + "encoding=".len()),
        _ => None,
    };
    let in_meta = || {
        let meta = head.find("<meta")?;
        head[meta..]
            .find("charset=")
            .map(|at| meta + at + "charset=".len())
    };
    let rest = head[after.or_else(in_meta)?..].trim_start_matches(['"', '\'', ' ']);
    let end = rest
        .find(['"', '\'', ' ', ';', '>', '/', '?'])
        .unwrap_or(rest.len());
    let encoding = Encoding::for_label(&rest.as_bytes()[..end])?;
    // The declaration was read as ASCII, so it cannot be UTF-16 (WHATWG says the same).
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

fn malformed(bytes: &[u8], encoding: &'static Encoding) -> bool {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_none()
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, mut problems: Vec<String>) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    if damaged {
        let lost = text.matches('\u{FFFD}').count();
        let first = text.find('\u{FFFD}').unwrap_or(0);
        let line = text[..first].matches('\n').count() + 1;
        problems.push(format!(
            "{lost} byte sequences are not valid {} and stand as \u{FFFD}, the first on line {line}",
            encoding.name()
        ));
    }
    Decoded { text, problems }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UKRAINIAN: &str = "У неділю російські військові зайшли до міста, повідомив голова обласної \
        адміністрації. За його словами, їхня техніка стоїть біля північної околиці.";
    const RUSSIAN: &str = "В воскресенье военные вошли в город, сообщил глава областной \
        администрации. По его словам, техника стоит у северной окраины, объезд закрыт.";

    fn check(bytes: &[u8], media_type: Option<&str>, want: &str) -> Vec<String> {
        let decoded = decode(bytes, media_type);
        assert_eq!(decoded.text, want);
        decoded.problems
    }

    fn koi8_u(text: &str) -> Vec<u8> {
        Encoding::for_label(b"koi8-u")
            .unwrap()
            .encode(text)
            .0
            .into_owned()
    }

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn charsets_are_told_from_the_bytes_alone() {
        let cp1251 = encoding_rs::WINDOWS_1251.encode(UKRAINIAN).0.into_owned();
        let koi8_r = encoding_rs::KOI8_U.encode(RUSSIAN).0.into_owned();
        for (bytes, want) in [
            (UKRAINIAN.as_bytes().to_vec(), UKRAINIAN),
            (cp1251, UKRAINIAN),
            (koi8_u(UKRAINIAN), UKRAINIAN),
            (koi8_r, RUSSIAN),
            (wide(UKRAINIAN), UKRAINIAN),
            (
                wide("Plain English without a mark."),
                "Plain English without a mark.",
            ),
        ] {
            assert!(check(&bytes, None, want).is_empty(), "{want}");
        }
    }

    #[test]
    fn marks_and_headers_and_meta_elements_are_followed() {
        let marked = [&[0xFF, 0xFE][..], &wide(RUSSIAN)].concat();
        assert!(check(&marked, None, RUSSIAN).is_empty());
        let koi8 = koi8_u("Місто");
        assert!(check(&koi8, Some("text/plain; charset=KOI8-U"), "Місто").is_empty());
        let page = format!("<html><meta charset=\"koi8-u\"><p>{UKRAINIAN}");
        assert!(check(&koi8_u(&page), None, &page).is_empty());
    }

    #[test]
    fn a_false_declaration_is_overruled_and_told() {
        let page = format!("<meta charset=utf-8><p>{UKRAINIAN}");
        let bytes = encoding_rs::WINDOWS_1251.encode(&page).0.into_owned();
        let problems = check(&bytes, None, &page);
        assert!(
            problems[0].contains("declares the charset UTF-8"),
            "{problems:?}"
        );
        let problems = check(
            RUSSIAN.as_bytes(),
            Some("text/plain; charset=windows-1251"),
            RUSSIAN,
        );
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn broken_sequences_are_counted_not_guessed() {
        let mut bytes = UKRAINIAN.as_bytes().to_vec();
        bytes.extend_from_slice(b"\n\xFF end");
        let decoded = decode(&bytes, None);
        assert!(decoded.text.ends_with("\n\u{FFFD} end"));
        assert!(
            decoded.problems[0].contains("1 byte sequences"),
            "{:?}",
            decoded.problems
        );
        assert!(
            decoded.problems[0].contains("line 2"),
            "{:?}",
            decoded.problems
        );
    }
}
