// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { HubError, ModelNotFoundError, OfflineError } from "../../dist/wasm/js/base/errors.js";
import { ModelRegistry, workerBytes } from "../../dist/node/server/model_registry.js";
import { turn, until } from "./support.js";

const MB = 1e6;
const { signal } = new AbortController();
const waiting = { waits: true, signal };

let registry;
afterEach(() => registry?.dispose());

/** Models of these sizes of weights, and what happened to them, in order. */
function registryOf(sizes, settings = {}) {
  const log = [];
  const failures = [];
  const load = async (source, { signal: ending, onProgress }) => {
    log.push(`load ${source}`);
    await turn();
    const size = sizes[source];
    if (size instanceof Error) throw size;
    onProgress({ phase: "download", file: "w", loaded: 1, total: size });
    for (const phase of ["read", "ready"]) {
      onProgress({ phase, file: "w", loaded: size, total: size });
      ending.throwIfAborted();
    }
    log.push(`loaded ${source}`);
    const ner = async (texts) => texts.map(() => []);
    return Object.assign(ner, {
      info: () => ({ weights: source }),
      dispose: async () => void log.push(`unload ${source}`),
    });
  };
  registry = new ModelRegistry({
    models: Object.keys(sizes).map((id) => ({ id, source: id })),
    anyHubModel: false,
    load,
    jobs: 1,
    maxBatch: 64,
    maxMemory: 1000 * MB,
    onPass: () => {},
    onFailure: (id, error) => failures.push([id, error.cause?.code ?? error.message]),
    ...settings,
  });
  const use = (id, job = async () => "done") => registry.use(id, waiting, job);
  const states = () => registry.states().map(({ id, state }) => `${id} ${state}`);
  return { log, failures, use, states };
}

const problem = (promise) =>
  promise.then(
    () => "none",
    ({ status, message, body }) => ({ status, message, time: body?.estimated_time }),
  );

/** A job that lasts until `end()`. */
function lasting() {
  let end;
  const over = new Promise((resolve) => (end = resolve));
  return { job: () => over, end };
}

test("a model is loaded once for all that want it at the time", async () => {
  const { log, use, states } = registryOf({ a: MB, b: MB });
  expect(states()).toEqual(["a not loaded", "b not loaded"]);
  expect(await Promise.all([use("a"), use("a"), use("a")])).toEqual(["done", "done", "done"]);
  await use("a");
  expect(log).toEqual(["load a", "loaded a"]);
  expect(states()).toEqual(["a loaded", "b not loaded"]);
});

test("the one that was used least recently makes room for another", async () => {
  const each = workerBytes + 10 * MB;
  const { log, use, states } = registryOf(
    { a: 10 * MB, b: 10 * MB, c: 10 * MB },
    { maxMemory: 2 * each },
  );
  await use("a");
  await use("b");
  await use("a");
  await use("c");
  expect(states()).toEqual(["a loaded", "b not loaded", "c loaded"]);
  // It was not known how large c is until it was being loaded.
  expect(log.slice(-4)).toEqual(["load c", "unload b", "load c", "loaded c"]);
  await use("b");
  expect(states()).toEqual(["a not loaded", "b loaded", "c loaded"]);
  expect(log.slice(-3)).toEqual(["unload a", "load b", "loaded b"]);
});

test("what runs on a model is finished before it is unloaded, and what comes then waits", async () => {
  const { log, use, states } = registryOf({ a: MB, b: MB }, { maxMemory: 1.5 * workerBytes });
  const { job, end } = lasting();
  const running = use("a", job);
  await until(() => states()[0] === "a loaded", "a to be loaded");
  const other = use("b");
  await until(() => states()[0] === "a not loaded", "a to leave");
  const later = use("a");
  await turn();
  expect(log).not.toContain("unload a");
  end("finished");
  expect(await running).toBe("finished");
  expect(await other).toBe("done");
  expect(await later).toBe("done");
  expect(log.filter((line) => line.startsWith("unload"))).toEqual(["unload a", "unload b"]);
});

test("many models that want each other's room all get it", async () => {
  const sizes = Object.fromEntries([..."abcdef"].map((id) => [id, MB]));
  const { use, states } = registryOf(sizes, { maxMemory: 2.5 * workerBytes });
  const ids = Array.from({ length: 60 }, (_, i) => "abcdef"[(i * 7) % 6]);
  const most = [];
  const results = await Promise.all(
    ids.map((id) =>
      use(id, async () => {
        most.push(states().filter((each) => /^. loaded$/.test(each)).length);
        await turn();
        return id;
      }),
    ),
  );
  expect(results).toEqual(ids);
  expect(Math.max(...most)).toBeLessThanOrEqual(2);
});

test("a model that is too large alone is refused, and not loaded a second time", async () => {
  const { log, use, states } = registryOf({ a: 200 * MB, b: MB }, { maxMemory: 100 * MB });
  await use("b");
  const refused = await problem(use("a"));
  expect(refused).toMatchObject({
    status: 403,
    message: "The model a is too large to be loaded automatically (264 MB > 100 MB)",
  });
  expect(await problem(use("a"))).toEqual(refused);
  expect(log).toEqual(["load b", "loaded b", "load a"]);
  expect(states()).toEqual(["a not loaded", "b loaded"]);
});

test("each worker of a model counts", async () => {
  const { use } = registryOf({ a: MB }, { jobs: 2, maxMemory: 100 * MB });
  expect(await problem(use("a"))).toMatchObject({ status: 403 });
});

test("who does not wait is told how long it takes, and the model is loaded", async () => {
  const { log, use, states } = registryOf({ a: MB });
  const hasty = () => problem(registry.use("a", { waits: false, signal }, async () => "done"));
  expect(await hasty()).toEqual({
    status: 503,
    message: "Model a is currently loading",
    time: expect.any(Number),
  });
  await until(() => states()[0] === "a loaded", "a to be loaded");
  expect(await hasty()).toBe("none");
  expect(await use("a")).toBe("done");
  expect(log).toEqual(["load a", "loaded a"]);
});

test("who leaves while a model is loaded does not take it from the others", async () => {
  const { log, use } = registryOf({ a: MB });
  const leaving = new AbortController();
  const left = registry.use("a", { waits: true, signal: leaving.signal }, async () => "done");
  const stays = use("a");
  leaving.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  expect(await stays).toBe("done");
  expect(log).toEqual(["load a", "loaded a"]);
});

test.each([
  ["is not there", new ModelNotFoundError("no /home/me"), 404, "Model a does not exist"],
  ["is gated", new HubError("no", { status: 403 }), 403, /gated or private/],
  ["cannot be fetched", new OfflineError("no /home/me"), 502, /could not be fetched \(offline\)/],
  ["is damaged", new HubError("no", { status: 500 }), 502, /could not be fetched \(hub\)/],
])(
  "a model that %s has its status, and no folder in its message",
  async (_, error, status, message) => {
    const sizes = { a: error };
    const { failures, use, states } = registryOf(sizes);
    const [one, two] = await Promise.all([problem(use("a")), problem(use("a"))]);
    expect(one.status).toBe(status);
    expect(one.message).toMatch(message);
    expect(one.message).not.toContain("/home");
    expect(two).toEqual(one);
    expect(failures).toEqual([["a", error.code]]);
    expect(states()).toEqual(["a not loaded"]);
    sizes.a = MB; // it is mended
    expect(await use("a")).toBe("done");
  },
);

test("other ids are models of the hub where that is allowed, and never folders", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-served-"));
  const before = process.cwd();
  const { use, log } = registryOf({ a: MB });
  expect(await problem(use("owner/name"))).toMatchObject({ status: 404 });
  const sizes = { "owner/name": MB, "owner/gone": new ModelNotFoundError("gone") };
  const open = registryOf(sizes, { models: [], anyHubModel: true });
  try {
    process.chdir(path.dirname(folder));
    const name = path.basename(folder);
    for (const id of [name, "../etc", "/etc", "a/b/c", ".", "", "a\0b", "https://example.org/m"]) {
      expect(await problem(open.use(id))).toMatchObject({ status: 404 });
    }
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
  expect(await open.use("owner/name")).toBe("done");
  expect(await problem(open.use("owner/gone"))).toMatchObject({ status: 404 });
  expect(open.states()).toEqual(["owner/name loaded"]); // of one that is not there nothing is kept
  expect([...log, ...open.log]).toEqual([
    "load owner/name",
    "loaded owner/name",
    "load owner/gone",
  ]);
});

test("the end unloads all, also what is being loaded or waits for room", async () => {
  const { log, use } = registryOf({ a: MB, b: MB, c: MB }, { maxMemory: 1.5 * workerBytes });
  await use("a");
  const { job, end } = lasting();
  const running = use("a", job);
  const loading = problem(use("b"));
  await turn();
  await registry.dispose();
  expect(await loading).toMatchObject({ message: "The server is shutting down" });
  end();
  await running;
  expect(log.filter((line) => line === "unload a")).toHaveLength(1);
  expect(log).not.toContain("loaded b");
});
