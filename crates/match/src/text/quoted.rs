//! What stands between quotation marks: the words of someone else than the text.
//!
//! Knows marks, not speakers. A name in marks («Азов») is quoted too, which costs a word or two.

use bearings_model::Span;

/// Marks that open, each with those that close it. „ closes with “ in Ukrainian and Russian print
/// and with ” in English imitation of it.
const PAIRS: [(char, &[char]); 4] = [
    ('“', &['”']),
    ('«', &['»']),
    ('„', &['“', '”']),
    ('‹', &['›']),
];

/// The spans between marks, in order.
///
/// A quotation ends with its paragraph, unless the next paragraph opens with a mark again, as
/// English print does for speech of several paragraphs. A paragraph of straight marks with one too
/// many has no quotation: which words it would hold is not known.
pub(crate) fn quoted(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        straight(paragraph, start, &mut spans);
        paired(paragraph, start, &mut spans);
        start += paragraph.len();
    }
    spans.sort_unstable();
    spans
}

fn straight(paragraph: &str, start: usize, spans: &mut Vec<Span>) {
    let marks: Vec<usize> = paragraph
        .match_indices('"')
        .map(|(at, _)| start + at)
        .collect();
    let (pairs, rest) = marks.as_chunks::<2>();
    if rest.is_empty() {
        spans.extend(pairs.iter().map(|[from, to]| Span::new(*from, to + 1)));
    }
}

fn paired(paragraph: &str, start: usize, spans: &mut Vec<Span>) {
    let mut open: Option<(usize, &[char])> = None;
    for (at, c) in paragraph.char_indices() {
        match open {
            None => {
                let found = PAIRS.iter().find(|(mark, _)| *mark == c);
                open = found.map(|(_, closing)| (at, *closing));
            }
            Some((from, closing)) if closing.contains(&c) => {
                spans.push(Span::new(start + from, start + at + c.len_utf8()));
                open = None;
            }
            Some(_) => {}
        }
    }
    // Speech of several paragraphs closes its marks in the last alone.
    let unclosed = open.filter(|(from, _)| paragraph[..*from].trim().is_empty());
    if let Some((from, _)) = unclosed {
        spans.push(Span::new(start + from, start + paragraph.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quoted(text)
            .into_iter()
            .filter_map(|span| span.of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_between_marks_are_quoted_whatever_the_marks() {
        check("He said “we stay” and left.", &["“we stay”"]);
        check("Він сказав: «Ми лишаємось».", &["«Ми лишаємось»"]);
        check("Он сказал: „Мы остаёмся“, и ушёл.", &["„Мы остаёмся“"]);
        check("\"One,\" she said. \"Two.\"", &["\"One,\"", "\"Two.\""]);
    }

    #[test]
    fn speech_of_several_paragraphs_opens_each() {
        check(
            "“We stay.\n“We have water.” He left.",
            &["“We stay.\n", "“We have water.”"],
        );
    }

    #[test]
    fn a_mark_without_its_fellow_quotes_nothing() {
        check("A 12\" gun fired.", &[]);
        check("He said “we stay and left.\nNobody saw it.", &[]);
    }
}
