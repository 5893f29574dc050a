// SPDX-License-Identifier: Apache-2.0
// tests/e2e/webgpu.test.js loses a real device; here is what else can happen then.

import { expect, test } from "@jest/globals";

import { BackendError, InternalError } from "#js/base/errors.js";
import { FailoverBackend } from "#js/device/failover.js";

const windows = { ids: Int32Array.of(0, 5, 2), lengths: Int32Array.of(3), cut: 0 };
const { signal } = new AbortController();

/** A backend that gives its number for each token, or fails. */
function backend(name, number, error) {
  const log = { forwards: 0, disposals: 0 };
  return {
    name,
    log,
    forward: async ({ ids }) => {
      log.forwards++;
      if (error !== undefined) throw error();
      return new Float32Array(ids.length).fill(number);
    },
    dispose: async () => {
      log.disposals++;
    },
  };
}

const lost = () => new BackendError("the device was lost");

test("the call is repeated, and later ones go to what took over", async () => {
  const first = backend("onnxruntime", 1, lost);
  const second = backend("xnnpack", 2);
  const reasons = [];
  const both = new FailoverBackend(first, async (error) => {
    reasons.push(error.message);
    return second;
  });
  expect(both.name).toBe("onnxruntime");
  for (let i = 0; i < 2; i++) {
    expect(await both.forward(windows, signal)).toEqual(Float32Array.of(2, 2, 2));
  }
  expect(both.name).toBe("xnnpack");
  expect(reasons).toEqual(["the device was lost"]);
  expect(first.log).toEqual({ forwards: 1, disposals: 1 });
  await both.dispose();
  expect(second.log).toEqual({ forwards: 2, disposals: 1 });
});

test("any other error is the caller's", async () => {
  const both = new FailoverBackend(
    backend("onnxruntime", 1, () => new InternalError("a bug")),
    () => Promise.reject(new Error("not wanted")),
  );
  await expect(both.forward(windows, signal)).rejects.toMatchObject({ code: "internal" });
});

test("what takes over is not replaced again", async () => {
  let count = 0;
  const both = new FailoverBackend(backend("onnxruntime", 1, lost), async () => {
    count++;
    return backend("onnxruntime", 2, lost);
  });
  await expect(both.forward(windows, signal)).rejects.toMatchObject({ code: "backend" });
  await expect(both.forward(windows, signal)).rejects.toMatchObject({ code: "backend" });
  expect(count).toBe(1);
});

test("where taking over fails, the next call tries again", async () => {
  const second = backend("xnnpack", 2);
  let count = 0;
  const both = new FailoverBackend(backend("onnxruntime", 1, lost), async () => {
    if (++count === 1) throw new BackendError("no memory now");
    return second;
  });
  await expect(both.forward(windows, signal)).rejects.toMatchObject({ message: "no memory now" });
  expect(await both.forward(windows, signal)).toEqual(Float32Array.of(2, 2, 2));
});

test("an abort is an abort", async () => {
  const controller = new AbortController();
  const first = backend("onnxruntime", 1, () => {
    controller.abort(new Error("changed my mind"));
    return lost();
  });
  const both = new FailoverBackend(first, () => Promise.reject(new Error("not wanted")));
  await expect(both.forward(windows, controller.signal)).rejects.toThrow("changed my mind");
});
