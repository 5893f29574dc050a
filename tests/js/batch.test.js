// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { outcomes } from "../../dist/node/cli/batch.js";
import {
  BackendError,
  InternalError,
  OutOfMemoryError,
  TextTooLongError,
  WorkerError,
} from "../../dist/node/index.js";

async function* records() {
  for (const text of ["a", "b", "c"]) yield { id: text, text, members: [], place: `line ${text}` };
}

async function listed(iterable) {
  const all = [];
  for await (const each of iterable) all.push(each);
  return all;
}

/** A worker by what it makes of one record. */
const workerOf = (one) => ({ one, many: (some) => Promise.all(some.map(one)) });

/** What comes of three texts, the second of which fails so. */
const outcomesWith = (error) =>
  listed(
    outcomes(records(), [
      workerOf(async ({ text }) => {
        if (text === "b") throw error;
        return text;
      }),
    ]),
  );

/** Records without an end, and how many of them were read. */
function endless() {
  const source = {
    read: 0,
    async *[Symbol.asyncIterator]() {
      for (;;) yield { id: "", text: String(source.read++), members: [] };
    },
  };
  return source;
}

/** Lets all that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  ["was too long", new TextTooLongError("too long")],
  ["filled the memory", new OutOfMemoryError("full")],
  ["ended the worker", new WorkerError("ended")],
  ["stopped the core", new InternalError("trap")],
])("a text that %s is named, and the next one is read", async (_, error) => {
  const failure = { code: error.code, message: `line b: ${error.message}` };
  expect(await outcomesWith(error)).toEqual([
    "a",
    { record: { id: "b", text: "b", members: [], place: "line b", error: failure } },
    "c",
  ]);
});

test.each([
  ["of the backend", new BackendError("lost")],
  ["of the program", new TypeError("bug")],
])("an error %s ends the command", async (_, error) => {
  await expect(outcomesWith(error)).rejects.toBe(error);
});

test("a record that is bad is not worked on, and stands in its place", async () => {
  const bad = { id: "1", error: { code: "invalid_record", message: "expected" } };
  async function* some() {
    yield bad;
    yield* records();
  }
  const found = await listed(outcomes(some(), [workerOf(async ({ text }) => text)]));
  expect(found).toEqual([{ record: bad }, "a", "b", "c"]);
});

test("results have the records' order, whichever worker is faster", async () => {
  async function* some() {
    for (let i = 0; i < 1000; ++i) yield { id: "", text: String(i), members: [] };
  }
  const sizes = [];
  const worker = (ticks) => {
    const wait = async () => {
      for (let i = 0; i < ticks; ++i) await settle();
    };
    const many = async (records) => {
      sizes.push(records.length);
      await wait();
      return records.map(({ text }) => text);
    };
    return { many, one: async ({ text }) => (await wait(), text) };
  };
  const found = await listed(outcomes(some(), [worker(1), worker(7), worker(3)]));
  expect(found).toEqual(Array.from({ length: 1000 }, (_, i) => String(i)));
  expect(Math.max(...sizes)).toBe(64);
});

test("who takes no results reads no more than two batches a worker and one", async () => {
  const source = endless();
  const all = outcomes(source, [workerOf(async ({ text }) => text)]);
  expect((await all.next()).value).toBe("0");
  for (let i = 0; i < 20; ++i) await settle();
  const { read } = source;
  expect(read).toBeLessThanOrEqual(4 * 64);
  for (let i = 0; i < 20; ++i) await settle();
  expect(source.read).toBe(read);
  await all.return();
});

test("a record has its result before the next comes, also where another worker waits", async () => {
  let go;
  async function* some() {
    yield { id: "", text: "a", members: [] };
    await new Promise((resolve) => (go = resolve));
    yield { id: "", text: "b", members: [] };
  }
  const worker = workerOf(async ({ text }) => text);
  const all = outcomes(some(), [worker, { ...worker }]);
  expect((await all.next()).value).toBe("a");
  go();
  expect((await all.next()).value).toBe("b");
  expect((await all.next()).done).toBe(true);
});

test("what a later batch fails with is thrown after the results before it", async () => {
  async function* some() {
    for (let i = 0; i < 200; ++i) yield { id: "", text: String(i), members: [] };
  }
  const error = new BackendError("lost");
  const worker = workerOf(async ({ text }) => {
    if (text === "150") throw error;
    return text;
  });
  const found = [];
  const reading = (async () => {
    for await (const each of outcomes(some(), [worker, { ...worker }])) found.push(each);
  })();
  await expect(reading).rejects.toBe(error);
  expect(found).toEqual(Array.from({ length: found.length }, (_, i) => String(i)));
  expect(found.length).toBeGreaterThan(64);
});

test("what was begun when it is stopped is finished, and nothing else is begun", async () => {
  const stop = new AbortController();
  const source = endless();
  const worker = workerOf(async ({ text }) => {
    if (text === "70") stop.abort();
    return text;
  });
  const found = await listed(outcomes(source, [worker], stop.signal));
  // Whole batches, the one that was begun the last.
  expect(found).toEqual(Array.from({ length: found.length }, (_, i) => String(i)));
  expect(found).toContain("70");
  expect(found.length).toBeLessThan(70 + 64);
});

test("records that were read when it is stopped, and wait for a worker, are not begun", async () => {
  const stop = new AbortController();
  const begun = [];
  let begunBefore;
  const worker = workerOf(async ({ text }) => {
    begun.push(text);
    for (let i = 0; i < 20; ++i) await settle(); // the next batch is read meanwhile
    if (!stop.signal.aborted) begunBefore = begun.length;
    stop.abort();
    return text;
  });
  const found = await listed(outcomes(endless(), [worker], stop.signal));
  expect(found).toEqual(begun);
  expect(begun).toHaveLength(begunBefore);
});

test("a read that the stop ends is an end, another error is none", async () => {
  const stopped = (error) => {
    const stop = new AbortController();
    async function* waiting() {
      yield* records();
      for (let i = 0; i < 20; ++i) await settle(); // all of them are done
      stop.abort();
      throw error;
    }
    const worker = workerOf(async ({ text }) => text);
    return listed(outcomes(waiting(), [worker], stop.signal));
  };
  expect(await stopped(new DOMException("stopped", "AbortError"))).toEqual(["a", "b", "c"]);
  const error = new Error("disk");
  await expect(stopped(error)).rejects.toBe(error);
});

describe("more workers", () => {
  const listedWith = (source, one, another) =>
    listed(outcomes(source, [workerOf(one)], undefined, another));
  const text = async (record) => record.text;
  async function* some(count) {
    for (let i = 0; i < count; ++i) yield { id: "", text: String(i), members: [] };
  }
  const all = (count) => Array.from({ length: count }, (_, i) => String(i));

  test("are not asked for where one can do all", async () => {
    const another = () => Promise.reject(new Error("asked"));
    expect(await listedWith(some(1), text, another)).toEqual(["0"]);
    async function* slowly() {
      for await (const record of some(5)) {
        yield record;
        for (let i = 0; i < 20; ++i) await settle(); // it is done
      }
    }
    expect(await listedWith(slowly(), text, another)).toEqual(all(5));
  });

  test("are asked for one after the other while a batch waits, and work", async () => {
    const waiting = []; // how many wait for each worker to be made
    let busy = 0;
    const slow = async (record) => {
      busy++;
      for (let i = 0; i < 10; ++i) await settle();
      busy--;
      return record.text;
    };
    let made = 1;
    let most = 0;
    const another = async () => {
      waiting.push(busy);
      if (made === 4) return undefined;
      await settle();
      made++;
      return workerOf((record) => {
        most = Math.max(most, busy);
        return slow(record);
      });
    };
    expect(await listedWith(some(1000), slow, another)).toEqual(all(1000));
    expect(waiting).toHaveLength(4); // the last time there was none
    expect(Math.min(...waiting)).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(2 * 64);
  });

  test("that come too late for anything are not waited for", async () => {
    const another = () => new Promise(() => {});
    expect(await listedWith(some(200), text, another)).toEqual(all(200));
  });

  test("that cannot be made end it, where that is thrown", async () => {
    const error = new BackendError("lost");
    const never = () => new Promise(() => {});
    await expect(listedWith(some(200), never, () => Promise.reject(error))).rejects.toBe(error);
  });
});
