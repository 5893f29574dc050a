// SPDX-License-Identifier: Apache-2.0
// The stand-ins of the five published systems, chosen as folders in the demo: what a visitor sees is
// what the real Python pipeline found; of T-NER's, whose CRF that pipeline ignores, what Node finds,
// which tests/js/standins.test.js compares with T-NER.

import path from "node:path";

import { describe, expect } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { expectedOf, folder, systems, testOf } from "../js/standins.js";
import { toUtf16, use } from "../js/support.js";
import { browserTest } from "./browser.js";
import { compute, marks, useDemo } from "./demo_page.js";

const demo = useDemo();
const texts = 25;

/** The groups that Python found in each text, in UTF-16 units. */
function inPython(system) {
  return expectedOf(system)
    .texts.slice(0, texts)
    .map(({ text, simple }) => ({
      text,
      groups: simple.map(({ entity_group, start, end }) => ({
        entity_group,
        start: toUtf16(text, start),
        end: toUtf16(text, end),
      })),
    }));
}

function inNode(system) {
  const model = path.join(folder, system, "safetensors");
  const all = expectedOf(system)
    .texts.slice(0, texts)
    .map(({ text }) => text);
  return use(pipeline("ner", model, { dtype: "fp32" }), async (ner) => {
    const lists = await ner(all, { aggregation_strategy: "simple" });
    return lists.map((groups, i) => ({ text: all[i], groups }));
  });
}

describe.each(systems)("%s", (system) => {
  const test = testOf(system, browserTest);

  test("shows the entities that the oracle finds", async () => {
    const { page, problems } = await demo.open();
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    await page.evaluate(() => {
      document.querySelector("#widget").pipelineOptions = { dtype: "fp32" };
    });
    await page.locator("#folder").setInputFiles(path.join(folder, system, "safetensors"));
    await page.locator("#fact-backend", { hasText: "fp32" }).waitFor();
    let entities = 0;
    const found = system === "ontonotes5-tner" ? await inNode(system) : inPython(system);
    for (const { text, groups } of found) {
      await compute(page, text);
      // Python drops ORG-O, whose group is O (docs/differences.md has more).
      const shown = (await marks(page)).filter(({ label }) => label !== "O");
      // A piece that is a lone ▁ covers the first character of the piece after it, which is drawn.
      const drawn = groups.filter(({ start }, i) => groups[i + 1]?.start !== start);
      const expected = drawn.map(({ entity_group: label, start, end }) => ({
        label,
        text: text.slice(start, end),
        start,
        end,
        chip: label,
      }));
      expect(shown).toEqual(expected);
      entities += expected.length;
    }
    expect(entities).toBeGreaterThan(10);
    expect(problems).toEqual([]);
  });
});
