//! Whether one claim of an answer can be taken: each field parses into the model, each quoted
//! word stands in the text.

use bearings_model::{
    ClaimKind, Counted, EventKind, Factuality, Forecast, Hypothesis, Outcome, Span, Tally,
};
use serde_json::Value;

use crate::amount::amount;
use crate::text::Text;

/// A longer excerpt is a passage, not a claim. The longest sentence of news prose has about this
/// many bytes.
const LONGEST_EXCERPT_BYTES: usize = 2_000;

/// The most speakers one behind another; a longer chain is noise.
const LONGEST_CHAIN: usize = 6;

/// Where the excerpt stands in `piece`, from byte `from` on and else anywhere.
pub(super) fn excerpt(claim: &Value, piece: &str, from: usize) -> Result<Span, String> {
    let quoted = claim["excerpt"].as_str().unwrap_or_default();
    if quoted.trim().is_empty() {
        return Err("it quotes no excerpt".to_owned());
    }
    if quoted.len() > LONGEST_EXCERPT_BYTES {
        return Err("its excerpt is a whole passage".to_owned());
    }
    let after = piece
        .get(from..)
        .and_then(|rest| rest.find(quoted))
        .map(|at| from + at);
    let at = after
        .or_else(|| piece.find(quoted))
        .ok_or("its excerpt does not stand in the text")?;
    Ok(Span::new(at, at + quoted.len()))
}

pub(super) fn kind(claim: &Value, excerpt: &Text) -> Result<ClaimKind, String> {
    let named = claim["kind"].as_str().unwrap_or_default();
    Ok(match named {
        "statement" => ClaimKind::Statement,
        "event" => ClaimKind::Event,
        "denial" => ClaimKind::Denial,
        "hypothesis" => ClaimKind::Hypothesis(Hypothesis::default()),
        "observation" => ClaimKind::Observation,
        "forecast" => ClaimKind::Forecast(Forecast::default()),
        "tally" => ClaimKind::Tally(tally(claim, excerpt)?),
        _ => return Err(format!("its kind is '{named}'")),
    })
}

/// The number is read from the quoted words by the reader's own rules.
fn tally(claim: &Value, excerpt: &Text) -> Result<Tally, String> {
    let words =
        quoted(claim, "amount", excerpt.source)?.ok_or("it is a tally without an amount")?;
    let at = excerpt.source.find(&words).unwrap_or_default();
    let tokens = excerpt.within(Span::new(at, at + words.len()));
    let found = amount(excerpt, tokens.start, tokens.end)
        .ok_or_else(|| format!("'{words}' is no amount"))?;
    if found.tokens.end != tokens.end {
        return Err(format!("'{words}' is more than an amount"));
    }
    let counted = quoted(claim, "counted", excerpt.source)?.unwrap_or_default();
    Ok(Tally {
        amount: found.amount,
        text: words,
        amount_rule: Some(found.rule.into()),
        unit: None,
        counted: Counted {
            text: counted,
            outcome: named(claim, "outcome", Outcome::from_name)?,
            who: None,
            also: Vec::new(),
            side: None,
        },
        parts: Vec::new(),
        mode: None,
    })
}

pub(super) fn event(claim: &Value) -> Result<Option<EventKind>, String> {
    named(claim, "event", EventKind::from_name)
}

pub(super) fn factuality(claim: &Value) -> Result<Factuality, String> {
    let code = claim["factuality"].as_str().unwrap_or_default();
    serde_json::from_value(code.into()).map_err(|_| format!("its factuality is '{code}'"))
}

/// A speaker as the answer names them, with the cue; both stand in the text.
pub(super) struct Named {
    pub source: String,
    pub cue: Option<String>,
}

pub(super) fn chain(claim: &Value, piece: &str) -> Result<Vec<Named>, String> {
    let links = match &claim["chain"] {
        Value::Null => return Ok(Vec::new()),
        Value::Array(links) => links,
        _ => return Err("its chain is no list".to_owned()),
    };
    if links.len() > LONGEST_CHAIN {
        return Err(format!("its chain has {} speakers", links.len()));
    }
    let link = |link: &Value| {
        Ok(Named {
            source: quoted(link, "source", piece)?
                .ok_or("its chain has a speaker without a name")?,
            cue: quoted(link, "cue", piece)?,
        })
    };
    links.iter().map(link).collect()
}

/// A name out of a closed list; `null` and a missing field are none.
fn named<T>(from: &Value, field: &str, find: fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    match &from[field] {
        Value::Null => Ok(None),
        Value::String(name) => find(name)
            .map(Some)
            .ok_or_else(|| format!("its {field} is '{name}'")),
        _ => Err(format!("its {field} is no word")),
    }
}

/// Words that must stand in `piece`.
fn quoted(from: &Value, field: &str, piece: &str) -> Result<Option<String>, String> {
    match &from[field] {
        Value::Null => Ok(None),
        Value::String(words) if words.trim().is_empty() => Ok(None),
        Value::String(words) if piece.contains(words.as_str()) => Ok(Some(words.clone())),
        Value::String(words) => Err(format!("its {field} '{words}' does not stand there")),
        _ => Err(format!("its {field} is no text")),
    }
}
