// The map of an account: draws the page's own two JSON blocks with MapLibre, offline.
// It never asks a network, never writes page text as HTML, and leaves the static picture in place
// when the browser cannot draw.
import { Map as WebMap, NavigationControl, Popup, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { circlePolygon } from "./circle.js";
import { BASE_SOURCES, makeStyle, STATUSES } from "./style.js";

const EMPTY = { type: "FeatureCollection", features: [] };
const UKRAINE = [[22.1, 44.3], [40.3, 52.4]];
const CLOSE_ENOUGH = 13; // beyond this the base map has nothing to say

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

start(document.getElementById("map"));

function start(holder) {
  if (!holder || !canDraw()) return;
  const features = readFeatures();
  const sources = makeSources(readJson("basemap") ?? {}, features);
  const picture = [...holder.children];
  const stage = element("div", "account-map");
  holder.append(stage);
  setWorkerUrl("account-map-worker.cjs"); // never fetched: see offline.js
  let map;
  try {
    map = makeMap(stage, sources, features, holder);
  } catch {
    stage.remove();
    return;
  }
  map.once("load", () => {
    for (const part of picture) part.remove();
    holder.classList.add("is-live");
    holder.dataset.ready = "true";
  });
  holder.accountMap = map; // for the page and for tests
  const choose = makeChooser(map, features);
  listenToMap(map, choose);
  listenToList(document.getElementById("map-list"), features, choose);
  dark.addEventListener("change", () => repaint(map, sources));
}

// MapLibre needs WebGL 2.
function canDraw() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

function makeMap(stage, sources, features, holder) {
  const map = new WebMap({
    container: stage,
    style: makeStyle(sources, dark.matches),
    bounds: framed(holder) ?? boundsOf(features),
    fitBoundsOptions: { padding: 48, maxZoom: 11.5 },
    minZoom: 2.5,
    maxZoom: 16,
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    fadeDuration: still.matches ? 0 : 150,
    locale: { "Map.Title": holder.dataset.label || "Map of the places named in this account" },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric", maxWidth: 120 }), "bottom-left");
  if (holder.dataset.credit) map.addControl(creditControl(holder.dataset.credit), "bottom-right");
  return map;
}

// --- data ----------------------------------------------------------------------------------

function readJson(id) {
  const block = document.getElementById(id);
  if (!block) return null;
  try {
    return JSON.parse(block.textContent);
  } catch {
    return null;
  }
}

function readFeatures() {
  const given = readJson("map-features")?.features ?? [];
  return given.filter((f) => f?.geometry?.type === "Point" && f.properties?.id != null).map((f) => ({
    centre: f.geometry.coordinates.slice(0, 2).map(Number),
    properties: {
      ...f.properties,
      id: String(f.properties.id),
      status: STATUSES.includes(f.properties.status) ? f.properties.status : "single",
    },
  }));
}

function makeSources(base, features) {
  const sources = {};
  for (const name of BASE_SOURCES) {
    if (base[name]?.features?.length) sources[name] = { type: "geojson", data: base[name], tolerance: 0.3 };
  }
  const areas = features
    .filter((f) => f.properties.radius_m > 0)
    .sort((a, b) => b.properties.radius_m - a.properties.radius_m)
    .map((f) => ({ type: "Feature", properties: f.properties, geometry: circlePolygon(f.centre, f.properties.radius_m) }));
  const marks = features.map((f) => ({
    type: "Feature",
    properties: { ...f.properties, shown: isNamedByBase(f, base) ? "" : f.properties.label ?? "" },
    geometry: { type: "Point", coordinates: f.centre },
  }));
  sources.areas = { type: "geojson", data: { ...EMPTY, features: areas }, promoteId: "id", tolerance: 0.1 };
  sources.marks = { type: "geojson", data: { ...EMPTY, features: marks }, promoteId: "id" };
  return sources;
}

// A place that the base map names already is not named a second time.
function isNamedByBase({ centre, properties: p }, base) {
  if (p.kind !== "place") return false;
  const degrees = Math.max(p.radius_m || 0, 1000) / 111_195;
  const names = [...(base.settlements?.features ?? []), ...(base.districts?.features ?? [])];
  return names.some((n) => n.properties.name === p.label
    && Math.abs(n.geometry.coordinates[1] - centre[1]) < degrees && Math.abs(n.geometry.coordinates[0] - centre[0]) < 2 * degrees);
}

// The frame the page's drawn map has, so that both open on the same ground: one far place does
// not make the rest small. West, south, east, north in degrees.
function framed(holder) {
  const [west, south, east, north] = (holder.dataset.bounds ?? "").split(",").map(Number);
  return [west, south, east, north].every(Number.isFinite) ? [[west, south], [east, north]] : null;
}

// Of the whole of Ukraine no more than needed: the areas, without those wider than an oblast.
function boundsOf(features) {
  const near = features.filter((f) => !(f.properties.radius_m > 60_000));
  const points = (near.length ? near : features).flatMap((f) => circlePolygon(f.centre, Math.max(f.properties.radius_m || 0, 1000), 16).coordinates[0]);
  if (!points.length) return UKRAINE;
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
}

// --- choosing a feature --------------------------------------------------------------------

function makeChooser(map, features) {
  const popup = new Popup({ closeButton: true, closeOnClick: false, focusAfterOpen: false, maxWidth: "19rem", offset: 10, className: "account-popup" });
  let chosen = [];
  const mark = (ids, on) => {
    for (const id of ids) for (const source of ["areas", "marks"]) map.setFeatureState({ source, id }, { chosen: on });
  };
  popup.on("close", () => {
    mark(chosen, false);
    chosen = [];
    markList([]);
  });
  const show = (ids, at) => {
    const found = ids.map((id) => features.find((f) => f.properties.id === id)).filter(Boolean);
    if (!found.length) return popup.remove();
    mark(chosen, false);
    chosen = found.map((f) => f.properties.id);
    mark(chosen, true);
    markList(chosen);
    popup.setLngLat(at ?? found[0].centre).setDOMContent(popupContent(found));
    if (!popup.isOpen()) popup.addTo(map);
    // Re-opening may fire "close" after the new choice was marked.
    mark(chosen, true);
  };
  const flyTo = (id) => {
    const found = features.find((f) => f.properties.id === id);
    if (!found) return;
    const view = map.cameraForBounds(boundsOf([found]), { padding: 60, maxZoom: CLOSE_ENOUGH });
    const camera = { center: found.centre, zoom: Math.min(view?.zoom ?? 11, CLOSE_ENOUGH) };
    if (still.matches) map.jumpTo(camera);
    else map.flyTo({ ...camera, duration: 900 });
    show([id]);
  };
  return { show, flyTo, close: () => popup.remove(), isChosen: (id) => chosen.includes(id) };
}

function listenToMap(map, choose) {
  const layers = ["marks", "areas"];
  map.on("click", (event) => {
    const drawn = layers.filter((layer) => map.getLayer(layer));
    const near = [[event.point.x - 6, event.point.y - 6], [event.point.x + 6, event.point.y + 6]];
    const onMarks = map.queryRenderedFeatures(near, { layers: drawn.filter((l) => l === "marks") });
    const hits = onMarks.length ? onMarks : map.queryRenderedFeatures(event.point, { layers: drawn });
    const ids = [...new Set(hits.map((hit) => hit.properties.id))];
    if (ids.length) choose.show(ids.slice(0, 6), onMarks.length ? undefined : event.lngLat);
    else choose.close();
  });
  for (const layer of layers) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose.close();
  });
}

// Focus shows the place; Enter follows the link. A first click shows, a second follows.
function listenToList(list, features, choose) {
  if (!list) return;
  let shownBefore = false;
  const entry = (event) => event.target.closest?.("a[data-feature]");
  list.addEventListener("pointerdown", (event) => {
    const link = entry(event);
    shownBefore = Boolean(link) && choose.isChosen(link.dataset.feature);
  });
  list.addEventListener("focusin", (event) => {
    const link = entry(event);
    if (link && !choose.isChosen(link.dataset.feature)) choose.flyTo(link.dataset.feature);
  });
  list.addEventListener("click", (event) => {
    const link = entry(event);
    const byKeyboard = event.detail === 0;
    if (!link || byKeyboard || shownBefore || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!features.some((f) => f.properties.id === link.dataset.feature)) return;
    event.preventDefault();
    choose.flyTo(link.dataset.feature);
  });
}

function markList(ids) {
  for (const link of document.querySelectorAll("#map-list a[data-feature]")) {
    if (ids.includes(link.dataset.feature)) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

// --- words on the map ----------------------------------------------------------------------

const STATUS_WORDS = {
  supported: "Supported",
  contested: "Contested",
  single: "One origin only",
  denied: "Denied",
};

function popupContent(found) {
  const box = element("div", "account-popup-body");
  for (const { properties: p } of found) {
    const part = element("section", `is-${p.status}`);
    part.append(element("h3", "", p.label ?? p.id));
    if (p.when) part.append(element("p", "account-popup-when", p.when));
    const facts = [STATUS_WORDS[p.status], originsText(p.count), radiusText(p.radius_m)].filter(Boolean).join(" · ");
    part.append(element("p", "account-popup-facts", facts));
    const address = safeAddress(p.href);
    if (address) {
      const link = element("a", "", "Read the evidence");
      link.href = address;
      link.setAttribute("aria-label", `Read the evidence: ${p.label ?? p.id}`);
      part.append(link);
    }
    box.append(part);
  }
  return box;
}

// A count that is not given stays unsaid: missing is not zero.
function originsText(count) {
  if (!Number.isInteger(count)) return "";
  return count === 1 ? "1 independent origin" : `${count} independent origins`;
}

function radiusText(radius_m) {
  if (!(radius_m > 0)) return "";
  return `within ${radius_m >= 1000 ? `${Math.round(radius_m / 100) / 10} km` : `${Math.round(radius_m)} m`}`;
}

function safeAddress(href) {
  if (typeof href !== "string" || !href) return null;
  try {
    return ["http:", "https:", "file:"].includes(new URL(href, document.baseURI).protocol) ? href : null;
  } catch {
    return null;
  }
}

function creditControl(text) {
  const box = element("div", "maplibregl-ctrl account-credit", text);
  return { onAdd: () => box, onRemove: () => box.remove() };
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text != null) made.textContent = String(text);
  return made;
}

// --- light and dark ------------------------------------------------------------------------

function repaint(map, sources) {
  for (const layer of makeStyle(sources, dark.matches).layers) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name, value);
  }
}
