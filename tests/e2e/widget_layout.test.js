// SPDX-License-Identifier: Apache-2.0
// Where things stand on a page: beside what they belong to, whatever the direction, and gone with their result.
// The states are those of widget_states.js, whose model does as it is told.

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest as test, hasBrowser, launch } from "./browser.js";
import { startServer } from "./server.js";
import { bringInto, statesPage } from "./widget_states.js";

let browser;
let server;
beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await launch();
  const pages = {
    "/ltr": statesPage({ dir: "ltr", lang: "en", scheme: "light" }),
    "/rtl": statesPage({ dir: "rtl", lang: "he", scheme: "light" }),
    "/favicon.ico": "",
  };
  server = await startServer({ folders: { pkg: root }, pages });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(state, dir = "ltr", width = 390) {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  await page.goto(`${server.url}/${dir}`);
  await bringInto(page, state, dir === "rtl" ? "he" : "en");
  return page;
}

/** The boxes of what is drawn of each such node: of its text, not of the room that it has. */
const boxes = (page, selector) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );

const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

describe("on a page that is read from the right", () => {
  test("JSON is read from the left, as everywhere", async () => {
    const page = await open("json", "rtl");
    const [bracket, ...more] = await page.locator("#json pre").evaluate((pre) => {
      const range = document.createRange();
      const lines = [...pre.textContent.matchAll(/(?<=^|\n) *\S/g)].map(({ index }) => index);
      const walker = document.createTreeWalker(pre, 4);
      const lefts = [];
      let begin = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const at of lines.filter((each) => each >= begin && each < begin + node.length)) {
          const first = node.data.slice(at - begin).search(/\S/) + at - begin;
          range.setStart(node, first);
          range.setEnd(node, first + 1);
          lefts.push(range.getBoundingClientRect().left);
        }
        begin += node.length;
      }
      return lefts;
    });
    expect(more.length).toBeGreaterThan(6);
    for (const left of more.slice(0, -1)) expect(left).toBeGreaterThan(bracket);
    await page.close();
  });

  test.each([390, 1280])("at %i pixels a Latin name stands beside its label", async (width) => {
    const page = await open("list", "rtl", width);
    const lefts = await page
      .locator(".list .chip")
      .evaluateAll((all) => all.map((chip) => chip.getBoundingClientRect().left));
    const gaps = (await boxes(page, ".list .name")).map(({ right }, i) => lefts[i] - right);
    expect(gaps.length).toBe(3);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThan(30);
    await page.close();
  });

  test("what the element says begins below its heading", async () => {
    const page = await open("result", "rtl", 1280);
    const [[heading], [status]] = [await boxes(page, ".title"), await boxes(page, ".status")];
    expect(Math.abs(heading.right - status.right)).toBeLessThan(2);
    await page.close();
  });
});

test.each([320, 390, 1280])(
  "at %i pixels all rows of the list are laid out alike",
  async (width) => {
    const page = await open("low", "ltr", width);
    const tops = async (selector) => (await boxes(page, selector)).map(({ top }) => top);
    const names = await tops(".list .name");
    for (const figures of [await tops(".list .score"), await tops(".list .where")]) {
      const below = figures.map((top, i) => Math.round(top - names[i]));
      expect(new Set(below).size).toBe(1);
    }
    await page.close();
  },
);

test("what is open is to be seen with a system's own colours, too", async () => {
  const page = await open("list");
  await page.emulateMedia({ forcedColors: "active" });
  const outline = (name) =>
    page
      .getByRole("button", { name, exact: true })
      .evaluate((button) => getComputedStyle(button).outlineStyle);
  expect([await outline("List"), await outline("Masked text")]).toEqual(["solid", "none"]);
  await page.close();
});

test("an old result is grey with all that belongs to it", async () => {
  const page = await open("outdated");
  const filters = await page
    .locator(".result section, .result .legend")
    .evaluateAll((all) => all.map((node) => getComputedStyle(node).filter));
  expect(filters).toEqual(["grayscale(1)", "grayscale(1)"]);
  await page.close();
});

test("an open panel goes with its result, and comes back with the next", async () => {
  const page = await open("json");
  const text = await page.locator("textarea").inputValue();
  const panel = page.locator("#json");
  const toggle = page.getByRole("button", { name: "JSON Output", exact: true });
  expect(await panel.isVisible()).toBe(true);
  await page.locator("textarea").fill("");
  await click(page, "Compute");
  await panel.waitFor({ state: "hidden" });
  expect(await toggle.getAttribute("aria-expanded")).toBe("false");
  await page.locator("textarea").fill(text);
  await click(page, "Compute");
  await panel.waitFor({ state: "visible" });
  expect(JSON.parse(await panel.textContent()).length).toBe(3);
  await page.close();
});

describe("the keyboard's focus stays in the element", () => {
  const focused = (page) =>
    page.evaluate(() => globalThis.widget.shadowRoot.activeElement?.textContent.trim());

  test("when Cancel has done its work", async () => {
    const page = await open("result");
    await page.evaluate(() => {
      const { widget, model } = globalThis;
      model.calls = [() => new Promise((done) => (globalThis.answer = done))];
      void widget.compute();
    });
    await page.getByRole("button", { name: "Cancel" }).focus();
    await page.keyboard.press("Enter");
    await page.evaluate(() => globalThis.answer());
    await page.getByRole("button", { name: "Cancel" }).waitFor({ state: "hidden" });
    expect(await focused(page)).toBe("Compute");
    await page.close();
  });

  test("when a question is answered", async () => {
    const page = await open("question");
    await page.getByRole("button", { name: "Leave it" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".question").waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Compute");
    await page.close();
  });
});

test("what is selected of a long text is copied as it is", async () => {
  const page = await open("empty");
  const sentence = "My name is Sarah and I live in London. Acme pays her, \u9234\u6728 too. ";
  const text = sentence.repeat(60) + "\n\n" + sentence.repeat(30);
  const copied = await page.evaluate(async (value) => {
    const { widget } = globalThis;
    widget.text = value;
    await widget.compute();
    const view = widget.shadowRoot.querySelector("[part=text]");
    const range = document.createRange();
    range.setStart(view.firstChild.firstChild, 3);
    range.setEnd(view.lastChild, view.lastChild.childNodes.length);
    globalThis.getSelection().removeAllRanges();
    globalThis.getSelection().addRange(range);
    const taken = new Promise((done) => {
      document.addEventListener("copy", (event) => done(event.clipboardData.getData("text/plain")));
    });
    document.execCommand("copy");
    return [view.childNodes.length, await taken];
  }, text);
  expect(copied[0]).toBeGreaterThan(3);
  expect(copied[1]).toBe(text.slice(3));
  await page.close();
});

test("no value, as frameworks set it, is the default", async () => {
  const page = await open("result");
  const seen = await page.evaluate(async () => {
    const { widget, model } = globalThis;
    const { text } = widget;
    const errors = [];
    widget.addEventListener("ner-error", ({ detail }) => errors.push(detail.error.message));
    const own = {
      model: "a/b",
      text: "x",
      aggregation: "none",
      threshold: 0.5,
      hiddenLabels: ["PER"],
    };
    const rest = { card: "data:,", examples: [], live: true, pipelineOptions: { threads: 1 } };
    const read = () => Object.keys({ ...own, ...rest }).map((name) => widget[name]);
    const found = [];
    for (const none of [null, undefined]) {
      Object.assign(widget, own, rest);
      await widget.updateComplete;
      for (const name of Object.keys({ ...own, ...rest })) widget[name] = none;
      await widget.updateComplete;
      found.push(read());
    }
    for (const name of ["model", "text", "aggregation", "threshold", "card", "live"]) {
      widget.setAttribute(name, own[name] ?? rest[name] ?? "");
      await widget.updateComplete;
      widget.removeAttribute(name);
    }
    await widget.updateComplete;
    found.push(read());
    widget.text = text;
    widget.threshold = "0.5";
    widget.live = "";
    const result = await widget.compute();
    return { found, as: [widget.threshold, widget.live], errors, n: result.entities.length, model };
  });
  const none = [undefined, "", "simple", 0, [], undefined, undefined, false, {}];
  expect(seen.found).toEqual([none, none, none]);
  expect([seen.as, seen.errors, seen.n]).toEqual([[0.5, true], [], 3]);
  await page.close();
});
