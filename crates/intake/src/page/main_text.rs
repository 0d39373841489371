//! A page's main text: two extractors from outside, and our own layout when both fail.
//!
//! Extractors see hostile pages: one that panics is caught and its rival asked; a page whose
//! shape would overflow the stack or the memory reaches neither.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::layout::lay_out;
use super::shape::{Shape, shape};

/// With a sentence for each way that was tried in vain.
#[derive(Debug)]
pub(crate) struct MainText {
    pub text: String,
    pub problems: Vec<String>,
}

pub(crate) fn main_text(html: &str) -> MainText {
    let refused = match shape(html) {
        Shape::Fit => None,
        Shape::TooDeep => Some("its elements are nested too deep"),
        Shape::TooManyElements => Some("it has too many elements"),
    };
    if let Some(why) = refused {
        return MainText {
            text: lay_out(html),
            problems: vec![all_kept(why)],
        };
    }
    let mut problems = Vec::new();
    for (name, extract) in [
        (
            "trafilatura",
            with_trafilatura as fn(&str) -> Option<String>,
        ),
        ("dom_smoothie", with_dom_smoothie),
    ] {
        match catch_unwind(AssertUnwindSafe(|| extract(html))) {
            Ok(Some(text)) if !text.trim().is_empty() => return MainText { text, problems },
            Ok(_) => problems.push(format!(
                "the extractor {name} found no main text on the page"
            )),
            Err(_) => problems.push(format!("the extractor {name} broke down on the page")),
        }
    }
    problems.push(all_kept("both extractors failed"));
    MainText {
        text: lay_out(html),
        problems,
    }
}

fn all_kept(why: &str) -> String {
    format!(
        "the article could not be told from the rest of the page ({why}); all its text was kept"
    )
}

/// The slower and better one (figures in docs/decisions/0004-main-text.md).
pub fn with_trafilatura(html: &str) -> Option<String> {
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true);
    let extracted = trafilatura::extract(html, &options).ok()?;
    Some(lay_out(&extracted.content_html))
}

/// Readability: faster, keeps more of what surrounds an article.
pub fn with_dom_smoothie(html: &str) -> Option<String> {
    let mut readability = dom_smoothie::Readability::new(html, None, None).ok()?;
    let article = readability.parse().ok()?;
    Some(lay_out(&article.content))
}
