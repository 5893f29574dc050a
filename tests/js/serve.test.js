// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { InternalError, OutOfMemoryError } from "#js/base/errors.js";
import { serve } from "#js/rpc/serve.js";
import { turn } from "./support.js";

/** A server whose client is the test: `request` sends, `sent` is what came back. */
function start(handlers) {
  const sent = [];
  let request;
  serve(
    { post: (response) => sent.push(response), listen: (onRequest) => (request = onRequest) },
    { ...running, ...handlers },
  );
  return { sent, request };
}

/** An engine that never stops. */
const running = { isStopped: () => false, onStopped: () => {} };

/** Handlers whose engine stops when `stop` is called, and says why when `tell` is. */
function stopping(handlers) {
  const engine = { isStopped: () => engine.stopped, onStopped: (tell) => (engine.tell = tell) };
  return Object.assign(engine, { stopped: false, stop: () => (engine.stopped = true) }, handlers);
}

test("calls are answered one after another, in order", async () => {
  const log = [];
  let finish;
  const works = { slow: new Promise((resolve) => (finish = resolve)), quick: undefined };
  const { sent, request } = start({
    async classify({ name }) {
      log.push(`start ${name}`);
      await works[name];
      log.push(`end ${name}`);
      return name;
    },
  });
  request({ type: "call", id: 1, method: "classify", params: { name: "slow" } });
  request({ type: "call", id: 2, method: "classify", params: { name: "quick" } });
  await turn();
  expect({ log, sent }).toEqual({ log: ["start slow"], sent: [] });
  finish();
  await turn();
  expect(log).toEqual(["start slow", "end slow", "start quick", "end quick"]);
  expect(sent).toEqual([
    { type: "result", id: 1, value: "slow" },
    { type: "result", id: 2, value: "quick" },
  ]);
});

test("a call that fails does not stop the next", async () => {
  const { sent, request } = start({
    async classify({ fail }) {
      if (fail) throw new TypeError("no");
      return "yes";
    },
  });
  request({ type: "call", id: 1, method: "classify", params: { fail: true } });
  request({ type: "call", id: 2, method: "classify", params: { fail: false } });
  request({ type: "call", id: 3, method: "unknown", params: {} });
  await turn();
  expect(sent.map(({ type, id }) => `${id} ${type}`)).toEqual(["1 error", "2 result", "3 error"]);
});

test("a result that cannot be posted is an error, and the next call is answered", async () => {
  const sent = [];
  let request;
  const post = (response) => {
    if (response.type === "result" && response.value === "lost") throw new TypeError("no clone");
    sent.push(response);
  };
  const handlers = { ...running, classify: ({ name }) => name };
  serve({ post, listen: (onRequest) => (request = onRequest) }, handlers);
  request({ type: "call", id: 1, method: "classify", params: { name: "lost" } });
  request({ type: "call", id: 2, method: "classify", params: { name: "found" } });
  await turn();
  expect(sent).toEqual([
    { type: "error", id: 1, error: expect.objectContaining({ message: expect.any(String) }) },
    { type: "result", id: 2, value: "found" },
  ]);
});

test("a cancel reaches the running call, and one that waits does not start", async () => {
  const started = [];
  const { sent, request } = start({
    async classify({ name }, { signal }) {
      started.push(name);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      signal.throwIfAborted();
    },
  });
  request({ type: "call", id: 1, method: "classify", params: { name: "a" } });
  request({ type: "call", id: 2, method: "classify", params: { name: "b" } });
  await turn();
  request({ type: "cancel", id: 2 });
  request({ type: "cancel", id: 1 });
  request({ type: "cancel", id: 99 });
  await turn();
  expect(started).toEqual(["a"]);
  expect(sent.map(({ type, id }) => `${id} ${type}`)).toEqual(["1 error", "2 error"]);
});

test("progress carries the id of its call", async () => {
  const { sent, request } = start({
    async loadClassifier(_, { onProgress }) {
      onProgress({ loaded: 1 });
      return "info";
    },
  });
  request({ type: "call", id: 7, method: "loadClassifier", params: {} });
  await turn();
  expect(sent).toEqual([
    { type: "progress", id: 7, progress: { loaded: 1 } },
    { type: "result", id: 7, value: "info" },
  ]);
});

test("a call during which the engine stops is answered by that alone, and none is begun after it", async () => {
  const begun = [];
  const engine = stopping({
    async classify({ name }) {
      begun.push(name);
      if (name === "trap") {
        engine.stop();
        throw new Error("what the call itself saw");
      }
      return name;
    },
  });
  const { sent, request } = start(engine);
  request({ type: "call", id: 1, method: "classify", params: { name: "before" } });
  request({ type: "call", id: 2, method: "classify", params: { name: "trap" } });
  request({ type: "call", id: 3, method: "classify", params: { name: "after" } });
  await turn();
  expect(begun).toEqual(["before", "trap"]);
  expect(sent).toEqual([{ type: "result", id: 1, value: "before" }]);
  engine.tell(new OutOfMemoryError("full"));
  expect(sent.slice(1)).toEqual([
    { type: "stopped", id: 2, error: expect.objectContaining({ code: "out_of_memory" }) },
  ]);
});

test("an engine that stops between two calls says so at once", async () => {
  const engine = stopping({ classify: ({ name }) => name });
  const { sent, request } = start(engine);
  request({ type: "call", id: 1, method: "classify", params: { name: "a" } });
  await turn();
  engine.stop();
  engine.tell(new InternalError("trap"));
  expect(sent[1]).toMatchObject({ type: "stopped", id: 0, error: { code: "internal" } });
});
