//! A text cut into blocks that stand beside their claims, and blocks into parts of a page.

use bearings_model::Span;

/// A paragraph longer than this is cut at sentences, so that its claims stay beside it.
const BLOCK_BYTES: usize = 600;

/// A part of the page holds about this much text: a long article whole, a book in parts.
const PART_BYTES: usize = 60_000;

/// Blocks of a text in order; what lies between them is blank.
#[derive(Debug)]
pub(super) struct Layout {
    parts: Vec<Vec<Span>>,
}

impl Layout {
    pub fn of(text: &str, sentences: &[Span]) -> Self {
        let mut parts: Vec<Vec<Span>> = Vec::new();
        let mut room = 0;
        for block in paragraphs(text).flat_map(|paragraph| cut(text, paragraph, sentences)) {
            if block.len() > room || parts.is_empty() {
                parts.push(Vec::new());
                room = PART_BYTES;
            }
            room = room.saturating_sub(block.len());
            parts
                .last_mut()
                .expect("there is a part by now")
                .push(block);
        }
        Self { parts }
    }

    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// The blocks of a part, counted from 1.
    pub fn blocks(&self, part: usize) -> &[Span] {
        self.parts
            .get(part.saturating_sub(1))
            .map_or(&[], Vec::as_slice)
    }

    /// The part in which this byte of the text stands, counted from 1.
    pub fn part_of(&self, at: usize) -> usize {
        let begun = self
            .parts
            .partition_point(|blocks| blocks.first().is_some_and(|first| first.start <= at));
        begun.max(1)
    }
}

/// The lines that are not blank.
fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        Span::new(from, from + line.trim_end().len())
    });
    lines.filter(|line| !line.is_empty())
}

/// A paragraph in stretches of whole sentences; one without sentences is cut at characters.
fn cut(text: &str, paragraph: Span, sentences: &[Span]) -> Vec<Span> {
    let first = sentences.partition_point(|sentence| sentence.start <= paragraph.start);
    let inside = sentences[first..]
        .iter()
        .take_while(|sentence| sentence.start < paragraph.end);
    let (mut blocks, mut start, mut last) = (Vec::new(), paragraph.start, paragraph.start);
    for edge in inside.map(|sentence| sentence.start).chain([paragraph.end]) {
        if edge - start > BLOCK_BYTES && last > start {
            blocks.push(Span::new(start, last));
            start = last;
        }
        while edge - start > PART_BYTES {
            let end = character_at_or_before(text, start + PART_BYTES);
            blocks.push(Span::new(start, end));
            start = end;
        }
        last = edge;
    }
    blocks.push(Span::new(start, paragraph.end));
    blocks
}

fn character_at_or_before(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character that is not blank stands in exactly one block, in order, and every part is
    /// of a fair size.
    #[track_caller]
    fn check(text: &str, sentences: &[Span], parts: usize) {
        let layout = Layout::of(text, sentences);
        assert_eq!(layout.parts(), parts);
        let blocks: Vec<Span> = (1..=layout.parts())
            .flat_map(|part| layout.blocks(part).to_vec())
            .collect();
        let shown: String = blocks.iter().map(|block| block.of(text).unwrap()).collect();
        assert_eq!(shown, text.lines().map(str::trim_end).collect::<String>());
        for part in 1..=parts {
            for block in layout.blocks(part) {
                assert_eq!(layout.part_of(block.start), part);
                assert_eq!(layout.part_of(block.end - 1), part);
            }
            let bytes: usize = layout.blocks(part).iter().map(|block| block.len()).sum();
            assert!(bytes <= PART_BYTES, "{bytes}");
        }
    }

    #[test]
    fn paragraphs_are_blocks_and_blank_lines_none() {
        check("One.\n\n  \nTwo. Слово.\r\n", &[], 1);
        check("", &[], 0);
    }

    #[test]
    fn a_long_paragraph_is_cut_at_sentences() {
        let text = "Слово за словом, и так далее. ".repeat(100);
        let length = "Слово за словом, и так далее. ".len();
        let sentences: Vec<Span> = (0..100)
            .map(|n| Span::new(n * length, (n + 1) * length - 1))
            .collect();
        check(&text, &sentences, 1);
        let layout = Layout::of(&text, &sentences);
        assert!(layout.blocks(1).len() > 2);
        assert!(
            layout
                .blocks(1)
                .iter()
                .all(|block| block.start % length == 0)
        );
    }

    #[test]
    fn a_text_without_sentences_is_cut_all_the_same() {
        check(&"д".repeat(100_000), &[], 4);
    }

    #[test]
    fn many_paragraphs_make_several_parts() {
        check(&"A paragraph of some length.\n".repeat(5000), &[], 3);
    }
}
