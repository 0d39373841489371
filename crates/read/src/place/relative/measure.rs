//! Distances as they are said: "25 km", "20 kilometres (12 miles)", "10-15 км", "двадцяти кілометрах".

use bearings_model::Amount;

use crate::amount::amount;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

/// What a distance said as a number can be, in metres; its rounding is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub low_m: f64,
    pub high_m: f64,
}

phrases! {
    /// Metres a unit has.
    static UNITS: f64 = {
        1000.0 => "km, kms, kilometres, kilometers, kilometre, kilometer, км, кілометр*, километр*",
        1609.344 => "miles, mile, миль, милях, миля, мили",
        1.0 => "metres, meters, metre, meter, метрів, метрах, метри, метрам, метров, метра, метр",
    };
}

/// Farther than this nothing is told by its distance from a town; and the sums stay small.
const FARTHEST_M: f64 = 1_000_000.0;

/// "( 12 miles )" after the distance.
const BRACKET_TOKENS: usize = 4;

/// The distance that begins at token `at`, and the token after it.
pub(super) fn at(text: &Text, at: usize, end: usize) -> Option<(Measure, usize)> {
    let (low, high, about, next) = number(text, at, end)?;
    let unit = UNITS.at(text, next, end)?;
    let mut next = next + unit.tokens;
    // "25 km."
    if text.word(next) == "." && text.is_glued(next) && next < end {
        next += 1;
    }
    if text.word(next) == "(" && text.word(next + BRACKET_TOKENS - 1) == ")" {
        next += BRACKET_TOKENS;
    }
    let measure = Measure {
        low_m: (low - rounding(low, about)).max(0.0) * unit.value,
        high_m: (high + rounding(high, about)) * unit.value,
    };
    (next <= end && measure.high_m <= FARTHEST_M).then_some((measure, next))
}

/// The least and the most of it, whether it is said to be rough, and the token after it.
fn number(text: &Text, at: usize, end: usize) -> Option<(f64, f64, bool, usize)> {
    if let Some(low) = decimal(text, at) {
        let unit_follows = |next| UNITS.at(text, next, end).is_some();
        let ranged = matches!(text.word(at + 1), "-" | "–" | "—" | "to") && unit_follows(at + 3);
        if let Some(high) = decimal(text, at + 2)
            && ranged
            && high >= low
        {
            return Some((low, high, false, at + 3));
        }
        if unit_follows(at + 1) {
            return Some((low, low, false, at + 1));
        }
    }
    let found = amount(text, at, end)?;
    let about = matches!(found.amount, Amount::About { .. });
    let (low, high) = match found.amount {
        Amount::Exact { value } | Amount::About { value } => (value, value),
        Amount::Range { low, high } => (low, high),
        Amount::AtLeast { .. } | Amount::AtMost { .. } | Amount::Vague { .. } => return None,
    };
    Some((low as f64, high as f64, about, found.tokens.end))
}

fn decimal(text: &Text, at: usize) -> Option<f64> {
    (text.kind(at) == Some(Kind::Number)).then_some(())?;
    let number = text.raw(at).replace(',', ".").parse::<f64>().ok()?;
    number.is_finite().then_some(number)
}

/// Half the step a number is said in: tens, fives or ones. Never under a tenth nor over a quarter
/// of it: "10 km" is not 5 to 15, and a distance by the odometer is no survey. Twice that where it
/// is said to be rough.
fn rounding(number: f64, about: bool) -> f64 {
    const LEAST_SHARE: f64 = 0.1;
    const MOST_SHARE: f64 = 0.25;
    let step = match number {
        _ if number % 10.0 == 0.0 => 10.0,
        _ if number % 5.0 == 0.0 => 5.0,
        _ => 1.0,
    };
    let half = (step / 2.0_f64).clamp(LEAST_SHARE * number, MOST_SHARE * number);
    if about { 2.0 * half } else { half }
}
