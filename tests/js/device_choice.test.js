// SPDX-License-Identifier: Apache-2.0

import { afterEach, expect, jest, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { keepChoice, measureDevices, recallChoice } from "#js/device/device_choice.js";
import { sentence, tiny, use } from "./support.js";

const { signal } = new AbortController();

/** The parts of a core that choosing needs, for two labels. */
const core = {
  maxTokens: () => 8,
  labels: () => ["O", "B-PER"],
  windows: (texts, { maxTokens }) => [
    { ids: new Int32Array(maxTokens), lengths: Int32Array.of(maxTokens), cut: 0 },
  ],
};

/** The clock that devices are measured by: only their computations take time. */
function stopClock() {
  const clock = { ms: 0 };
  jest.spyOn(performance, "now").mockImplementation(() => clock.ms);
  return clock;
}
afterEach(() => jest.restoreAllMocks());

/** A backend that takes `ms` of the clock, and gives each token the second label where its place is below `named`. */
const backend = (clock, ms, named = 2) => ({
  forward: async ({ ids }) => {
    clock.ms += ms;
    return Float32Array.from({ length: 2 * ids.length }, (_, i) =>
      (i % 2 === 1) === i < 2 * named ? 1 : 0,
    );
  },
});

test.each([
  [200, 0, "webgpu"],
  [0, 200, "wasm"],
])("%d ms in WebAssembly and %d ms on the GPU choose %s", async (wasm, webgpu, device) => {
  const clock = stopClock();
  const backends = { wasm: backend(clock, wasm), webgpu: backend(clock, webgpu) };
  const choice = await measureDevices(core, backends, signal);
  expect(choice).toEqual({
    device,
    reason: `measured on this machine: ${webgpu}.0 ms on webgpu, ${wasm}.0 ms on wasm for 8 tokens`,
  });
});

test("a GPU that finds other labels is not chosen, however fast", async () => {
  const clock = stopClock();
  const backends = { wasm: backend(clock, 200), webgpu: backend(clock, 0, 6) };
  expect(await measureDevices(core, backends, signal)).toEqual({
    device: "wasm",
    reason: "webgpu gives 4 of 8 tokens other labels",
  });
});

test("a choice is kept, and whatever else lies there is none", async () => {
  const kept = new Map();
  const choices = {
    get: async (key) => kept.get(key),
    set: async (key, text) => kept.set(key, text),
  };
  const choice = { device: "webgpu", reason: "it was faster" };
  expect(await recallChoice(choices, "a model")).toBeUndefined();
  await keepChoice(choices, "a model", choice);
  expect(await recallChoice(choices, "a model")).toEqual(choice);
  expect(await recallChoice(choices, "another")).toBeUndefined();
  for (const text of ["", "{", "null", "[]", '{"device":"tpu","reason":""}', '{"device":"wasm"}']) {
    kept.set("a model", text);
    expect(await recallChoice(choices, "a model")).toBeUndefined();
  }
});

test("a store that fails is none", async () => {
  const fail = () => Promise.reject(new Error("the disk"));
  const choices = { get: fail, set: fail };
  await keepChoice(choices, "a model", { device: "wasm", reason: "" });
  expect(await recallChoice(choices, "a model")).toBeUndefined();
  expect(await recallChoice(undefined, "a model")).toBeUndefined();
});

test.each(["webgpu", "auto"])(
  "device %s runs in WebAssembly in Node, and says why",
  async (device) => {
    const expected = await use(pipeline("ner", tiny), (ner) => ner(sentence));
    await use(pipeline("ner", tiny, { device }), async (ner) => {
      expect(ner.info()).toMatchObject({
        device: "wasm",
        device_reason: "there is no WebGPU here",
        backend: "xnnpack",
      });
      expect(await ner(sentence)).toEqual(expected);
    });
  },
);

test("the engine does not run on a GPU", async () => {
  const options = { device: "webgpu", backend: "xnnpack" };
  await use(pipeline("ner", tiny, options), (ner) => {
    expect(ner.info().device_reason).toBe("xnnpack runs in WebAssembly");
  });
});
