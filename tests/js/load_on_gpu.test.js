// SPDX-License-Identifier: Apache-2.0
// Which device `auto` takes, what it remembers, and what it makes of failures. Node has no GPU: its
// adapter is none, and backends take as long as they are told, by a clock that only they move.
// tests/e2e/webgpu.test.js has real ones.

import { afterAll, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";

import { BackendError, InternalError, ModelFileError, OutOfMemoryError } from "#js/base/errors.js";
import { loadOnGpu } from "#js/device/load_on_gpu.js";
import { blobFiles } from "#js/files/blob_files.js";
import { choiceKey } from "#js/worker/choice_key.js";

const windows = { ids: new Int32Array(8), lengths: Int32Array.of(8), cut: 0 };
/** The parts of a core that measuring needs, for two labels. */
const core = { maxTokens: () => 8, labels: () => ["O", "B-PER"], windows: () => [windows] };
const adapter = {
  features: new Set(),
  limits: {},
  info: { vendor: "nvidia", architecture: "ampere", device: "", description: "" },
};
const lost = () => new BackendError("the WebGPU device was lost");
/** What a load gives that does not end with a reason for WebAssembly. */
const loaded = async (...args) => (await loadOnGpu(...args)).loaded;

const context = { signal: new AbortController().signal, onProgress: () => {} };
const given = Object.getOwnPropertyDescriptor(globalThis, "navigator");
let clock;
let kept;
let disposed;

beforeAll(() => {
  const gpu = { requestAdapter: async () => adapter };
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
});
afterAll(() => {
  jest.restoreAllMocks();
  delete globalThis.navigator;
  if (given !== undefined) Object.defineProperty(globalThis, "navigator", given);
});
beforeEach(() => {
  clock = 0;
  jest.spyOn(performance, "now").mockImplementation(() => clock);
  kept = new Map();
  disposed = [];
});

/** A backend that takes `ms`; from its call of number `failsAt` on it fails with `error`. */
function backendOf(device, { ms = 0, error = lost, failsAt = Infinity } = {}) {
  let calls = 0;
  return {
    name: device,
    forward: async ({ ids }) => {
      if (++calls >= failsAt) throw error();
      clock += ms;
      return Float32Array.from({ length: 2 * ids.length }, (_, i) => i % 2);
    },
    dispose: async () => {
      disposed.push(device);
      throw lost(); // what was lost says so again
    },
  };
}

/** What loads on devices that behave as told, `{ wasm: { ms: 100 }, webgpu: { fails: error } }`. */
function loaderOf(devices) {
  const loads = [];
  const loadOn = async (gpu, reason) => {
    const device = gpu === undefined ? "wasm" : "webgpu";
    loads.push(device);
    if (devices[device].fails !== undefined) throw devices[device].fails;
    const weightsInfo = { device, device_reason: reason };
    return { core, threads: 1, backend: backendOf(device, devices[device]), weightsInfo, size: 1 };
  };
  return { loads, loader: { loadOn, choiceKey } };
}

const modelOf = (size = 1) => ({
  device: "auto",
  backend: "auto",
  dtype: "auto",
  threads: 1,
  configJson: "{}",
  files: blobFiles("ner", new Map([["model.safetensors", new Blob(["x".repeat(size)])]])),
  deviceChoices: {
    get: async (key) => kept.get(key),
    set: async (key, choice) => void kept.set(key, choice),
  },
});

test("auto takes the faster one, and knows it the next time", async () => {
  const devices = { wasm: { ms: 100 }, webgpu: {} };
  const first = loaderOf(devices);
  const { weightsInfo, backend } = await loaded(modelOf(), first.loader, context);
  expect(weightsInfo).toEqual({
    device: "webgpu",
    device_reason: expect.stringMatching(/^measured on this machine: /),
  });
  expect((await backend.forward(windows, context.signal)).length).toBe(16);
  expect(first.loads).toEqual(["webgpu", "wasm"]);
  expect(disposed).toEqual(["wasm"]);

  const second = loaderOf(devices);
  const again = await loaded(modelOf(), second.loader, context);
  expect(again.weightsInfo).toEqual(weightsInfo);
  expect(second.loads).toEqual(["webgpu"]);
});

test("where WebAssembly is the faster one, the GPU is not even opened the next time", async () => {
  const devices = { wasm: {}, webgpu: { ms: 100 } };
  const { weightsInfo } = await loaded(modelOf(), loaderOf(devices).loader, context);
  expect(weightsInfo.device).toBe("wasm");
  expect(disposed).toEqual(["webgpu"]);
  const second = loaderOf(devices);
  expect(await loadOnGpu(modelOf(), second.loader, context)).toEqual({
    reason: weightsInfo.device_reason,
  });
  expect(second.loads).toEqual([]);
});

test("another model of the same name is measured for itself", async () => {
  await loadOnGpu(modelOf(1), loaderOf({ wasm: {}, webgpu: { ms: 100 } }).loader, context);
  const other = loaderOf({ wasm: { ms: 100 }, webgpu: {} });
  const { weightsInfo } = await loaded(modelOf(2), other.loader, context);
  expect(weightsInfo.device).toBe("webgpu");
  expect(other.loads).toEqual(["webgpu", "wasm"]);
  expect(kept.size).toBe(2);
});

test("a choice on so many threads is none on more", async () => {
  await loadOnGpu(modelOf(), loaderOf({ wasm: {}, webgpu: { ms: 100 } }).loader, context);
  const devices = { wasm: { ms: 100 }, webgpu: {} };
  const more = loaderOf(devices);
  const { weightsInfo } = await loaded({ ...modelOf(), threads: 2 }, more.loader, context);
  expect(weightsInfo.device).toBe("webgpu");
  expect(more.loads).toEqual(["webgpu", "wasm"]);
  // What was found on one thread is still known.
  const again = loaderOf(devices);
  const { reason } = await loadOnGpu(modelOf(), again.loader, context);
  expect(reason).toMatch(/^measured on this machine: /);
  expect(again.loads).toEqual([]);
});

test("a model that WebAssembly cannot load runs on the GPU, and nothing is remembered", async () => {
  const fails = new ModelFileError("expected weights, found none");
  const { loader } = loaderOf({ wasm: { fails }, webgpu: {} });
  const { weightsInfo, backend } = await loaded(modelOf(), loader, context);
  expect(weightsInfo).toEqual({
    device: "webgpu",
    device_reason: "WebAssembly cannot: expected weights, found none",
  });
  expect((await backend.forward(windows, context.signal)).length).toBe(16);
  expect(disposed).toEqual([]);
  expect(kept.size).toBe(0);
});

test.each([1, 2, 3])("a GPU that fails in call %d is not chosen, this time", async (failsAt) => {
  const { loads, loader } = loaderOf({ wasm: {}, webgpu: { failsAt } });
  const { weightsInfo } = await loaded(modelOf(), loader, context);
  expect(weightsInfo).toEqual({ device: "wasm", device_reason: "the WebGPU device was lost" });
  expect(loads).toEqual(["webgpu", "wasm"]);
  expect(disposed).toEqual(["webgpu"]);
  expect(kept.size).toBe(0);
});

test.each([
  [1, new BackendError("ONNX Runtime failed with 9187304")],
  [2, new OutOfMemoryError("expected 1 GB more, found none")],
  [4, new InternalError("unreachable")],
])("WebAssembly that fails in call %d is not chosen, this time", async (failsAt, error) => {
  const { loads, loader } = loaderOf({ wasm: { failsAt, error: () => error }, webgpu: { ms: 50 } });
  const { weightsInfo, backend } = await loaded(modelOf(), loader, context);
  expect(weightsInfo).toEqual({
    device: "webgpu",
    device_reason: `WebAssembly cannot: ${error.message}`,
  });
  expect(loads).toEqual(["webgpu", "wasm"]);
  expect(disposed).toEqual(["wasm"]);
  expect(kept.size).toBe(0);
  expect((await backend.forward(windows, context.signal)).length).toBe(16);
  // Nothing stands in the way of WebAssembly the next time.
  const { weightsInfo: next } = await loaded(
    modelOf(),
    loaderOf({ wasm: {}, webgpu: { ms: 50 } }).loader,
    context,
  );
  expect(next.device).toBe("wasm");
});

test("where both fail, the GPU is lost in its first call, with a typed error", async () => {
  const { loader } = loaderOf({ wasm: { failsAt: 1 }, webgpu: { failsAt: 1 } });
  const { backend } = await loaded(modelOf(), loader, context);
  await expect(backend.forward(windows, context.signal)).rejects.toMatchObject({ code: "backend" });
});

test("an error of another kind is the caller's, and both are given back", async () => {
  const error = () => new InternalError("a bug");
  const { loader } = loaderOf({ wasm: {}, webgpu: { error, failsAt: 2 } });
  await expect(loadOnGpu(modelOf(), loader, context)).rejects.toThrow("a bug");
  expect(disposed).toEqual(["webgpu", "wasm"]);
});

test("an abort while WebAssembly is measured is an abort, and both are given back", async () => {
  const controller = new AbortController();
  const error = () => {
    controller.abort(new Error("changed my mind"));
    return controller.signal.reason;
  };
  const { loader } = loaderOf({ wasm: { error, failsAt: 2 }, webgpu: {} });
  const aborting = { ...context, signal: controller.signal };
  await expect(loadOnGpu(modelOf(), loader, aborting)).rejects.toThrow("changed my mind");
  expect(disposed).toEqual(["webgpu", "wasm"]);
  expect(kept.size).toBe(0);
});

test("an abort while WebAssembly loads is an abort, and the GPU is given back", async () => {
  const controller = new AbortController();
  const { loader } = loaderOf({ wasm: {}, webgpu: {} });
  const loadOn = async (gpu, ...rest) => {
    if (gpu === undefined) controller.abort(new Error("changed my mind"));
    controller.signal.throwIfAborted();
    return loader.loadOn(gpu, ...rest);
  };
  const aborting = { ...context, signal: controller.signal };
  await expect(loadOnGpu(modelOf(), { ...loader, loadOn }, aborting)).rejects.toThrow(
    "changed my mind",
  );
  expect(disposed).toEqual(["webgpu"]);
});
