//! Markdown to text: markup off, paragraphs kept, front matter read as metadata.

mod front_matter;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::page::layout::lay_out;
use crate::said::{Page, named};

pub(crate) fn read(source: &str) -> Page {
    let (mut said, body) = front_matter::split(source);
    let mut sheet = Sheet {
        title: said.title.take(),
        ..Sheet::default()
    };
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        sheet.take(event);
    }
    let text = sheet.text.trim_end().to_owned();
    said.title = sheet.title;
    Page {
        text,
        said,
        problems: Vec::new(),
    }
}

#[derive(Default)]
struct Sheet {
    text: String,
    title: Option<String>,
    /// Where the open first-level heading began.
    heading: Option<usize>,
    /// The first of those is the title; any other is part of the text.
    headed: bool,
    /// How many list items are open.
    tight: usize,
}

impl Sheet {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            // Inline tags say nothing; blocks of HTML may hold text.
            Event::Html(html) => self.text.push_str(&lay_out(&html)),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::Table(_)
            | Tag::HtmlBlock => {
                self.part("\n\n");
            }
            Tag::Heading { level, .. } => {
                self.part("\n\n");
                let first = *level == HeadingLevel::H1 && !self.headed;
                self.heading = first.then_some(self.text.len());
            }
            Tag::List(_) => {
                let nested = self.tight > 0;
                self.part(if nested { "\n" } else { "\n\n" });
            }
            Tag::Item => {
                self.part("\n");
                self.tight += 1;
            }
            Tag::TableRow | Tag::TableHead => self.part("\n"),
            Tag::TableCell => self.part(" "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(from) = self.heading.take() {
                    self.take_title(from);
                }
            }
            TagEnd::Item => self.tight = self.tight.saturating_sub(1),
            TagEnd::List(_) if self.tight == 0 => self.part("\n\n"),
            _ => {}
        }
    }

    fn take_title(&mut self, from: usize) {
        self.headed = true;
        let heading = named(&self.text[from..]);
        if self.title.is_none() {
            self.title.clone_from(&heading);
        }
        if self.title == heading {
            self.text.truncate(from);
        }
    }

    /// At least `gap` before what comes next; within a list item a paragraph only ends the line.
    fn part(&mut self, gap: &str) {
        let gap = if self.tight > 0 && gap == "\n\n" {
            "\n"
        } else {
            gap
        };
        if self.text.is_empty() || (gap == " " && self.text.ends_with('\n')) {
            return;
        }
        let have = self.text.len() - self.text.trim_end_matches('\n').len();
        let wanted = gap.matches('\n').count();
        if gap == " " {
            self.text.push(' ');
        }
        (have..wanted).for_each(|_| self.text.push('\n'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_paragraphs_stay() {
        for (source, want) in [
            (
                "One *two*\nthree.\n\nFour [five](https://a.example).",
                "One two three.\n\nFour five.",
            ),
            (
                "# Title\n\nText.\n\n## Part\n\nMore.",
                "Text.\n\nPart\n\nMore.",
            ),
            (
                "Seen:\n\n- a\n- b\n  - c\n\nThen.",
                "Seen:\n\na\nb\nc\n\nThen.",
            ),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
            ("> quoted\n\nafter", "quoted\n\nafter"),
            (
                "![a photo](x.jpg)\n\nText <b>bold</b>.",
                "a photo\n\nText bold.",
            ),
        ] {
            assert_eq!(read(source).text, want, "{source}");
        }
    }

    #[test]
    fn front_matter_is_metadata_and_a_rule_is_not() {
        let page = read(
            "---\ntitle: \"Quiet: a night\"\ndate: 2022-03-01\nauthor: A. One\n---\n# Quiet: a night\n\nText.",
        );
        assert_eq!(page.said.title.as_deref(), Some("Quiet: a night"));
        assert_eq!(page.said.byline.as_deref(), Some("A. One"));
        assert_eq!(page.said.dates[0].text, "2022-03-01");
        assert_eq!(page.text, "Text.");
        assert_eq!(
            read("---\n\nText: one.\n\n---\n\nMore.").text,
            "Text: one.\n\nMore."
        );
    }
}
