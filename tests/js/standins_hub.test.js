// SPDX-License-Identifier: Apache-2.0
// The stand-ins of the five published systems by id, from a hub on this machine, in every form: what
// Python's pipeline finds, in float32, and its labels in int8.

import path from "node:path";

import { describe, expect, jest } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { filesOf } from "./hub_server.js";
import { context, useHub } from "./hub_support.js";
import {
  expectedOf,
  folder,
  forms,
  labelAgreement,
  scoreDifference,
  systems,
  testOf,
  withoutScores,
} from "./standins.js";
import { use } from "./support.js";

jest.setTimeout(300_000);
useHub();

const cases = systems.flatMap((system) => forms.map((form) => [system, form]));

describe.each(cases)("%s as %s, by id", (system, form) => {
  const test = testOf(system, globalThis.test);

  test("has Python's entities, and its labels in int8", async () => {
    const id = `acme/${system}`;
    context.hub.models[id] = { files: filesOf(path.join(folder, system, form)) };
    const { texts } = expectedOf(system);
    const inputs = texts.map(({ text }) => text);
    const load = (options) => pipeline("ner", id, { cache_quantized: false, ...options });
    await use(load({ dtype: "fp32" }), async (ner) => {
      expect(ner.info()).toMatchObject({ model: id, dtype: "fp32" });
      const found = await ner(inputs, { compat: "hf", aggregation_strategy: "simple" });
      const python = texts.map(({ simple }) => simple);
      expect(withoutScores(found)).toEqual(withoutScores(python));
      expect(scoreDifference(found, python)).toBeLessThan(1e-4);
    });
    await context.hub.close(); // what follows is in the cache
    await use(load({ dtype: "q8", local_files_only: true }), async (ner) => {
      const all = await ner(inputs, { compat: "hf", ignore_labels: [] });
      const found = all.map((records) => records.map(({ entity }) => entity));
      const python = texts.map(({ labels }) => labels);
      expect(labelAgreement(found, python)).toBeGreaterThanOrEqual(0.99);
    });
  });
});
