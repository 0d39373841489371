//! How Ukrainian and Russian place something by a place: one order of words for both.

/// The patterns of a language whose words stand beside this under the names used here.
macro_rules! slavic_words {
    () => {
        use Slot::{May, Measure, Word};
        const fn wind() -> Slot {
            Slot::Wind(&WINDS)
        }
        const fn beyond() -> Slot {
            Slot::Wind(&BEYOND)
        }
        const fn side() -> Slot {
            Slot::Wind(&SIDES)
        }

        pub(super) static WORDS: Words = Words {
            patterns: &[
                says(
                    Says::Nothing,
                    &[Word(&MORE), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
                ),
                says(Says::Nothing, &[Word(&MORE), Measure, Word(&FROM)]),
                says(Says::Within, &[Word(&WITHIN), Measure, Word(&FROM)]),
                says(
                    Says::Within,
                    &[Word(&WITHIN), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
                ),
                says(
                    Says::Distance,
                    &[May(&AT), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
                ),
                says(Says::Distance, &[May(&AT), Measure, beyond(), May(&FROM)]),
                says(Says::Distance, &[May(&AT), Measure, beyond(), May(&CITY)]),
                says(Says::Distance, &[May(&AT), Measure, Word(&FROM)]),
                says(Says::Direction, &[Word(&TOWARDS), wind(), Word(&FROM)]),
                says(Says::Direction, &[beyond(), May(&FROM)]),
                says(Says::Direction, &[beyond(), May(&CITY)]),
                says(
                    Says::Edge,
                    &[May(&INSIDE), side(), Word(&EDGES), May(&CITY)],
                ),
                says(Says::Edge, &[May(&INSIDE), Word(&EDGES), May(&CITY)]),
                says(
                    Says::Approaches,
                    &[May(&INSIDE), side(), Word(&APPROACHES), May(&CITY)],
                ),
                says(
                    Says::Approaches,
                    &[May(&INSIDE), Word(&APPROACHES), May(&CITY)],
                ),
                says(
                    Says::Part,
                    &[May(&INSIDE), side(), Word(&PARTS), May(&CITY)],
                ),
                says(Says::Part, &[May(&INSIDE), wind(), May(&CITY)]),
                says(Says::Part, &[side()]),
                says(Says::Near, &[Word(&NEAR), May(&CITY)]),
                says(Says::Centre, &[May(&INSIDE), Word(&CENTRE), May(&CITY)]),
            ],
            city: &CITY,
            between: &BETWEEN,
            and: &AND,
            dealings: &DEALINGS,
            road: &ROAD,
            from: &ONLY_FROM,
            to: &TO,
            linking: &LINKING,
            owned: &OWNED,
        };
    };
}

pub(super) use slavic_words;
