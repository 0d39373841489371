//! How much of a source is shown around its cited excerpts: enough to judge them by, no more.

use bearings_model::Span;

use crate::reference::Cited;

/// Characters of context on either side of an excerpt at most, so that around 600 stand around it.
const MOST: usize = 300;

/// The stretches of text to show, in order, none overlapping or touching another.
///
/// A text that holds a passage which stays out is `guarded`: of it only the cited sentences are
/// shown, since what stands beside such a passage often tells the rest.
pub(super) fn windows(text: &str, cited: &[&Cited], guarded: bool) -> Vec<Span> {
    let mut spans: Vec<Span> = cited
        .iter()
        .map(|cited| match guarded {
            true => sentence(text, cited.excerpt.span()),
            false => window(text, cited.excerpt.span()),
        })
        .collect();
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if text[last.end.min(span.start)..span.start].trim().is_empty() => {
                *last = last.join(span);
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// The sentence or sentences the excerpt stands in, and no more.
fn sentence(text: &str, excerpt: Span) -> Span {
    let paragraph = text[..excerpt.start].rfind('\n').map_or(0, |line| line + 1);
    let begin = sentence_ends(&text[paragraph..excerpt.start])
        .last()
        .unwrap_or(0);
    let line = text[excerpt.end..]
        .find('\n')
        .unwrap_or(text.len() - excerpt.end);
    let after = &text[excerpt.end..excerpt.end + line];
    let end = sentence_ends(after)
        .next()
        .map_or(line, |end| after[..end].trim_end().len());
    Span::new(paragraph + begin, excerpt.end + end)
}

/// The excerpt's paragraph, or where that is long the sentences around the excerpt.
fn window(text: &str, excerpt: Span) -> Span {
    Span::new(begin(text, excerpt.start), end(text, excerpt.end))
}

fn begin(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let paragraph = before.rfind('\n').map_or(0, |line| line + 1);
    let reach = before
        .char_indices()
        .rev()
        .nth(MOST - 1)
        .map_or(0, |(start, _)| start);
    if paragraph >= reach {
        return paragraph;
    }
    let near = &text[reach..at];
    let sentence = sentence_ends(near)
        .next()
        .or_else(|| near.find(' ').map(|gap| gap + 1));
    reach + sentence.unwrap_or(0)
}

fn end(text: &str, at: usize) -> usize {
    let after = &text[at..];
    let paragraph = after.find('\n').unwrap_or(after.len());
    let reach = after
        .char_indices()
        .nth(MOST)
        .map_or(after.len(), |(end, _)| end);
    if paragraph <= reach {
        return at + paragraph;
    }
    let near = &after[..reach];
    let sentence = sentence_ends(near)
        .last()
        .map(|end| near[..end].trim_end().len());
    at + sentence.or_else(|| near.rfind(' ')).unwrap_or(near.len())
}

/// Where a new sentence may begin: after a stop and a space. Only for choosing where to cut.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?', '…', '。', '؟'])
        .filter_map(|(at, stop)| {
            let after = at + stop.len();
            text[after..].starts_with(' ').then_some(after + 1)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, excerpt: &str, shown: &str) {
        let start = text.find(excerpt).unwrap();
        let window = window(text, Span::new(start, start + excerpt.len()));
        assert_eq!(window.of(text), Some(shown));
    }

    #[test]
    fn a_short_paragraph_is_shown_whole() {
        check(
            "Before.\nOne here. Two there.\nAfter.",
            "Two",
            "One here. Two there.",
        );
    }

    #[test]
    fn beside_a_passage_that_stays_out_only_the_cited_sentence_is_shown() {
        let text = "Before.\nWe are here. Two fell there. The staff are calm.\nAfter.";
        let start = text.find("Two").unwrap();
        let shown = sentence(text, Span::new(start, start + 3));
        assert_eq!(shown.of(text), Some("Two fell there."));
    }

    #[test]
    fn a_long_paragraph_is_cut_at_sentences() {
        let filler = "Слово за словом. ".repeat(40);
        let text = format!("{filler}The excerpt. {filler}");
        let start = text.find("The excerpt").unwrap();
        let window = window(&text, Span::new(start, start + 11));
        let shown = window.of(&text).unwrap();
        assert!(
            shown.starts_with("Слово") && shown.ends_with("словом."),
            "{shown}"
        );
        assert!(shown.chars().count() < 2 * MOST + 12);
    }
}
