// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { runJob } from "../../dist/node/cli/batch.js";
import {
  BackendError,
  InternalError,
  OutOfMemoryError,
  TextTooLongError,
  WorkerError,
} from "../../dist/node/index.js";

/** Does a job for three texts, the second of which fails so. */
async function jobWith(error) {
  const lines = [];
  const errors = [];
  async function* items() {
    for (const text of ["a", "b", "c"]) yield { text };
  }
  const work = async (text) => {
    if (text === "b") throw error;
    return text;
  };
  const job = { work, toJson: (text) => ({ text }), toLines: (text) => [text] };
  const terminal = {
    out: { line: async (line) => void lines.push(line) },
    err: { write: (line) => errors.push(line) },
  };
  const status = await runJob(items(), job, false, terminal);
  return { status, lines, errors };
}

test.each([
  ["was too long", new TextTooLongError("too long")],
  ["filled the memory", new OutOfMemoryError("full")],
  ["ended the worker", new WorkerError("ended")],
  ["stopped the core", new InternalError("trap")],
])("a text that %s is named, and the next one is read", async (_, error) => {
  expect(await jobWith(error)).toEqual({
    status: 1,
    lines: ["a", "c"],
    errors: [`xlmr-ner: text 2: ${error.message}\n`],
  });
});

test.each([
  ["of the backend", new BackendError("lost")],
  ["of the program", new TypeError("bug")],
])("an error %s ends the command", async (_, error) => {
  await expect(jobWith(error)).rejects.toBe(error);
});
