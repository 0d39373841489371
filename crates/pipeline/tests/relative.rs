//! What words place by a name, as the JSON of a reading tells it.

use bearings_locate::BuiltIn;
use bearings_model::{Acquisition, Zone};
use bearings_pipeline::{read_bytes, reading_json};
use jiff::Timestamp;
use serde_json::{Value, json};

fn places(text: &str) -> Vec<Value> {
    let zone = Zone::named("Europe/Kyiv").expect("a zone");
    let acquisition = Acquisition {
        at: "2022-06-01T00:00Z".parse::<Timestamp>().expect("a moment"),
        by: "test".into(),
        from: "report.txt".into(),
        method: "file".into(),
        media_type: None,
        published: Some("2022-03-02".into()),
        source: Some("Courier".into()),
        lang: Some("uk".into()),
        zone: Some(zone.clone()),
        shows: None,
        derived_from: None,
        plain: true,
    };
    let (extracted, reading) =
        read_bytes(text.as_bytes(), &acquisition, &zone, &BuiltIn::new()).expect("a text");
    let whole = reading_json(&extracted, &reading);
    whole["places"].as_array().expect("places").clone()
}

#[test]
fn an_area_has_its_words_its_shape_a_circle_and_a_reason() {
    let places = places("Млин згорів за 25 км на південь від Харкова.");
    let (place, relative) = (&places[0], &places[0]["relative"]);
    assert_eq!(place["span"], json!([36, 43]), "the name's span is its own");
    assert_eq!(relative["words"], json!([[12, 35]]));
    assert_eq!(relative["relation"], "distance");
    let area = &relative["areas"][0];
    assert_eq!(area["of"], place["candidates"][0]["id"]);
    assert_eq!(area["to"], Value::Null);
    assert_eq!(area["area"]["shape"], "sector");
    assert_eq!(area["area"]["bearing_deg"], 180.0);
    assert!(area["lat"].as_f64() < place["candidates"][0]["lat"].as_f64());
    assert!(area["radius_m"].as_u64() < place["candidates"][0]["radius_m"].as_u64());
    let reason = area["reason"].as_str().expect("a reason");
    assert!(
        reason.starts_with("of Kharkiv: bearings 135° to 225°"),
        "{reason}"
    );
}

#[test]
fn a_road_is_told_at_both_of_its_ends() {
    let places = places("Автомобілі горіли на трасі Харків — Чугуїв.");
    let area = |index: usize| &places[index]["relative"]["areas"][0];
    assert_eq!(area(0)["area"]["shape"], "corridor");
    assert_eq!(area(0)["area"], area(1)["area"]);
    assert_eq!(
        (&area(0)["of"], &area(0)["to"]),
        (&area(1)["to"], &area(1)["of"])
    );
}

#[test]
fn without_such_words_there_is_null() {
    assert_eq!(places("Млин згорів у Харкові.")[0]["relative"], Value::Null);
}
