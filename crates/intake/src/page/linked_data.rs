//! schema.org data in a page (JSON-LD): the article's headline, authors, publisher and date.

use serde_json::Value;

use crate::said::{Said, SaidDate, named};

/// Types that describe the text of the page itself.
const ARTICLE_TYPES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "SocialMediaPosting",
    "Report",
];
const PUBLISHER_TYPES: &[&str] = &["NewsMediaOrganization", "WebSite", "Organization"];

/// Reads one `application/ld+json` block; what is no JSON says nothing.
pub(crate) fn read(block: &str) -> Said {
    let Ok(root) = serde_json::from_str::<Value>(block.trim()) else {
        return Said::default();
    };
    let mut objects = Vec::new();
    collect(&root, &mut objects);
    let mut said = Said::default();
    if let Some(article) = objects.iter().find(|object| is_a(object, ARTICLE_TYPES)) {
        said = of_article(article);
    }
    if said.outlet.is_none() {
        let publisher = |types: &str| objects.iter().find(|object| is_a(object, &[types]));
        let named = PUBLISHER_TYPES.iter().find_map(|types| publisher(types));
        said.outlet = named.and_then(|object| name_of(object));
    }
    said
}

/// The objects at the top, in lists and under `@graph`; serde_json bounds the depth.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(fields) => {
            objects.push(value);
            if let Some(graph) = fields.get("@graph") {
                collect(graph, objects);
            }
        }
        _ => {}
    }
}

fn is_a(object: &Value, types: &[&str]) -> bool {
    let fits = |value: &Value| value.as_str().is_some_and(|name| types.contains(&name));
    match object.get("@type") {
        Some(Value::Array(names)) => names.iter().any(fits),
        Some(name) => fits(name),
        None => false,
    }
}

fn of_article(article: &Value) -> Said {
    let text = |field: &str| article.get(field).and_then(Value::as_str).and_then(written);
    let date = text("datePublished").map(|text| SaidDate {
        text,
        field: "datePublished",
    });
    Said {
        title: text("headline").or_else(|| text("name")),
        byline: article.get("author").and_then(authors),
        outlet: article.get("publisher").and_then(name_of),
        url: text("url").or_else(|| text("mainEntityOfPage")),
        lang: text("inLanguage"),
        dates: date.into_iter().collect(),
    }
}

fn authors(value: &Value) -> Option<String> {
    let names: Vec<String> = match value {
        Value::Array(values) => values.iter().filter_map(name_of).collect(),
        one => name_of(one).into_iter().collect(),
    };
    named(&names.join(", "))
}

fn name_of(value: &Value) -> Option<String> {
    value
        .as_str()
        .or_else(|| value.get("name")?.as_str())
        .and_then(written)
}

/// Sites escape their JSON strings for HTML as well.
fn written(text: &str) -> Option<String> {
    named(&html_escape::decode_html_entities(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_at_the_top_in_lists_and_in_graphs() {
        let article = r#"{"@type": ["NewsArticle"], "headline": "Bridge &amp; road hit",
            "author": [{"name": "A. One"}, "B. Two"], "publisher": {"name": "The Harbour"},
            "datePublished": "2022-02-27"}"#;
        for block in [
            article.to_owned(),
            format!("[{article}]"),
            format!(r#"{{"@graph": [{{"@type": "WebPage", "name": "x"}}, {article}]}}"#),
        ] {
            let said = read(&block);
            assert_eq!(said.title.as_deref(), Some("Bridge & road hit"), "{block}");
            assert_eq!(said.byline.as_deref(), Some("A. One, B. Two"));
            assert_eq!(said.outlet.as_deref(), Some("The Harbour"));
            assert_eq!(said.dates[0].text, "2022-02-27");
        }
    }

    #[test]
    fn other_things_and_broken_blocks_say_nothing() {
        let offer = r#"{"@type": "Offer", "datePublished": "2022-02-27"}"#;
        for block in ["{", "", "[[[1]]]", offer, &"[".repeat(10_000)] {
            assert_eq!(read(block), Said::default(), "{block:.40}");
        }
    }
}
