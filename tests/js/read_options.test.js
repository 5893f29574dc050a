// SPDX-License-Identifier: Apache-2.0
// Options of transformers.js 4.3.2, 3.8.1 and 2.17.2, in our own terms.

import { beforeEach, describe, expect, test } from "@jest/globals";

import { createEnvironment } from "#js/transformers/environment.js";
import { readOptions } from "#js/transformers/read_options.js";

let env;
beforeEach(() => {
  env = createEnvironment({ isBrowser: true, version: "1" });
});
const read = (options, { isBrowser = true, runtimes = [] } = {}) =>
  readOptions(options, {
    env,
    isBrowser,
    hasRuntime: (url) => {
      runtimes.push(url);
      return url !== undefined;
    },
  });

test("nothing said is our default, and nothing is remarked", () => {
  for (const options of [undefined, null, {}]) {
    const { options: own, given, wanted, remarks } = read(options);
    expect(own).toMatchObject({ device: "wasm", dtype: "auto", threads: "auto" });
    expect([given, wanted, remarks]).toEqual([undefined, undefined, []]);
  }
});

test("all that pipeline() of transformers.js 4.3.2 knows at its defaults is taken without a remark", () => {
  const defaults = {
    progress_callback: null,
    config: null,
    cache_dir: null,
    local_files_only: false,
    revision: "main",
    device: null,
    dtype: null,
    subfolder: "onnx",
    use_external_data_format: null,
    model_file_name: null,
    session_options: {},
  };
  const { given, remarks, weights } = read(defaults);
  expect([given, remarks]).toEqual([undefined, []]);
  expect(weights.wasm).toContain("onnx/model_quantized.onnx");
});

describe("device", () => {
  test.each([
    ["auto", "auto", undefined],
    ["gpu", "webgpu", undefined],
    ["webgpu", "webgpu", undefined],
    ["cpu", "wasm", undefined],
    ["wasm", "wasm", undefined],
    ["cuda", "webgpu", "device 'cuda' is 'webgpu' here"],
    ["dml", "webgpu", "device 'dml' is 'webgpu' here"],
    ["coreml", "webgpu", "device 'coreml' is 'webgpu' here"],
    ["webnn", "webgpu", "device 'webnn' is 'webgpu' here"],
    ["webnn-npu", "webgpu", "device 'webnn-npu' is 'webgpu' here"],
    ["webnn-gpu", "webgpu", "device 'webnn-gpu' is 'webgpu' here"],
    ["webnn-cpu", "wasm", "device 'webnn-cpu' is 'wasm' here"],
    ["toString", "wasm", "device 'toString' is 'wasm' here"],
  ])("%s is %s", (device, own, remark) => {
    const { options, remarks } = read({ device });
    expect(options.device).toBe(own);
    expect(remarks).toEqual(remark === undefined ? [] : [remark]);
  });

  test("is that of the file, where files have their own", () => {
    const device = { model: "webgpu", decoder: "cpu" };
    expect(read({ device }).options.device).toBe("webgpu");
    expect(read({ device, model_file_name: "decoder" }).options.device).toBe("wasm");
    expect(read({ device, model_file_name: "other" }).options.device).toBe("wasm");
  });

  test("is the first provider of the session, where it is not said itself", () => {
    const session = (executionProviders) => ({ session_options: { executionProviders } });
    expect(read(session([{ name: "webgpu" }, "wasm"])).options.device).toBe("webgpu");
    expect(read(session(["cpu"])).options.device).toBe("wasm");
    expect(read({ device: "wasm", ...session(["webgpu"]) }).options.device).toBe("wasm");
  });
});

describe("dtype", () => {
  test.each([
    ["fp32", "wasm", "fp32", "onnx/model.onnx"],
    ["fp16", "wasm", "fp32", "onnx/model_fp16.onnx"],
    ["fp16", "webgpu", "auto", "onnx/model_fp16.onnx"],
    ["q8", "wasm", "auto", "onnx/model_quantized.onnx"],
    ["q4f16", "webgpu", "auto", "onnx/model_q4f16.onnx"],
  ])("%s on %s computes in %s, from %s", (dtype, device, own, file) => {
    const { options, wanted } = read({ dtype, device });
    expect(options.dtype).toBe(own);
    expect(wanted).toEqual({ dtype, file });
  });

  test("auto is none, and so is an unknown one, which is remarked", () => {
    expect(read({ dtype: "auto" })).toMatchObject({ wanted: undefined, remarks: [] });
    expect(read({ dtype: "q3" })).toMatchObject({
      wanted: undefined,
      remarks: ["dtype 'q3' is 'auto' here"],
    });
  });

  test("is that of the file, where files have their own", () => {
    const dtype = { model: "q4", encoder: "fp32" };
    expect(read({ dtype }).wanted.dtype).toBe("q4");
    expect(read({ dtype, model_file_name: "encoder" }).wanted).toEqual({
      dtype: "fp32",
      file: "onnx/encoder.onnx",
    });
    expect(read({ dtype: { other: "q4" } }).wanted).toBeUndefined();
  });

  test("is quantized of version 2", () => {
    expect(read({ quantized: true }).wanted.dtype).toBe("q8");
    expect(read({ quantized: false }).wanted.dtype).toBe("fp32");
    expect(read({ quantized: false, dtype: "q4" }).wanted.dtype).toBe("q4");
  });

  test.each([
    ["onnx", "onnx/model_q4.onnx"],
    ["", "model_q4.onnx"],
    [null, "model_q4.onnx"],
    [".", "model_q4.onnx"],
    ["./weights/", "weights/model_q4.onnx"],
  ])("of the subfolder %j is %s", (subfolder, file) => {
    expect(read({ dtype: "q4", subfolder }).wanted.file).toBe(file);
  });
});

describe("threads", () => {
  test("are the option's, the session's, or the environment's", () => {
    expect(read({}).options.threads).toBe("auto");
    env.backends.onnx.wasm.numThreads = 2;
    expect(read({}).options.threads).toBe(2);
    expect(read({ session_options: { intraOpNumThreads: 3 } }).options.threads).toBe(3);
    expect(read({ threads: 1 }).options.threads).toBe(1);
  });

  test.each([
    [128, 64], // navigator.hardwareConcurrency of a large machine
    [64, 64],
    [0, "auto"],
    [-1, "auto"],
    [1.5, "auto"],
    [null, "auto"],
    ["4", "auto"],
  ])("of the environment or session, %j is %j, as it is for ONNX Runtime", (asked, threads) => {
    expect(read({ session_options: { intraOpNumThreads: asked } }).options.threads).toBe(threads);
    env.backends.onnx.wasm.numThreads = asked;
    expect(read({}).options.threads).toBe(threads);
  });
});

describe("ONNX Runtime", () => {
  test("lies where its WebAssembly does, unless its address is given", () => {
    env.backends.onnx.wasm.wasmPaths = "/ort";
    expect(read({}).options.onnxruntime_url).toBe("/ort/ort.wasm.min.mjs");
    expect(read({ device: "gpu" }).options.onnxruntime_url).toBe("/ort/ort.webgpu.min.mjs");
    const runtimes = [];
    const url = "/other/ort.mjs";
    expect(read({ onnxruntime_url: url }, { runtimes }).options.onnxruntime_url).toBe(url);
    expect(runtimes).toEqual([url]);
  });

  test("of which only the files are named has to be named itself", () => {
    env.backends.onnx.wasm.wasmPaths = { mjs: "/a.mjs", wasm: "/a.wasm" };
    const { options, remarks } = read({});
    expect(options.onnxruntime_url).toBeUndefined();
    expect(remarks).toEqual([expect.stringMatching(/wasmPaths has no effect.*onnxruntime_url$/)]);
  });
});

describe("what keeps downloads", () => {
  const custom = { match: async () => undefined, put: async () => {} };

  test("in a browser is its cache, none, or the client's own", async () => {
    expect(read({}).options.cache).toBeUndefined();
    env.useBrowserCache = false;
    const { cache } = read({}).options;
    await cache.put("key", new Response("bytes"));
    expect(await cache.match("key")).toBeUndefined();
    env.useCustomCache = true;
    env.customCache = custom;
    expect(read({}).options.cache).toBe(custom);
  });

  test("in Node is a folder", () => {
    Object.assign(env, { useCustomCache: true, customCache: custom, cacheDir: "/a" });
    const options = { isBrowser: false };
    expect(read({}, options).options).toMatchObject({ cache_dir: "/a" });
    expect(read({ cache_dir: "/b" }, options).options).toMatchObject({ cache_dir: "/b" });
    expect(read({}, options).options.cache).toBeUndefined();
  });
});

describe("what has no effect is remarked", () => {
  test("of options, whether they are known there or not", () => {
    expect(read({ padding_side: "left", kv_cache: 1 }).remarks).toEqual([
      "padding_side has no effect here",
      "kv_cache has no effect here",
    ]);
  });

  test("of the session", () => {
    const session_options = {
      externalData: [],
      graphOptimizationLevel: "all",
      logSeverityLevel: 0,
    };
    expect(read({ session_options }).remarks).toEqual([
      "session_options.graphOptimizationLevel has no effect here",
      "session_options.logSeverityLevel has no effect here",
    ]);
  });

  test("of the environment, where it was set", () => {
    Object.assign(env, { useWasmCache: false, cacheKey: "mine", fetch: () => {} });
    Object.assign(env.backends.onnx.wasm, { simd: true, proxy: true });
    Object.assign(env.backends.onnx.webgpu, { powerPreference: "low-power" });
    env.backends.onnx.logLevel = "verbose";
    expect(read({}).remarks).toEqual([
      "env.useWasmCache has no effect here",
      "env.cacheKey has no effect here",
      "env.fetch has no effect here",
      "env.backends.onnx.wasm.simd has no effect here",
      "env.backends.onnx.webgpu.powerPreference has no effect here",
      "env.backends.onnx.logLevel has no effect here",
    ]);
  });
});

test("a client may replace parts of the environment by its own", () => {
  for (const backends of [{ onnx: { wasm: { numThreads: 2 } } }, { onnx: {} }, {}, undefined]) {
    Object.assign(env, { backends });
    const { options, remarks } = read({});
    expect(options.threads).toBe(backends?.onnx?.wasm?.numThreads ?? "auto");
    expect(remarks).toEqual([]);
  }
});

describe("what is given in place of the model's files", () => {
  test("a configuration, without what cannot be sent", () => {
    class PretrainedConfig {
      id2label = { 0: "O" };
      max_position_embeddings = 66;
      method = () => {};
    }
    const { config } = read({ config: new PretrainedConfig() }).given;
    expect(config).toEqual({ id2label: { 0: "O" }, max_position_embeddings: 66 });
  });

  test("external data: all that ONNX Runtime takes for bytes", async () => {
    const shared = new SharedArrayBuffer(3);
    new Uint8Array(shared).set([1, 2, 3]);
    const all = [
      shared,
      new Uint8Array(shared),
      new Uint8Array([1, 2, 3]).buffer,
      new DataView(new Uint8Array([0, 1, 2, 3]).buffer, 1),
      new Uint8Array([0, 1, 2, 3]).subarray(1),
    ];
    for (const data of all) {
      const externalData = [{ path: "model.onnx_data", data }];
      const { files } = read({ session_options: { externalData } }).given;
      const found = await files.get("model.onnx_data").arrayBuffer();
      expect([...new Uint8Array(found)]).toEqual([1, 2, 3]);
    }
  });

  test("external data: bytes, a Blob, or another file", async () => {
    const blob = new Blob(["b"]);
    const bytes = new TextEncoder().encode("xax").subarray(1, 2);
    const externalData = [
      { path: "./model.onnx_data", data: bytes },
      { path: "model.onnx_data_1", data: blob },
      { path: "model.onnx_data_2", data: "./weights/part" },
      { path: "model.onnx_data_3", data: bytes.slice().buffer },
      "model.onnx_data_4",
    ];
    const { files } = read({ session_options: { externalData } }).given;
    expect(await files.get("onnx/model.onnx_data").text()).toBe("a");
    expect(files.get("model.onnx_data")).toBeInstanceOf(Blob);
    expect(files.get("onnx/model.onnx_data_1")).toBe(blob);
    expect(files.get("onnx/model.onnx_data_2")).toBe("weights/part");
    expect(await files.get("onnx/model.onnx_data_3").text()).toBe("a");
    expect(files.has("onnx/model.onnx_data_4")).toBe(false);
  });
});

test.each([
  [1, /^pipeline options: expected an object, found 1/],
  [{ dtype: 1 }, /^dtype: expected a name, or an object/],
  [{ device: { model: 1 } }, /^device: expected a name, or an object/],
  [{ subfolder: 1 }, /^subfolder: expected a string, found 1/],
  [{ model_file_name: {} }, /^model_file_name: expected a string/],
  [{ config: "a" }, /^config: expected an object, found 'a'/],
  [{ session_options: [] }, /^session_options: expected an object, found a list/],
  [{ session_options: { externalData: [1] } }, /externalData: expected \{ path, data \}/],
  [{ session_options: { externalData: [{ path: "a" }] } }, /externalData: expected bytes/],
])("%j is refused by what was expected", (options, message) => {
  expect(() => read(options)).toThrow(
    expect.objectContaining({
      code: "invalid_argument",
      message: expect.stringMatching(message),
    }),
  );
});
