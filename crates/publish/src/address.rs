//! Names that are safe as file names, anchors and language tags, whatever the input holds.

use bearings_model::ItemId;

/// An anchor of letters, digits and hyphens; never empty.
pub(crate) fn anchor(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    if kept.is_empty() {
        "unnamed".to_owned()
    } else {
        kept
    }
}

/// Where an item's evidence page stands, seen from the front page.
pub(crate) fn evidence_page(item: &ItemId) -> String {
    format!("evidence/{}.html", item.short())
}

/// A BCP 47 tag for a `lang` attribute, or nothing where the text is no tag.
pub(crate) fn language_tag(lang: Option<&str>) -> Option<String> {
    let tag = lang?;
    let fits = (2..=35).contains(&tag.len())
        && tag
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then(|| tag.to_owned())
}

/// The English name of the languages met most; others are shown by their tag.
pub(crate) fn language_name(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "en" => "English",
        "uk" => "Ukrainian",
        "ru" => "Russian",
        "pl" => "Polish",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "ar" => "Arabic",
        "he" => "Hebrew",
        "tr" => "Turkish",
        _ => tag,
    }
}
