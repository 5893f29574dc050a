// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

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

/** What comes of three texts, the second of which fails so. */
const outcomesWith = (error) =>
  listed(
    outcomes(records(), async ({ text }) => {
      if (text === "b") throw error;
      return text;
    }),
  );

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
  const found = await listed(outcomes(some(), async ({ text }) => text));
  expect(found).toEqual([{ record: bad }, "a", "b", "c"]);
});

test("no record is read before the one before it was taken", async () => {
  const read = [];
  async function* some() {
    for await (const record of records()) {
      read.push(record.text);
      yield record;
    }
  }
  const all = outcomes(some(), async ({ text }) => text);
  await all.next();
  await all.next();
  expect(read).toEqual(["a", "b"]);
  await all.return();
});

test("what was begun when it is stopped is finished, and nothing else is begun", async () => {
  const stop = new AbortController();
  const work = async ({ text }) => {
    if (text === "b") stop.abort();
    return text;
  };
  expect(await listed(outcomes(records(), work, stop.signal))).toEqual(["a", "b"]);
});

test("a read that the stop ends is an end, another error is none", async () => {
  const stopped = (error) => {
    const stop = new AbortController();
    async function* waiting() {
      yield* records();
      stop.abort();
      throw error;
    }
    return listed(outcomes(waiting(), async ({ text }) => text, stop.signal));
  };
  expect(await stopped(new DOMException("stopped", "AbortError"))).toEqual(["a", "b", "c"]);
  const error = new Error("disk");
  await expect(stopped(error)).rejects.toBe(error);
});
