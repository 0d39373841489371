//! Words that put events in order, in English, Ukrainian and Russian.

use crate::lexicon::phrases;
use crate::text::Text;

/// What a word says of the events around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// The noun behind it came first.
    After,
    /// The noun behind it came last.
    Before,
    /// What was told before it came first.
    Then,
    /// What is told behind it was already so.
    ByThen,
    /// What is told behind it came first.
    Earlier,
}

phrases! {
    static EN: Joint = {
        Joint::After => "after, following, in the wake of, since",
        Joint::Before => "before, prior to, ahead of",
        Joint::Then => "then, later, afterwards, after that, subsequently, thereafter, next, soon after, minutes later, hours later, shortly afterwards, an hour later",
        Joint::ByThen => "by then, by that time, by this time",
        Joint::Earlier => "earlier, before that, shortly before, beforehand",
    };
}
phrases! {
    static UK: Joint = {
        Joint::After => "після, слідом за, вслід за",
        Joint::Before => "перед, до початку, напередодні",
        Joint::Then => "потім, згодом, пізніше, після цього, після того, відтак, далі, невдовзі, за годину після цього",
        Joint::ByThen => "на той час, на той момент, до того часу, тоді вже",
        Joint::Earlier => "раніше, перед цим, перед тим, до цього, до того",
    };
}
phrases! {
    static RU: Joint = {
        Joint::After => "после, вслед за, следом за",
        Joint::Before => "перед, до начала, накануне",
        Joint::Then => "потом, затем, позже, позднее, после этого, после того, далее, вскоре, впоследствии",
        Joint::ByThen => "к тому времени, к тому моменту, к этому времени, тогда уже",
        Joint::Earlier => "ранее, раньше, перед этим, перед тем, до этого, до того",
    };
}
phrases! {
    /// What holds such a word and orders nothing.
    static NONE: () = {
        () => "no later, no later than, later than, sooner or later, see you later, after all, look after, looked after, named after, before long, day after day, one after another, one after the other, before the court, since then, earlier than, then president, then mayor, then governor, earlier this, later this",
        () => "перед будинком, перед школою, перед судом, перед лікарнею, не раніше, не пізніше, раніше ніж",
        () => "перед домом, перед школой, перед судом, перед больницей, не раньше, не позже, раньше чем",
    };
}

/// The word at a token, how many tokens it takes, and the rule it makes.
pub(super) fn joint_at(
    text: &Text,
    at: usize,
    limit: usize,
) -> Option<(usize, Joint, &'static str)> {
    let table = text.language.pick(&EN, &UK, &RU)?;
    let found = table.at(text, at, limit)?;
    let from = at.saturating_sub(1);
    if NONE.at(text, at, limit).is_some() || NONE.at(text, from, limit).is_some() {
        return None;
    }
    let names = match found.value {
        Joint::After => ["en.order.after", "uk.order.after", "ru.order.after"],
        Joint::Before => ["en.order.before", "uk.order.before", "ru.order.before"],
        Joint::Then => ["en.order.then", "uk.order.then", "ru.order.then"],
        Joint::ByThen => ["en.order.by_then", "uk.order.by_then", "ru.order.by_then"],
        Joint::Earlier => ["en.order.earlier", "uk.order.earlier", "ru.order.earlier"],
    };
    let [english, ukrainian, russian] = names;
    let rule = text.language.pick(english, ukrainian, russian)?;
    Some((found.tokens, *found.value, rule))
}
