//! The account for machines: as JSON with its spans in code points, and its places as GeoJSON.

use bearings_model::{Account, CodePoints, Excerpt};
use serde_json::{Map, Value, json};

use crate::map;
use crate::reference::References;
use crate::sources::Sources;
use crate::{Page, PublishError};

/// What the file says about itself.
const SPANS: &str = "spans are [start, end) in Unicode code points of the item's text";

/// The whole account; every excerpt is `{item, span: [start, end], exact}`.
pub(crate) fn account_json(account: &Account, sources: &Sources<'_>) -> Result<Page, PublishError> {
    let path = "account.json";
    let failed = |error: serde_json::Error| PublishError::Json {
        path,
        reason: error.to_string(),
    };
    let mut value = serde_json::to_value(account).map_err(failed)?;
    with_code_points(&mut value, sources);
    let document = json!({"format": "bearings account 1", "spans": SPANS, "account": value});
    let text = serde_json::to_string_pretty(&document).map_err(failed)?;
    Ok(Page::text(path, text + "\n"))
}

pub(crate) fn places_geojson(
    account: &Account,
    references: &References<'_>,
) -> Result<Page, PublishError> {
    let path = "places.geojson";
    let mut places = map::features(account, references);
    let features = places["features"].as_array_mut();
    for (feature, place) in features.into_iter().flatten().zip(&account.places) {
        let told = place
            .sentences
            .iter()
            .map(|sentence| sentence.text.as_str());
        feature["properties"]["sentences"] = told.collect();
    }
    let text = serde_json::to_string_pretty(&places).map_err(|error| PublishError::Json {
        path,
        reason: error.to_string(),
    })?;
    Ok(Page::text(path, text + "\n"))
}

/// Rewrites every excerpt within, wherever the account holds one.
fn with_code_points(value: &mut Value, sources: &Sources<'_>) {
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| with_code_points(value, sources)),
        Value::Object(fields) => {
            if let Some(excerpt) = as_excerpt(fields) {
                rewrite(fields, &excerpt, sources);
            } else {
                fields
                    .values_mut()
                    .for_each(|value| with_code_points(value, sources));
            }
        }
        _ => {}
    }
}

fn as_excerpt(fields: &Map<String, Value>) -> Option<Excerpt> {
    let is_one = fields.len() == 2 && fields.contains_key("item") && fields.contains_key("span");
    if is_one {
        serde_json::from_value(Value::Object(fields.clone())).ok()
    } else {
        None
    }
}

/// The characters themselves go in too, except where any of them is restricted.
fn rewrite(fields: &mut Map<String, Value>, excerpt: &Excerpt, sources: &Sources<'_>) {
    let Some(entry) = sources.get(excerpt.item()) else {
        return;
    };
    let points = CodePoints::new(&entry.document.text).of_span(excerpt.span());
    fields.insert("span".to_owned(), json!(points));
    if !entry.is_restricted(excerpt.span()) {
        fields.insert("exact".to_owned(), json!(sources.text(excerpt)));
    }
}
