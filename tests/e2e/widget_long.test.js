// SPDX-License-Identifier: Apache-2.0
// A document of 20,000 words: the page draws it in slices, and a cancelled computation ends at once. How
// long the page's tasks are is printed, as it depends on the machine; tests/js/sliced_view.test.js shows
// that the page has its turn between two slices.

import { expect } from "@jest/globals";

import { fromSource } from "../js/from_source.js";
import { until } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { compute, countOf, useDemo } from "./demo_page.js";
import { longestTask, pointAt } from "./main_thread.js";

const { longDocument } = await fromSource("web/demo/long_document.ts");
const text = longDocument(20_000);
const demo = useDemo();

/** The demo, when it has measured what it shows: nothing but the test uses the page then. */
async function openQuiet() {
  const opened = await demo.open();
  await opened.page.locator("#fact-offline", { hasText: "ready" }).waitFor();
  return opened;
}

/**
 * In the page: does something that draws, and gives how many elements of this kind came with each
 * drawing, until there are so many. By the page's clock each item takes a millisecond: five are a slice.
 */
async function slicesOf([action, selector, total]) {
  let now = performance.now();
  performance.now = () => ++now;
  const widget = document.querySelector("#widget");
  const { shadowRoot } = widget;
  const slices = [];
  await new Promise((done) => {
    const observer = new globalThis.MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      const elements = added.filter((node) => node.nodeType === 1);
      const count = elements.reduce(
        (sum, node) => sum + node.matches(selector) + node.querySelectorAll(selector).length,
        0,
      );
      if (count > 0) slices.push(count);
      if (shadowRoot.querySelectorAll(selector).length === total) done(observer.disconnect());
    });
    observer.observe(shadowRoot, { childList: true, subtree: true });
    if (typeof action === "number") widget.threshold = action;
    else
      [...shadowRoot.querySelectorAll("button")]
        .find((each) => each.textContent.trim() === action)
        .click();
  });
  return slices;
}

test("what is done with the document is done in slices, between which the page has its turn", async () => {
  expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(20_000);
  const { page } = await openQuiet();
  const events = page.evaluate(
    () =>
      new Promise((done) => {
        const seen = [];
        const widget = document.querySelector("#widget");
        widget.addEventListener("ner-progress", ({ detail }) => seen.push(detail));
        widget.addEventListener("ner-result", () => done(seen), { once: true });
      }),
  );
  const tag = await pointAt(page, "Tag a document of 20,000 words");
  const begin = Date.now();
  let seen;
  const tagging = await longestTask(page, async () => {
    await tag();
    seen = await events;
  });
  const seconds = (Date.now() - begin) / 1000;

  // The whole text is there, and progress went from its beginning to its end.
  const found = await page.evaluate(() => {
    const { result, shadowRoot } = document.querySelector("#widget");
    const blocks = [...shadowRoot.querySelectorAll(".text > *")];
    const plain = blocks.map((block) => {
      const copy = block.cloneNode(true);
      for (const chip of copy.querySelectorAll("[part=label], .unseen")) chip.remove();
      return copy.textContent;
    });
    return {
      shown: plain.join(""),
      typed: shadowRoot.querySelector("textarea").value,
      blocks: blocks.length,
      marks: shadowRoot.querySelectorAll("mark").length,
      entities: result.entities.length,
      complete: result.complete,
      right: result.entities.every(
        ({ start, end, word }) => result.text.slice(start, end).length > 0 && word.length > 0,
      ),
    };
  });
  expect(found.shown).toBe(text);
  expect(found.typed).toBe(text);
  expect(found).toMatchObject({ complete: true, right: true, marks: found.entities });
  expect(found.entities).toBeGreaterThan(2000);
  const loaded = seen.filter(({ phase }) => phase === "tag").map((each) => each.loaded);
  expect(loaded.length).toBe(found.blocks - 1);
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b));

  const opening = async (name, selector, count) => {
    const open = await pointAt(page, name);
    return longestTask(page, async () => {
      await open();
      await countOf(page, selector, count);
    });
  };
  const listing = await opening("List", "[role=listitem]", found.entities);
  const json = await opening("JSON Output", "#json .block", found.blocks);
  const filtering = await longestTask(page, async () => {
    await page.evaluate(() => (document.querySelector("#widget").threshold = 0.9));
    await countOf(page, ".text > *", found.blocks);
  });
  // Few are as sure as this: some blocks have none, and the JSON is still one list.
  const sure = await page.evaluate(() => {
    const widget = document.querySelector("#widget");
    widget.threshold = 0.96;
    return widget.result.entities.filter(({ score }) => score >= 0.96).length;
  });
  expect(sure).toBeGreaterThan(0);
  const parsed = () =>
    page.getByLabel("JSON Output").evaluate(({ textContent }) => {
      try {
        return JSON.parse(textContent).length;
      } catch {
        return -1;
      }
    });
  await until(async () => (await parsed()) === sure, `a list of ${sure} records as JSON`);
  // However fast the machine is, no drawing is longer than a slice.
  const sum = (counts) => counts.reduce((all, each) => all + each, 0);
  for (const [threshold, selector] of [
    [0.5, ".text > *"],
    [0, "#json .block"],
  ]) {
    const slices = await page.evaluate(slicesOf, [threshold, selector, found.blocks]);
    expect(Math.max(...slices)).toBeLessThanOrEqual(5);
    expect(sum(slices)).toBe(found.blocks);
  }
  const list = await page.evaluate(slicesOf, ["List", "[role=listitem]", found.entities]);
  expect(list.length).toBeGreaterThanOrEqual(Math.floor(found.blocks / 5));
  expect(Math.max(...list)).toBeLessThan(found.entities / 5);
  // Masking is one task: a name that is found anywhere is masked everywhere.
  const open = await pointAt(page, "Masked text");
  const masking = await longestTask(page, async () => {
    await open();
    await page.locator("#masked tbody tr").first().waitFor();
  });
  const masked = await page.getByLabel("Masked text", { exact: true }).textContent();
  const [first] = await page.locator("#masked tbody bdi").allTextContents();
  expect(masked).toContain(first);
  // Another long text in its place, and a short one.
  const replacing = await longestTask(page, async () => {
    await page.evaluate((more) => {
      const widget = document.querySelector("#widget");
      setTimeout(() => (widget.text += more));
    }, " The end.");
    await page.waitForFunction(() =>
      document
        .querySelector("#widget")
        .shadowRoot.querySelector("textarea")
        .value.endsWith(" The end."),
    );
    await compute(page, "Angela Merkel besuchte im Juli Paris.");
    await countOf(page, ".text > *", 1);
  });
  console.info(
    `20,000 words, ${found.entities} entities in ${seconds.toFixed(1)} s; longest tasks, ms: ` +
      JSON.stringify({ tagging, listing, json, masking, filtering, replacing }),
  );
});

test("what is typed while a long text is on its way to the text area stays", async () => {
  const { page } = await openQuiet();
  const typed = await page.evaluate(async (value) => {
    const widget = document.querySelector("#widget");
    const area = widget.shadowRoot.querySelector("textarea");
    widget.text = value;
    await widget.updateComplete;
    const before = area.value;
    area.value = "Sarah";
    area.dispatchEvent(new Event("input", { bubbles: true }));
    // Long texts come in a task of their own, by a message: one that is posted now comes later.
    const turn = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(port1.close());
        port2.postMessage(undefined);
      });
    await turn();
    const { value: after } = area;
    const { text: typedText } = widget;
    // Where nothing is typed in between, the long text is there by then.
    widget.text = value;
    await widget.updateComplete;
    const isBefore = area.value === value;
    await turn();
    return { before, after, text: typedText, isBefore, isThere: area.value === value };
  }, text);
  expect(typed).toEqual({
    isBefore: false,
    isThere: true,
    before: "Angela Merkel besuchte im Juli Paris.",
    after: "Sarah",
    text: "Sarah",
  });
});

test("Cancel takes effect within one window, and what was found stays", async () => {
  const { page } = await openQuiet();
  await page.evaluate(() => {
    const widget = document.querySelector("#widget");
    globalThis.progress = [];
    widget.addEventListener("ner-progress", ({ detail }) =>
      globalThis.progress.push(detail.loaded),
    );
  });
  await page.locator("#long").click();
  await page.waitForFunction(() => globalThis.progress.length >= 5);
  const [after, result] = await page.evaluate(
    () =>
      new Promise((done) => {
        const widget = document.querySelector("#widget");
        const cancel = [...widget.shadowRoot.querySelectorAll("button")].find(
          (each) => each.textContent.trim() === "Cancel",
        );
        const before = globalThis.progress.length;
        widget.addEventListener(
          "ner-result",
          ({ detail }) => done([globalThis.progress.length - before, detail]),
          { once: true },
        );
        cancel.click();
      }),
  );
  expect(after).toBe(0);
  expect(result.complete).toBe(false);
  expect(result.entities.length).toBeGreaterThan(0);
  const status = await page.locator("#widget [role=status]").textContent();
  expect(status).toContain("Cancelled before the end of the text.");
  // The element works as before.
  const next = await page.evaluate(async () => {
    const widget = document.querySelector("#widget");
    widget.text = "Angela Merkel besuchte im Juli Paris.";
    return (await widget.compute()).entities.length;
  });
  expect(next).toBe(2);
});
