// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import * as errors from "#js/base/errors.js";
import { buffersOf, fromErrorData, toErrorData } from "#js/rpc/protocol.js";

const { NerError, errorOf, hasCode, isNerError, ...classes } = errors;

test.each(Object.entries(classes))(
  "%s keeps class, code, message and cause on its way",
  (name, Class) => {
    const sent = new Class("expected a, found b", { cause: new Error("the disk") });
    const received = fromErrorData(structuredClone(toErrorData(sent)));
    expect(received).toBeInstanceOf(Class);
    expect(received).toBeInstanceOf(NerError);
    expect(received.name).toBe(name);
    expect(received.code).toBe(sent.code);
    expect(received.message).toBe("expected a, found b");
    expect(received.cause).toBe("Error: the disk");
    expect(received.stack).toBe(sent.stack);
  },
);

test("an error of another bundle's class is told by its code", async () => {
  const bundle = await import("#js/base/errors.js?bundle");
  const sent = new bundle.BackendError("the device was lost");
  expect(sent).not.toBeInstanceOf(NerError);
  expect([hasCode(sent, "backend"), hasCode(sent, "asset"), isNerError(sent)]).toEqual([
    ...[true, false, true],
  ]);
  expect(fromErrorData(toErrorData(sent))).toBeInstanceOf(classes.BackendError);
  const other = Object.assign(new Error("no such file"), { code: "ENOENT" });
  expect(isNerError(other)).toBe(false);
});

test("any other thrown value arrives as an internal error", () => {
  for (const thrown of [new RangeError("bad"), "text", undefined, { a: 1 }]) {
    const received = fromErrorData(structuredClone(toErrorData(thrown)));
    expect(received.code).toBe("internal");
    expect(received.message).toBe(String(thrown));
  }
});

test("codes are all different", () => {
  const codes = Object.values(classes).map((Class) => new Class("").code);
  expect(new Set(codes).size).toBe(codes.length);
});

test("an unknown code of the core becomes an internal error that keeps it", () => {
  expect(errorOf("not_loaded", "expected loadConfig() first")).toMatchObject({
    code: "internal",
    message: "not_loaded: expected loadConfig() first",
  });
  expect(errorOf("constructor", "x").code).toBe("internal");
});

test("only an answer's own arrays move", () => {
  const answer = (value) => buffersOf({ type: "result", id: 1, value });
  const ids = Int32Array.of(0, 2);
  expect(answer({ ids, ends: Uint32Array.of(2), threads: 1 })).toHaveLength(2);
  expect(answer({ ids })[0]).toBe(ids.buffer);
  expect(answer(["<s>"])).toEqual([]);
  expect(buffersOf({ type: "progress", id: 1, progress: { phase: "ready" } })).toEqual([]);
});
