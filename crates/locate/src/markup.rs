//! Strangers' text in the pictures that are drawn here.

/// Text that may stand in an element or an attribute of SVG.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML has no place for these, not even escaped.
            c if c.is_control() => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_on_a_map_stays_text_and_the_picture_stays_xml() {
        let name = "<b a=\"1\">Tom's & co\u{7}\u{ffff}</b>";
        let safe = "&lt;b a=&quot;1&quot;&gt;Tom&#39;s &amp; co  &lt;/b&gt;";
        assert_eq!(escaped(name), safe);
    }
}
