// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@jest/globals";

import { Pacer } from "../../dist/wasm/js/base/pacer.js";

/** As long as the longest time between two chances for messages, and a little more. */
function compute() {
  const begin = performance.now();
  while (performance.now() - begin < 25);
}

test("a message that came while a step computed is delivered before the next", async () => {
  const pacer = new Pacer();
  const controller = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => controller.abort(new Error("no longer wanted"));
  try {
    await pacer.pause(controller.signal);
    port2.postMessage("abort");
    compute();
    // One more step at most, whichever message the event loop takes first.
    const steps = async () => {
      await pacer.pause(controller.signal);
      compute();
      await pacer.pause(controller.signal);
    };
    await expect(steps()).rejects.toThrow("no longer wanted");
  } finally {
    port1.close();
  }
});

test("short steps do not wait", async () => {
  const pacer = new Pacer();
  let isNext = false;
  setImmediate(() => (isNext = true));
  for (let i = 0; i < 10; ++i) await pacer.pause(new AbortController().signal);
  expect(isNext).toBe(false);
});
