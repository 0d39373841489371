//! The `key: value` block that may open a Markdown file. Flat keys only: no YAML beyond that.

use crate::said::{Said, SaidDate, named};

/// The metadata and the rest; a file without such a block is all rest.
pub(crate) fn split(source: &str) -> (Said, &str) {
    let nothing = (Said::default(), source);
    let Some(opened) = source.strip_prefix("---\n") else {
        return nothing;
    };
    let Some((block, body)) = opened.split_once("\n---") else {
        return nothing;
    };
    let Some(body) = body
        .strip_prefix('\n')
        .or_else(|| body.is_empty().then_some(body))
    else {
        return nothing;
    };
    let mut said = Said::default();
    for line in block.lines() {
        let blank = line.trim().is_empty() || line.starts_with(['#', ' ', '-']);
        match line.split_once(':') {
            Some((key, value)) if is_key(key) => take(&mut said, key, value),
            // A paragraph between two rules is text.
            _ if !blank => return nothing,
            _ => {}
        }
    }
    if said == Said::default() {
        nothing
    } else {
        (said, body)
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

fn take(said: &mut Said, key: &str, value: &str) {
    let value = value.trim().trim_matches(['"', '\'', '[', ']']);
    let Some(value) = named(value) else { return };
    match key.to_ascii_lowercase().as_str() {
        "title" => said.title = Some(value),
        "author" | "byline" | "authors" => said.byline = Some(value),
        "source" | "outlet" | "publisher" => said.outlet = Some(value),
        "lang" | "language" => said.lang = Some(value),
        "url" | "link" => said.url = Some(value),
        "date" | "published" => said.dates.push(SaidDate {
            text: value,
            field: "date",
        }),
        _ => {}
    }
}
