//! What a text says a place looks like, as a query a person may run or amend.
//!
//! It proposes and never runs: things named in one sentence, how many, how near, on which side.
//! What it could not use is told too. It knows no place names and resolves nothing.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::kinds;
use super::query::{
    Anchor, Clause, Compare, Count, Direction, FAR_M, Filter, KindOf, NEAR_M, Property, Query,
    Relation, Subject,
};

/// "a single runway" says how many there are near; no text says how near.
const COUNTED_M: f64 = 1_000.0;

/// Words for things that more often mean something else where there is war.
const AMBIGUOUS: &[&str] = &[
    "tank",
    "bank",
    "mine",
    "crane",
    "office building",
    "field",
    "square",
    "wall",
    "gate",
    "port",
    "police station",
];

const NEAR: &[&str] = &[
    "near",
    "close",
    "beside",
    "next",
    "nearby",
    "by",
    "at",
    "adjacent",
    "opposite",
    "біля",
    "поруч",
    "поряд",
    "поблизу",
    "недалеко",
    "неподалік",
    "навпроти",
    "около",
    "возле",
    "рядом",
    "вблизи",
    "неподалеку",
    "напротив",
    "у",
];
const NONE: &[&str] = &[
    "no",
    "without",
    "not",
    "away",
    "без",
    "немає",
    "нема",
    "нет",
    "далеко",
];
const NUMBERS: &[(&str, u32)] = &[
    ("single", 1),
    ("one", 1),
    ("only", 1),
    ("lone", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("один", 1),
    ("одна", 1),
    ("одне", 1),
    ("одно", 1),
    ("одну", 1),
    ("одной", 1),
    ("однією", 1),
    ("одним", 1),
    ("одною", 1),
    ("єдина", 1),
    ("єдиною", 1),
    ("єдиний", 1),
    ("единственная", 1),
    ("единственной", 1),
    ("единственный", 1),
    ("два", 2),
    ("дві", 2),
    ("две", 2),
    ("двумя", 2),
    ("двома", 2),
    ("три", 3),
    ("трьома", 3),
    ("тремя", 3),
    ("чотири", 4),
    ("четыре", 4),
];
const DIRECTIONS: &[(&[&str], Direction)] = &[
    (
        &[
            "north",
            "північ",
            "півночі",
            "северу",
            "север",
            "севернее",
            "північніше",
        ],
        Direction::North,
    ),
    (
        &[
            "northeast",
            "north-east",
            "північно-східний",
            "северо-востоку",
            "северо-восток",
            "северо-востоке",
        ],
        Direction::Northeast,
    ),
    (
        &[
            "east",
            "схід",
            "сході",
            "востоку",
            "восток",
            "восточнее",
            "східніше",
        ],
        Direction::East,
    ),
    (
        &[
            "southeast",
            "south-east",
            "юго-востоку",
            "юго-восток",
            "юго-востоке",
        ],
        Direction::Southeast,
    ),
    (
        &[
            "south",
            "південь",
            "півдні",
            "югу",
            "юг",
            "южнее",
            "південніше",
        ],
        Direction::South,
    ),
    (
        &[
            "southwest",
            "south-west",
            "юго-западу",
            "юго-запад",
            "юго-западе",
        ],
        Direction::Southwest,
    ),
    (
        &[
            "west",
            "захід",
            "заході",
            "западу",
            "запад",
            "западнее",
            "західніше",
        ],
        Direction::West,
    ),
    (
        &[
            "northwest",
            "north-west",
            "северо-западу",
            "северо-запад",
            "северо-западе",
        ],
        Direction::Northwest,
    ),
];
const OF: &[&str] = &["of", "from", "від", "от"];
const STOREYS: &[&str] = &[
    "storey",
    "story",
    "storied",
    "storeyed",
    "floor",
    "поверхов",
    "поверхівк",
    "этажн",
    "этажк",
];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub query: Query,
    /// For the thing sought, then for each clause, the words it came from.
    pub clues: Vec<Clue>,
    /// Sides said without of what: not in the query.
    pub unused: Vec<Clue>,
}

impl Proposal {
    /// The words it came from, each in quotation marks.
    pub fn quoted(&self) -> String {
        let clues = self.clues.iter();
        let words: Vec<String> = clues.map(|clue| format!("\"{}\"", clue.words)).collect();
        words.join(", ")
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    pub words: String,
    /// Bytes of the text.
    pub at: Range<usize>,
}

/// The first sentence that names two things, or one and its levels; None where no sentence does.
pub fn propose(text: &str) -> Option<Proposal> {
    let mut start = 0;
    for end in text
        .char_indices()
        .filter(|(_, c)| ".!?\n".contains(*c))
        .map(|(at, c)| at + c.len_utf8())
        .chain([text.len()])
    {
        if let Some(found) = of_sentence(text, start..end) {
            return Some(found);
        }
        start = end;
    }
    None
}

struct Word {
    text: String,
    at: Range<usize>,
}

/// A thing of a kind, and the words before it that say something of it.
struct Mention {
    kind: &'static str,
    from: usize,
    to: usize,
}

fn of_sentence(text: &str, span: Range<usize>) -> Option<Proposal> {
    let words = words(text, span);
    let mentions = mentions(&words);
    let (first, rest) = mentions.split_first()?;
    let clue = |from: usize, to: usize| {
        let at = words[from].at.start..words[to - 1].at.end;
        Clue {
            words: text[at.clone()].to_owned(),
            at,
        }
    };
    let mut want = subject(first.kind);
    let levels = levels(&words, first);
    want.filters.extend(levels.map(|levels| Filter::Number {
        of: Property::Levels,
        is: Compare::Equal,
        value: levels,
    }));
    if rest.is_empty() && levels.is_none() {
        return None;
    }
    let mut proposal = Proposal {
        query: Query::of(want),
        clues: vec![clue(first.from, first.to)],
        unused: Vec::new(),
    };
    let mut after = first.to;
    for mention in rest {
        let between = &words[after..mention.from];
        if mention.kind != first.kind {
            let (not, is) = relation(between, mention.kind);
            proposal.query.clauses.push(Clause { not, is });
            proposal.clues.push(clue(after, mention.to));
        }
        after = mention.to;
    }
    for (at, word) in words.iter().enumerate() {
        let of = words
            .get(at + 1)
            .is_some_and(|next| OF.contains(&next.text.as_str()));
        if direction(&word.text).is_some() && !of {
            proposal.unused.push(clue(at, at + 1));
        }
    }
    let clauses = proposal.query.clauses.len();
    (clauses > 0 || levels.is_some()).then_some(proposal)
}

fn words(text: &str, span: Range<usize>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begin = None;
    let sentence = &text[span.clone()];
    for (at, c) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
        let inside = c.is_alphanumeric() || "-'’ʼ".contains(c);
        match begin {
            None if inside => begin = Some(at),
            Some(from) if !inside => {
                let word = sentence[from..at].to_lowercase().replace(['’', 'ʼ'], "'");
                words.push(Word {
                    text: word,
                    at: span.start + from..span.start + at,
                });
                begin = None;
            }
            _ => {}
        }
    }
    words
}

fn mentions(words: &[Word]) -> Vec<Mention> {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < texts.len() {
        match kinds::longest(&texts[at..(at + 4).min(texts.len())]) {
            Some((kind, count)) => {
                if !AMBIGUOUS.contains(&kind.name) {
                    found.push(Mention {
                        kind: kind.name,
                        from: at,
                        to: at + count,
                    });
                }
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

fn subject(kind: &str) -> Subject {
    Subject {
        kinds: vec![KindOf::Word(kind.to_owned())],
        named: None,
        filters: Vec::new(),
    }
}

/// "9-storey", "nine" is not read; "9-поверхова", "9-этажный", just before the thing.
fn levels(words: &[Word], mention: &Mention) -> Option<f64> {
    let before = &words[mention.from.saturating_sub(2)..mention.from];
    before
        .iter()
        .chain(&words[mention.from..mention.to])
        .find_map(|word| {
            let (number, rest) = word.text.split_once('-')?;
            let storeys = STOREYS.iter().any(|stem| rest.starts_with(stem));
            let number: u32 = number.parse().ok()?;
            (storeys && (1..=200).contains(&number)).then_some(f64::from(number))
        })
}

/// What the words between two things say of how the second stands to the first.
fn relation(between: &[Word], kind: &str) -> (bool, Relation) {
    let things = Box::new(Query::of(subject(kind)));
    let has = |list: &[&str]| {
        between
            .iter()
            .any(|word| list.contains(&word.text.as_str()))
    };
    let count = between.iter().rev().take(3).find_map(|word| {
        NUMBERS
            .iter()
            .find(|(known, _)| *known == word.text)
            .map(|(_, number)| *number)
    });
    if let Some(count) = count {
        return (
            false,
            Relation::Count {
                count: Count::Exactly(count),
                things,
                metres: COUNTED_M,
            },
        );
    }
    let of = Anchor::Things(things);
    let metres = distance(between);
    let side = between.windows(2).find_map(|two| {
        let side = direction(&two[0].text)?;
        OF.contains(&two[1].text.as_str()).then_some(side)
    });
    if let Some(direction) = side {
        let metres = metres.unwrap_or(FAR_M);
        return (
            false,
            Relation::Direction {
                direction,
                of,
                metres,
            },
        );
    }
    let not = has(NONE) && !has(NEAR)
        || between
            .windows(2)
            .any(|two| two[0].text == "not" && NEAR.contains(&two[1].text.as_str()));
    (
        not,
        Relation::Within {
            metres: metres.unwrap_or(NEAR_M),
            of,
        },
    )
}

fn direction(word: &str) -> Option<Direction> {
    DIRECTIONS
        .iter()
        .find(|(names, _)| names.contains(&word))
        .map(|(_, direction)| *direction)
}

fn distance(between: &[Word]) -> Option<f64> {
    between.windows(2).find_map(|two| {
        let number: f64 = two[0].text.parse().ok()?;
        let unit = match two[1].text.as_str() {
            "m" | "metres" | "meters" | "м" | "метрів" | "метрах" | "метров" => {
                1.0
            }
            "km"
            | "kilometres"
            | "kilometers"
            | "км"
            | "кілометрів"
            | "кілометрах"
            | "километрах"
            | "километров" => 1_000.0,
            _ => return None,
        };
        (number * unit <= 50_000.0).then_some(number * unit)
    })
}
