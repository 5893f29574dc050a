// SPDX-License-Identifier: Apache-2.0
// Checkpoints and ONNX files on WebGPU, which is SwiftShader here: a GPU's programs on the processor,
// in float32, as it has no half precision.

import { renameSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, jest } from "@jest/globals";

import { convertFolder } from "../../dist/node/convert/convert_folder.js";
import { asFloat16, tinyAs, tinyWith } from "../js/checkpoints.js";
import { hundredTexts } from "../js/hundred_texts.js";
import { copyOfTiny, golden, removeCopies, root, sentence } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";

// SwiftShader on a busy machine takes seconds for a text.
jest.setTimeout(900_000);

const swiftShader = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const withGpu = useBrowser(swiftShader);
const withoutGpu = useBrowser(["--disable-features=WebGPU"]);
const runtime = "/pkg/node_modules/onnxruntime-web/dist/ort.webgpu.min.mjs";
const gpuModule = "/pkg/dist/web/webgpu.js";
const onGpu = { device: "webgpu", onnxruntime_url: runtime };
const inFloats = { device: "wasm", dtype: "fp32" };
const tiny = "/pkg/tests/golden/tiny";
const short = golden.cases.map(({ text }) => text);
let converted;
let half;

beforeAll(async () => {
  half = tinyAs("F16", asFloat16);
  converted = copyOfTiny();
  const { signal } = new AbortController();
  const options = { dtype: "q4", out: undefined, trimVocab: undefined, texts: short, signal };
  await convertFolder(converted, { ...options, onProgress: () => {} });
  rmSync(path.join(converted, "model.safetensors"));
});
afterAll(removeCopies);

/** What a new pipeline finds in the texts, token by token, and what it says of itself. */
const tag = (page, model, options, texts) =>
  page.evaluate(
    async ([name, given, inputs]) => {
      const classify = await globalThis.ner.pipeline("ner", name ?? undefined, given);
      const tokens = await classify(inputs, { ignore_labels: [] });
      const info = classify.info();
      await classify.dispose();
      return { tokens, info };
    },
    [model, options, texts],
  );

/** The same tokens with the same labels, and nearly the same scores. */
const close = (lists) =>
  lists.map((tokens) =>
    tokens.map((token) => ({ ...token, score: expect.closeTo(token.score, 4) })),
  );

browserTest.each([
  ["the embedded model", null, "model.q8.safetensors"],
  ["the tiny model", tiny, "model.safetensors"],
  ["weights in half precision", "/half", "model.safetensors"],
])("%s: on WebGPU as in WebAssembly, in 100 texts", async (_, model, weights) => {
  const { page, problems, server } = await withGpu.open({ folders: { pkg: root, half } });
  const found = await tag(page, model, onGpu, hundredTexts);
  expect(server.requests).toContain(gpuModule);
  server.requests.length = 0;
  expect(found.info).toMatchObject({
    device: "webgpu",
    device_reason: expect.stringContaining("swiftshader"),
    weights,
    backend: "onnxruntime",
    dtype: "fp32",
  });
  const expected = await tag(page, model, inFloats, hundredTexts);
  expect(expected.info).toMatchObject({ device: "wasm", device_reason: "asked for" });
  expect(server.requests).not.toContain(gpuModule);
  expect(expected.tokens.length).toBe(100);
  expect(found.tokens).toEqual(close(expected.tokens));
  expect(problems).toEqual([]);
});

browserTest("weights of 4 bits are what they are in WebAssembly", async () => {
  const { page } = await withGpu.open({ folders: { pkg: root, q4: converted } });
  const found = await tag(page, "/q4", onGpu, short);
  const expected = await tag(page, "/q4", inFloats, short);
  for (const { info } of [found, expected]) expect(info.weights).toBe("model.q4.safetensors");
  expect(found.info.device).toBe("webgpu");
  expect(found.tokens).toEqual(close(expected.tokens));
});

browserTest("an ONNX file runs on WebGPU", async () => {
  const { page } = await withGpu.open();
  const found = await tag(page, tiny, { ...onGpu, backend: "onnxruntime" }, short);
  expect(found.info).toMatchObject({
    device: "webgpu",
    weights: "onnx/model.onnx",
    dtype: "onnx",
  });
  const expected = await tag(page, tiny, inFloats, short);
  expect(found.tokens).toEqual(close(expected.tokens));
});

browserTest("without an adapter it runs in WebAssembly, and says why", async () => {
  const { page, server } = await withoutGpu.open();
  const found = await tag(page, tiny, onGpu, [sentence]);
  expect(found.info).toMatchObject({
    device: "wasm",
    backend: "xnnpack",
    device_reason: expect.stringMatching(/there is no WebGPU here|WebGPU has no adapter here/),
  });
  expect(server.requests).not.toContain(runtime);
});

browserTest("without ONNX Runtime it runs in WebAssembly, and says what to do", async () => {
  const { page } = await withGpu.open();
  const { info } = await tag(page, tiny, { device: "webgpu" }, [sentence]);
  expect(info.device).toBe("wasm");
  expect(info.device_reason).toContain("onnxruntime_url");
});

browserTest("auto measures once, and remembers", async () => {
  const { page, server } = await withGpu.open();
  const first = await tag(page, tiny, { ...onGpu, device: "auto" }, [sentence]);
  // A GPU that is the processor is the slower one.
  expect(first.info).toMatchObject({ device: "wasm", backend: "xnnpack" });
  expect(first.info.device_reason).toMatch(/^measured on this machine: .* ms on webgpu, .* ms on/);
  expect(server.requests).toContain(runtime);
  server.requests.length = 0;
  const second = await tag(page, tiny, { ...onGpu, device: "auto" }, [sentence]);
  expect(second.info).toEqual(first.info);
  expect(second.tokens).toEqual(first.tokens);
  expect(server.requests).not.toContain(runtime);
});

browserTest("auto takes the GPU that was the faster one before", async () => {
  const { page } = await withGpu.open();
  const [first, second] = await page.evaluate(
    async ([model, options]) => {
      const kept = new Map();
      const cache = {
        match: async (key) => kept.get(key)?.clone(),
        put: async (key, response) => void kept.set(key, response),
      };
      const load = async () => {
        const classify = await globalThis.ner.pipeline("ner", model, { ...options, cache });
        const info = classify.info();
        await classify.dispose();
        return info;
      };
      const measured = await load();
      const [key] = [...kept.keys()].filter((each) => each.includes("/devices/"));
      const choice = { device: "webgpu", reason: "measured elsewhere" };
      kept.set(key, new globalThis.Response(JSON.stringify(choice)));
      return [measured, await load()];
    },
    [tiny, { ...onGpu, device: "auto" }],
  );
  expect(first.device).toBe("wasm");
  expect(second).toMatchObject({ device: "webgpu", device_reason: "measured elsewhere" });
});

// What a GPU alone has weights for is in half precision, which this one does not compute in: that is
// tests/js/load_on_gpu.test.js.
browserTest("auto measures both where both have weights of 4 bits alone", async () => {
  const folder = copyOfTiny();
  renameSync(path.join(folder, "onnx/model.onnx"), path.join(folder, "onnx/model_q4.onnx"));
  rmSync(path.join(folder, "model.safetensors"));
  const { page } = await withGpu.open({ folders: { pkg: root, four_bits: folder } });
  const found = await tag(page, "/four_bits", { ...onGpu, device: "auto" }, [sentence]);
  expect(found.info).toMatchObject({
    weights: "onnx/model_q4.onnx",
    device_reason: expect.stringMatching(/^measured on this machine: /),
  });
  const expected = await tag(page, tiny, inFloats, [sentence]);
  expect(found.tokens).toEqual(close(expected.tokens));
});

/** The package's worker, which tells of each worker that is started from it: a thread of WebAssembly. */
const countingWorker = `
  import "/pkg/dist/web/worker.js";
  const channel = new BroadcastChannel("threads");
  globalThis.Worker = class extends globalThis.Worker {
    constructor(url, options) {
      super(url, options);
      channel.postMessage(String(url));
    }
  };
`;

/** In the page: loads one after the other with one cache, and says what each started for ONNX Runtime. */
const countThreads = async ([model, text, options, loads]) => {
  const kept = new Map();
  const cache = {
    match: async (key) => kept.get(key)?.clone(),
    put: async (key, response) => void kept.set(key, response),
  };
  const channel = new globalThis.BroadcastChannel("threads");
  let started = 0;
  channel.onmessage = ({ data }) => (started += Number(/ort-wasm/.test(data)));
  const found = [];
  for (const threads of loads) {
    started = 0;
    const classify = await globalThis.ner.pipeline("ner", model, { ...options, threads, cache });
    const tokens = await classify(text, { ignore_labels: [] });
    const { device, device_reason, backend } = classify.info();
    await classify.dispose();
    found.push({ device, device_reason, backend, tokens, started });
    // What was measured here is told from what is remembered of another time.
    for (const key of [...kept.keys()].filter((each) => each.includes("/devices/"))) {
      const choice = JSON.stringify({ device, reason: "measured at another time" });
      kept.set(key, new globalThis.Response(choice));
    }
  }
  return found;
};

browserTest(
  "ONNX Runtime has the threads that were asked for, and each count its choice",
  async () => {
    const { page } = await withGpu.open({ isolated: true, pages: { "/count.js": countingWorker } });
    const options = {
      ...onGpu,
      device: "auto",
      backend: "onnxruntime",
      worker_url: "/count.js",
      webgpu_url: gpuModule,
    };
    const found = await page.evaluate(countThreads, [tiny, sentence, options, [2, 2, 1]]);
    const measured = expect.stringMatching(/^measured on this machine: /);
    expect(found.map(({ started, device_reason }) => [started, device_reason])).toEqual([
      // The GPU's session is the first, so it starts ONNX Runtime for both.
      [1, measured],
      [1, "measured at another time"],
      [0, measured],
    ]);
    const { tokens } = await tag(page, tiny, inFloats, [sentence]);
    for (const each of found) {
      expect(each).toMatchObject({ device: "wasm", backend: "onnxruntime" });
      expect([each.tokens]).toEqual(close(tokens));
    }
  },
);

/** ONNX Runtime, but what it runs in WebAssembly fails from the second run on. */
const failingRuntime = `
  export * from "${runtime}";
  import { InferenceSession as Session } from "${runtime}";
  export const InferenceSession = {
    create: async (graph, options) => {
      const session = await Session.create(graph, options);
      if (options.executionProviders[0] !== "wasm") return session;
      const run = session.run.bind(session);
      let runs = 0;
      session.run = (...given) => (++runs > 1 ? Promise.reject(9187304) : run(...given));
      return session;
    },
  };
`;

browserTest("auto runs on the GPU where WebAssembly fails while it is measured", async () => {
  const { page } = await withGpu.open({ pages: { "/failing.js": failingRuntime } });
  const given = { device: "auto", backend: "onnxruntime", onnxruntime_url: "/failing.js" };
  const found = await tag(page, tiny, given, [sentence]);
  expect(found.info).toMatchObject({
    device: "webgpu",
    backend: "onnxruntime",
    device_reason: expect.stringMatching(/^WebAssembly cannot: .*ONNX Runtime failed with 9187304/),
  });
  const expected = await tag(page, tiny, inFloats, [sentence]);
  expect(found.tokens).toEqual(close(expected.tokens));
  // It was not remembered: the next time both are measured again.
  const next = await tag(page, tiny, { ...given, onnxruntime_url: runtime }, [sentence]);
  expect(next.info.device_reason).toMatch(/^measured on this machine: /);
});

browserTest("what is wrong with a checkpoint is said as it is in WebAssembly", async () => {
  const { page } = await withGpu.open({ folders: { pkg: root, spoiled: tinyWith(NaN) } });
  const found = await page.evaluate(
    (options) =>
      globalThis.ner.pipeline("ner", "/spoiled", options).catch((error) => ({
        isTyped: error instanceof globalThis.ner.CheckpointError,
        message: error.message,
      })),
    onGpu,
  );
  expect(found).toEqual({
    isTyped: true,
    message: expect.stringMatching(/classifier.bias: expected finite numbers, found others$/),
  });
});

browserTest("without its own module it runs in WebAssembly, and says what to do", async () => {
  const { page } = await withGpu.open();
  const { info } = await tag(page, tiny, { ...onGpu, webgpu_url: "/none.js" }, [sentence]);
  expect(info.device).toBe("wasm");
  expect(info.device_reason).toMatch(/dist\/web\/webgpu.js at .*\/none.js, found .* webgpu_url$/);
});

browserTest("the module is found beside a worker that lies elsewhere", async () => {
  const folders = { pkg: root, copy: path.join(root, "dist/web") };
  const { page, server } = await withGpu.open({ folders });
  const { info } = await tag(page, tiny, { ...onGpu, worker_url: "copy/worker.js" }, [sentence]);
  expect(info.device).toBe("webgpu");
  expect(server.requests).toContain("/copy/webgpu.js");
});

browserTest("nothing is beside a worker that is a Blob: the module is the page's", async () => {
  const { page, server } = await withGpu.open();
  const options = await page.evaluate((given) => {
    const script = `import "${globalThis.location.origin}/pkg/dist/web/worker.js"`;
    const blob = new globalThis.Blob([script], { type: "text/javascript" });
    return { ...given, worker_url: URL.createObjectURL(blob) };
  }, onGpu);
  const { info } = await tag(page, tiny, options, [sentence]);
  expect(info.device).toBe("webgpu");
  expect(server.requests).toContain(gpuModule);
});

/** The package's worker, with a way to lose its GPU: whatever comes on the channel destroys the device. */
const fragileWorker = `
  import "/pkg/dist/web/worker.js";
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await requestDevice.apply(this, given);
    const channel = new BroadcastChannel("lose");
    channel.onmessage = () => device.destroy();
    const { submit } = GPUQueue.prototype;
    GPUQueue.prototype.submit = function (...commands) {
      channel.postMessage("busy");
      return submit.apply(this, commands);
    };
    return device;
  };
`;

browserTest.each([
  ["in the cache", '"1"'],
  ["in no cache, for want of an ETag", undefined],
])("a GPU lost during a call, its server gone, loses nothing: weights %s", async (_, etag) => {
  const pages = { "/fragile.js": fragileWorker };
  let isGone = false;
  let downloads = 0;
  const answers = ({ method }, response, pathname) => {
    if (isGone) response.destroy();
    else if (etag !== undefined) response.setHeader("ETag", etag);
    if (method === "GET" && pathname.endsWith("/model.safetensors")) downloads++;
    return isGone;
  };
  const { page } = await withGpu.open({ pages, answers });
  const options = { ...onGpu, worker_url: "/fragile.js", webgpu_url: gpuModule };
  const before = await page.evaluate(
    async ([model, given]) => {
      globalThis.classify = await globalThis.ner.pipeline("ner", model, given);
      return globalThis.classify.info();
    },
    [tiny, options],
  );
  isGone = true;
  const found = await page.evaluate(async (texts) => {
    const { classify } = globalThis;
    const channel = new globalThis.BroadcastChannel("lose");
    const isBusy = new Promise((resolve) => (channel.onmessage = resolve));
    const running = classify(texts, { ignore_labels: [] });
    await isBusy;
    channel.postMessage("now");
    const tokens = await running;
    const again = await classify(texts, { ignore_labels: [] });
    const after = classify.info();
    await classify.dispose();
    return { tokens, again, after };
  }, hundredTexts);
  expect(downloads).toBe(1);
  isGone = false;
  const expected = await tag(page, tiny, inFloats, hundredTexts);
  expect(before.device).toBe("webgpu");
  expect(found.after).toMatchObject({ device: "wasm", backend: "xnnpack", dtype: "q8" });
  expect(found.after.device_reason).toMatch(/WebGPU device was lost \(destroyed\)/);
  const words = (lists) => lists.map((tokens) => tokens.map(({ word }) => word));
  expect(words(found.tokens)).toEqual(words(expected.tokens));
  expect(words(found.again)).toEqual(words(expected.tokens));
});
