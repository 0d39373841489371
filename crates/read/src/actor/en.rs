//! English: "Russian troops", "Ukraine's armed forces", "the Russians".

use super::Words;
use crate::lexicon::phrases;

phrases! {
    /// Adjectives and names of a side, as ISO 3166 alpha-2.
    static SIDES: &'static str = {
        "RU" => "russian, russia, russians, moscow, kremlin",
        "UA" => "ukrainian, ukraine, ukrainians, kyiv",
        "BY" => "belarusian, belarus, belarusians",
        "PL" => "polish, poland, poles",
        "US" => "american, americans, u.s., us, washington",
        "GB" => "british, britain",
        "IL" => "israeli, israel, israelis",
        "PS" => "palestinian, palestinians, hamas",
        "SY" => "syrian, syria, syrians",
        "TR" => "turkish, turkey",
        "IR" => "iranian, iran, iranians",
        "IQ" => "iraqi, iraq, iraqis",
        "LB" => "lebanese, lebanon, hezbollah",
        "SD" => "sudanese, sudan",
        "MM" => "burmese, myanmar",
        "SV" => "salvadoran, salvadorans, salvadoran army, el salvador",
        "CO" => "colombian, colombians, colombia",
        "PE" => "peruvian, peruvians, peru",
        "AR" => "argentine, argentines, argentinian, argentina",
        "BO" => "bolivian, bolivians, bolivia",
        "CL" => "chilean, chileans, chile",
        "EC" => "ecuadoran, ecuadorian, ecuadorans, ecuador",
        "GT" => "guatemalan, guatemalans, guatemala",
        "HN" => "honduran, hondurans, honduras",
        "NI" => "nicaraguan, nicaraguans, nicaragua",
        "PA" => "panamanian, panamanians, panama",
        "VE" => "venezuelan, venezuelans, venezuela",
        "MX" => "mexican, mexicans, mexico",
        "CU" => "cuban, cubans, cuba",
        "BR" => "brazilian, brazilians, brazil",
        "GE" => "georgian, georgia",
        "AM" => "armenian, armenia, armenians",
        "AZ" => "azerbaijani, azerbaijan",
    };
}
phrases! {
    static FORCES: () = {
        () => "forces, armed forces, troops, soldiers, soldier, army, military, unit, units, tanks, navy, air force, marines, paratroopers, fighters, artillery, aircraft, warplanes, jets, missiles, rockets, drones, convoy, national guard, servicemen, serviceman, infantry, defenders, invaders, side, general staff, police, government, militants, guerrillas, rebels",
    };
}

pub(super) fn words() -> Words {
    Words {
        sides: &SIDES,
        forces: &FORCES,
    }
}
