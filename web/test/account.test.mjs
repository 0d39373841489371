// Reads a built account from the disk as its readers do. BEARINGS_ACCOUNT names its folder, as
// `bearings account --out FOLDER` writes it; without it there is nothing to read.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { LOOKS, isInWindow, launch, open, overflow, tabTo, violations } from "./reader.mjs";

const folder = process.env.BEARINGS_ACCOUNT;
const skip = folder ? false : "set BEARINGS_ACCOUNT to a built account's folder";
const at = (path) => pathToFileURL(resolve(folder, path)).href;
const evidence = () => readdirSync(resolve(folder, "evidence")).map((name) => `evidence/${name}`);

let browser;
before(async () => { if (!skip) browser = await launch(); });
after(() => browser?.close());

const openFront = async (options) => {
  const page = await open(browser, at("index.html"), options);
  if (options?.javaScriptEnabled !== false && await page.locator("script[src]").count()) {
    await page.waitForSelector("#map[data-ready]", { timeout: 60_000 });
  }
  return page;
};

test("nothing is asked for but the account's own files, and nothing goes wrong", { skip }, async () => {
  for (const path of ["index.html", ...evidence()]) {
    const page = path === "index.html" ? await openFront() : await open(browser, at(path));
    const foreign = page.asked.filter((url) => !/^(file:|data:|blob:(file|null))/.test(url));
    assert.deepEqual([foreign, page.faults], [[], []], path);
    await page.context().close();
  }
});

test("axe finds nothing wrong, wide and narrow, light and dark", { skip, timeout: 300_000 }, async () => {
  for (const look of LOOKS) {
    const page = await openFront({ ...look, bypassCSP: true });
    assert.deepEqual(await violations(page), [], JSON.stringify(look));
    await page.context().close();
    for (const path of evidence().slice(0, 3)) {
      const source = await open(browser, at(path), { ...look, bypassCSP: true });
      assert.deepEqual(await violations(source), [], `${path} ${JSON.stringify(look)}`);
      await source.context().close();
    }
  }
});

test("no page has to be moved sideways on a narrow telephone", { skip }, async () => {
  for (const path of ["index.html", ...evidence()]) {
    const page = await open(browser, at(path), { viewport: { width: 360, height: 640 } });
    assert.ok(await overflow(page) <= 0, `${path} is ${await overflow(page)} pixels too wide`);
    await page.context().close();
  }
});

test("without scripts the text, the tables, the map and the timeline are there", { skip }, async () => {
  const page = await openFront({ javaScriptEnabled: false });
  const seen = (selector) => page.locator(selector).first().isVisible();
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok(await seen("#account p") || await seen("main p"), "the text");
  for (const summary of await page.locator("summary").all()) await summary.click();
  for (const [name, selector] of [["the map", "#map svg"], ["the timeline", ".chart .bar"], ["a table", "table"]]) {
    if (await page.locator(selector).count()) assert.ok(await seen(selector), name);
  }
  assert.equal(await page.locator("#map canvas").count(), 0);
  await page.context().close();
});

test("from the keyboard one reaches the text, its evidence and the marked words", { skip }, async () => {
  const page = await openFront();
  assert.equal(await tabTo(page, ".skip", 1), 1);
  assert.ok(await isInWindow(page.locator(".skip")), "the skip link shows itself when it has the focus");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#content");
  await tabTo(page, "a.cite");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/evidence\//);
  const mark = page.locator("mark:target, mark:has(> :target)").first();
  assert.ok(await mark.isVisible(), "the words are marked");
  assert.ok(await isInWindow(mark), "the marked words are in the window");
  assert.ok((await mark.textContent()).trim().length > 0);
  await page.context().close();
});

test("every number in the text leads to words that are there", { skip }, async () => {
  const page = await openFront({ javaScriptEnabled: false });
  const links = await page.locator("a.cite").evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]);
  assert.ok(links.length > 0);
  const anchors = new Map();
  for (const link of links) {
    const [path, anchor] = link.split("#");
    if (!anchors.has(path)) {
      await page.goto(at(path));
      anchors.set(path, new Set(await page.locator("[id]").evaluateAll((all) => all.map((element) => element.id))));
    }
    assert.ok(anchors.get(path).has(anchor), link);
  }
  await page.context().close();
});

test("it prints, without what only a screen can use", { skip }, async () => {
  const page = await openFront();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".contents").isVisible(), false);
  assert.ok(await page.locator("h1").isVisible());
  assert.ok((await page.pdf()).length > 20_000);
  await page.context().close();
});
