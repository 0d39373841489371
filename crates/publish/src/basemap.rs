//! The ground under an account's map: land, water, borders and settlements, from layers that
//! travel in the binary. Knows nothing of what is told; asks no tile server for anything.

pub(crate) mod area;
mod geojson;

use serde_json::{Map, Value, json};
use thiserror::Error;

use area::{Area, Geometry};

/// Where each layer comes from is in docs/decisions/0005-base-map.md.
const CREDIT: &str = "Natural Earth; World Data Bank II by way of GSHHG (LGPL); GeoNames (CC BY 4.0). \
    Built-up areas are schematic";

/// The layers in the order they are drawn.
const LAYERS: &[(&str, &str)] = &[
    ("land", include_str!("../../../data/basemap/land.geojson")),
    ("urban", include_str!("../../../data/basemap/urban.geojson")),
    ("water", include_str!("../../../data/basemap/water.geojson")),
    (
        "rivers",
        include_str!("../../../data/basemap/rivers.geojson"),
    ),
    (
        "regions",
        include_str!("../../../data/basemap/regions.geojson"),
    ),
    (
        "borders",
        include_str!("../../../data/basemap/borders.geojson"),
    ),
    (
        "settlements",
        include_str!("../../../data/basemap/settlements.geojson"),
    ),
    (
        "districts",
        include_str!("../../../data/basemap/districts.geojson"),
    ),
    ("names", include_str!("../../../data/basemap/names.geojson")),
];

/// How far around the account's places the page carries the ground.
const CARRIED_DEGREES: f64 = 6.0;

/// Villages and the shapes of small towns are carried only this near.
const NEAR_DEGREES: f64 = 1.2;

/// Settlements above this rank are small; see the base map's decision page.
const LARGE_RANK: u64 = 3;

#[derive(Clone, Debug)]
pub struct BaseMap {
    pub credit: String,
    layers: Vec<Layer>,
}

#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub name: String,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub geometry: Geometry,
    pub properties: Map<String, Value>,
}

#[derive(Debug, Error)]
#[error("the map layer '{layer}' cannot be used: {reason}; build the base map again")]
pub struct BaseMapError {
    layer: String,
    reason: String,
}

impl BaseMap {
    /// The base map in this binary.
    pub fn embedded() -> Result<Self, BaseMapError> {
        Self::from_layers(LAYERS, CREDIT)
    }

    /// From pairs of a layer's name and its GeoJSON feature collection in WGS 84 degrees.
    pub fn from_layers(layers: &[(&str, &str)], credit: &str) -> Result<Self, BaseMapError> {
        let read = |(name, text): &(&str, &str)| match geojson::shapes(text) {
            Ok(shapes) => Ok(Layer {
                name: (*name).to_owned(),
                shapes,
            }),
            Err(reason) => Err(BaseMapError {
                layer: (*name).to_owned(),
                reason,
            }),
        };
        let layers = layers.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            credit: credit.to_owned(),
            layers,
        })
    }

    pub(crate) fn shapes(&self, layer: &str) -> &[Shape] {
        let found = self.layers.iter().find(|known| known.name == layer);
        found.map_or(&[], |layer| &layer.shapes)
    }

    /// What the page's script draws on: each layer cut to the surroundings of `middle`
    /// (longitude, latitude), as one JSON object of feature collections.
    pub(crate) fn around(&self, middle: [f64; 2]) -> Value {
        let wide = Area::around(middle, CARRIED_DEGREES);
        let near = Area::around(middle, NEAR_DEGREES);
        let mut all = Map::new();
        for layer in &self.layers {
            let features: Vec<Value> = layer
                .shapes
                .iter()
                .filter_map(|shape| carried(layer, shape, &wide, &near))
                .collect();
            all.insert(
                layer.name.clone(),
                json!({"type": "FeatureCollection", "features": features}),
            );
        }
        Value::Object(all)
    }
}

impl Shape {
    pub fn name(&self) -> Option<&str> {
        self.properties.get("name").and_then(Value::as_str)
    }

    pub fn text(&self, property: &str) -> &str {
        self.properties
            .get(property)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// 1 for the largest; shapes without one come last.
    pub fn rank(&self) -> u64 {
        self.properties
            .get("rank")
            .and_then(Value::as_u64)
            .unwrap_or(u64::MAX)
    }
}

/// A shape as GeoJSON where the page needs it.
fn carried(layer: &Layer, shape: &Shape, wide: &Area, near: &Area) -> Option<Value> {
    // The coarse outline of the rest of the world is small and keeps the map's edge honest.
    let whole = shape.text("detail") == "far";
    let small = (layer.name == "settlements" && shape.rank() > LARGE_RANK) || layer.name == "urban";
    let geometry = match (whole, small) {
        (true, _) => shape.geometry.clone(),
        (_, true) => shape.geometry.within(near)?,
        _ => shape.geometry.within(wide)?,
    };
    Some(geojson::feature(&geometry, &shape.properties))
}
