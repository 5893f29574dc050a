// SPDX-License-Identifier: Apache-2.0

import { Writable } from "node:stream";

import { expect, test } from "@jest/globals";

import { Output } from "../../dist/node/cli/output.js";
import { turn } from "./support.js";

/** A stream that takes a byte at a time, and tells when it is done with what it took. */
function slowStream() {
  const waiting = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (bytes, _, done) => waiting.push({ text: bytes.toString(), done }),
  });
  return { stream, waiting };
}

/** Whether a promise is settled by now. */
const isSettled = async (promise) => {
  let settled = false;
  promise.finally(() => (settled = true)).catch(() => {});
  await turn();
  return settled;
};

test("a line waits until the stream has taken it", async () => {
  const { stream, waiting } = slowStream();
  const out = new Output(stream);
  const first = out.line("one");
  expect(await isSettled(first)).toBe(false);
  expect(waiting.map(({ text }) => text)).toEqual(["one\n"]);
  waiting[0].done();
  await first;
  expect(stream.writableLength).toBe(0);
});

test("what waits for a stream that fails is told why", async () => {
  const { stream, waiting } = slowStream();
  const out = new Output(stream);
  const first = out.line("one");
  const error = Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC" });
  waiting[0].done(error);
  await expect(first).rejects.toThrow();
  expect(out.closed.reason).toBe(error);
  expect(out.problem).toBe("expected to write to standard output, found no space left on device");
  await expect(out.line("two")).rejects.toBe(error);
  await out.end();
});

test("a reader that went away is no problem", async () => {
  const { stream, waiting } = slowStream();
  const out = new Output(stream);
  const first = out.line("one");
  waiting[0].done(Object.assign(new Error("EPIPE"), { code: "EPIPE" }));
  await expect(first).rejects.toThrow();
  expect(out).toMatchObject({ isPipeClosed: true, problem: undefined });
});

test("the end waits for the last line", async () => {
  const { stream, waiting } = slowStream();
  const out = new Output(stream);
  const line = out.line("one");
  const end = out.end();
  expect(await isSettled(end)).toBe(false);
  waiting[0].done();
  await line;
  await turn();
  waiting[1].done();
  await end;
});
