//! What of an answer is taken, and for what is refused one sentence.

use bearings_model::{
    Certainty, Chain, ChainLink, Claim, ClaimId, ClaimKind, Cue, Document, Excerpt, PlaceMention,
    PlaceRole, Reading, SourceKind, Span,
};
use serde_json::Value;

use super::check::{self, Named};
use super::{Question, READER_RULE};
use crate::language::Language;
use crate::strength::{Strength, strength};
use crate::text::Text;

/// Refusals told one by one; the rest are counted.
const REFUSALS_TOLD: usize = 20;

/// The claims of one answer, checked, and what was refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub claims: Vec<Claim>,
    pub problems: Vec<String>,
}

/// Takes the answer to `question`: the body an endpoint of the OpenAI form sends back.
///
/// `reading` is the rules' own reading of the document, for its times and places; a claim that
/// repeats one of its claims is left out. `model` names the reader in the claims' rule.
pub fn hear(
    document: &Document,
    reading: &Reading,
    question: &Question,
    model: &str,
    answer: &str,
) -> Heard {
    let listed = match claims_of(answer) {
        Ok(listed) => listed,
        Err(why) => {
            return Heard {
                problems: vec![format!("the reader's answer was not taken: {why}")],
                ..Heard::default()
            };
        }
    };
    let mut heard = Heard::default();
    let mut refused = 0;
    let mut from = 0;
    for (index, said) in listed.iter().enumerate() {
        match taken(document, reading, question, model, said, from) {
            Ok(claim) => {
                from = claim.excerpt.span().start - question.span.start;
                let known = |other: &Claim| repeats(&claim, other);
                if !reading.claims.iter().any(known) && !heard.claims.iter().any(known) {
                    heard.claims.push(claim);
                }
            }
            Err(why) => {
                refused += 1;
                if refused <= REFUSALS_TOLD {
                    let number = index + 1;
                    let sentence = format!("claim {number} of the reader was refused: {why}");
                    heard.problems.push(sentence);
                }
            }
        }
    }
    if refused > REFUSALS_TOLD {
        let more = refused - REFUSALS_TOLD;
        heard
            .problems
            .push(format!("{more} more claims of the reader were refused"));
    }
    heard
}

/// The list inside `choices[0].message.content`, which models like to fence.
fn claims_of(answer: &str) -> Result<Vec<Value>, String> {
    let body: Value = serde_json::from_str(answer).map_err(|_| "it is no JSON")?;
    let content = body["choices"][0]["message"]["content"]
        .as_str()
        .ok_or("it has no choices[0].message.content")?;
    let content = content.trim();
    let content = content
        .strip_prefix("```json")
        .or_else(|| content.strip_prefix("```"))
        .and_then(|inner| inner.strip_suffix("```"))
        .unwrap_or(content);
    let mut content: Value =
        serde_json::from_str(content.trim()).map_err(|_| "its content is no JSON")?;
    match content.get_mut("claims").map(Value::take) {
        Some(Value::Array(claims)) => Ok(claims),
        _ => Err("its content has no list 'claims'".to_owned()),
    }
}

fn taken(
    document: &Document,
    reading: &Reading,
    question: &Question,
    model: &str,
    said: &Value,
    from: usize,
) -> Result<Claim, String> {
    let piece = question.span.of(&document.text).unwrap_or_default();
    let at = check::excerpt(said, piece, from)?;
    let span = Span::new(question.span.start + at.start, question.span.start + at.end);
    let words = span.of(&document.text).unwrap_or_default();
    let text = Text::new(words, Language::of(document));
    let kind = check::kind(said, &text)?;
    let named = check::chain(said, piece)?;
    let stated = check::factuality(said)?;
    let Strength { certainty, hedges } = strength(&text, 0..text.tokens.len());
    let rule = format!("{READER_RULE}{model}");
    let excerpt = Excerpt::new(document.item.clone(), span).map_err(|error| error.to_string())?;
    Ok(Claim {
        id: ClaimId::derive(&document.item, span.start, span.end, kind.name(), &rule),
        // No firmer than its own words; a count or an event to come has not come.
        factuality: stated.at_most(ceiling(&kind, certainty)),
        hedges: hedges
            .into_iter()
            .map(|hedge| bearings_model::Hedge {
                span: Span::new(span.start + hedge.span.start, span.start + hedge.span.end),
                ..hedge
            })
            .collect(),
        event: check::event(said)?,
        negated: said["negated"].as_bool().unwrap_or(false) || stated.is_negative(),
        chain: chain(document, reading, question, named),
        time: inside(reading.times.iter().map(|time| time.span), span),
        place: where_in(reading, span),
        text: words.to_owned(),
        ..blank(excerpt, kind, rule)
    })
}

fn blank(excerpt: Excerpt, kind: ClaimKind, rule: String) -> Claim {
    Claim {
        id: ClaimId(String::new()),
        excerpt,
        text: String::new(),
        kind,
        event: None,
        negated: false,
        factuality: bearings_model::Factuality::Uncommitted,
        hedges: Vec::new(),
        chain: Chain::new(ChainLink::outlet(""), Vec::new()),
        actors: Vec::new(),
        targets: Vec::new(),
        weapons: Vec::new(),
        time: None,
        time_carried: false,
        place: None,
        place_carried: false,
        rule: rule.into(),
    }
}

fn ceiling(kind: &ClaimKind, certainty: Certainty) -> Certainty {
    match kind {
        ClaimKind::Forecast(_) | ClaimKind::Hypothesis(_) => certainty.min(Certainty::Probable),
        _ => certainty,
    }
}

/// The first place inside the excerpt that may say where: no adjective, no part of another's name.
fn where_in(reading: &Reading, excerpt: Span) -> Option<usize> {
    let says_where =
        |place: &PlaceMention| place.role == PlaceRole::Place && excerpt.contains(place.span);
    reading.places.iter().position(says_where)
}

/// The first time inside the excerpt.
fn inside(mut spans: impl Iterator<Item = Span>, excerpt: Span) -> Option<usize> {
    spans.position(|span| excerpt.contains(span))
}

/// A speaker the rules know too is the one they know; any other counts as unnamed, since an
/// answer cannot make an origin.
fn chain(document: &Document, reading: &Reading, question: &Question, named: Vec<Named>) -> Chain {
    let start = question.span.start;
    let piece = question.span.of(&document.text).unwrap_or_default();
    let speakers = || {
        reading
            .quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref())
    };
    let known =
        |source: &str| speakers().find(|speaker| speaker.text == source || speaker.name == source);
    let links = named.into_iter().map(|link| ChainLink {
        kind: known(&link.source).map_or(SourceKind::Unnamed, |speaker| speaker.kind),
        role: known(&link.source).and_then(|speaker| speaker.role.clone()),
        source: known(&link.source).map_or(link.source, |speaker| speaker.name.clone()),
        cue: link.cue.and_then(|text| {
            let at = start + piece.find(&text)?;
            let span = Span::new(at, at + text.len());
            Some(Cue { span, text })
        }),
        channel: None,
        factuality: None,
        ..ChainLink::outlet("")
    });
    Chain::new(ChainLink::outlet(&document.outlet), links.collect())
}

/// The same words with the same count say nothing new.
fn repeats(claim: &Claim, other: &Claim) -> bool {
    let (one, two) = (claim.excerpt.span(), other.excerpt.span());
    let amounts = match (&claim.kind, &other.kind) {
        (ClaimKind::Tally(one), ClaimKind::Tally(two)) => {
            one.amount == two.amount && one.counted.outcome == two.counted.outcome
        }
        _ => one == two,
    };
    claim.kind.name() == other.kind.name() && one.overlaps(two) && amounts
}
