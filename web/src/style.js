// The look of the map: a muted locator map in two lights. Colours and layers only, no data.

const LIGHT = {
  water: "#ccd8de", land: "#f6f4ef", far: "#efece5", urban: "#e6e0d4", river: "#a8bfcc", border: "#7d766b",
  region: "#c3bcaf", ink: "#33312e", quiet: "#6d675e", faint: "#8a8377", sea: "#5f7f91", halo: "#f8f6f2",
  dot: "#55504a", supported: "#a3231f", contested: "#9a5a00", single: "#2f5d86", denied: "#6b6b6b", chosen: "#111111",
};
const DARK = {
  water: "#0f1519", land: "#1f2427", far: "#1b1f22", urban: "#2f3538", river: "#3b5666", border: "#8b867d",
  region: "#474b4d", ink: "#e9e5dd", quiet: "#b5afa4", faint: "#918b81", sea: "#7796a8", halo: "#181c1f",
  dot: "#b9b3a8", supported: "#f08a7e", contested: "#e3ad55", single: "#86b6e0", denied: "#a3a3a3", chosen: "#ffffff",
};

// No `glyphs` address: MapLibre then draws letters with the reader's own fonts.
const REGULAR = ["Helvetica Neue", "Arial", "Liberation Sans", "sans-serif"];
const BOLD = ["Helvetica Neue Bold", "Arial Bold", "Liberation Sans Bold", "sans-serif"];
const ITALIC = ["Georgia Italic", "Liberation Serif Italic", "serif"];

export const STATUSES = ["supported", "contested", "single", "denied"];
// The line tells the status too, for readers who do not tell the colours apart.
const DASHES = { supported: [1, 0], contested: [4, 2], single: [1.5, 1.5], denied: [1, 3] };

export const BASE_SOURCES = ["land", "water", "rivers", "borders", "regions", "urban", "roads", "settlements", "districts", "names"];

export function makeStyle(sources, dark) {
  const c = dark ? DARK : LIGHT;
  const layers = [
    { id: "background", type: "background", paint: { "background-color": c.water } },
    fill("land", c.land, { "fill-color": ["case", ["==", ["get", "detail"], "far"], c.far, c.land] }),
    fill("urban", c.urban, { "fill-opacity": zoomed(5, 0.55, 8, 1) }),
    fill("water", c.water),
    line("rivers", c.river, {
      "line-width": ["interpolate", ["linear"], ["zoom"], 4, ["case", ["==", ["get", "rank"], 1], 0.6, 0], 7, ["case", ["==", ["get", "rank"], 1], 1.2, 0.4], 12, ["case", ["==", ["get", "rank"], 1], 3, 1.5]],
    }),
    line("regions", c.region, { "line-width": zoomed(4, 0.5, 10, 1.2), "line-dasharray": [4, 3] }),
    line("roads", c.region, { "line-width": zoomed(5, 0.4, 12, 1.6) }),
    line("borders-casing", c.border, { "line-width": zoomed(4, 2.5, 10, 8), "line-opacity": 0.13 }, "borders"),
    line("borders", c.border, { "line-width": zoomed(4, 0.8, 10, 1.6) }),
    ...settlementDots(c),
    ...baseLabels(c),
    ...featureLayers(c),
    // Above the features' own names: a reader must know which city this is.
    label("largest-city-names", "settlements", c.ink, { minzoom: 3.4, maxzoom: 12.2, filter: ["==", ["get", "rank"], 1], size: zoomed(4, 12, 11, 22), font: BOLD, dot: true, halo: c.halo }),
  ];
  return { version: 8, sources, layers: layers.filter((layer) => !layer.source || sources[layer.source]) };
}

function settlementDots(c) {
  return [{
    id: "settlement-dots", type: "circle", source: "settlements", maxzoom: 11,
    filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 4.8, 2, 6, 3, 7.4, 4, 9, 5]],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 4, ["match", ["get", "rank"], 1, 2.4, 2, 1.8, 1.3], 10, ["match", ["get", "rank"], 1, 4, 2, 3.4, 3, 3, 2.2]],
      "circle-color": c.land, "circle-stroke-color": c.dot, "circle-stroke-width": 1.1,
    },
  }];
}

function baseLabels(c) {
  // Later layers win the room: the rarer the name, the later it stands here.
  return [
    label("village-names", "settlements", c.quiet, { minzoom: 11, filter: [">=", ["get", "rank"], 6], size: zoomed(11, 10, 14, 12), dot: true, halo: c.halo }),
    label("small-town-names", "settlements", c.quiet, { minzoom: 9.2, filter: ["==", ["get", "rank"], 5], size: zoomed(9, 10, 13, 13), dot: true, halo: c.halo }),
    label("region-names", "names", c.faint, { minzoom: 5.4, maxzoom: 8.6, filter: ["==", ["get", "kind"], "region"], size: zoomed(5, 9, 8, 12), spaced: true, halo: c.halo }),
    label("river-names", "rivers", c.sea, { minzoom: 6.5, filter: ["has", "name"], size: zoomed(6, 10, 12, 13), font: ITALIC, along: true, halo: c.halo }),
    label("water-names", "water", c.sea, { minzoom: 7, filter: ["has", "name"], size: zoomed(7, 10, 11, 13), font: ITALIC, halo: c.water }),
    label("feature-names", "districts", c.quiet, { minzoom: 12, filter: ["==", ["get", "kind"], "feature"], size: zoomed(12, 10, 15, 12), halo: c.halo }),
    label("district-names", "districts", c.faint, { minzoom: 10.4, maxzoom: 12.6, filter: ["==", ["get", "kind"], "district"], size: zoomed(10, 8, 13, 10), spaced: true, halo: c.halo, text: ["slice", ["get", "name"], 0, ["-", ["length", ["get", "name"]], 9]] }),
    label("quarter-names", "districts", c.ink, { minzoom: 10.9, filter: ["==", ["get", "kind"], "quarter"], size: zoomed(11, 11, 14, 15), halo: c.halo }),
    label("town-names", "settlements", c.ink, { minzoom: 7.4, filter: ["==", ["get", "rank"], 4], size: zoomed(7, 10.5, 13, 15), dot: true, halo: c.halo }),
    label("city-names", "settlements", c.ink, { minzoom: 5.8, filter: ["==", ["get", "rank"], 3], size: zoomed(6, 11, 12, 16), dot: true, halo: c.halo }),
    label("large-city-names", "settlements", c.ink, { minzoom: 4.6, filter: ["==", ["get", "rank"], 2], size: zoomed(5, 11.5, 11, 18), dot: true, halo: c.halo }),
    label("sea-names", "names", c.sea, { minzoom: 4, maxzoom: 9, filter: ["==", ["get", "kind"], "sea"], size: zoomed(4, 11, 8, 18), font: ITALIC, halo: c.water }),
    label("country-names", "names", c.faint, { maxzoom: 8.5, filter: ["==", ["get", "kind"], "country"], size: zoomed(3, 10, 7, 17), spaced: true, halo: c.halo }),
  ];
}

function featureLayers(c) {
  const colour = ["match", ["get", "status"], ...STATUSES.flatMap((status) => [status, c[status]]), c.denied];
  const chosen = (yes, no) => ["case", ["boolean", ["feature-state", "chosen"], false], yes, no];
  const outlines = STATUSES.map((status) => ({
    id: `area-outline-${status}`, type: "line", source: "areas", filter: ["==", ["get", "status"], status],
    paint: { "line-color": chosen(c.chosen, c[status]), "line-width": chosen(2.6, ["match", ["get", "kind"], "place", 0.9, 1.4]), "line-opacity": chosen(1, ["match", ["get", "kind"], "place", 0.6, 0.9]), ...(status === "supported" ? {} : { "line-dasharray": DASHES[status] }) },
  }));
  return [
    { id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour, "fill-opacity": chosen(0.2, ["case", ["==", ["get", "kind"], "place"], 0.035, ["match", ["get", "status"], "denied", 0.05, "single", 0.08, 0.13]]) } },
    ...outlines,
    // A ring with its centre open where the place is only a place, closed where something happened there.
    {
      id: "marks", type: "circle", source: "marks",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 4, chosen(4.5, 2.6), 12, chosen(6, 3.8)],
        "circle-color": ["match", ["get", "kind"], "place", c.halo, colour],
        "circle-stroke-color": ["match", ["get", "kind"], "place", colour, c.halo],
        "circle-stroke-width": 1.4,
      },
    },
    {
      id: "mark-names", type: "symbol", source: "marks", minzoom: 8.8,
      layout: {
        "text-field": ["get", "shown"], "text-font": BOLD, "text-size": zoomed(8, 11, 13, 13.5), "text-max-width": 11, "text-line-height": 1.15,
        "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.75, "text-justify": "auto", "text-padding": 4,
        "symbol-sort-key": ["-", 0, ["coalesce", ["get", "count"], 0]],
      },
      paint: { "text-color": colour, "text-halo-color": c.halo, "text-halo-width": 1.8 },
    },
  ];
}

function fill(id, colour, paint = {}) {
  return { id, type: "fill", source: id, paint: { "fill-color": colour, "fill-antialias": true, ...paint } };
}

function line(id, colour, paint, source = id) {
  return { id, type: "line", source, layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": colour, ...paint } };
}

function label(id, source, colour, { minzoom = 0, maxzoom = 24, filter, size, font = REGULAR, dot, along, spaced, halo, text = ["get", "name"] }) {
  return {
    id, type: "symbol", source, minzoom, maxzoom, filter,
    layout: {
      "text-field": text, "text-font": font, "text-size": size, "text-padding": 3, "text-max-width": 8,
      ...(dot ? { "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.5, "text-justify": "auto", "symbol-sort-key": ["-", 0, ["coalesce", ["get", "population"], 0]] } : {}),
      ...(along ? { "symbol-placement": "line", "symbol-spacing": 260, "text-max-angle": 50, "text-letter-spacing": 0.06 } : {}),
      ...(spaced ? { "text-transform": "uppercase", "text-letter-spacing": 0.14 } : {}),
    },
    paint: { "text-color": colour, "text-halo-color": halo, "text-halo-width": 1.5, "text-halo-blur": 0.3 },
  };
}

function zoomed(from, low, to, high) {
  return ["interpolate", ["linear"], ["zoom"], from, low, to, high];
}
