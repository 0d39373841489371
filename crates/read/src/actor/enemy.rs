//! Whom a side calls "the enemy": plain only where a war has two sides, or where the text names
//! one other side alone. Where it is not plain there is no answer; none is guessed.

use std::ops::Range;

use jiff::civil::{Date, date};

use super::words;
use crate::lexicon::phrases;
use crate::text::Text;

/// Two states at open war with each other, and since when.
const WARS: [(&str, &str, Date); 1] = [("RU", "UA", date(2022, 2, 24))];

phrases! {
    static ENEMY: () = {
        () => "enemy, enemies",
        () => "ворог, ворога, ворогу, ворогом, вороги, ворогів, ворожий, ворожого, ворожих, ворожі, ворожої, противник, противника, противником, супротивник, супротивника",
        () => "враг, врага, врагу, врагом, враги, врагов, вражеский, вражеского, вражеских, вражеские, вражеской, противник, противника, противником, неприятель, неприятеля",
    };
}

/// The sides a text names, as far as they tell whose enemy is whom.
#[derive(Debug, Default)]
pub(crate) struct Sides {
    named: Vec<&'static str>,
    written: Option<Date>,
}

impl Sides {
    /// Looks through the text where it speaks of an enemy at all.
    pub fn of(text: &Text, written: Option<Date>) -> Self {
        let all = 0..text.tokens.len();
        let named = match (ENEMY.find(text, all.clone()), words(text)) {
            (Some(_), Some(words)) => {
                let mut named: Vec<&'static str> =
                    words.sides.all(text, all).map(|(_, side)| *side).collect();
                named.sort_unstable();
                named.dedup();
                named
            }
            _ => Vec::new(),
        };
        Self { named, written }
    }

    /// The side that `side` calls the enemy.
    pub fn enemy_of(&self, side: &str) -> Option<String> {
        let at_war = |since: Date| self.written.is_some_and(|written| written >= since);
        let foe = WARS.iter().find_map(|(one, other, since)| match side {
            _ if !at_war(*since) => None,
            _ if side == *one => Some(*other),
            _ if side == *other => Some(*one),
            _ => None,
        });
        let mut others = self.named.iter().filter(|named| **named != side);
        let only = match (others.next(), others.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        };
        // A state at war may fight elsewhere too, and the text then names somebody else alone.
        let named = |side: &str| self.named.contains(&side);
        let plain = foe.filter(|foe| named(foe) || only.is_none());
        plain.or(only).map(str::to_owned)
    }
}

/// Whether a token range says "the enemy".
pub(crate) fn is_enemy(text: &Text, range: Range<usize>) -> bool {
    ENEMY.find(text, range).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enemy_is_told_only_where_it_is_plain() {
        let sides = |named: &[&'static str], year| Sides {
            named: named.to_vec(),
            written: Some(date(year, 3, 2)),
        };
        let enemy = |sides: Sides, side: &str| sides.enemy_of(side);
        assert_eq!(enemy(sides(&["UA"], 2022), "UA").as_deref(), Some("RU"));
        assert_eq!(
            enemy(sides(&["RU", "UA", "US"], 2022), "RU").as_deref(),
            Some("UA")
        );
        assert_eq!(enemy(sides(&["SD"], 2022), "SD"), None);
        assert_eq!(enemy(sides(&["IL", "LB", "PS"], 2022), "IL"), None);
        assert_eq!(
            enemy(sides(&["AM", "AZ"], 2020), "AM").as_deref(),
            Some("AZ")
        );
        assert_eq!(enemy(sides(&["UA"], 2010), "UA"), None);
    }
}
