//! A page saved with its parts in one file (MHTML): its first HTML part, decoded.

/// The page's bytes, with the charset its part declares and the address it was saved from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SavedPage {
    pub html: Vec<u8>,
    pub media_type: Option<String>,
    pub url: Option<String>,
}

/// `None` when the file has no HTML part.
pub(crate) fn page(bytes: &[u8]) -> Option<SavedPage> {
    let (head, body) = part(bytes);
    let boundary = parameter(header(&head, "content-type")?, "boundary")?;
    let mark = [b"--", boundary.as_bytes()].concat();
    let saved_from = header(&head, "snapshot-content-location").map(str::to_owned);
    let mut rest = after(body, &mark)?;
    loop {
        let end = find(rest, &mark).unwrap_or(rest.len());
        let (head, content) = part(rest[..end].trim_ascii_start());
        let media_type = header(&head, "content-type").unwrap_or("");
        if media_type.to_ascii_lowercase().starts_with("text/html") {
            return Some(SavedPage {
                html: decode(
                    content,
                    header(&head, "content-transfer-encoding").unwrap_or(""),
                ),
                media_type: Some(media_type.to_owned()),
                url: saved_from.or_else(|| header(&head, "content-location").map(str::to_owned)),
            });
        }
        rest = after(rest, &mark)?;
    }
}

type Headers = Vec<(String, String)>;

/// Headers with folded lines joined, and what follows the blank line.
fn part(bytes: &[u8]) -> (Headers, &[u8]) {
    let mut headers: Headers = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(rest.len(), |at| at + 1);
        let line = String::from_utf8_lossy(&rest[..end]);
        rest = &rest[end..];
        let text = line.trim_end();
        if text.is_empty() {
            break;
        }
        match (
            text.starts_with([' ', '\t']),
            headers.last_mut(),
            text.split_once(':'),
        ) {
            (true, Some((_, value)), _) => value.push_str(text),
            (_, _, Some((name, value))) => {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            _ => {}
        }
    }
    (headers, rest)
}

fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let mut parts = value.split(';').skip(1);
    parts.find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let fits = key.trim().eq_ignore_ascii_case(name);
        fits.then(|| value.trim().trim_matches('"').to_owned())
            .filter(|value| !value.is_empty())
    })
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

fn after<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<&'b [u8]> {
    find(bytes, mark).map(|at| &bytes[at + mark.len()..])
}

fn decode(content: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.to_ascii_lowercase().as_str() {
        "quoted-printable" => from_quoted_printable(content),
        "base64" => from_base64(content),
        _ => content.to_vec(),
    }
}

/// RFC 2045, section 6.7; what is malformed stays as it is.
fn from_quoted_printable(content: &[u8]) -> Vec<u8> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(content.len());
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        let rest = &content[at + 1..];
        match (byte, hex(rest.first()), hex(rest.get(1))) {
            (b'=', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'=', ..) if rest.starts_with(b"\r\n") => at += 3,
            (b'=', ..) if rest.starts_with(b"\n") => at += 2,
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    out
}

/// RFC 2045, section 6.8: characters outside the alphabet are skipped.
fn from_base64(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for byte in content {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by a browser>\r\n\
        Snapshot-Content-Location: https://harbour.example/quiet\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--cut\"\r\n\r\n\
        ----cut\r\nContent-Type: text/css\r\n\r\np {}\r\n\
        ----cut\r\nContent-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: ENCODING\r\n\r\nBODY\r\n----cut--\r\n";

    fn check(encoding: &str, body: &str, want: &str) {
        let file = SAVED.replace("ENCODING", encoding).replace("BODY", body);
        let page = page(file.as_bytes()).expect("an HTML part");
        assert_eq!(String::from_utf8_lossy(&page.html).trim_end(), want);
        assert_eq!(page.url.as_deref(), Some("https://harbour.example/quiet"));
    }

    #[test]
    fn the_html_part_is_found_and_decoded() {
        check(
            "quoted-printable",
            "<p>=D0=A2=D0=B8=\r\n=D1=85=D0=BE, 2=3D2",
            "<p>Тихо, 2=2",
        );
        check("base64", "PHA+0KLQuNGF\r\n0L4=", "<p>Тихо");
        check("8bit", "<p>Тихо", "<p>Тихо");
    }

    #[test]
    fn a_file_without_an_html_part_has_no_page() {
        for file in [
            "",
            "Content-Type: multipart/related",
            &SAVED.replace("text/html;", "text/x;"),
        ] {
            assert_eq!(page(file.as_bytes()), None);
        }
    }
}
