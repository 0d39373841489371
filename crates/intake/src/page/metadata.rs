//! A walk through a page for what it says about itself: its head, its times, its saved-from mark.

use super::linked_data;
use super::offers::Offers;
use super::tags::{Tag, Token, tokens};
use crate::said::{Said, named};

/// An element whose text is being gathered.
struct Gathering {
    element: String,
    text: String,
    heading: bool,
}

pub(crate) fn read(html: &str) -> Said {
    let mut offers = Offers::default();
    let mut gathering: Option<Gathering> = None;
    let mut script_is_data = false;
    for token in tokens(html) {
        match token {
            Token::Open(tag) => {
                script_is_data = is_linked_data(&tag);
                offers.element(&tag);
                if gathering.is_none() {
                    gathering = begin(&tag);
                }
            }
            Token::Raw { content, .. } if script_is_data => {
                offers.linked.push(linked_data::read(content));
            }
            Token::Raw { element, content } if element.eq_ignore_ascii_case("title") => {
                let title = html_escape::decode_html_entities(content);
                offers.title_element = offers.title_element.take().or_else(|| named(&title));
            }
            Token::Comment(text) => offers.comment(text),
            Token::Text(text) => {
                if let Some(open) = gathering.as_mut().filter(|open| open.text.len() < 1000) {
                    open.text.push_str(&html_escape::decode_html_entities(text));
                }
            }
            Token::Close(name) => offers.close(name, &mut gathering),
            Token::Raw { .. } => {}
        }
    }
    offers.settle()
}

fn is_linked_data(tag: &Tag<'_>) -> bool {
    let media = || {
        tag.attribute("type")
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    tag.is("script") && media().starts_with("application/ld+json")
}

fn begin(tag: &Tag<'_>) -> Option<Gathering> {
    let heading = tag.is("h1");
    let author = || {
        let rel = tag
            .attribute("rel")
            .is_some_and(|rel| rel.eq_ignore_ascii_case("author"));
        let class = tag
            .attribute("class")
            .unwrap_or_default()
            .to_ascii_lowercase();
        rel || class
            .split_whitespace()
            .any(|name| name == "byline" || name == "author-name")
    };
    let wanted = heading || author();
    wanted.then(|| Gathering {
        element: tag.name.to_owned(),
        text: String::new(),
        heading,
    })
}

impl Offers {
    fn element(&mut self, tag: &Tag<'_>) {
        if tag.is("html") {
            self.lang = self.lang.take().or_else(|| tag.attribute("lang"));
        } else if tag.is("meta") {
            let name = ["property", "name", "itemprop", "http-equiv"];
            let name = name.iter().find_map(|field| tag.attribute(field));
            if let (Some(name), Some(content)) = (name, tag.attribute("content")) {
                self.metas.push((name.to_ascii_lowercase(), content));
            }
        } else if tag.is("link") {
            let canonical = tag
                .attribute("rel")
                .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
            if canonical && self.canonical.is_none() {
                self.canonical = tag.attribute("href");
            }
        } else if tag.is("time")
            && let Some(at) = tag.attribute("datetime")
        {
            let marked = tag.attribute("pubdate").is_some()
                || tag
                    .attribute("itemprop")
                    .is_some_and(|prop| prop == "datePublished");
            self.times.push((at, marked));
        }
    }

    /// Chrome and Firefox write `saved from url=(0029)https://…` when a page is saved.
    fn comment(&mut self, text: &str) {
        let marked = text.trim().strip_prefix("saved from url=(");
        let address = marked.and_then(|rest| rest.split_once(')'));
        if let Some((_, address)) = address.filter(|_| self.saved_from.is_none()) {
            self.saved_from = named(address);
        }
    }

    fn close(&mut self, name: &str, gathering: &mut Option<Gathering>) {
        let ends = |open: &Gathering| open.element.eq_ignore_ascii_case(name);
        if !gathering.as_ref().is_some_and(ends) {
            return;
        }
        let Some(open) = gathering.take() else { return };
        let kept = if open.heading {
            &mut self.headings
        } else {
            &mut self.byline_elements
        };
        kept.extend(named(&open.text));
    }
}
