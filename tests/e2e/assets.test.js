// SPDX-License-Identifier: Apache-2.0
// Where the package's own files are, and what is said where they are not.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect } from "@jest/globals";

import { root, sentence, tiny } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";
import { policy, startOpenServer } from "./server.js";

const { open } = useBrowser();
const html = (matches) => (request, response, pathname) => {
  if (!matches.test(pathname)) return false;
  response.setHeader("Content-Type", "text/html").end("<!doctype html><title>app</title>");
  return true;
};

/** In the page: the first entity and the threads, or the error. */
async function load([text, options]) {
  try {
    const classify = await globalThis.ner.pipeline("ner", undefined, options);
    const [first] = await classify(text, { aggregation_strategy: "simple" });
    const { threads } = classify.info();
    await classify.dispose();
    return { word: first.word, threads };
  } catch ({ name, code, message }) {
    return { name, code, message };
  }
}

browserTest.each([
  [
    "the WebAssembly",
    /\.wasm$/,
    /^expected WebAssembly at .*core-.*\.wasm, found a page \(text\/html\): serve the package's dist\/wasm and name its address in wasm_url$/,
  ],
  [
    "the embedded model",
    /safetensors$/,
    /^models\/default: expected model.q8.safetensors .*: serve .* model_url$/,
  ],
])("a page in place of %s is an error that names what to do", async (_, matches, message) => {
  const { page } = await open({ answers: html(matches) });
  const error = { name: "AssetError", code: "asset", message: expect.stringMatching(message) };
  expect(await page.evaluate(load, [sentence])).toEqual(error);
});

browserTest("a page in place of the worker is an error that names what to do", async () => {
  const { page } = await open({ answers: html(/worker\.js$/) });
  expect(await page.evaluate(load, [sentence])).toMatchObject({
    name: "WorkerError",
    message: expect.stringMatching(
      /the worker's script at .*\/worker.js, found none .* worker_url$/,
    ),
  });
});

browserTest("files that are missing are named", async () => {
  const { page, server } = await open();
  const from = (options) => page.evaluate(load, [sentence, options]);
  expect(await from({ wasm_url: "/none" })).toMatchObject({
    name: "AssetError",
    message: expect.stringContaining(`${server.url}/none/core-relaxed.wasm, found status 404`),
  });
  expect(await from({ model_url: "/none" })).toMatchObject({
    name: "AssetError",
    message: expect.stringMatching(/config.json, found 404/),
  });
  expect(await from({ worker_url: "/none.js" })).toMatchObject({ name: "WorkerError" });
  expect(await from({ worker_url: "https://xlmr-ner.invalid/worker.js" })).toMatchObject({
    name: "WorkerError",
    message: expect.stringMatching(/none that can be loaded from another origin: .* worker_url$/),
  });
});

browserTest("an address that is none is the argument's error, and starts nothing", async () => {
  const { page } = await open();
  for (const name of ["wasm_url", "worker_url", "webgpu_url", "model_url", "onnxruntime_url"]) {
    expect(await page.evaluate(load, [sentence, { [name]: "https://" }])).toEqual({
      name: "InvalidArgumentError",
      code: "invalid_argument",
      message: `${name}: expected a URL, found 'https://'`,
    });
  }
  expect(page.workers()).toEqual([]);
});

browserTest("files may lie elsewhere, as copied by hand, served as any type", async () => {
  const { page } = await open({
    isolated: true,
    folders: {
      core: path.join(root, "dist/wasm"),
      other: path.join(root, "models/default"),
      scripts: path.join(root, "dist/web"),
    },
    pages: {
      "/page.js":
        'import * as ner from "/app.js"; Object.assign(globalThis, { ner, ready: true });',
      "/app.js": readFileSync(path.join(root, "dist/web/index.js")),
    },
    answers: (_, response, pathname) => {
      if (!pathname.endsWith(".wasm")) return false;
      response.end(readFileSync(path.join(root, "dist/wasm", path.basename(pathname))));
      return true;
    },
  });
  const urls = { wasm_url: "core", worker_url: "scripts/worker.js", model_url: "/other/" };
  const found = await page.evaluate(load, [sentence, { ...urls, threads: 2 }]);
  expect(found).toEqual({ word: "Angela Merkel", threads: 2 });
});

browserTest("a core of another origin runs on one thread", async () => {
  const other = await startOpenServer({ core: path.join(root, "dist/wasm") });
  try {
    const { page } = await open({ isolated: true });
    const options = { wasm_url: `${other.url}/core`, threads: 2 };
    const found = await page.evaluate(load, [sentence, options]);
    expect(found).toEqual({ word: "Angela Merkel", threads: 1 });
  } finally {
    await other.close();
  }
});

browserTest("an ONNX file runs with ONNX Runtime from where the page says it is", async () => {
  const { page, problems } = await open({
    isolated: true,
    csp: policy,
    folders: {
      pkg: root,
      tiny,
      ort: path.join(root, "node_modules/onnxruntime-web/dist"),
    },
  });
  const run = async ([text, options]) => {
    const files = ["config.json", "sentencepiece.bpe.model", "onnx/model.onnx"];
    const blobs = files.map(async (name) => [name, await (await fetch(`/tiny/${name}`)).blob()]);
    const model = Object.fromEntries(await Promise.all(blobs));
    try {
      const classify = await globalThis.ner.pipeline("ner", model, options);
      const entities = await classify(text, { aggregation_strategy: "simple" });
      const { backend } = classify.info();
      await classify.dispose();
      return { words: entities.map(({ word }) => word), backend };
    } catch ({ name, message }) {
      return { name, message };
    }
  };
  expect(await page.evaluate(run, [sentence, {}])).toMatchObject({
    name: "BackendError",
    message: expect.stringMatching(/^expected onnxruntime_url for ONNX Runtime, found none/),
  });
  const options = { onnxruntime_url: "/ort/ort.wasm.min.mjs", threads: 1 };
  expect(await page.evaluate(run, [sentence, options])).toEqual({
    words: ["Angela Merkel", "Paris"],
    backend: "onnxruntime",
  });
  expect(problems).toEqual([]);
});

browserTest("importing does nothing", async () => {
  const { page, server } = await open();
  const workers = page.workers().length;
  expect(workers).toBe(0);
  expect(server.requests.filter((each) => each.startsWith("/pkg"))).toEqual([
    "/pkg/dist/web/index.js",
  ]);
});
