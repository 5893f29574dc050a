// SPDX-License-Identifier: Apache-2.0
// A device that fails while ONNX Runtime makes a session on it; tests/js/onnx.test.js has real sessions.

import { beforeEach, expect, test } from "@jest/globals";

import { createOnnxBackend } from "#js/backends/onnx.js";
import { GpuDevice } from "#js/webgpu/gpu.js";
import { turn } from "./support.js";

let released;
let device;
beforeEach(() => {
  released = 0;
  device = new EventTarget();
  device.lost = new Promise((resolve) => {
    device.lose = resolve;
  });
});

const session = (inputNames, shape = ["batch", "tokens"]) => ({
  inputMetadata: inputNames.map((name) => ({
    name,
    isTensor: true,
    type: "int64",
    shape,
  })),
  outputNames: ["logits"],
  release: async () => {
    released++;
  },
});

/** The backend of a session that `create` makes. */
const backendOf = (create) =>
  createOnnxBackend({
    graph: new Uint8Array(),
    externalData: [],
    isFused: false,
    where: "m",
    labels: 1,
    threads: 1,
    gpu: new GpuDevice(device),
    runtime: { env: { wasm: {} }, InferenceSession: { create } },
  });

test("a session that comes after its device was lost is released", async () => {
  let finish;
  const creating = new Promise((resolve) => {
    finish = resolve;
  });
  const backend = backendOf(() => creating);
  device.lose({ reason: "unknown", message: "the driver restarted" });
  await expect(backend).rejects.toMatchObject({ code: "backend" });
  expect(released).toBe(0);
  finish(session(["input_ids"]));
  await turn();
  expect(released).toBe(1);
});

test("so is one beside which memory ran out", async () => {
  const backend = backendOf(async () => {
    const error = { message: "out of memory" };
    device.dispatchEvent(Object.assign(new Event("uncapturederror"), { error }));
    return session(["input_ids"]);
  });
  await expect(backend).rejects.toThrow("WebGPU failed: out of memory");
  await turn();
  expect(released).toBe(1);
});

test("and one of a graph that takes something else", async () => {
  const backend = backendOf(async () => session(["pixels"]));
  await expect(backend).rejects.toThrow("expected the graph inputs input_ids");
  await turn();
  expect(released).toBe(1);
});

test("and one of a fixed number of tokens without a mask for those that are padding", async () => {
  const backend = backendOf(async () => session(["input_ids"], [1, 16]));
  await expect(backend).rejects.toThrow(
    "m: expected the graph input attention_mask, as input_ids is of 16 tokens always",
  );
  const taken = await backendOf(async () => session(["attention_mask", "input_ids"], [1, 16]));
  expect(taken.maxTokens).toBe(16);
});

test("a session that cannot be made is the error, and nothing is released", async () => {
  const backend = backendOf(() => Promise.reject(new Error("no such operator")));
  await expect(backend).rejects.toThrow("m: expected an ONNX model: no such operator");
  expect(released).toBe(0);
});

test.each([1, 3])(
  "ONNX Runtime, which starts with its first session, is told of %d threads before, on a GPU too",
  async (threads) => {
    const env = { wasm: {} };
    const told = [];
    const create = async () => {
      told.push(env.wasm.numThreads);
      return session(["input_ids"]);
    };
    const runtime = { env, InferenceSession: { create } };
    const graph = { graph: new Uint8Array(), externalData: [], isFused: false };
    const options = { ...graph, where: "m", labels: 1, threads, runtime };
    await createOnnxBackend({ ...options, gpu: new GpuDevice(device) });
    await createOnnxBackend(options);
    expect(told).toEqual([threads, threads]);
  },
);
