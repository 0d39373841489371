//! Text as it came, made fit for reading: line ends alike, control characters gone.

/// CRLF and lone CR to LF, blanks at line ends and control characters dropped; all else stays
/// as it is, composed or not.
pub(crate) fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blanks = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                blanks.clear();
                tidy.push('\n');
            }
            ' ' | '\t' => blanks.push(c),
            '\u{feff}' => {}
            _ if c.is_control() => {}
            _ => {
                tidy.push_str(&blanks);
                blanks.clear();
                tidy.push(c);
            }
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_line_ends_and_control_characters_change() {
        for (text, want) in [
            ("a \r\nb\rc\t\n", "a\nb\nc\n"),
            ("a\0b\u{7}", "ab"),
            ("  kept\u{a0} е\u{301}", "  kept\u{a0} е\u{301}"),
        ] {
            assert_eq!(tidied(text), want);
        }
    }
}
