// SPDX-License-Identifier: Apache-2.0
// xlmr-ner/transformers in Node, against what transformers.js 4.3.2 gave for the same model: see
// tests/golden/make_transformers_js.mjs.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from "@jest/globals";

import * as ours from "../../dist/node/index.js";
import * as theirs from "../../dist/node/transformers.js";
import { filesOf, folderOf, texts as formTexts, labels } from "./external_forms.js";
import { filesOf as hubFilesOf, startHub } from "./hub_server.js";
import { startServer } from "../e2e/server.js";
import { root, sentence, tiny, use } from "./support.js";

const { LogLevel, env, pipeline } = theirs;
const golden = JSON.parse(
  readFileSync(new URL("../golden/transformers_js.json", import.meta.url), "utf8"),
);
const { texts, pieces, results } = golden;

const defaults = structuredClone({ ...env, customCache: null, fetch: undefined });
const warn = jest.spyOn(console, "warn").mockImplementation(() => {});
beforeEach(() => warn.mockClear());
afterEach(() => Object.assign(env, structuredClone(defaults)));

/** A folder of models with one that has these files, `mine`. */
function modelsWith(files) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-models-"));
  mkdirSync(path.join(folder, "acme"));
  renameSync(folderOf(files), path.join(folder, "acme/mine"));
  return folder;
}

let models;
let model;
beforeAll(() => {
  models = modelsWith(filesOf([], { safetensors: true }));
  model = path.join(models, "acme/mine");
});
afterAll(() => rmSync(models, { recursive: true }));

const close = (records) =>
  records.map(({ score, ...rest }) => ({ ...rest, score: expect.closeTo(score, 4) }));
const withoutPlaces = (records) => records.map(({ start, end, ...rest }) => rest); // eslint-disable-line no-unused-vars

describe("records", () => {
  let ner;
  beforeAll(async () => (ner = await pipeline("token-classification", model, { dtype: "fp32" })));
  afterAll(() => ner.dispose());

  test.each([
    ["none", {}],
    ["all", { ignore_labels: [] }],
    ["simple", { aggregation_strategy: "simple" }],
  ])("%s are those of transformers.js, and say where they are", async (name, options) => {
    const found = await ner(texts, options);
    expect(found.map(withoutPlaces)).toEqual(results[name].map(close));
    for (const [i, records] of found.entries()) {
      for (const { word, start, end } of records) expect(texts[i].slice(start, end)).toBe(word);
    }
  });

  test("of one text are no list of lists", async () => {
    expect(withoutPlaces(await ner(texts[0]))).toEqual(close(results.one));
    expect((await ner([texts[0]])).map(withoutPlaces)).toEqual([close(results.one)]);
  });

  test("of pieces have their texts, also those that the vocabulary does not know", async () => {
    const found = await ner(pieces, { ignore_labels: [] });
    const indexes = results.pieces.map((records) => records.map(({ index }) => index));
    const known = found.map((records, i) =>
      records.filter(({ index }) => indexes[i].includes(index)),
    );
    expect(known.map(withoutPlaces)).toEqual(results.pieces.map(close));
    // transformers.js leaves these out.
    const unknown = found.map((records, i) => records.filter((each) => !known[i].includes(each)));
    expect(unknown.map((records) => records.map(({ word }) => word))).toEqual([
      ["T"],
      ["都", "x", "🙂"],
    ]);
  });

  test("do not depend on padding or batch_size, which are taken", async () => {
    const options = { padding: true, batch_size: 2 };
    expect(await ner(texts, options)).toEqual(await ner(texts));
    expect(warn).not.toHaveBeenCalled();
  });

  test("what a call cannot do is said once", async () => {
    for (let i = 0; i < 3; i++) await ner(texts[0], { max_length: 16, padding: "max_length" });
    expect(warn.mock.calls).toEqual([["xlmr-ner/transformers: max_length has no effect here"]]);
    await ner(texts[0], { top_k_: 1 });
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test("our own options of a call are there, too", async () => {
    const [[first]] = await ner([texts[0]], { top_k: 2 });
    expect(first.labels).toHaveLength(2);
    await expect(ner(texts, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
    await expect(ner(texts, { aggregation_strategy: "simpel" })).rejects.toMatchObject({
      code: "invalid_argument",
    });
  });

  test("the parts of a pipeline that are looked at are there", () => {
    expect(ner.task).toBe("token-classification");
    expect(ner.model.config).toMatchObject({ id2label: { 1: "B-PER" }, label2id: { "B-PER": 1 } });
  });
});

describe("what was asked for and what it is", () => {
  const infoOf = (options) =>
    use(pipeline("ner", model, { threads: 1, ...options }), async (ner) => {
      await ner(texts[0]);
      return ner.info();
    });

  test.each([
    ["q4f16", "cpu", "q8"],
    ["fp16", "cpu", "fp32"],
    ["q4f16", "webgpu", "q8"],
    ["fp16", "webgpu", "q8"],
  ])("dtype %s on %s is the nearest, and named", async (dtype, device, computed) => {
    const info = await infoOf({ dtype, device });
    expect(info).toMatchObject({ device: "wasm", weights: "model.safetensors", dtype: computed });
    expect(info.remarks).toEqual([
      `dtype '${dtype}' is onnx/model_${dtype}.onnx, the nearest is model.safetensors`,
    ]);
  });

  test("another device is named and said once", async () => {
    const line = "device 'cuda' is 'webgpu' here";
    for (let i = 0; i < 2; i++) expect((await infoOf({ device: "cuda" })).remarks).toEqual([line]);
    expect(warn.mock.calls).toEqual([[`xlmr-ner/transformers: ${line}`]]);
  });

  test("what has no effect is named, and not said to who wants to hear nothing", async () => {
    env.logLevel = LogLevel.ERROR;
    const options = { session_options: { graphOptimizationLevel: "all" } };
    expect((await infoOf(options)).remarks).toEqual([
      "session_options.graphOptimizationLevel has no effect here",
    ]);
    expect(warn).not.toHaveBeenCalled();
  });

  test("entries of a configuration replace the model's", async () => {
    const id2label = { 0: "O", 1: "B-X", 2: "I-X", 3: "B-Y", 4: "I-Y" };
    expect((await infoOf({ config: { id2label } })).labels).toEqual(Object.values(id2label));
  });
});

describe("where models come from", () => {
  const found = (name, options) =>
    use(pipeline("ner", name, { threads: 1, ...options }), async (ner) => {
      const records = await ner("Emma in Paris", { aggregation_strategy: "simple" });
      return { model: ner.info().model, words: records.map(({ word }) => word) };
    });

  test("a client that sets env first", async () => {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = models;
    env.useBrowserCache = false;
    env.backends.onnx.wasm.numThreads = 1;
    env.backends.onnx.wasm.proxy = false;
    expect(await found("acme/mine", { local_files_only: true, dtype: "q8" })).toEqual({
      model,
      words: ["Emma", "Paris"],
    });
    expect(warn).not.toHaveBeenCalled();
  });

  test("the folder of models may be relative, or at a server, and is local all the same", async () => {
    const server = await startServer({ folders: { m: models } });
    try {
      Object.assign(env, { allowRemoteModels: false, localModelPath: `${server.url}/m/` });
      const options = { local_files_only: true, cache_dir: path.join(models, "cache-url") };
      expect(await found("acme/mine", options)).toEqual({
        model: `${server.url}/m/acme/mine`,
        words: ["Emma", "Paris"],
      });
      env.localModelPath = path.relative(process.cwd(), models);
      expect((await found("acme/mine", options)).model).toBe(model);
    } finally {
      await server.close();
    }
  });

  test("a model that is nowhere is looked for in the folder and the cache", async () => {
    Object.assign(env, { allowRemoteModels: false, localModelPath: models });
    const cacheDir = path.join(models, "cache");
    await expect(pipeline("ner", "acme/none", { cache_dir: cacheDir })).rejects.toMatchObject({
      code: "offline",
      message: expect.stringMatching(
        /acme\/none.* in the cache .*; there is no such model in .*acme\/none either$/,
      ),
    });
  });

  test("another host is asked as transformers.js asks it", async () => {
    const hub = await startHub({ models: { "acme/ner": { files: hubFilesOf(model) } } });
    try {
      Object.assign(env, { remoteHost: `${hub.endpoint}/`, localModelPath: models });
      const options = { cache_dir: path.join(models, "cache") };
      expect(await found("acme/ner", options)).toEqual({
        model: `${hub.endpoint}/acme/ner/resolve/main`,
        words: ["Emma", "Paris"],
      });
      expect(hub.requests.map(({ url }) => url)).toContain("/acme/ner/resolve/main/config.json");
    } finally {
      await hub.close();
    }
  });

  test("no name is the embedded model", async () => {
    env.allowRemoteModels = false;
    const { model: name } = await found(null, { dtype: "q4" });
    expect(name).toBe(path.join(root, "models/default"));
  });

  test("another task than ours is refused", async () => {
    await expect(pipeline("summarization", model)).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringContaining("'token-classification' or 'ner'"),
    });
  });
});

test("progress_callback hears of each file as from transformers.js", async () => {
  const told = [];
  const progress_callback = (info) => told.push(info);
  await use(pipeline("ner", tiny, { progress_callback }), (ner) => ner(sentence));
  const name = tiny;
  const files = new Set(told.flatMap(({ file }) => file ?? []));
  expect([...files]).toEqual(expect.arrayContaining(["config.json", "model.safetensors"]));
  for (const file of files) {
    const order = told.filter((each) => each.file === file).map(({ status }) => status);
    expect(order.slice(0, 2)).toEqual(["initiate", "download"]);
    expect(order.at(-1)).toBe("done");
    expect(new Set(order.slice(2, -1))).toEqual(new Set(["progress"]));
  }
  expect(told.at(-1)).toEqual({ status: "ready", task: "token-classification", model: name });
  const known = new Set(golden.events.map(({ status }) => status));
  expect(new Set(told.map(({ status }) => status))).toEqual(known);
});

test("external data that is given is what the ONNX file has its weights from", async () => {
  const files = filesOf(["model"]);
  const parts = [...files.keys()].filter((name) => name.includes("onnx_data"));
  const externalData = parts.map((name, i) => ({
    path: path.basename(name),
    data: i === 0 ? new Blob([files.get(name)]) : new Uint8Array(files.get(name)),
  }));
  for (const name of parts) files.delete(name);
  const folder = folderOf(files);
  const options = { dtype: "fp32", session_options: { externalData }, threads: 1 };
  try {
    await use(pipeline("ner", folder, options), async (ner) => {
      const found = await ner(formTexts, { ignore_labels: [] });
      expect(found.map((records) => records.map(({ entity }) => entity))).toEqual(labels);
      expect(ner.info()).toMatchObject({ weights: "onnx/model.onnx", remarks: [] });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("errors are those of xlmr-ner", () => {
  const errors = Object.entries(ours).filter(([name]) => name.endsWith("Error"));
  expect(errors.length).toBeGreaterThan(10);
  expect(theirs).toMatchObject(Object.fromEntries(errors));
});

test("env has the package's version", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  expect(env.version).toBe(version);
});
