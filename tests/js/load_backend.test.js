// SPDX-License-Identifier: Apache-2.0
// In which order a model comes to ONNX Runtime; that it computes is tested where it does.

import { beforeEach, expect, test } from "@jest/globals";

import { BackendError } from "#js/base/errors.js";
import { loadBackend } from "#js/worker/load_backend.js";

let log;
beforeEach(() => {
  log = [];
});

const gpu = {
  open: async () => {
    log.push("open");
    return { destroy: () => log.push("destroy") };
  },
};
const none = () => Promise.reject(new Error("Cannot find package"));
const read = (error) => async () => {
  log.push("read");
  throw error;
};

const loadOf = (others) => ({
  core: { labels: () => ["O"] },
  files: { name: "m" },
  threads: 1,
  gpu,
  configJson: "{}",
  choice: { file: "model.safetensors", backend: "xnnpack" },
  checkpoint: { size: 1 },
  context: { signal: new AbortController().signal, onProgress: () => {} },
  importRuntime: async () => ({}),
  importWebgpu: async () => ({ checkpointGraph: read(new BackendError("a number is too large")) }),
  ...others,
});

test("without ONNX Runtime no model is read, and no device opened", async () => {
  await expect(loadBackend(loadOf({ importRuntime: none }))).rejects.toMatchObject({
    code: "backend",
    message: expect.stringMatching(
      /^m\/model.safetensors: expected onnxruntime-web, .*npm install/,
    ),
  });
  expect(log).toEqual([]);
});

test("without a device no model is read", async () => {
  const open = () => Promise.reject(new BackendError("no device"));
  await expect(loadBackend(loadOf({ gpu: { open } }))).rejects.toThrow("no device");
  expect(log).toEqual([]);
});

test("a model that cannot be read gives the device back", async () => {
  await expect(loadBackend(loadOf({}))).rejects.toThrow("a number is too large");
  expect(log).toEqual(["open", "read", "destroy"]);
});
