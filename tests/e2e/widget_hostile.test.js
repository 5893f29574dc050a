// SPDX-License-Identifier: Apache-2.0
// Texts and labels that are markup stay text: nothing in them runs, and the page's policy, Trusted Types
// included, has nothing to forbid.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect } from "@jest/globals";

import { copyOfTiny, removeCopies, sentence } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { marks, useDemo, violations } from "./demo_page.js";
import { payloads } from "./xss_payloads.js";

const demo = useDemo();

/** Gives the page markupIn(): the elements of a tree that a payload, taken for markup, would make. */
function installMarkupIn() {
  const runs = /^(on.*|src|srcdoc|href|action|data|content)$/;
  globalThis.markupIn = (root) =>
    [...root.querySelectorAll("*")].filter(
      (node) =>
        [...node.attributes].some(({ name, value }) => runs.test(name) && /pwned/.test(value)) ||
        (["script", "style", "template"].includes(node.localName) && /pwned/.test(node.innerHTML)),
    );
}

/** The demo, where a script that ran would be counted. */
async function openWatched() {
  const opened = await demo.open();
  await opened.page.evaluate(() => {
    globalThis.runs = 0;
    globalThis.pwned = () => globalThis.runs++;
  });
  await opened.page.evaluate(installMarkupIn);
  // All panels are looked at, as each shows texts and labels in a way of its own.
  const look = async () => {
    const found = await opened.page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      const markup = [];
      const frame = () => new Promise((done) => globalThis.requestAnimationFrame(done));
      const drawn = async (shadow) => {
        do await frame();
        while (!shadow.querySelector("#masked td"));
      };
      for (const name of ["JSON Output", "List", "Masked text"]) {
        const buttons = [...widget.shadowRoot.querySelectorAll("button")];
        buttons.find((each) => each.textContent.trim() === name).click();
        await widget.updateComplete;
        // Its view is loaded when it is first asked for.
        if (name === "Masked text") await drawn(widget.shadowRoot);
        markup.push(...globalThis.markupIn(widget.shadowRoot));
      }
      return markup.map((node) => node.outerHTML);
    });
    expect(found).toEqual([]);
  };
  return { ...opened, look };
}

async function expectHarmless({ page, problems, requestsEnd }) {
  // What would run of itself does so when it is drawn, or when its request has ended: an image that is
  // asked for last comes, all requests end, and a frame is drawn.
  await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const image = document.createElement("img");
        Object.assign(image, { onload: done, onerror: fail, src: "/demo/icon.svg?last" });
      }),
  );
  await requestsEnd();
  await page.evaluate(
    () => new Promise((done) => globalThis.requestAnimationFrame(() => setTimeout(done))),
  );
  expect(await page.evaluate(() => globalThis.runs)).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
}

test("there are 200 payloads, and the first would run if it were markup", async () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(190);
  expect(payloads).toHaveLength(200);
  const { context } = await demo.open();
  const page = await context.newPage();
  await page.setContent("<div></div>");
  await page.evaluate(installMarkupIn);
  await page.evaluate(
    () =>
      new Promise((done) => {
        globalThis.pwned = done;
        document.querySelector("div").innerHTML = "<img src=x onerror=pwned()>";
      }),
  );
  // All of the first frame's but the five that are plain text and <body>, which a <div> does not take.
  const taken = await page.evaluate(
    (all) =>
      all.filter((payload) => {
        const div = document.implementation.createHTMLDocument().createElement("div");
        div.innerHTML = payload;
        return globalThis.markupIn(div).length > 0;
      }).length,
    payloads.slice(0, 25),
  );
  expect(taken).toBe(20);
});

test("in texts", async () => {
  const opened = await openWatched();
  const { page, look } = opened;
  for (const payload of payloads) {
    const text = `Angela Merkel ${payload} Paris.`;
    const shown = await page.evaluate(async (value) => {
      const widget = document.querySelector("#widget");
      widget.text = value;
      await widget.compute();
      const copy = widget.shadowRoot.querySelector(".text").cloneNode(true);
      for (const chip of copy.querySelectorAll("[part=label], .unseen")) chip.remove();
      return copy.textContent;
    }, text);
    expect(shown).toBe(text);
    await look();
  }
  await expectHarmless(opened);
}, 240_000);

test("in labels, as texts and as names of types, prefixes and colours", async () => {
  const opened = await openWatched();
  const { page, look } = opened;
  // What a model with such labels gives; the next test loads one.
  for (const payload of payloads) {
    await page.evaluate(async (label) => {
      const widget = document.querySelector("#widget");
      const found = (text) =>
        ["", "B-", "I-"].map((prefix, i) => ({
          entity_group: prefix + label,
          score: 0.9,
          word: text,
          start: i,
          end: i + 1,
        }));
      widget.pipeline = async () =>
        Object.assign(async (text) => found(text), {
          info: () => ({ backend: label, labels: [label] }),
          dispose: async () => {},
        });
      widget.hiddenLabels = [];
      widget.text = "abc";
      await widget.compute();
      widget.hiddenLabels = [label];
    }, payload);
    expect((await marks(page)).map(({ label }) => label)).toEqual([`B-${payload}`, `I-${payload}`]);
    await look();
  }
  await expectHarmless(opened);
}, 240_000);

test("in the labels of a model", async () => {
  const opened = await openWatched();
  const { page, look } = opened;
  const folder = copyOfTiny();
  const file = path.join(folder, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  const ids = Object.keys(config.id2label);
  const labels = ids.map((id, i) => (config.id2label[id] === "O" ? "O" : payloads[i]));
  config.id2label = Object.fromEntries(ids.map((id, i) => [id, labels[i]]));
  config.label2id = Object.fromEntries(ids.map((id, i) => [labels[i], Number(id)]));
  writeFileSync(file, JSON.stringify(config));
  await page.locator("#folder").setInputFiles(folder);
  await page.locator("#fact-model", { hasText: "model.safetensors" }).waitFor();
  await page.evaluate(async (value) => {
    const widget = document.querySelector("#widget");
    widget.text = value;
    await widget.compute();
  }, sentence);
  const found = await marks(page);
  expect(found.length).toBeGreaterThan(0);
  for (const { label } of found) expect(labels.some((each) => each.endsWith(label))).toBe(true);
  await look();
  await expectHarmless(opened);
  removeCopies();
});
