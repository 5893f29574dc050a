// SPDX-License-Identifier: Apache-2.0

import { Worker } from "node:worker_threads";

import { describe, expect, jest, test } from "@jest/globals";

import { spawnWorker } from "../../dist/node/spawn.js";
import { Client } from "#js/rpc/client.js";

/** A port whose other end is the test. */
function fakePort() {
  const port = {
    sent: [],
    terminated: 0,
    alive: undefined,
    post: (request) => port.sent.push(request),
    listen: (onResponse, onFailure) => Object.assign(port, { onResponse, onFailure }),
    keepAlive: (needed) => (port.alive = needed),
    terminate: async () => void port.terminated++,
  };
  return port;
}

const call = (client, options) => client.call("classify", { texts: ["a"] }, options);
const codeOf = (promise) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  );

describe("a client", () => {
  test("gives each answer to its own call, in whatever order answers come", async () => {
    const port = fakePort();
    const client = new Client(port);
    const [first, second] = [call(client), call(client)];
    port.onResponse({ type: "result", id: 2, value: "b" });
    port.onResponse({ type: "result", id: 1, value: "a" });
    expect(await Promise.all([first, second])).toEqual(["a", "b"]);
  });

  test("rejects with the typed error that the worker sent", async () => {
    const port = fakePort();
    const pending = call(new Client(port));
    port.onResponse({ type: "error", id: 1, error: { code: "backend", message: "no" } });
    await expect(pending).rejects.toMatchObject({ name: "BackendError", message: "no" });
  });

  test("keeps the process alive only while an answer is owed", async () => {
    const port = fakePort();
    const client = new Client(port);
    expect(port.alive).toBe(false);
    const pending = [call(client), call(client)];
    expect(port.alive).toBe(true);
    port.onResponse({ type: "result", id: 1, value: 0 });
    await pending[0];
    expect(port.alive).toBe(true);
    port.onResponse({ type: "result", id: 2, value: 0 });
    await pending[1];
    expect(port.alive).toBe(false);
  });

  test("rejects an aborted call at once with the reason, tells the worker, and drops its answer", async () => {
    const port = fakePort();
    const client = new Client(port);
    const controller = new AbortController();
    const [aborted, other] = [call(client, { signal: controller.signal }), call(client)];
    controller.abort("enough");
    await expect(aborted).rejects.toBe("enough");
    expect(port.sent.at(-1)).toEqual({ type: "cancel", id: 1 });
    port.onResponse({ type: "result", id: 1, value: "late" });
    port.onResponse({ type: "result", id: 2, value: "b" });
    expect(await other).toBe("b");
  });

  test("sends nothing for a signal that is aborted already", async () => {
    const port = fakePort();
    await expect(call(new Client(port), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(port.sent).toEqual([]);
  });

  test("leaves no listener on a signal after the answer", async () => {
    const port = fakePort();
    const { signal } = new AbortController();
    const remove = jest.spyOn(signal, "removeEventListener");
    const pending = call(new Client(port), { signal });
    port.onResponse({ type: "result", id: 1, value: 0 });
    await pending;
    expect(remove).toHaveBeenCalledTimes(1);
  });

  test("fails only the call whose progress callback throws", async () => {
    const port = fakePort();
    const client = new Client(port);
    const bug = new Error("bug of the caller");
    const failing = call(client, {
      onProgress: () => {
        throw bug;
      },
    });
    const other = call(client);
    port.onResponse({ type: "progress", id: 1, progress: {} });
    port.onResponse({ type: "result", id: 2, value: "b" });
    await expect(failing).rejects.toBe(bug);
    expect(await other).toBe("b");
  });

  test("rejects a call that cannot be sent", async () => {
    const port = fakePort();
    port.post = () => {
      throw new Error("cannot be cloned");
    };
    await expect(call(new Client(port))).rejects.toThrow("cannot be cloned");
    expect(port.alive).toBe(false);
  });

  test("rejects what is pending and what comes later when it is disposed", async () => {
    const port = fakePort();
    const client = new Client(port);
    const pending = [call(client), call(client)].map(codeOf);
    await Promise.all([client.dispose(), client.dispose()]);
    expect(port.terminated).toBe(1);
    expect(await Promise.all([...pending, codeOf(call(client))])).toEqual(
      Array(3).fill("disposed"),
    );
  });

  test("rejects what is pending and what comes later when the worker fails", async () => {
    const port = fakePort();
    const client = new Client(port);
    const pending = [call(client), call(client)].map(codeOf);
    port.onFailure(new Error("trap"));
    expect(await Promise.all([...pending, codeOf(call(client))])).toEqual(
      Array(3).fill("worker_crashed"),
    );
    await expect(call(client)).rejects.toThrow("the worker stopped: trap");
    await client.dispose();
    expect(port.terminated).toBe(1);
  });
});

test("a worker's last word rejects the call at fault with its error, and the others with the end", async () => {
  const port = fakePort();
  const client = new Client(port);
  const pending = [call(client), call(client), call(client)].map(codeOf);
  port.onResponse({ type: "stopped", id: 2, error: { code: "out_of_memory", message: "full" } });
  expect(await Promise.all(pending)).toEqual(["worker_crashed", "out_of_memory", "worker_crashed"]);
  expect(client.isOver).toBe(true);
  expect(port.terminated).toBe(1);
  await expect(call(client)).rejects.toThrow("the worker stopped: full");
});

/** A real thread that does what the code says when a message comes. */
function evilPort(code) {
  const worker = new Worker(
    `require('node:worker_threads').parentPort.on('message', () => {${code}})`,
    {
      eval: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 16 },
    },
  );
  return {
    post: (request) => worker.postMessage(request),
    listen: (onResponse, onFailure) => {
      worker.on("message", onResponse);
      worker.on("error", onFailure);
      worker.on("exit", (exitCode) => onFailure(`it exited with code ${exitCode}`));
    },
    keepAlive: () => {},
    terminate: () => worker.terminate(),
  };
}

test.each([
  ["exits", "process.exit(3)"],
  ["throws", 'throw new Error("boom")'],
  ["rejects a promise", 'Promise.reject(new Error("boom"))'],
  ["runs out of memory", "const hog = []; for (;;) hog.push(new Array(1e4).fill(hog.length))"],
])("every call of a worker that %s is settled", async (_, code) => {
  const client = new Client(evilPort(code));
  const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(call(client))));
  expect(new Set(codes)).toEqual(new Set(["worker_crashed"]));
  await client.dispose();
});

test("every call of a worker that is terminated from outside is settled", async () => {
  const port = spawnWorker({});
  const client = new Client(port);
  const pending = Array.from({ length: 50 }, () => codeOf(call(client)));
  await port.terminate();
  expect(new Set(await Promise.all(pending))).toEqual(new Set(["worker_crashed"]));
});
