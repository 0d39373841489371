//! One item's bytes to its document: the order in which the parts of intake work.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use bearings_model::{Acquisition, Document, ItemId, Zone};

use crate::chrome::{Stripped, strip};
use crate::error::IntakeError;
use crate::kind::{Kind, Unreadable, kind};
use crate::published::{Clues, published};
use crate::removed::Removed;
use crate::said::{Page, Said};
use crate::{charset, language, markdown, mhtml, outlet, page, tidy};

/// Texts beyond this are kept but not read: the largest books have 5 MB.
pub const TEXT_LIMIT_BYTES: usize = 50_000_000;

/// What holds for a whole case where an item says nothing else.
#[derive(Clone, Debug)]
pub struct Defaults {
    pub zone: Zone,
    /// The day it is; a publication date after it is not believed.
    pub today: Date,
}

/// A document, and what was taken off its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    pub document: Document,
    pub removed: Removed,
}

/// The document alone; see [`extract`].
pub fn document(
    bytes: &[u8],
    acquisition: &Acquisition,
    defaults: &Defaults,
) -> Result<Document, IntakeError> {
    extract(bytes, acquisition, defaults).map(|extracted| extracted.document)
}

/// Reads an item: its text without page furniture, and what it says about itself.
///
/// Fails only when there is no text to be had; everything less is a sentence in
/// [`Document::problems`].
pub fn extract(
    bytes: &[u8],
    acquisition: &Acquisition,
    defaults: &Defaults,
) -> Result<Extracted, IntakeError> {
    let item = || acquisition.from.clone();
    if bytes.len() > TEXT_LIMIT_BYTES {
        return Err(IntakeError::TooLarge {
            item: item(),
            megabytes: bytes.len() as u64 / 1_000_000,
            limit_megabytes: TEXT_LIMIT_BYTES as u64 / 1_000_000,
        });
    }
    let kind = kind(bytes, &acquisition.from, acquisition.media_type.as_deref());
    let kind = kind.map_err(|why| match why {
        Unreadable::Empty => IntakeError::Empty { item: item() },
        Unreadable::Binary(looks_like) => IntakeError::NotText {
            item: item(),
            looks_like,
        },
    })?;
    let (page, stripped) = if acquisition.plain {
        as_it_is(bytes, acquisition)
    } else {
        let page = read(kind, bytes, acquisition);
        let stripped = strip(&page.text, page.said.title.as_deref());
        (page, stripped)
    };
    if stripped.text.trim().is_empty() {
        return Err(IntakeError::NoText { item: item() });
    }
    Ok(assemble(bytes, page, stripped, acquisition, defaults))
}

/// The characters of the file, none removed.
fn as_it_is(bytes: &[u8], acquisition: &Acquisition) -> (Page, Stripped) {
    let decoded = charset::decode(bytes, acquisition.media_type.as_deref());
    let stripped = Stripped {
        text: decoded.text.clone(),
        ..Stripped::default()
    };
    (
        Page {
            text: decoded.text,
            said: Said::default(),
            problems: decoded.problems,
        },
        stripped,
    )
}

fn read(kind: Kind, bytes: &[u8], acquisition: &Acquisition) -> Page {
    let media_type = acquisition.media_type.as_deref();
    match kind {
        Kind::Html => read_html(bytes, media_type),
        Kind::Mhtml => match mhtml::page(bytes) {
            Some(saved) => {
                let mut page = read_html(&saved.html, saved.media_type.as_deref());
                page.said.url = saved.url.or(page.said.url);
                page
            }
            None => Page::default(),
        },
        Kind::Markdown | Kind::PlainText => {
            let decoded = charset::decode(bytes, media_type);
            let text = tidy::tidied(&decoded.text);
            let mut page = match kind {
                Kind::Markdown => markdown::read(&text),
                _ => Page {
                    text,
                    ..Page::default()
                },
            };
            page.problems.splice(0..0, decoded.problems);
            page
        }
    }
}

fn read_html(bytes: &[u8], media_type: Option<&str>) -> Page {
    let decoded = charset::decode(bytes, media_type);
    let mut page = page::read(&decoded.text);
    page.text = tidy::tidied(&page.text);
    page.problems.splice(0..0, decoded.problems);
    page
}

fn assemble(
    bytes: &[u8],
    page: Page,
    stripped: Stripped,
    acquisition: &Acquisition,
    defaults: &Defaults,
) -> Extracted {
    let said = page.said;
    let mut problems = page.problems;
    let zone = acquisition
        .zone
        .clone()
        .unwrap_or_else(|| defaults.zone.clone());
    let (url, elsewhere) = outlet::address(acquisition, said.url.as_deref());
    let (lang, mistaken) = language::language(
        acquisition.lang.as_deref(),
        said.lang.as_deref(),
        &stripped.text,
    );
    let (published, undated) = published(&Clues {
        given: acquisition.published.as_deref(),
        said: &said.dates,
        url: url.as_deref(),
        text: &page.text,
        zone: &zone,
        today: defaults.today,
    });
    problems.extend(elsewhere.into_iter().chain(mistaken).chain(undated));
    let named = said.outlet.or(stripped.outlet);
    let document = Document {
        item: item_of(bytes),
        title: stripped.title.or(said.title),
        byline: said.byline.or(stripped.byline),
        outlet: outlet::outlet(acquisition, named.as_deref(), url.as_deref()),
        lang,
        text: stripped.text,
        published,
        zone,
        url,
        problems,
    };
    Extracted {
        document,
        removed: stripped.removed,
    }
}

pub fn item_of(bytes: &[u8]) -> ItemId {
    let hex: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ItemId::from_hex(&hex).expect("a SHA-256 has 64 hexadecimal digits")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An item of which nothing is known but where it came from.
    pub(crate) fn file(from: &str) -> Acquisition {
        Acquisition {
            at: jiff::Timestamp::UNIX_EPOCH,
            by: "desk".to_owned(),
            from: from.to_owned(),
            method: "file".to_owned(),
            media_type: None,
            published: None,
            source: None,
            lang: None,
            zone: None,
            shows: None,
            derived_from: None,
            plain: false,
        }
    }

    fn defaults() -> Defaults {
        Defaults {
            zone: Zone::utc(),
            today: jiff::civil::date(2022, 3, 10),
        }
    }

    #[test]
    fn what_cannot_be_read_gets_one_sentence() {
        for (from, bytes, want) in [
            ("a.txt", Vec::new(), "cannot read 'a.txt': it is empty"),
            (
                "b.txt",
                b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
                "looks like a PNG image",
            ),
            (
                "c.html",
                b"<html><script>x()</script></html>".to_vec(),
                "no text was found",
            ),
            (
                "d.html",
                vec![b' '; 60_000_000],
                "60 MB is more than the 50 MB",
            ),
            (
                "e.mhtml",
                b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx".to_vec(),
                "no text",
            ),
        ] {
            let error = document(&bytes, &file(from), &defaults())
                .expect_err(from)
                .to_string();
            assert!(error.contains(want), "{error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn plain_keeps_every_character_but_the_mark() {
        let text = "Date:\r\n\r\nAdvertisement  \r\nIt was quiet.\u{7}\r\n";
        let bytes = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let acquisition = Acquisition {
            shows: None,
            derived_from: None,
            plain: true,
            ..file("a.txt")
        };
        let extracted = extract(&bytes, &acquisition, &defaults()).unwrap();
        assert_eq!(extracted.document.text, text);
        assert!(extracted.removed.lines.is_empty());
        let read = document(&bytes, &file("a.txt"), &defaults()).unwrap();
        assert_eq!(read.text, "It was quiet.");
    }

    #[test]
    fn a_hostile_page_gives_its_text_and_a_problem() {
        let deep = format!(
            "<html>{}It was quiet, the mayor said.",
            "<div>".repeat(100_000)
        );
        let wide = format!(
            "<html>It was quiet, the mayor said.{}",
            "<p>".repeat(1_000_000)
        );
        // Just within the limits: the extractors' recursion must fit a thread's stack.
        let steep = format!("<html>{}It was quiet, the mayor said.", "<div>".repeat(500));
        assert!(document(steep.as_bytes(), &file("a.html"), &defaults()).is_ok());
        for page in [deep, wide] {
            let document = document(page.as_bytes(), &file("a.html"), &defaults()).unwrap();
            assert_eq!(document.text, "It was quiet, the mayor said.");
            assert!(
                document.problems[0].contains("all its text was kept"),
                "{:?}",
                document.problems
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_markup_under_any_name_is_read_or_refused(
            text in "(<(p|div|h1|li|!--|script|meta charset=x|time datetime=2022)>?|</p>|Related|Date:|\\n|#a|—|1 March 2022|\\PC{0,4}){0,40}",
            name in "(a.html|a.md|a.txt|a.mhtml)",
        ) {
            if let Ok(read) = document(text.as_bytes(), &file(&name), &defaults()) {
                assert!(!read.text.trim().is_empty());
            }
        }
    }
}
