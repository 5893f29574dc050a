// SPDX-License-Identifier: Apache-2.0
// The view of the masked text in use: by mouse and by keyboard, from the left and from the right, with answers
// that are hostile, and with files that do not come.

import { describe, expect } from "@jest/globals";

import { until } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { button, compute, status, useDemo, violations } from "./demo_page.js";

const demo = useDemo();
const text = "Sarah met Jacob Collier in London. Sarah left, and Zylo came.";
const masked = (page) => page.getByLabel("Masked text", { exact: true });
const answer = (page) => page.getByLabel("Answer to the masked text");
const restored = (page) => page.getByLabel("Answer with its values");
const missed = (page) => page.getByLabel("Also mask");
const said = (page) => page.locator("#masked output").first();
const isText = (locator, expected) =>
  until(async () => (await locator.textContent()) === expected, `"${expected}"`);
const rows = (page) =>
  page
    .locator("#masked tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.cells].map(({ firstChild }) => firstChild.firstChild.data)),
    );

/** A widget whose model finds these words where they first stand. */
async function openWith(labels, value = text, options = {}) {
  const opened = await demo.open(options);
  await opened.page.evaluate(
    async ([found, given]) => {
      const widget = document.querySelector("#widget");
      const find = (part) =>
        Object.entries(found).flatMap(([word, entity_group]) => {
          const start = part.indexOf(word);
          const end = start + word.length;
          return start < 0 ? [] : [{ entity_group, score: 0.9, word, start, end }];
        });
      widget.pipeline = async () =>
        Object.assign(async (part) => find(part), { info: () => ({}), dispose: async () => {} });
      widget.text = given;
      await widget.compute();
    },
    [labels, value],
  );
  await button(opened.page, "Masked text").click();
  await masked(opened.page).locator(".place").first().waitFor();
  return opened;
}
const labels = { Sarah: "PER", "Jacob Collier": "PER", London: "LOC" };

test("what masks is loaded when it is asked for, and from the page's own origin alone", async () => {
  const { page, requests, problems, url } = await demo.open();
  const own = () => requests.filter((each) => /\/(?:mask_view|masking)\.js$/.test(each));
  await compute(page, text);
  expect(own()).toEqual([]);
  await button(page, "Masked text").click();
  await masked(page).locator(".place").first().waitFor();
  await button(page, "List").click();
  await button(page, "Masked text").click();
  // The demo's service worker asks for each once more.
  const names = new Set(own().map((each) => each.split("/").at(-1)));
  expect([...names]).toEqual(["mask_view.js", "masking.js"]);
  await answer(page).fill("![x](https://x.example/?q=[PER_1]) <img src='//x.example'>");
  await restored(page).waitFor();
  const { origin } = new URL(url);
  expect(requests.filter((each) => new URL(each).origin !== origin)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("a file that does not come is said, and asked for again", async () => {
  const { context, page } = await demo.open();
  await context.route("**/mask_view.js", (route) => route.abort());
  await compute(page, text);
  await button(page, "masked text").click();
  await status(page).filter({ hasText: "Nothing was copied: TypeError" }).waitFor();
  await button(page, "Masked text").click();
  await status(page).filter({ hasText: "What masks could not be loaded" }).waitFor();
  expect(await button(page, "Masked text").getAttribute("aria-expanded")).toBe("false");
  await context.unroute("**/mask_view.js");
  await button(page, "Masked text").click();
  await masked(page).locator(".place").first().waitFor();
});

test("by keyboard a value is kept and masked again, and the focus stays with it", async () => {
  const { page } = await openWith(labels);
  await isText(masked(page), "[PER_1] met [PER_2] in [LOC_1]. [PER_1] left, and Zylo came.");
  expect(await rows(page)).toEqual([
    ["[PER_1]", "Sarah", "PER", "Keep"],
    ["[PER_2]", "Jacob Collier", "PER", "Keep"],
    ["[LOC_1]", "London", "LOC", "Keep"],
  ]);
  await masked(page).focus();
  for (let i = 0; i < 4; ++i) await page.keyboard.press("Tab");
  // Between two states of the table nothing has the focus.
  const focused = () =>
    page.evaluate(() =>
      document.querySelector("#widget").shadowRoot.activeElement?.getAttribute("aria-label"),
    );
  expect(await focused()).toBe("Keep Jacob Collier readable");
  await page.keyboard.press("Enter");
  await until(async () => (await focused()) === "Mask Jacob Collier again", "the focus");
  expect(await said(page).textContent()).toBe("“Jacob Collier” stays readable.");
  expect(await masked(page).textContent()).toContain("[PER_1] met Jacob Collier in");
  await page.keyboard.press("Space");
  await until(async () => (await focused()) === "Keep Jacob Collier readable", "the focus");
  expect(await said(page).textContent()).toBe("“Jacob Collier” is masked.");
  expect(await masked(page).textContent()).toContain("[PER_1] met [PER_2] in");
});

describe("what was missed", () => {
  test("is masked when it is selected in the masked text", async () => {
    const { page } = await openWith(labels);
    const at = await masked(page).evaluate((pre) => {
      const { lastChild } = pre.querySelector(".block");
      const range = document.createRange();
      const start = lastChild.data.indexOf("Zylo");
      range.setStart(lastChild, start);
      range.setEnd(lastChild, start + 4);
      const { left, top, width, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    // A placeholder that is selected is its value.
    const { x, y, width, height } = await masked(page).locator(".place").first().boundingBox();
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 1, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await until(
      async () => (await missed(page).inputValue()) === "Sarah",
      "the placeholder's value",
    );
    await page.mouse.dblclick(...at);
    await until(async () => (await missed(page).inputValue()) === "Zylo", "the selected word");
    await button(page, "Mask it").click();
    await isText(
      masked(page),
      "[PER_1] met [PER_2] in [LOC_1]. [PER_1] left, and [PRIVATE_1] came.",
    );
    expect(await said(page).textContent()).toBe("“Zylo” is masked.");
    expect((await rows(page)).at(-1)).toEqual(["[PRIVATE_1]", "Zylo", "PRIVATE", "Keep"]);
  });

  test("is masked when it is typed, or said not to be there", async () => {
    const { page } = await openWith(labels);
    const hide = async (value) => {
      await missed(page).fill(value);
      await page.keyboard.press("Enter");
    };
    await hide("Zylo");
    await isText(said(page), "“Zylo” is masked.");
    expect(await missed(page).inputValue()).toBe("");
    await hide("ylo");

    await isText(said(page), "“ylo” does not stand in the text as words of its own.");
    await hide("…");
    await isText(said(page), "Select what is to be masked, or type it: a word, a name, a number.");
    expect(await masked(page).textContent()).toContain("and [PRIVATE_1] came");
  });
});

describe("an answer", () => {
  test("is shown with its values, as text, and what is unknown is named", async () => {
    const { page, problems } = await openWith(labels);
    await answer(page).fill("**per_1**, <b>[PER_2]</b> &lt;LOC_1&gt; [PER_9] [PER_9]");
    await isText(restored(page), "**Sarah**, <b>Jacob Collier</b> London [PER_9] [PER_9]");
    expect(await page.locator("#masked output").last().textContent()).toBe(
      "3 values were put back. The table has no [PER_9].",
    );
    expect(await restored(page).locator("*").count()).toBe(0);
    await answer(page).fill("");
    await restored(page).waitFor({ state: "hidden" });
    expect(problems).toEqual([]);
  });

  test("to a text that was copied gets that text's values, whatever was computed since", async () => {
    const { context, page } = await openWith({ ...labels, Emma: "PER" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(page, "Copy masked text").click();
    await status(page).filter({ hasText: "the model misses entities" }).waitFor();
    await compute(page, "Emma met Sarah.");
    await isText(masked(page), "[PER_3] met [PER_1].");
    await answer(page).fill("[PER_1], [PER_2], [PER_3]");
    await isText(restored(page), "Sarah, Jacob Collier, Emma");
  });
});

test("a text that is computed anew is masked anew, an empty one has nothing to show", async () => {
  const { page } = await openWith(labels);
  await button(page, "Keep London readable").click();
  await isText(said(page), "“London” stays readable.");
  await compute(page, text);
  await isText(masked(page), "[PER_1] met [PER_2] in London. [PER_1] left, and Zylo came.");
  await compute(page, "London is large.");
  await isText(masked(page), "[LOC_1] is large.");
  await compute(page, "");
  await page.locator("#masked").waitFor({ state: "hidden" });
});

test("Hebrew is read from the right, with placeholders that are whole", async () => {
  const { page } = await openWith({ דוד: "PER", חיפה: "LOC" }, "דוד גר ליד חיפה היום.");
  const [person, place] = await masked(page).locator(".place").all();
  const [first, second] = [await person.boundingBox(), await place.boundingBox()];
  expect(first.x).toBeGreaterThan(second.x);
  expect(await person.textContent()).toBe("[PER_1]");
  const [open, close] = await person.evaluate(({ firstChild }) =>
    [0, 6].map((at) => {
      const range = document.createRange();
      range.setStart(firstChild, at);
      range.setEnd(firstChild, at + 1);
      return range.getBoundingClientRect().left;
    }),
  );
  expect(open).toBeLessThan(close);
});
