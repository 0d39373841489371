//! Text with marks in place (TimeML and kin): the plain text, and where each mark of one name lies.

use bearings_model::Span;

/// A marked stretch of the plain text, in bytes, with the mark's attributes as written.
#[derive(Clone, Debug)]
pub struct Marked {
    pub span: Span,
    attributes: String,
}

impl Marked {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let wanted = format!("{name}=\"");
        let at = self.attributes.find(&wanted)? + wanted.len();
        self.attributes[at..].split('"').next()
    }

    pub fn value(&self) -> &str {
        self.attribute("value").unwrap_or_default()
    }
}

/// Takes off every mark, decodes the five named entities, and gives the marks called `name`.
pub fn marked(source: &str, name: &str) -> (String, Vec<Marked>) {
    let mut text = String::with_capacity(source.len());
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        text.push_str(&decoded(&rest[..at]));
        let Some(end) = rest[at..].find('>') else {
            rest = &rest[at..];
            break;
        };
        let mark = &rest[at + 1..at + end];
        let called = |mark: &str| mark.split_whitespace().next() == Some(name);
        if let Some(closing) = mark.strip_prefix('/') {
            if called(closing)
                && let Some((start, attributes)) = open.pop()
            {
                let span = Span::new(start, text.len());
                found.push(Marked { span, attributes });
            }
        } else if called(mark) && !mark.ends_with('/') {
            open.push((text.len(), mark.to_owned()));
        }
        rest = &rest[at + end + 1..];
    }
    text.push_str(&decoded(rest));
    found.sort_by_key(|mark| mark.span.start);
    (text, found)
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
