//! Bodies that carry a country's name: "Міністерство оборони України", "Верховный суд Пакистана".

use std::ops::Range;

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static BODIES: () = {
        () => "міністерств*, служб*, суд, суду, судом, суді, банк*, парламент*, університет*, посольств*, агентств*, комітет*, кабінет*, прокуратур*, академі*, збройн*, генеральн*, національн*, спілк*, федераці*, асоціаці*",
        () => "министерств*, служб*, суд, суда, судом, суде, банк*, парламент*, университет*, посольств*, агентств*, комитет*, кабинет*, прокуратур*, академи*, вооруженн*, генеральн*, национальн*, союз*, федераци*, ассоциаци*, совет, совета, советом",
    };
}

/// So many words of a body's name stand before the country's.
const LONGEST_BODY_WORDS: usize = 4;

/// Whether the name at token `at` ends a body's name that began with a capital.
pub(in crate::place) fn is_within_body(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let mut body = false;
    for i in (sentence.start.max(at.saturating_sub(LONGEST_BODY_WORDS))..at).rev() {
        if text.kind(i) != Some(Kind::Word) || text.word(i).chars().count() < 3 {
            return false;
        }
        body |= BODIES.at(text, i, at).is_some();
        if text.is_capital(i) {
            return body;
        }
    }
    false
}
