//! Explanations a text offers beside one another, and what they would explain.

use bearings_model::{Claim, ClaimId, ClaimKind};

use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    /// What makes a supposition an explanation of something told before.
    static EXPLAINS: () = {
        () => "explanation, explanations, theory, theories, because, cause, reason, possibility, due to, trying to, in order to",
        () => "пояснен*, версі*, через, причин*, щоб, можливіст*",
        () => "объяснен*, верси*, из - за, причин*, чтобы, возможност*",
    };
}
phrases! {
    /// What sets it beside the explanation before.
    static ANOTHER: () = {
        () => "another, other, alternatively, second",
        () => "інше, інша, іншою, інший, друга, другою",
        () => "другое, другая, другой, вторая",
    };
}

/// An explanation further on than this speaks of something else.
const SENTENCES_BACK: usize = 3;

/// Links hypotheses of neighbouring sentences that offer another explanation, and names what they
/// explain: the last event told before the first of them.
pub(super) fn link(text: &Text, claims: &mut [Claim]) {
    let mut told: Option<(usize, ClaimId)> = None;
    let mut group: Vec<usize> = Vec::new();
    let mut last_sentence = 0;
    for index in 0..claims.len() {
        let span = claims[index].excerpt.span();
        let sentence = text.sentence_at(span.start);
        let is_event = claims[index].event.is_some() && !claims[index].negated;
        match claims[index].kind {
            ClaimKind::Hypothesis(_) if !claims[index].rule.ends_with("left_open") => {}
            ClaimKind::Event | ClaimKind::Observation | ClaimKind::Tally(_) if is_event => {
                told = Some((sentence, claims[index].id.clone()));
                continue;
            }
            _ => continue,
        }
        let tokens = text.sentences[sentence].tokens.clone();
        let near = sentence.saturating_sub(last_sentence) <= 1;
        let another = near && ANOTHER.find(text, tokens.clone()).is_some();
        if !another {
            group.clear();
        }
        group.push(index);
        last_sentence = sentence;
        let explains = EXPLAINS.find(text, tokens).is_some() || group.len() > 1;
        let about = told
            .as_ref()
            .filter(|(at, _)| explains && sentence - at <= SENTENCES_BACK)
            .map(|(_, id)| id.clone());
        set(claims, &group, about);
    }
}

/// Notes in the newest of a group its rivals, and in those before that it is theirs.
fn set(claims: &mut [Claim], group: &[usize], about: Option<ClaimId>) {
    let Some((newest, before)) = group.split_last() else {
        return;
    };
    let id = claims[*newest].id.clone();
    let mut rivals = Vec::new();
    for earlier in before {
        rivals.push(claims[*earlier].id.clone());
        if let ClaimKind::Hypothesis(hypothesis) = &mut claims[*earlier].kind {
            hypothesis.rivals.push(id.clone());
            hypothesis.explains = hypothesis.explains.take().or_else(|| about.clone());
        }
    }
    if let ClaimKind::Hypothesis(hypothesis) = &mut claims[*newest].kind {
        hypothesis.rivals = rivals;
        hypothesis.explains = about;
    }
}
