//! What an item says about itself, before anything of it is believed.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub title: Option<String>,
    pub byline: Option<String>,
    /// The publisher's name as given in the metadata.
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub lang: Option<String>,
    /// Publication dates, the best placed first.
    pub dates: Vec<SaidDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SaidDate {
    pub text: String,
    /// Where it stands: "datePublished".
    pub field: &'static str,
}

/// A text with what it said about itself, before page furniture is taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub text: String,
    pub said: Said,
    pub problems: Vec<String>,
}

/// Trimmed, blanks run together; `None` when nothing is left or it is far too long for a name.
pub(crate) fn named(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = words.join(" ");
    let fits = !name.is_empty() && name.chars().count() <= 300;
    fits.then_some(name)
}
