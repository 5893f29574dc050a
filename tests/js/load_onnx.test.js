// SPDX-License-Identifier: Apache-2.0
// In which order a model comes to ONNX Runtime; that it computes is tested where it does.

import { beforeEach, expect, test } from "@jest/globals";

import { BackendError } from "#js/base/errors.js";
import { loadOnnx } from "#js/device/load_onnx.js";

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

const loadOf = (others) => ({
  core: { labels: () => ["O"] },
  files: {
    name: "m",
    read: async () => {
      log.push("read");
      throw new BackendError("the disk is gone");
    },
  },
  threads: 1,
  gpu,
  configJson: "{}",
  choice: { file: "model.onnx", backend: "onnxruntime" },
  checkpoint: { size: 1 },
  context: { signal: new AbortController().signal, onProgress: () => {} },
  importRuntime: async () => ({}),
  ...others,
});

test("without ONNX Runtime no model is read, and no device opened", async () => {
  await expect(loadOnnx(loadOf({ importRuntime: none }))).rejects.toMatchObject({
    code: "backend",
    message: expect.stringMatching(/^m\/model.onnx: expected onnxruntime-web, .*npm install/),
  });
  expect(log).toEqual([]);
});

test("without a device no model is read", async () => {
  const open = () => Promise.reject(new BackendError("no device"));
  await expect(loadOnnx(loadOf({ gpu: { open } }))).rejects.toThrow("no device");
  expect(log).toEqual([]);
});

test("a model that cannot be read gives the device back", async () => {
  await expect(loadOnnx(loadOf({}))).rejects.toThrow("the disk is gone");
  expect(log).toEqual(["open", "read", "destroy"]);
});
