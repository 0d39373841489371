//! All that a page offers about itself, and which of it is taken.

use crate::said::{Said, SaidDate, named};

/// Names of `meta` elements, the best first. (Field name for messages as written.)
const DATE_METAS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
];
const BYLINE_METAS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
];

/// Everything the page offers, unordered; [`settle`](Offers::settle) chooses.
#[derive(Default)]
pub(super) struct Offers {
    pub linked: Vec<Said>,
    /// `(name in lower case, content)`.
    pub metas: Vec<(String, String)>,
    pub canonical: Option<String>,
    pub lang: Option<String>,
    pub saved_from: Option<String>,
    pub title_element: Option<String>,
    pub headings: Vec<String>,
    pub byline_elements: Vec<String>,
    /// `(datetime, marked as the publication time)`.
    pub times: Vec<(String, bool)>,
}

impl Offers {
    fn meta(&self, names: &[&str]) -> Option<String> {
        let content = |name: &&str| {
            let found = self.metas.iter().find(|(known, _)| known == name);
            found.and_then(|(_, content)| named(content))
        };
        names.iter().find_map(content)
    }

    fn linked<T>(&self, field: impl Fn(&Said) -> Option<T>) -> Option<T> {
        self.linked.iter().find_map(field)
    }

    pub(super) fn settle(self) -> Said {
        let outlet = self
            .meta(&["og:site_name", "application-name"])
            .or_else(|| self.linked(|said| said.outlet.clone()))
            .or_else(|| self.meta(&["publisher", "dc.publisher"]))
            .filter(|name| !is_address(name));
        let byline = self
            .linked(|said| said.byline.clone())
            .or_else(|| self.meta(BYLINE_METAS))
            .or_else(|| self.byline_elements.first().cloned())
            .map(|name| crate::chrome::without_by(&name).to_owned())
            .filter(|name| !is_address(name) && Some(name) != outlet.as_ref());
        Said {
            title: self.title(outlet.as_deref()),
            byline,
            url: self.url(),
            lang: self
                .lang
                .clone()
                .or_else(|| self.linked(|said| said.lang.clone())),
            dates: self.dates(),
            outlet,
        }
    }

    fn title(&self, outlet: Option<&str>) -> Option<String> {
        let one_heading = || {
            if self.headings.len() == 1 {
                self.headings.first().cloned()
            } else {
                None
            }
        };
        let title = self
            .linked(|said| said.title.clone())
            .or_else(|| self.meta(&["og:title", "twitter:title", "dc.title"]))
            .or_else(one_heading)
            .or_else(|| self.title_element.clone())?;
        Some(without_outlet(&title, outlet).to_owned())
    }

    fn url(&self) -> Option<String> {
        let canonical = self.canonical.as_deref().and_then(named);
        canonical
            .or_else(|| self.meta(&["og:url"]))
            .or_else(|| self.saved_from.clone())
            .or_else(|| self.linked(|said| said.url.clone()))
    }

    fn dates(&self) -> Vec<SaidDate> {
        let linked = self.linked.iter().flat_map(|said| said.dates.clone());
        let metas = DATE_METAS.iter().filter_map(|field| {
            Some(SaidDate {
                text: self.meta(&[field])?,
                field,
            })
        });
        linked.chain(metas).chain(self.time_element()).collect()
    }

    /// A marked time, or an unmarked one when the page has no other day beside it.
    fn time_element(&self) -> Option<SaidDate> {
        let marked = self.times.iter().find(|(_, marked)| *marked);
        let first = self.times.first();
        let day = |at: &str| at.chars().take(10).collect::<String>();
        let alone =
            first.filter(|(at, _)| self.times.iter().all(|(other, _)| day(other) == day(at)));
        let (text, _) = marked.or(alone)?;
        Some(SaidDate {
            text: text.clone(),
            field: "time",
        })
    }
}

fn is_address(name: &str) -> bool {
    name.starts_with("http://") || name.starts_with("https://") || name.starts_with('@')
}

/// "Bridge hit | The Harbour" without its last part, when that part is the outlet.
fn without_outlet<'t>(title: &'t str, outlet: Option<&str>) -> &'t str {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        let parts = title.rsplit_once(mark);
        if let Some((rest, last)) = parts.filter(|(rest, _)| !rest.trim().is_empty())
            && outlet.is_some_and(|outlet| outlet.to_lowercase() == last.trim().to_lowercase())
        {
            return rest.trim();
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use crate::page::metadata::read;

    /// Title, byline, outlet and the first date.
    fn check(head: &str, want: [Option<&str>; 4]) {
        let said = read(&format!("<html><head>{head}"));
        let date = said.dates.first().map(|date| date.text.as_str());
        let found = [
            said.title.as_deref(),
            said.byline.as_deref(),
            said.outlet.as_deref(),
            date,
        ];
        assert_eq!(found, want, "{head}");
    }

    #[test]
    fn names_and_dates_are_taken_from_the_best_place() {
        check(
            "<title>Quiet night - Harbour Post</title><meta property=og:site_name content='Harbour Post'>",
            [Some("Quiet night"), None, Some("Harbour Post"), None],
        );
        check(
            "<title>x</title><h1>Quiet <b>night</b></h1><span class='meta byline'>By Anna One</span>",
            [Some("Quiet night"), Some("Anna One"), None, None],
        );
        check(
            "<meta name=date content=2022-03-02><meta property=article:published_time content=2022-03-01>",
            [None, None, None, Some("2022-03-01")],
        );
        check(
            "<time datetime=2022-03-01>1 March</time>",
            [None, None, None, Some("2022-03-01")],
        );
    }

    #[test]
    fn what_names_something_else_is_not_taken() {
        // Two stories' times, neither marked: either could be a teaser's.
        check(
            "<time datetime=2022-03-01></time><time datetime=2022-02-01></time>",
            [None; 4],
        );
        check(
            "<meta property=article:author content='https://a.example/anna'>",
            [None; 4],
        );
        check(
            "<meta property=article:modified_time content=2022-03-09>",
            [None; 4],
        );
        check(
            "<title>North - South talks</title>",
            [Some("North - South talks"), None, None, None],
        );
    }
}
