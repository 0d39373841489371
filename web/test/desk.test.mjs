// Uses an open desk as its team does. BEARINGS_DESK is its address, as `bearings serve` prints it;
// without it there is no desk to use.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, isInWindow, launch, open, overflow, tabTo, violations } from "./reader.mjs";

const desk = process.env.BEARINGS_DESK?.replace(/\/$/, "");
const skip = desk ? false : "set BEARINGS_DESK to the address of an open desk";

let browser;
let texts = [];
let claims = [];
before(async () => {
  if (skip) return;
  browser = await launch();
  const page = await open(browser, `${desk}/desk`);
  texts = await hrefs(page, 'a[href^="/items/"]', (href) => href.split(/[?#]/)[0]);
  if (texts.length) {
    await page.goto(desk + texts[0]);
    claims = await hrefs(page, 'a[href^="/why/"]');
  }
  await page.context().close();
});
after(() => browser?.close());

const hrefs = async (page, selector, shorten = (href) => href) => {
  const all = await page.locator(selector).evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  return [...new Set(all.map(shorten))];
};
const pages = () => ["/desk", "/log", "/nothing-here", ...texts.slice(0, 6), ...claims.slice(0, 2)];

test("nothing is asked for but the desk's own, and nothing goes wrong", { skip }, async () => {
  for (const path of [...pages(), "/account/"]) {
    const page = await open(browser, desk + path);
    if (path === "/account/" && await page.locator("script[src]").count()) {
      await page.waitForSelector("#map[data-ready]", { timeout: 60_000 });
    }
    const foreign = page.asked.filter((url) => !url.startsWith(`${desk}/`) && !/^(data|blob):/.test(url));
    const faults = page.faults.filter((fault) => path !== "/nothing-here" || !fault.includes("404"));
    assert.deepEqual([foreign, faults], [[], []], path);
    await page.context().close();
  }
});

test("axe finds nothing wrong, wide and narrow, light and dark", { skip, timeout: 300_000 }, async () => {
  for (const look of LOOKS) {
    for (const path of pages()) {
      const page = await open(browser, desk + path, { ...look, bypassCSP: true });
      assert.deepEqual(await violations(page), [], `${path} ${JSON.stringify(look)}`);
      await page.context().close();
    }
  }
});

test("no page has to be moved sideways on a narrow telephone", { skip }, async () => {
  for (const path of pages()) {
    const page = await open(browser, desk + path, { viewport: { width: 360, height: 640 } });
    assert.ok(await overflow(page) <= 0, `${path} is ${await overflow(page)} pixels too wide`);
    await page.context().close();
  }
});

test("the desk has no scripts and needs none", { skip }, async () => {
  for (const path of pages()) {
    const page = await open(browser, desk + path, { javaScriptEnabled: false });
    assert.equal(await page.locator("script").count(), 0, path);
    assert.ok(await page.locator("main").isVisible(), path);
    await page.context().close();
  }
});

test("from the keyboard a claim's number leads to its card, and the card's back to its words", { skip }, async () => {
  const page = await open(browser, desk + texts[0]);
  assert.equal(await tabTo(page, ".skip", 1), 1);
  assert.ok(await isInWindow(page.locator(".skip")));
  await page.keyboard.press("Enter");
  await tabTo(page, "a.cite");
  await page.keyboard.press("Enter");
  const card = page.locator(".card:target");
  assert.ok(await card.isVisible() && await isInWindow(card), "the card is in the window");
  await card.locator("a.number").press("Enter");
  const words = page.locator("mark:has(:target)");
  assert.ok(await words.isVisible() && await isInWindow(words), "the words are in the window");
  await page.context().close();
});

test("what stays out is labelled on the desk and stands nowhere in the account", { skip }, async () => {
  const page = await open(browser, `${desk}/account/`, { javaScriptEnabled: false });
  const account = await page.locator("body").textContent();
  for (const path of texts) {
    await page.goto(desk + path);
    for (const words of await page.locator(".held").allTextContents()) {
      const passage = words.trim();
      if (passage.length > 25) assert.ok(!account.includes(passage), path);
    }
    const held = await page.locator(".passage .held").count();
    assert.equal(await page.locator(".held-label").count() > 0, held > 0, path);
  }
  await page.context().close();
});
