// SPDX-License-Identifier: Apache-2.0

import { afterEach, expect, test } from "@jest/globals";

import { MaskThread } from "../../dist/node/server/mask_thread.js";

const threads = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

function newThread() {
  const thread = new MaskThread();
  threads.push(thread);
  return thread;
}

const never = new AbortController().signal;
const claim = (label, value) => ({ label, id: "1", value });
const unmask = (text, ...claims) => ({
  kind: "unmask",
  texts: [text],
  session: { version: 1, claims, reserved: [] },
});
const textOf = async (running) => (await running).outputs[0].text;

/** Takes longer than a test may. */
const slow = unmask(
  "[LABEL_".repeat(600_000),
  ...Array.from({ length: 64 }, (_, i) => claim(`LABEL ${i} x`, "value")),
);

test("does jobs in their order, each with its own table", async () => {
  const thread = newThread();
  const order = [];
  const values = Array.from({ length: 8 }, (_, i) => `value ${i}`);
  const texts = await Promise.all(
    values.map(async (value) => {
      const text = await textOf(thread.run(unmask("[PER_1]", claim("PER", value)), never));
      order.push(value);
      return text;
    }),
  );
  expect(texts).toEqual(values);
  expect(order).toEqual(values);
});

test("a mistake of the request is its 400, and the next job is done", async () => {
  const thread = newThread();
  const wrong = { kind: "unmask", texts: ["x"], session: { version: 3 } };
  await expect(thread.run(wrong, never)).rejects.toMatchObject({
    status: 400,
    message: "version of a session: expected 1, found 3",
  });
  expect(await textOf(thread.run(unmask("x"), never))).toBe("x");
});

test("a job that is given up ends, whether it runs or waits, and those behind it are done", async () => {
  const thread = newThread();
  const [first, second] = [new AbortController(), new AbortController()];
  const running = thread.run(slow, first.signal);
  const waiting = thread.run(slow, second.signal);
  const behind = textOf(thread.run(unmask("[PER_1]", claim("PER", "Emma")), never));
  const reasons = [new Error("first"), new Error("second")];
  second.abort(reasons[1]);
  await expect(waiting).rejects.toBe(reasons[1]);
  first.abort(reasons[0]);
  await expect(running).rejects.toBe(reasons[0]);
  expect(await behind).toBe("Emma");
});

test("a job that was given up before it came is not begun", async () => {
  const thread = newThread();
  await expect(thread.run(slow, AbortSignal.abort("over"))).rejects.toBe("over");
  expect(await textOf(thread.run(unmask("x"), never))).toBe("x");
});

test("closing ends what runs", async () => {
  const thread = newThread();
  const running = thread.run(slow, never);
  const ended = expect(running).rejects.toMatchObject({ status: 500 });
  // Once it runs: the thread does one thing after the other, and has begun with this one.
  await new Promise((resolve) => setImmediate(resolve));
  await thread.close();
  await ended;
});
