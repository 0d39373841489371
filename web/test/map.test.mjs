// Opens the harness page from file:// in Chromium and checks what a reader would see and do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { circlePolygon } from "../src/circle.js";

const PAGE = new URL("map-harness.html", import.meta.url).href;
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";

let browser;
before(async () => { browser = await chromium.launch({ executablePath, args: [...QUIET, ...SOFTWARE_GL] }); });
after(() => browser?.close());

async function openMap(options = {}, from = browser) {
  const context = await from.newContext({ viewport: { width: 1000, height: 700 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.asked = [];
  page.faults = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(PAGE);
  return page;
}

async function openDrawnMap(options) {
  const page = await openMap(options);
  await page.waitForSelector("#map[data-ready]", { timeout: 60_000 });
  await settle(page);
  return page;
}

// The label placement and the last tiles come after the camera stands still.
const settle = (page) => page.evaluate(() => new Promise((done) => {
  const map = document.getElementById("map").accountMap;
  if (map.loaded() && !map.isMoving()) setTimeout(done, 400);
  else map.once("idle", () => setTimeout(done, 400));
}));

const view = (page) => page.evaluate(() => {
  const map = document.getElementById("map").accountMap;
  return { lon: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() };
});

async function coloursOf(page) {
  const picture = (await page.locator("#map canvas").screenshot()).toString("base64");
  const blank = await page.context().newPage();
  const counts = await blank.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const draw = canvas.getContext("2d");
    draw.drawImage(bitmap, 0, 0);
    const seen = new Map();
    const pixels = draw.getImageData(0, 0, bitmap.width, bitmap.height).data;
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [...seen].sort((a, b) => b[1] - a[1]);
  }, picture);
  await blank.close();
  return counts;
}

const brightness = (colour) => ((colour >> 16) + ((colour >> 8) & 255) + (colour & 255)) / 3;

test("the map is drawn, and the static picture gives way to it", async () => {
  const page = await openDrawnMap();
  const colours = await coloursOf(page);
  assert.ok(colours.length > 200, `only ${colours.length} colours: the canvas looks blank`);
  assert.equal(await page.locator("#static-picture").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("nothing but the page's own files is asked for", async () => {
  const page = await openDrawnMap();
  const foreign = page.asked.filter((url) => !/^(file|data|blob:(file|null))/.test(url));
  assert.deepEqual(foreign, []);
  await page.context().close();
});

test("an entry of the list flies to its place, shows it and is marked", async () => {
  const page = await openDrawnMap();
  await page.locator('a[data-feature="p2"]').focus();
  await settle(page);
  const at = await view(page);
  assert.ok(Math.abs(at.lon - 36.6865) < 0.01 && Math.abs(at.lat - 49.8354) < 0.01, JSON.stringify(at));
  assert.equal(await page.locator(".account-popup h3").textContent(), "Chuhuiv");
  assert.match(await page.locator(".account-popup-facts").textContent(), /1 independent origin · within 3\.2 km/);
  assert.equal(await page.locator('a[data-feature="p2"]').getAttribute("aria-current"), "location");
  assert.equal(await page.locator('a[data-feature="p2"]').evaluate((a) => a === document.activeElement), true);
  await page.context().close();
});

test("a first click shows the place, a second follows the link", async () => {
  const page = await openDrawnMap();
  const link = page.locator('a[data-feature="e1"]');
  await link.click();
  assert.equal(new URL(page.url()).hash, "");
  await link.click();
  assert.equal(new URL(page.url()).hash, "#claim-e1");
  await page.context().close();
});

test("what the page says is shown as text, never as markup", async () => {
  const page = await openDrawnMap();
  await page.locator("#map-list li:last-child a").focus();
  assert.equal(await page.locator(".account-popup h3").textContent(), "Example: <img src=x onerror=alert(1)>");
  assert.equal(await page.locator(".account-popup img, .account-popup i").count(), 0);
  await page.context().close();
});

test("a count that is not known is not said", async () => {
  const page = await openDrawnMap();
  await page.locator('a[data-feature="e5"]').focus();
  assert.equal(await page.locator(".account-popup-facts").textContent(), "Denied · within 2 km");
  await page.context().close();
});

test("arrows and plus move the map from the keyboard", async () => {
  const page = await openDrawnMap();
  const first = await view(page);
  await page.locator("#map canvas").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Equal");
  await settle(page);
  const then = await view(page);
  assert.ok(then.lon > first.lon && then.zoom > first.zoom, JSON.stringify([first, then]));
  await page.context().close();
});

test("light and dark follow the reader's setting, also when it changes", async () => {
  const page = await openDrawnMap({ colorScheme: "light" });
  const light = brightness((await coloursOf(page))[0][0]);
  await page.emulateMedia({ colorScheme: "dark" });
  await settle(page);
  await page.waitForTimeout(500);
  const dark = brightness((await coloursOf(page))[0][0]);
  assert.ok(light > 180 && dark < 80, `light ${light}, dark ${dark}`);
  await page.context().close();
});

test("the scale is in kilometres and the credit stands on the map", async () => {
  const page = await openDrawnMap();
  assert.match(await page.locator(".maplibregl-ctrl-scale").textContent(), /^\d+\skm$/);
  assert.match(await page.locator(".account-credit").textContent(), /GeoNames, CC BY 4\.0/);
  await page.context().close();
});

test("without WebGL the static picture stays", async () => {
  const plain = await chromium.launch({ executablePath, args: [...QUIET, "--disable-3d-apis"] });
  try {
    const page = await openMap({}, plain);
    await page.waitForTimeout(800);
    assert.equal(await page.locator("#static-picture").isVisible(), true);
    assert.equal(await page.locator("#map canvas").count(), 0);
    assert.deepEqual(page.faults, []);
  } finally {
    await plain.close();
  }
});

test("axe finds nothing wrong with the map and its popup", async () => {
  const page = await openDrawnMap({ bypassCSP: true });
  await page.locator('a[data-feature="e2"]').focus();
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => axe.run("#map"));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), []);
  await page.context().close();
});

test("a circle's edge is its radius away from its centre, everywhere", () => {
  for (const [lon, lat, radius_m] of [[36.25, 49.98, 12000], [36.2355, 50.0042, 150], [25, 70, 400000]]) {
    const ring = circlePolygon([lon, lat], radius_m).coordinates[0];
    assert.deepEqual(ring[0], ring.at(-1));
    for (const point of ring) assert.ok(Math.abs(haversine([lon, lat], point) / radius_m - 1) < 1e-6);
  }
});

function haversine([lon1, lat1], [lon2, lat2]) {
  const [a, b, dLon] = [lat1, lat2, lon2 - lon1].map((v) => (v * Math.PI) / 180);
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}
