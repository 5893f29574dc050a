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

/** The demo, where a script that ran would be counted. */
async function openWatched() {
  const opened = await demo.open();
  await opened.page.evaluate(() => {
    globalThis.runs = 0;
    globalThis.pwned = () => globalThis.runs++;
  });
  // All panels are looked at, as each shows texts and labels in a way of its own.
  const look = () =>
    opened.page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      for (const name of ["JSON Output", "List", "Masked text"]) {
        const buttons = [...widget.shadowRoot.querySelectorAll("button")];
        buttons.find((each) => each.textContent.trim() === name).click();
        await widget.updateComplete;
      }
    });
  return { ...opened, look };
}

async function expectHarmless(page, problems) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
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
  const ran = await page.evaluate(async () => {
    globalThis.pwned = () => (globalThis.runs = (globalThis.runs ?? 0) + 1);
    document.querySelector("div").innerHTML = "<img src=x onerror=pwned()>";
    await new Promise((done) => setTimeout(done, 200));
    return globalThis.runs;
  });
  expect(ran).toBe(1);
});

test("in texts", async () => {
  const { page, problems, look } = await openWatched();
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
  await expectHarmless(page, problems);
}, 240_000);

test("in labels, as texts and as names of types, prefixes and colours", async () => {
  const { page, problems, look } = await openWatched();
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
  await expectHarmless(page, problems);
}, 240_000);

test("in the labels of a model", async () => {
  const { page, problems, look } = await openWatched();
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
  await expectHarmless(page, problems);
  removeCopies();
});
