// SPDX-License-Identifier: Apache-2.0
// That the benchmark's rival computes XLM-R on the weights of the checkpoint: its graphs, run by
// onnxruntime-web as the benchmark runs them, beside a plain scalar encoder.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { drawWindow, shapes } from "../bench/counter_weights.mjs";
import { Models } from "../bench/engine_models.mjs";
import { NodeHost } from "../bench/engine_node.mjs";
import { forms } from "../bench/onnx_graph.mjs";
import { scalarLogits } from "./scalar_xlmr.js";
import "./support.js";

const shape = shapes.tiny;
const lengths = [40, 3, 17];
let folder;
let models;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-test-"));
  models = new Models(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function rivalLogits(model, form, windows) {
  const file = models.file(model, form);
  const host = new NodeHost(process.execPath);
  const job = { contender: "onnxruntime", shape, threads: 1, fromMemory: true };
  const entrant = await host.open({ ...job, file });
  const { logits } = await entrant.forward({ lengths: windows, wantLogits: true });
  await entrant.close();
  return logits;
}

function expectedLogits(model, windows, quantised) {
  const file = models.file(model);
  return windows.flatMap((length, i) => {
    const ids = [...drawWindow(`windows/${i}`, length, shape.vocab)];
    return scalarLogits({ file, shape, ids, quantised }).flatMap((row) => [...row]);
  });
}

function apart(found, expected) {
  expect(found).toHaveLength(expected.length);
  return Math.max(...found.map((x, i) => Math.abs(x - expected[i])));
}

describe.each(forms)("the %s form", (form) => {
  test("in float32, a padded batch of windows", async () => {
    const model = { name: "tiny", shape, dtype: "fp32" };
    const found = await rivalLogits(model, form, lengths);
    expect(apart(found, expectedLogits(model, lengths, false))).toBeLessThan(1e-5);
  });

  test("in int8, one window", async () => {
    const model = { name: "tiny", shape, dtype: "q8" };
    const found = await rivalLogits(model, form, [40]);
    // Values half-way between two uint8 steps may go either way.
    expect(apart(found, expectedLogits(model, [40], true))).toBeLessThan(5e-3);
    expect(apart(found, expectedLogits(model, [40], false))).toBeLessThan(0.1);
  });

  test("in int8, a padded batch of windows", async () => {
    const model = { name: "tiny", shape, dtype: "q8" };
    const found = await rivalLogits(model, form, lengths);
    expect(apart(found, expectedLogits(model, lengths, false))).toBeLessThan(0.1);
  });
});
