//! Credit lines: "KYIV (Reuters) -", "Reuters, Moscow", "(AP)". The words are the agency's.

use std::ops::Range;

use bearings_model::{ChainLink, Channel, SourceKind};

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static AGENCIES: () = {
        () => "reuters, ap, associated press, the associated press, afp, agence france - presse, agence france presse, dpa, efe, ansa, tass, itar - tass, interfax, interfax - ukraine, ria novosti, ria, unian, ukrinform, upi, xinhua, bloomberg, anadolu, рейтер, укрінформ, уніан, інтерфакс - україна, інтерфакс, тасс, риа новости, интерфакс, унн, укринформ, униан, рбк - україна, рбк - украина, рбк, ассошиейтед пресс, блумберг, ліга, лига, франс пресс, ассошиэйтед пресс",
    };
}

/// How far into a text a credit line can stand, and how near its end.
const LEAD_TOKENS: usize = 12;

/// The tokens a credit line covers and the agency it names.
pub(super) fn credited(text: &Text) -> Option<(Range<usize>, ChainLink)> {
    let (from, agency) = dateline(text)
        .or_else(|| slashed(text))
        .or_else(|| dated(text))
        .or_else(|| heading(text))
        .or_else(|| closing(text))?;
    let link = ChainLink {
        source: text.slice(agency).to_owned(),
        kind: SourceKind::Organisation,
        role: None,
        cue: None,
        channel: Some(Channel::NewsAgency),
        footage: None,
        factuality: None,
    };
    Some((from..text.tokens.len(), link))
}

/// "KYIV, March 1 (Reuters) -" and "(AP) —": the agency in brackets before a dash.
fn dateline(text: &Text) -> Option<(usize, Range<usize>)> {
    let reach = 0..text.tokens.len().min(LEAD_TOKENS);
    let open = reach.clone().find(|i| text.word(*i) == "(")?;
    let agency = agency_at(text, open + 1)?;
    let closed = text.word(agency.end) == ")";
    let dash = matches!(text.word(agency.end + 1), "-" | "–" | "—");
    (closed && dash).then(|| (agency.end + 2, agency))
}

/// "МОСКВА, 2 марта. /ТАСС/.": the agency between slashes.
fn slashed(text: &Text) -> Option<(usize, Range<usize>)> {
    let reach = 0..text.tokens.len().min(LEAD_TOKENS);
    let open = reach.clone().find(|i| text.word(*i) == "/")?;
    let apart = open == 0 || !text.is_glued(open);
    let agency = agency_at(text, open + 1).filter(|_| apart)?;
    let closed = text.word(agency.end) == "/";
    let stop = usize::from(matches!(text.word(agency.end + 1), "." | "-" | "–" | "—"));
    closed.then(|| (agency.end + 1 + stop, agency))
}

/// "Москва. 2 марта. Интерфакс - ": the agency between the date and a dash.
fn dated(text: &Text) -> Option<(usize, Range<usize>)> {
    let reach = 1..text.tokens.len().min(LEAD_TOKENS);
    let (at, agency) = reach.clone().find_map(|i| Some((i, agency_at(text, i)?)))?;
    let date = (0..at).any(|i| text.kind(i) == Some(Kind::Number));
    let dash = matches!(text.word(agency.end), "-" | "–" | "—") && !text.is_glued(agency.end);
    (date && dash && text.word(at - 1) == ".").then(|| (agency.end + 1, agency))
}

/// "Reuters, Moscow" alone on the first line.
fn heading(text: &Text) -> Option<(usize, Range<usize>)> {
    let agency = agency_at(text, 0)?;
    let place = text.word(agency.end) == "," && text.is_capital(agency.end + 1);
    let end = (agency.end..text.tokens.len().min(LEAD_TOKENS))
        .find(|i| text.kind(*i) == Some(Kind::Break))?;
    let alone = end == agency.end || place && end <= agency.end + 4;
    alone.then_some((end, agency))
}

/// "(AP)" as a text's last words: all of it is the agency's.
fn closing(text: &Text) -> Option<(usize, Range<usize>)> {
    let end = text.tokens.len();
    let from = end.saturating_sub(LEAD_TOKENS);
    let open = (from..end).rev().find(|i| text.word(*i) == "(")?;
    let agency = agency_at(text, open + 1)?;
    let rest = agency.end + 1..end;
    let ends = text.word(agency.end) == ")"
        && rest
            .into_iter()
            .all(|i| text.word(i) == "." || text.kind(i) == Some(Kind::Break));
    let begins = open == 0 || matches!(text.word(open - 1), "." | "”" | "»" | "\"" | "");
    (ends && begins).then_some((0, agency))
}

pub(super) fn agency_at(text: &Text, at: usize) -> Option<Range<usize>> {
    let found = AGENCIES.at(text, at, text.tokens.len())?;
    text.is_capital(at).then(|| at..at + found.tokens)
}
