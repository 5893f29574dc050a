// SPDX-License-Identifier: Apache-2.0
// What a stream reads and calls, in the order in which texts come.
import { expect, test } from "@jest/globals";

import { streamResults } from "../../dist/wasm/js/client/stream.js";

/** Calls whose answers wait until the test lets them go, and what they were made with. */
function slowCalls() {
  const made = [];
  const answer = (input, result) =>
    new Promise((resolve) => made.push({ input, answer: () => resolve(result) }));
  return {
    made,
    calls: {
      one: (text) => answer(text, text.length),
      list: (texts) =>
        answer(
          texts,
          texts.map((text) => text.length),
        ),
    },
  };
}

/** Lets all that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A source that gives what is pushed, and tells what became of it. */
function pushed() {
  const waiting = [];
  const values = [];
  const source = {
    asked: 0,
    isClosed: false,
    push(value) {
      values.push(value);
      waiting.shift()?.({ done: false, value: values.shift() });
    },
    next() {
      ++source.asked;
      if (values.length > 0) return Promise.resolve({ done: false, value: values.shift() });
      return new Promise((resolve) => waiting.push(resolve));
    },
    return() {
      source.isClosed = true;
      return Promise.resolve({ done: true });
    },
    [Symbol.asyncIterator]: () => source,
  };
  return source;
}

test("what comes while a call runs goes into the next together", async () => {
  const { made, calls } = slowCalls();
  const source = pushed();
  const stream = streamResults(source, calls);
  const first = stream.next();
  source.push("a");
  await settle();
  expect(made.map(({ input }) => input)).toEqual(["a"]);
  for (const text of ["bb", "ccc", "dddd"]) source.push(text);
  await settle();
  made[0].answer();
  expect(await first).toEqual({ done: false, value: 1 });
  const second = stream.next();
  await settle();
  expect(made[1].input).toEqual(["bb", "ccc", "dddd"]);
  made[1].answer();
  expect(
    [await second, await stream.next(), await stream.next()].map(({ value }) => value),
  ).toEqual([2, 3, 4]);
  await stream.return();
});

test("a source without an end is read 64 texts ahead, and a long text ends a call", async () => {
  const { made, calls } = slowCalls();
  let given = 0;
  function* endless() {
    for (;;) yield String(++given);
  }
  const stream = streamResults(endless(), calls);
  void stream.next();
  await settle();
  const before = [made[0].input].flat().length;
  expect(given).toBeLessThanOrEqual(before + 64);
  made[0].answer();
  for (let i = 0; i < before; ++i) void stream.next();
  await settle();
  expect(made[1].input).toHaveLength(64);

  const long = slowCalls();
  const texts = ["x".repeat(2 ** 17), "a", "y".repeat(2 ** 17), "b"];
  const source = pushed();
  const some = streamResults(source, long.calls);
  void some.next();
  source.push("first");
  await settle();
  for (const text of texts) source.push(text);
  await settle();
  long.made[0].answer();
  void some.next();
  await settle();
  expect(long.made[1].input).toBe(texts[0]);
});

test("an error of one text is thrown in its place", async () => {
  const stream = streamResults(["a", "b", "bad", "c"], {
    one: (text) => (text === "bad" ? Promise.reject(new Error("too bad")) : Promise.resolve(text)),
    list: (texts) =>
      texts.includes("bad") ? Promise.reject(new Error("bad list")) : Promise.resolve(texts),
  });
  expect((await stream.next()).value).toBe("a");
  expect((await stream.next()).value).toBe("b");
  await expect(stream.next()).rejects.toThrow("too bad");
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test("an error of the source is thrown after the results of what it gave", async () => {
  function* texts() {
    yield "a";
    yield "b";
    throw new Error("the file ends here");
  }
  const calls = { one: (text) => Promise.resolve(text), list: (some) => Promise.resolve(some) };
  const stream = streamResults(texts(), calls);
  expect((await stream.next()).value).toBe("a");
  expect((await stream.next()).value).toBe("b");
  await expect(stream.next()).rejects.toThrow("the file ends here");
});

test("who stops reading closes the source, and does not wait for one that gives nothing", async () => {
  const calls = { one: (text) => Promise.resolve(text), list: (some) => Promise.resolve(some) };
  let isClosed = false;
  function* texts() {
    try {
      for (;;) yield "a";
    } finally {
      isClosed = true;
    }
  }
  for await (const result of streamResults(texts(), calls)) {
    expect(result).toBe("a");
    break;
  }
  expect(isClosed).toBe(true);

  const source = pushed();
  source.push("a");
  for await (const result of streamResults(source, calls)) {
    expect(result).toBe("a");
    expect(source.asked).toBe(2); // it is being waited for
    break;
  }
  expect(source.isClosed).toBe(true);
});

test("promises in a list are waited for", async () => {
  const calls = { one: (text) => Promise.resolve(text), list: (some) => Promise.resolve(some) };
  const results = [];
  for await (const result of streamResults([Promise.resolve("a"), "b"], calls))
    results.push(result);
  expect(results).toEqual(["a", "b"]);
});
