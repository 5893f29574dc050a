// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { fromSource } from "./from_source.js";
import { sentence, tiny, turn } from "./support.js";

const { Loader } = await fromSource("web/element/loader.ts");

/** The real pipeline, counted. */
function counted() {
  const signals = [];
  const load = (task, model, options) => {
    signals.push(options.signal);
    return pipeline(task, model, options);
  };
  return { pipeline: load, model: tiny, options: {}, signals };
}

test("whoever asks for the same gets the same", async () => {
  const loader = new Loader();
  const wanted = counted();
  const [a, b] = await Promise.all([
    loader.load(wanted, undefined, () => {}),
    loader.load(wanted, undefined, () => {}),
  ]);
  expect(a).toBe(b);
  expect(wanted.signals).toHaveLength(1);
  expect(await loader.load({ ...wanted }, undefined, () => {})).toBe(a);
  loader.dispose(new Error("gone"));
  await expect(a(sentence)).rejects.toMatchObject({ code: "disposed" });
});

test("an abort ends one caller's waiting, and the loading goes on for the other", async () => {
  const loader = new Loader();
  const wanted = counted();
  const progress = [];
  const abort = new AbortController();
  const first = loader.load(wanted, abort.signal, (each) => progress.push(each));
  abort.abort();
  const second = loader.load(wanted, new AbortController().signal, () => {});
  await expect(first).rejects.toBe(abort.signal.reason);
  const classifier = await second;
  expect((await classifier(sentence)).length).toBeGreaterThan(0);
  expect(wanted.signals).toHaveLength(1);
  expect(progress.at(-1).phase).toBe("ready");
  loader.dispose(new Error("gone"));
});

test("when nobody waits any more the loading ends, and can be begun anew", async () => {
  const loader = new Loader();
  const wanted = counted();
  const abort = new AbortController();
  const first = loader.load(wanted, abort.signal, () => {});
  abort.abort();
  await expect(first).rejects.toBe(abort.signal.reason);
  await turn();
  expect(wanted.signals[0].aborted).toBe(true);
  const classifier = await loader.load(wanted, undefined, () => {});
  expect(wanted.signals).toHaveLength(2);
  expect((await classifier(sentence)).length).toBeGreaterThan(0);
  loader.dispose(new Error("gone"));
});

test("another model ends the one before, once it is loaded", async () => {
  const loader = new Loader();
  const wanted = counted();
  const before = await loader.load(wanted, undefined, () => {});
  const loading = loader.load({ ...wanted, options: { threads: 1 } }, undefined, () => {});
  expect((await before(sentence)).length).toBeGreaterThan(0);
  const after = await loading;
  await expect(before(sentence)).rejects.toMatchObject({ code: "disposed" });
  expect((await after(sentence)).length).toBeGreaterThan(0);
  loader.dispose(new Error("gone"));
});

test("a model that does not load leaves the one before, and is tried anew", async () => {
  const loader = new Loader();
  const wanted = counted();
  const before = await loader.load(wanted, undefined, () => {});
  const missing = { ...wanted, model: `${tiny}/nothing-here` };
  for (const loads of [2, 3]) {
    await expect(loader.load(missing, undefined, () => {})).rejects.toMatchObject({
      code: "model_not_found",
    });
    expect(wanted.signals).toHaveLength(loads);
  }
  expect(loader.held).toBe(wanted);
  expect(await loader.load(wanted, undefined, () => {})).toBe(before);
  expect((await before(sentence)).length).toBeGreaterThan(0);
  loader.dispose(new Error("gone"));
});

test("a load that is replaced by another is left, for a reason in words", async () => {
  const loader = new Loader();
  const never = (model) => ({
    pipeline: () => new Promise(() => {}),
    model,
    options: {},
  });
  const [a, b] = [never("owner/a"), never("owner/b")];
  b.pipeline = a.pipeline;
  const first = loader.load(a, undefined, () => {});
  const second = loader.load(b, undefined, () => {});
  await expect(first).rejects.toMatchObject({
    name: "AbortError",
    message: "Loading owner/a was left, because owner/b was asked for.",
  });
  const third = loader.load({ ...b, options: { dtype: "q8" } }, undefined, () => {});
  await expect(second).rejects.toThrow(
    "Loading owner/b was left, because it was asked for with other options.",
  );
  loader.dispose(new Error("gone"));
  await expect(third).rejects.toThrow("gone");
});
