//! Who published an item, and at what address.

use url::Url;

use bearings_model::Acquisition;

/// The publisher's name: given, else named by the page, else the host, else the file's stem.
pub(crate) fn outlet(acquisition: &Acquisition, named: Option<&str>, url: Option<&str>) -> String {
    let given = acquisition
        .source
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    if let Some(name) = given.or(named) {
        return name.to_owned();
    }
    let host = || host(&acquisition.from).or_else(|| host(url?));
    host().unwrap_or_else(|| stem(&acquisition.from))
}

/// The page's own address, absolute, and a sentence where it names another site than the one it
/// was fetched from.
pub(crate) fn address(
    acquisition: &Acquisition,
    said: Option<&str>,
) -> (Option<String>, Option<String>) {
    let fetched = web_address(&acquisition.from);
    let said = said.and_then(|said| match &fetched {
        Some(base) => base.join(said).ok().filter(is_web),
        None => web_address(said),
    });
    let note = match (&fetched, &said) {
        (Some(fetched), Some(said)) if bare_host(fetched) != bare_host(said) => Some(format!(
            "the page was fetched from {fetched} but says its address is {said}"
        )),
        _ => None,
    };
    (said.or(fetched).map(String::from), note)
}

fn web_address(text: &str) -> Option<Url> {
    Url::parse(text.trim()).ok().filter(is_web)
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

fn host(text: &str) -> Option<String> {
    web_address(text).as_ref().and_then(bare_host)
}

/// Without the labels that only choose a form of the same site.
fn bare_host(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    let forms = ["www.", "m.", "amp.", "mobile."];
    let bare = forms
        .iter()
        .find_map(|form| host.strip_prefix(form))
        .unwrap_or(host);
    Some(bare.to_owned())
}

fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() {
        name.to_owned()
    } else {
        stem.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::file;

    #[test]
    fn the_outlet_is_the_best_name_there_is() {
        for (from, source, named, url, want) in [
            (
                "a/post.txt",
                Some("The Harbour"),
                Some("Harbour Media"),
                None,
                "The Harbour",
            ),
            (
                "a/post.txt",
                None,
                Some("Harbour Media"),
                None,
                "Harbour Media",
            ),
            (
                "https://www.harbour.example/x",
                None,
                None,
                None,
                "harbour.example",
            ),
            (
                "post.html",
                None,
                None,
                Some("https://m.harbour.example/x"),
                "harbour.example",
            ),
            ("a/council.post.txt", None, None, None, "council.post"),
        ] {
            let mut acquisition = file(from);
            acquisition.source = source.map(str::to_owned);
            assert_eq!(outlet(&acquisition, named, url), want);
        }
    }

    #[test]
    fn an_address_on_another_site_is_told() {
        let fetched = file("https://mirror.example/x");
        let (url, note) = address(&fetched, Some("https://harbour.example/x"));
        assert_eq!(url.as_deref(), Some("https://harbour.example/x"));
        assert!(note.is_some_and(|note| note.contains("mirror.example")));
        let (url, note) = address(&fetched, Some("/canonical"));
        assert_eq!(
            (url.as_deref(), note),
            (Some("https://mirror.example/canonical"), None)
        );
        assert_eq!(
            address(&file("page.html"), Some("/canonical")),
            (None, None)
        );
        assert_eq!(
            address(&file("page.html"), Some("javascript:x")),
            (None, None)
        );
    }
}
