// Writes test/map-harness.html: a page as the account builder makes it, with the real base map and
// a few features. The features are examples made up for this test; they report nothing.
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const layer = (name) => JSON.parse(readFileSync(new URL(`../../data/basemap/${name}.geojson`, here), "utf8"));
const layers = ["land", "water", "rivers", "borders", "regions", "urban", "settlements", "districts", "names"];
const basemap = Object.fromEntries(layers.map((name) => [name, layer(name)]));

const examples = [
  ["e1", "Example: a column seen", "incident", 36.359, 50.0451, 2000, 4, "supported", "27 February 2022, morning"],
  ["e2", "Example: a building struck", "incident", 36.2355, 50.0042, 150, 3, "supported", "1 March 2022, about 08:00"],
  ["e3", "Example: a count in dispute", "incident", 36.268, 50.0259, 1500, 2, "contested", "27 February 2022"],
  ["e4", "Example: one voice only", "incident", 36.1816, 49.982, 2000, 1, "single", "28 February 2022"],
  ["e5", "Example: a denial", "incident", 36.29, 49.9248, 2000, null, "denied", "24 February 2022"],
  ["p1", "Kharkiv", "place", 36.2548, 49.9818, 12000, null, "single", null],
  ["p2", "Chuhuiv", "place", 36.6865, 49.8354, 3200, 1, "single", "24 February 2022"],
  ["x<b>", "Example: <img src=x onerror=alert(1)>", "incident", 36.3874, 50.0844, 2200, 1, "single", "<i>25 February</i>"],
];
const features = {
  type: "FeatureCollection",
  features: examples.map(([id, label, kind, lon, lat, radius_m, count, status, when]) => ({
    type: "Feature",
    properties: { id, label, kind, radius_m, count, href: `#claim-${encodeURIComponent(id)}`, status, when },
    geometry: { type: "Point", coordinates: [lon, lat] },
  })),
};

const inert = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const items = examples.map(([id, label]) => `<li><a data-feature="${text(id)}" href="#claim-${encodeURIComponent(id)}">${text(label)}</a></li>`);

writeFileSync(new URL("map-harness.html", here), `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src blob:; connect-src 'none'">
<title>Map harness</title>
<link rel="stylesheet" href="../dist/account-map.css">
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; font: 15px/1.5 Georgia, "Liberation Serif", serif; display: grid; grid-template-columns: 1fr 17rem; background: Canvas; color: CanvasText; }
  #map { height: 100vh; background: #ccd8de; }
  ol { margin: 0; padding: 1rem 1rem 1rem 2.4rem; }
  a { color: LinkText; }
  a[aria-current] { font-weight: bold; }
  @media (max-width: 40rem) { body { grid-template-columns: 1fr; } #map { height: 70vh; } }
</style>
<h1 hidden>Map harness</h1>
<main style="display: contents">
<div id="map" data-label="Map of the examples" data-credit="Borders, coasts: Natural Earth. Places: GeoNames, CC BY 4.0. Rivers: World Data Bank II via GSHHG. Shaded towns are drawn from population."><svg id="static-picture" role="img" aria-label="Static map" viewBox="0 0 100 60" width="100%" height="100%"><rect width="100" height="60" fill="#f6f4ef"/><circle cx="50" cy="30" r="12" fill="none" stroke="#a3231f"/></svg></div>
<ol id="map-list">${items.join("")}</ol>
</main>
<script type="application/json" id="basemap">${inert(basemap)}</script>
<script type="application/json" id="map-features">${inert(features)}</script>
<script src="../dist/account-map.js"></script>
</html>
`);
