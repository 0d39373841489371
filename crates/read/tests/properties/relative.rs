//! What lies where the words say lies in the area they are read as: written at a bearing and a
//! distance, made as a point, looked for in the area.

use std::sync::LazyLock;

use bearings_locate::BuiltIn;
use bearings_model::{Gazetteer, Relation, destination, distance_m};
use proptest::prelude::*;

use super::document;

static GAZETTEER: LazyLock<BuiltIn> = LazyLock::new(BuiltIn::new);

/// English, Ukrainian, Russian.
const WINDS: [[&str; 3]; 8] = [
    ["north", "північ", "северу"],
    ["northeast", "північний схід", "северо-востоку"],
    ["east", "схід", "востоку"],
    ["south-east", "південний схід", "юго-востоку"],
    ["south", "південь", "югу"],
    ["southwest", "південний захід", "юго-западу"],
    ["west", "захід", "западу"],
    ["north west", "північний захід", "северо-западу"],
];

fn written(language: usize, km: u32, wind: usize) -> String {
    let wind = WINDS[wind][language];
    match language {
        0 => format!("A mill burned {km} km {wind} of Izium."),
        1 => format!("Млин згорів за {km} км на {wind} від Ізюма."),
        _ => format!("Мельница сгорела в {km} км к {wind} от Изюма."),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_lies_so_far_in_that_direction_lies_in_the_area(
        language in 0_usize..3, km in 2_u32..200, wind in 0_usize..8,
        turn in -22.4..22.4_f64, by_road in 1.0..1.3_f64, from_edge in 0.0..1.0_f64,
    ) {
        let text = written(language, km, wind);
        let reading = bearings_read::read(&document(&text, Some(["en", "uk", "ru"][language]), true), &*GAZETTEER);
        let relative = reading.places[0].relative.as_ref().expect(&text);
        prop_assert_eq!(relative.relation, Relation::Distance);
        let izium = GAZETTEER.look_up("izium");
        let izium = izium.iter().find(|place| place.id == relative.areas[0].of).unwrap();
        let said = f64::from(km) * 1000.0;
        let bearing = 45.0 * wind as f64 + turn;
        let middle = (izium.lat, izium.lon);
        let area = &relative.areas[0];
        for out in [said / by_road, said + from_edge * f64::from(izium.radius_m)] {
            let point = destination(middle, bearing, out);
            prop_assert!(area.area.contains(point), "{} {:?}", text, area);
            let off = distance_m((area.circle.lat, area.circle.lon), point);
            prop_assert!(off <= f64::from(area.circle.radius_m));
            let radius = reading.places[0].candidates[0].radius_m;
            prop_assert!(distance_m(middle, point) <= f64::from(radius) + 1.0);
        }
        let opposite = destination(middle, bearing + 180.0, said);
        prop_assert!(!area.area.contains(opposite));
    }
}
