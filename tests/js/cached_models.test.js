// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner models`, with the quantised weights that belong to a model.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { context, id, pointer, tinyFiles, useHub, weights } from "./hub_support.js";
import { copyOfTiny, removeCopies, run } from "./support.js";

useHub();

const child = fileURLToPath(new URL("quantizing.child.js", import.meta.url));
const files = ["config.json", weights, "sentencepiece.bpe.model"];
const own = files.reduce((sum, file) => sum + tinyFiles[file].length, 0);

let quantized;
beforeEach(() => {
  quantized = path.join(context.cache, "quantized");
  process.env.XLMR_NER_CACHE = quantized;
  process.env.XDG_CACHE_HOME = path.join(context.cache, "xdg");
});
afterEach(() => {
  delete process.env.XLMR_NER_CACHE;
  removeCopies();
});

/** Loads a model in a process of its own, which keeps its quantised weights. */
const quantize = (model) =>
  promisify(execFile)(process.execPath, [child, model, quantized], {
    env: { ...process.env, NODE_OPTIONS: "" },
  });

const models = async (...args) => {
  const { code, stdout, stderr } = await run(["models", ...args], { env: process.env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.trimEnd();
};
const modelsJson = async (...args) => JSON.parse(await models(...args, "--json"));
const kept = () => readdirSync(quantized).filter((name) => name.endsWith(".safetensors"));

test("a model's quantised weights are listed with it, and go with it", async () => {
  await quantize(id);
  const [{ quantized: copies, ...model }] = await modelsJson("list");
  expect(model).toMatchObject({ id, revisions: ["main"], bytes: own, files });
  expect(copies).toEqual([{ file: path.join(quantized, kept()[0]), bytes: expect.any(Number) }]);
  const line = await models("list");
  const mb = (copies[0].bytes / 1e6).toFixed(1);
  expect(line).toBe([id, "main", "0.4 MB", files.join(", "), `quantised: ${mb} MB`].join("\t"));

  const removed = await modelsJson("remove", id);
  expect(removed).toMatchObject({ id, freed: own + copies[0].bytes, left: 0 });
  expect(readdirSync(quantized)).toEqual([]);
  expect(existsSync(model.folder)).toBe(false);
  expect(await modelsJson("list")).toEqual([]);
});

test("another model's stay", async () => {
  context.hub.models["acme/other"] = context.hub.models[id];
  await quantize(id);
  await quantize("acme/other");
  expect(kept()).toHaveLength(2);
  await models("remove", id);
  const [other, ...rest] = await modelsJson("list");
  expect(rest).toEqual([]);
  expect(other).toMatchObject({ id: "acme/other", quantized: [{}] });
});

test("of weights that were written again only the last are kept", async () => {
  await quantize(id);
  const [first] = kept();
  utimesSync(pointer(weights), new Date(), new Date(Date.now() + 5000));
  await quantize(id);
  expect(kept()).toEqual([expect.not.stringMatching(first)]);
  expect((await modelsJson("list"))[0].quantized).toHaveLength(1);
});

test("those of a folder are listed by its path, and go alone", async () => {
  const folder = copyOfTiny();
  const before = readdirSync(folder);
  await quantize(folder);
  const [model] = await modelsJson("list");
  expect(model).toMatchObject({ id: folder, revisions: [], bytes: 0, files: [], folder });
  const [{ bytes }] = model.quantized;
  expect(await modelsJson("remove", folder)).toMatchObject({ id: folder, freed: bytes });
  expect(readdirSync(folder)).toEqual(before);
  expect(kept()).toEqual([]);
});

test("what else is in their folder is nobody's quantised copy, and stays", async () => {
  const others = ["model.q8.safetensors", "film.mp4.partial", "model.source"];
  mkdirSync(quantized, { recursive: true });
  for (const name of others) {
    writeFileSync(path.join(quantized, name), "another program's");
    utimesSync(path.join(quantized, name), new Date(0), new Date(0));
  }
  await quantize(id);
  expect((await modelsJson("list")).map((model) => model.id)).toEqual([id]);
  expect((await run(["models", "remove", quantized], { env: process.env })).code).toBe(1);
  await models("remove", id);
  expect(readdirSync(quantized).sort()).toEqual([...others].sort());
});

test("those whose origin is not known are listed, too", async () => {
  await quantize(id);
  const [name] = kept();
  rmSync(path.join(quantized, name.replace("q8.safetensors", "source")));
  const [, unknown] = await modelsJson("list");
  expect(unknown).toMatchObject({ id: quantized, quantized: [{}] });
  await models("remove", quantized);
  expect(readdirSync(quantized)).toEqual([]);
});
