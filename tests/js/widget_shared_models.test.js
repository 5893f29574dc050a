// SPDX-License-Identifier: Apache-2.0
// Elements of a page that want the same share one model, with the real pipeline and with one that fails.

import { expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { fromSource } from "./from_source.js";
import { sentence, tiny, turn } from "./support.js";

const { SharedModels } = await fromSource("web/element/shared_models.ts");
const { Loader } = await fromSource("web/element/loader.ts");

/** The real pipeline, counted. */
function counted(options = {}) {
  const calls = [];
  const load = (task, model, given) => {
    calls.push(given);
    return pipeline(task, model, given);
  };
  return { wanted: { pipeline: load, model: tiny, options }, calls };
}
const nothing = () => {};

test("two loaders have one worker, which ends with the second", async () => {
  const models = new SharedModels();
  const { wanted, calls } = counted({ threads: 1 });
  const [a, b] = [new Loader(models), new Loader(models)];
  // Each has options of its own that say the same.
  const other = { ...wanted, options: { threads: 1, progress_callback: nothing } };
  const [first, second] = await Promise.all([
    a.load(wanted, undefined, nothing),
    b.load(other, undefined, nothing),
  ]);
  expect(first).toBe(second);
  expect(calls).toHaveLength(1);
  a.dispose(new Error("gone"));
  expect((await second(sentence)).length).toBeGreaterThan(0);
  b.dispose(new Error("gone"));
  await expect(second(sentence)).rejects.toMatchObject({ code: "disposed" });
});

test.each([
  ["another model", { model: `${tiny}/` }],
  ["other options", { options: { threads: 1 } }],
  ["another pipeline", { pipeline: (...args) => pipeline(...args) }],
])("%s is a worker of its own", async (_, change) => {
  const models = new SharedModels();
  const { wanted } = counted();
  const [a, b] = [new Loader(models), new Loader(models)];
  const first = await a.load(wanted, undefined, nothing);
  const second = await b.load({ ...wanted, ...change }, undefined, nothing);
  expect(first).not.toBe(second);
  a.dispose(new Error("gone"));
  expect((await second(sentence)).length).toBeGreaterThan(0);
  b.dispose(new Error("gone"));
});

test("each is told of progress, whoever joins of how far it is", async () => {
  const models = new SharedModels();
  let tell;
  const wanted = {
    pipeline: (task, model, { progress_callback }) => {
      tell = progress_callback;
      return new Promise(() => {});
    },
    model: "owner/name",
    options: {},
  };
  const seen = [[], [], []];
  const own = { ...wanted, options: { progress_callback: (each) => seen[2].push(each) } };
  models.lease(own, (each) => seen[0].push(each));
  tell("first");
  const joined = models.lease(wanted, (each) => seen[1].push(each));
  tell("second");
  expect(seen).toEqual([
    ["first", "second"],
    ["first", "second"],
    ["first", "second"],
  ]);
  joined.release();
  tell("third");
  expect(seen[1]).toHaveLength(2);
});

test("progress that is told before the pipeline has returned is not lost", () => {
  const wanted = {
    pipeline: (task, model, { progress_callback }) => {
      progress_callback("at once");
      return new Promise(() => {});
    },
    model: undefined,
    options: {},
  };
  const seen = [];
  new SharedModels().lease(wanted, (each) => seen.push(each));
  expect(seen).toEqual(["at once"]);
});

test("a load that fails is told to all and kept for none", async () => {
  const models = new SharedModels();
  let loads = 0;
  const wanted = {
    pipeline: () => Promise.reject(new Error(`failed ${++loads}`)),
    model: undefined,
    options: {},
  };
  const [a, b] = [new Loader(models), new Loader(models)];
  const both = [a, b].map((each) => each.load(wanted, undefined, nothing));
  await expect(both[0]).rejects.toThrow("failed 1");
  await expect(both[1]).rejects.toThrow("failed 1");
  await expect(b.load(wanted, undefined, nothing)).rejects.toThrow("failed 2");
});

test("one that gives up ends its own waiting, the last one the loading", async () => {
  const models = new SharedModels();
  const signals = [];
  const wanted = {
    pipeline: (task, model, { signal }) => {
      signals.push(signal);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    },
    model: undefined,
    options: {},
  };
  const [a, b] = [new Loader(models), new Loader(models)];
  const [first, second] = [a, b].map((each) => each.load(wanted, undefined, nothing));
  a.dispose(new DOMException("left", "AbortError"));
  await expect(first).rejects.toThrow("left");
  expect(signals[0].aborted).toBe(false);
  b.dispose(new DOMException("left as well", "AbortError"));
  await expect(second).rejects.toThrow("left as well");
  expect(signals[0].reason.message).toBe("left as well");
  await turn();
  void new Loader(models).load(wanted, undefined, nothing);
  await turn();
  expect(signals).toHaveLength(2);
});

test("a dead worker is forgotten, so that the next load has another", async () => {
  const models = new SharedModels();
  const { wanted, calls } = counted();
  const [a, b] = [new Loader(models), new Loader(models)];
  const dead = await a.load(wanted, undefined, nothing);
  await b.load(wanted, undefined, nothing);
  await dead.dispose();
  a.forget();
  const next = await a.load(wanted, undefined, nothing);
  expect(calls).toHaveLength(2);
  expect((await next(sentence)).length).toBeGreaterThan(0);
  b.forget();
  expect(await b.load(wanted, undefined, nothing)).toBe(next);
  a.dispose(new Error("gone"));
  b.dispose(new Error("gone"));
});
