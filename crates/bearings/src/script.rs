//! The map's script, when it was built in.

use bearings_publish::MapScript;

static JS: &str = include_str!(concat!(env!("OUT_DIR"), "/account-map.js"));
static CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/account-map.css"));
/// What the script's parts ask to be told wherever they go.
pub static LICENCES: &str = include_str!(concat!(env!("OUT_DIR"), "/LICENCES.txt"));

/// Script and styles; `None` in a build without them.
pub fn parts() -> Option<(&'static str, &'static str)> {
    (!JS.is_empty()).then_some((JS, CSS))
}

pub fn map() -> Option<MapScript<'static>> {
    parts().map(|(js, css)| MapScript { js, css })
}
