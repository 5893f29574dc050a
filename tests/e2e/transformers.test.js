// SPDX-License-Identifier: Apache-2.0
// xlmr-ner/transformers in a page, and ONNX files with their weights beside them, against torch with
// the safetensors that these were made of.

import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, jest } from "@jest/globals";

import { dtypes, filesOf, folderOf, forms, labels, texts } from "../js/external_forms.js";
import { root, sentence, tiny } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";
import { policy, startServer } from "./server.js";

// ONNX Runtime takes seconds to start on a busy machine, SwiftShader for a text.
jest.setTimeout(300_000);

const { open } = useBrowser(["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"]);
const ort = path.join(root, "node_modules/onnxruntime-web/dist");
const pages = {
  "/page.js": `import * as ner from "/pkg/dist/web/transformers.js";
    Object.assign(globalThis, { ner, ready: true });`,
};

let model;
beforeAll(() => {
  model = folderOf(filesOf(Object.keys(forms)));
});
afterAll(() => rmSync(model, { recursive: true }));

const openPage = () =>
  open({ pages, csp: policy, isolated: true, folders: { pkg: root, ort, tiny, onnx: model } });

/** In the page: sets env, loads a model, and says what was found, or the error. */
async function tag([name, options, settings, inputs, call]) {
  const { env, pipeline } = globalThis.ner;
  const { wasm, ...others } = settings ?? {};
  Object.assign(env, others);
  Object.assign(env.backends.onnx.wasm, wasm);
  const events = [];
  try {
    const find = await pipeline("token-classification", name, {
      ...options,
      progress_callback: ({ status }) => events.push(status),
    });
    const found = await find(inputs, call);
    const info = find.info();
    await find.dispose();
    return { found, info, events };
  } catch ({ name: type, message }) {
    return { type, message };
  }
}

const labelsOf = ({ found }) => found.map((records) => records.map(({ entity }) => entity));
const all = { ignore_labels: [] };

/** Enough for a GPU that is none. */
const few = texts.slice(0, 4);

browserTest("a client that sets env first, and its own server's models", async () => {
  const { page, server, problems } = await openPage();
  const settings = {
    allowRemoteModels: false,
    allowLocalModels: true,
    localModelPath: "/",
    useBrowserCache: false,
    wasm: { numThreads: 1, proxy: true, simd: true },
  };
  const options = { dtype: "q8", device: "wasm", local_files_only: true };
  const call = { aggregation_strategy: "simple", padding: true, batch_size: 8 };
  const run = (name) => page.evaluate(tag, [name, options, settings, sentence, call]);
  const { found, info, events } = await run("tiny");
  expect(found.map(({ entity_group, word }) => [entity_group, word])).toEqual([
    ["PER", "Angela Merkel"],
    ["LOC", "Paris"],
  ]);
  expect(info).toMatchObject({
    model: `${server.url}/tiny`,
    threads: 1,
    remarks: [
      "env.backends.onnx.wasm.simd has no effect here",
      "dtype 'q8' is onnx/model_quantized.onnx, the nearest is model.safetensors",
    ],
  });
  expect(new Set(events)).toEqual(
    new Set(["initiate", "download", "progress_total", "progress", "done", "ready"]),
  );
  expect(events.at(-1)).toBe("ready");
  expect(await run("acme/none")).toMatchObject({
    type: "OfflineError",
    message: expect.stringContaining("there is no such model in /acme/none either"),
  });
  // Said once, for two pipelines; and that files are asked for which a model need not have.
  const said = problems.filter((each) => !/404/.test(each));
  expect(said).toEqual(["xlmr-ner/transformers: env.backends.onnx.wasm.simd has no effect here"]);
});

browserTest("the folder of models may be anywhere, and is local all the same", async () => {
  const { page, server } = await open({ pages, folders: { pkg: root, tiny } });
  const other = await startServer({
    folders: { tiny },
    answers: (_, response) => void response.setHeader("Access-Control-Allow-Origin", "*"),
  });
  try {
    const run = async (localModelPath, name = "tiny") => {
      const settings = { allowRemoteModels: false, allowLocalModels: true, localModelPath };
      const options = { local_files_only: true };
      const result = await page.evaluate(tag, [name, options, settings, sentence, {}]);
      return result.info?.model ?? result;
    };
    expect(await run(`${other.url}/`)).toBe(`${other.url}/tiny`);
    expect(await run(".")).toBe(`${server.url}/tiny`);
    // Which looks like a hub id.
    expect(await run("pkg", "golden")).toMatchObject({
      type: "OfflineError",
      message: expect.stringContaining("there is no such model in ./pkg/golden either"),
    });
    expect(await run("pkg/models", "default")).toBe(`${server.url}/pkg/models/default`);
    // Another one of that server is not.
    expect(await run("/", `${other.url}/tiny/`)).toMatchObject({ type: "OfflineError" });
  } finally {
    await other.close();
  }
});

browserTest.each([
  ["names no versions", undefined],
  ["names them", '"1"'],
])("a model of the page's own server, which %s, again, changed, and offline", async (_, etag) => {
  const state = { etag, isDown: false, label: "PER" };
  const config = readFileSync(path.join(tiny, "config.json"), "utf8");
  const answers = ({ socket }, response, pathname) => {
    if (!pathname.startsWith("/tiny/")) return false;
    if (state.isDown) socket.destroy();
    else if (state.etag !== undefined) response.setHeader("ETag", state.etag);
    if (!state.isDown && !pathname.endsWith("/config.json")) return false;
    response.end(config.replaceAll("-PER", `-${state.label}`));
    return true;
  };
  const { page } = await open({ pages, folders: { pkg: root, tiny }, answers });
  const settings = { allowRemoteModels: false, allowLocalModels: true, localModelPath: "/" };
  const run = async () => {
    const call = { aggregation_strategy: "simple" };
    const { found, ...rest } = await page.evaluate(tag, ["tiny", {}, settings, sentence, call]);
    return found?.[0].entity_group ?? rest;
  };
  expect(await run()).toBe("PER");
  expect(await run()).toBe("PER");
  Object.assign(state, { label: "NEW", etag: etag && '"2"' });
  expect(await run()).toBe("NEW");
  state.isDown = true;
  if (etag === undefined) expect(await run()).toMatchObject({ type: "OfflineError" });
  else expect(await run()).toBe("NEW");
});

// The others are tried in tests/js/external_forms.test.js: each starts ONNX Runtime anew.
browserTest.each(["fp32", "q8", "q4f16", "bnb4"])(
  "%s is its ONNX file, with the labels of the safetensors",
  async (dtype) => {
    const { page } = await openPage();
    const settings = { wasm: { wasmPaths: "/ort/", numThreads: 1 } };
    const result = await page.evaluate(tag, ["/onnx", { dtype }, settings, texts, all]);
    expect(result.info).toMatchObject({
      weights: `onnx/${dtypes[dtype]}.onnx`,
      backend: "onnxruntime",
      remarks: [],
    });
    expect(labelsOf(result)).toEqual(labels);
  },
);

browserTest("without ONNX Runtime the safetensors are taken, or it is asked for", async () => {
  const { page, server } = await openPage();
  const { info } = await page.evaluate(tag, ["/tiny", { dtype: "q4f16" }, {}, sentence, {}]);
  expect(info).toMatchObject({ model: `${server.url}/tiny`, backend: "xnnpack" });
  expect(await page.evaluate(tag, ["/onnx", { dtype: "q4f16" }, {}, sentence, {}])).toMatchObject({
    type: "BackendError",
    message: expect.stringContaining("expected onnxruntime_url"),
  });
});

browserTest.each([
  ["fp32", "model"],
  // SwiftShader has no half precision.
  ["q4f16", "model_q4"],
])("%s on WebGPU is %s.onnx, with the labels of the safetensors", async (dtype, name) => {
  const { page } = await openPage();
  const settings = { wasm: { wasmPaths: "/ort" } };
  const options = { dtype, device: "webgpu" };
  const result = await page.evaluate(tag, ["/onnx", options, settings, few, all]);
  expect(result.info).toMatchObject({ device: "webgpu", weights: `onnx/${name}.onnx` });
  expect(labelsOf(result)).toEqual(labels.slice(0, few.length));
  expect(result.info.remarks).toEqual(
    dtype === "fp32"
      ? []
      : ["dtype 'q4f16' is onnx/model_q4f16.onnx, the nearest is onnx/model_q4.onnx"],
  );
});
