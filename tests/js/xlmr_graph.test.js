// SPDX-License-Identifier: Apache-2.0
// The graph that is made for WebGPU, on ONNX Runtime's WebAssembly provider, beside the engine: other
// code from the tensors to the logits. (tests/e2e/webgpu.test.js runs it on WebGPU.)

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { convertFolder } from "../../dist/node/convert/convert_folder.js";
import { asFloat16, tinyAs, tinyWith } from "./checkpoints.js";
import { hundredTexts } from "./hundred_texts.js";
import { copyOfTiny, golden, removeCopies, root, tiny } from "./support.js";

const embedded = path.join(root, "models/default");
const short = golden.cases.map(({ text }) => text);
let folder;

beforeAll(async () => {
  folder = copyOfTiny();
  for (const dtype of ["q8", "q4"]) {
    const { signal } = new AbortController();
    const options = { dtype, out: undefined, trimVocab: undefined, texts: short, signal };
    await convertFolder(folder, { ...options, onProgress: () => {} });
  }
});
afterAll(removeCopies);

/** Both backends' logits of each text. */
async function run(options) {
  const answer = await new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./xlmr_graph.worker.js", import.meta.url), {
      workerData: { type: "float", texts: short, ...options },
    });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
  if (answer.error !== undefined) throw Object.assign(new Error(), answer.error);
  return answer;
}

function distance({ engine, graph }) {
  expect(graph.length).toBe(engine.length);
  return engine.reduce((most, value, i) => Math.max(most, Math.abs(value - graph[i])), 0);
}

const asBfloat16 = (values) =>
  Uint16Array.from(new Uint32Array(values.buffer), (bits) => bits >>> 16);

test.each(["model.safetensors", "model.q8.safetensors", "model.q4.safetensors"])(
  "%s has the engine's logits within 1e-4",
  async (file) => {
    const { found } = await run({ folder, file });
    for (const each of found) expect(distance(each)).toBeLessThan(1e-4);
  },
);

test.each([
  ["F16", asFloat16],
  ["BF16", asBfloat16],
])("so has a checkpoint published in %s", async (dtype, bytesOf) => {
  const { found } = await run({ folder: tinyAs(dtype, bytesOf), file: "model.safetensors" });
  for (const each of found) expect(distance(each)).toBeLessThan(1e-4);
});

test.each([
  ["the tiny model", "float", tiny, "model.safetensors"],
  ["the tiny model", "float16", tiny, "model.safetensors"],
  ["the embedded model", "float", embedded, "model.q8.safetensors"],
  ["the embedded model", "float16", embedded, "model.q8.safetensors"],
])("%s in %s gives 100 texts the engine's labels", async (_, type, model, file) => {
  const { labels, found } = await run({ folder: model, file, type, texts: hundredTexts });
  expect(found.length).toBe(100);
  const tokens = found.flatMap(({ engine, graph }) => rows(engine, graph, labels));
  const others = tokens.filter(({ engine, graph }) => best(engine) !== best(graph));
  // Half precision decides a tie as it falls: of the tiny model's 3806 tokens, one.
  expect(others.filter(({ engine }) => margin(engine) > 0.01)).toEqual([]);
  expect(others.length).toBeLessThanOrEqual(type === "float" ? 0 : tokens.length / 1000);
});

/** Each token's logits. */
function rows(engine, graph, labels) {
  const row = (values, i) => [...values.subarray(i * labels, (i + 1) * labels)];
  return Array.from({ length: engine.length / labels }, (_, i) => ({
    engine: row(engine, i),
    graph: row(graph, i),
  }));
}

const best = (logits) => logits.indexOf(Math.max(...logits));

/** Between the best label's logit and the second best one's. */
function margin(logits) {
  const [first, second] = [...logits].sort((a, b) => b - a);
  return first - second;
}

test("half precision has its logits within a hundredth of their range", async () => {
  for (const file of ["model.safetensors", "model.q8.safetensors", "model.q4.safetensors"]) {
    const { found } = await run({ folder, file, type: "float16" });
    for (const each of found) {
      const range = Math.max(...each.engine) - Math.min(...each.engine);
      expect(distance(each)).toBeLessThan(range / 100);
    }
  }
});

test("a number that is none is refused by the tensor's name", async () => {
  const where = "model.safetensors: classifier.bias";
  const file = "model.safetensors";
  await expect(run({ folder: tinyWith(NaN), file })).rejects.toMatchObject({
    code: "invalid_checkpoint",
    message: `${where}: expected finite numbers, found others`,
  });
  await expect(run({ folder: tinyWith(1e5), file, type: "float16" })).rejects.toMatchObject({
    code: "backend",
    message: expect.stringContaining("classifier.bias: expected numbers that float16 holds"),
  });
  const { found } = await run({ folder: tinyWith(1e5), file, type: "float" });
  expect(distance(found[0])).toBeLessThan(1);
});

test("a checkpoint of another model is refused as the engine refuses it", async () => {
  const other = copyOfTiny();
  const file = path.join(other, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...config, num_hidden_layers: 3 }));
  await expect(run({ folder: other, file: "model.safetensors" })).rejects.toMatchObject({
    code: "invalid_checkpoint",
    message: expect.stringContaining(
      "layer.2.attention.self.query.weight: expected F32, F16, BF16 or F64",
    ),
  });
});
