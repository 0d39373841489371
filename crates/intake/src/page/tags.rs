//! HTML as a flat stream of tags and text: linear time, no tree, no recursion, nothing refused.
//!
//! Not a parser: it never repairs structure. It serves what must not be brought down by a
//! hostile page: the shape check, the metadata, and laying out text.

use html_escape::decode_html_entities;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'h> {
    Open(Tag<'h>),
    /// The name as written.
    Close(&'h str),
    /// Entities not yet decoded.
    Text(&'h str),
    /// The content of `script`, `style` and the like, untouched.
    Raw {
        element: &'h str,
        content: &'h str,
    },
    Comment(&'h str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'h> {
    pub name: &'h str,
    pub self_closing: bool,
    attributes: &'h str,
}

/// Elements whose content is no markup.
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "iframe", "xmp", "noembed",
];

impl<'h> Tag<'h> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(crate) fn has_more_attributes_than(&self, limit: usize) -> bool {
        let mut rest = self.attributes;
        for _ in 0..=limit {
            match next_attribute(rest) {
                Some((_, _, after)) => rest = after,
                None => return false,
            }
        }
        true
    }

    /// The decoded value of the first attribute of that name.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((found, value, after)) = next_attribute(rest) {
            if found.eq_ignore_ascii_case(name) {
                return Some(decode_html_entities(value).trim().to_owned());
            }
            rest = after;
        }
        None
    }
}

fn next_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if text.is_empty() {
        return None;
    }
    let stop = |c: char| c.is_ascii_whitespace() || c == '/' || c == '=';
    // A name is at least one character, even a stray '=', so the walk always advances.
    let first = text.chars().next().map_or(1, char::len_utf8);
    let end = text[first..].find(stop).map_or(text.len(), |at| at + first);
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return Some((name, "", rest));
    };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'');
    match quote {
        Some(quote) => {
            let inner = &value[1..];
            let end = inner.find(quote).unwrap_or(inner.len());
            Some((name, &inner[..end], inner.get(end + 1..).unwrap_or("")))
        }
        None => {
            let end = value
                .find(|c: char| c.is_ascii_whitespace())
                .unwrap_or(value.len());
            Some((name, &value[..end], &value[end..]))
        }
    }
}

/// The tokens of `html`, in order.
pub(crate) fn tokens(html: &str) -> Tokens<'_> {
    Tokens {
        html,
        at: 0,
        raw: None,
        unclosed: Vec::new(),
    }
}

#[derive(Debug)]
pub(crate) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// Set after an opening tag of [`RAW`].
    raw: Option<&'h str>,
    /// Raw elements known to have no closing tag further on, so that a page of unclosed ones
    /// is not searched to its end for each.
    unclosed: Vec<&'static str>,
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(element) = self.raw.take()
            && let Some(content) = self.raw_content(element)
        {
            return Some(Token::Raw { element, content });
        }
        let rest = self.html.get(self.at..).filter(|rest| !rest.is_empty())?;
        if let Some(inside) = rest.strip_prefix("<!--") {
            return Some(Token::Comment(self.until(inside, 4, "-->")));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return Some(Token::Comment(self.until(&rest[2..], 2, ">")));
        }
        if begins_tag(rest) {
            return Some(self.tag(rest));
        }
        // A '<' that begins nothing is text.
        let mut from = rest.chars().next().map_or(1, char::len_utf8);
        let end = loop {
            match rest[from..].find('<') {
                Some(at) if begins_markup(&rest[from + at..]) => break from + at,
                Some(at) => from += at + 1,
                None => break rest.len(),
            }
        };
        self.at += end;
        Some(Token::Text(&rest[..end]))
    }
}

impl<'h> Tokens<'h> {
    fn until(&mut self, inside: &'h str, opening: usize, end: &str) -> &'h str {
        let length = inside.find(end);
        let content = &inside[..length.unwrap_or(inside.len())];
        self.at += opening + content.len() + length.map_or(0, |_| end.len());
        content
    }

    fn tag(&mut self, rest: &'h str) -> Token<'h> {
        let closes = rest.as_bytes()[1] == b'/';
        let name_from = if closes { 2 } else { 1 };
        let stop = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
        let name_end = rest[name_from..]
            .find(stop)
            .map_or(rest.len(), |at| at + name_from);
        let name = &rest[name_from..name_end];
        let end = end_of_tag(rest, name_end);
        self.at += (end + 1).min(rest.len());
        if closes {
            return Token::Close(name);
        }
        let attributes = &rest[name_end..end];
        let self_closing = attributes.ends_with('/');
        let known = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name));
        if known.is_some_and(|raw| !self.unclosed.contains(raw)) {
            self.raw = Some(name);
        }
        Token::Open(Tag {
            name,
            self_closing,
            attributes,
        })
    }

    fn raw_content(&mut self, element: &'h str) -> Option<&'h str> {
        let rest = &self.html[self.at..];
        match find_close(rest, element) {
            Some(end) => {
                self.at += end;
                Some(&rest[..end])
            }
            None => {
                self.unclosed
                    .extend(RAW.iter().find(|raw| raw.eq_ignore_ascii_case(element)));
                None
            }
        }
    }
}

fn begins_markup(rest: &str) -> bool {
    rest.starts_with("<!") || rest.starts_with("<?") || begins_tag(rest)
}

fn begins_tag(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    bytes.first() == Some(&b'<') && (letter(1) || (bytes.get(1) == Some(&b'/') && letter(2)))
}

/// The '>' that ends a tag, outside quoted values.
fn end_of_tag(rest: &str, from: usize) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in rest.bytes().enumerate().skip(from) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            // A quote opens a value only after '='; elsewhere it is a stray character.
            None if (byte == b'"' || byte == b'\'') && before == b'=' => quote = Some(byte),
            None if byte == b'>' => return at,
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    rest.len()
}

fn find_close(text: &str, element: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let start = from + at;
        let name = text.as_bytes().get(start + 2..start + 2 + element.len());
        if name.is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes())) {
            return Some(start);
        }
        from = start + 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(html: &str) -> Vec<String> {
        let show = |token: Token<'_>| match token {
            Token::Open(tag) => format!("+{}", tag.name),
            Token::Close(name) => format!("-{name}"),
            Token::Text(text) => text.to_owned(),
            Token::Raw { element, content } => format!("{element}={content}"),
            Token::Comment(_) => "!".to_owned(),
        };
        tokens(html).map(show).collect()
    }

    #[test]
    fn tags_text_scripts_and_comments_come_apart() {
        for (html, want) in [
            ("<p class=a>1 < 2<br/>", vec!["+p", "1 < 2", "+br"]),
            (
                "<script>if(a<b)'<p>'</SCRIPT>x",
                vec!["+script", "script=if(a<b)'<p>'", "-SCRIPT", "x"],
            ),
            ("<!doctype html><!-- <p> -->a", vec!["!", "!", "a"]),
            ("<a title=\"x>y\">b</a>", vec!["+a", "b", "-a"]),
            ("a<", vec!["a<"]),
            ("<я>", vec!["<я>"]),
            ("Місто<p>", vec!["Місто", "+p"]),
            ("<script>never closed", vec!["+script", "never closed"]),
        ] {
            assert_eq!(written(html), want, "{html}");
        }
    }

    #[test]
    fn attributes_are_found_quoted_bare_and_decoded() {
        let html = "<meta = content='A &amp; B' name=author property>";
        let Some(Token::Open(tag)) = tokens(html).next() else {
            panic!("no tag")
        };
        assert_eq!(tag.attribute("content").as_deref(), Some("A & B"));
        assert_eq!(tag.attribute("NAME").as_deref(), Some("author"));
        assert_eq!(tag.attribute("property").as_deref(), Some(""));
        assert_eq!(tag.attribute("id"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(html in "[<>/!a-zа-я \"'=-]{0,200}") {
            let walked = tokens(&html).count();
            assert!(walked <= html.len());
        }
    }
}
