// SPDX-License-Identifier: Apache-2.0
// A worker that is lost is replaced: what was running is settled with a typed error, the next call is right,
// and nothing is asked of the network for it.

import { rmSync } from "node:fs";

import { afterAll, expect } from "@jest/globals";

import { faultyCore, filler, greedy } from "../faults/faulty_core.js";
import { root, sentence, until } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";

const { open } = useBrowser();
const folders = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A page of a server that has such a core at /faulty. */
async function openFaulty(options) {
  folders.push(faultyCore(options));
  return open({ isolated: true, folders: { pkg: root, faulty: folders.at(-1) } });
}

/** Loads a model, and notes what the page asks the server for from now on. */
async function load({ page, server }, options) {
  await page.evaluate(async (given) => {
    const { Worker } = globalThis;
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        globalThis.workers.push(this);
      }
    };
    globalThis.classify = await globalThis.ner.pipeline("ner", undefined, given);
    globalThis.codeOf = (call) => call.then(() => "ok").catch(({ code, name }) => code ?? name);
  }, options);
  // Its threads, and the scripts that are kept for another worker.
  await page.evaluate((text) => globalThis.classify(text), `${sentence} `.repeat(20));
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    const isScript = (name) => /\/(?:worker\.js|core-\w+\.mjs)$/.test(name);
    return new Set(fetched.filter(isScript)).size === 2;
  });
  const before = server.requests.length;
  return { since: () => server.requests.slice(before) };
}

browserTest.each([
  ["full memory in the core's own thread", { where: "main", kind: "full" }, "out_of_memory"],
  ["full memory in another thread", { where: "thread", kind: "full" }, "out_of_memory"],
  ["a trap in the core's own thread", { where: "main", kind: "trap" }, "internal"],
  ["a trap in another thread", { where: "thread", kind: "trap" }, "internal"],
])("%s", async (_, fault, code) => {
  const opened = await openFaulty(fault);
  const asked = await load(opened, { threads: 2, wasm_url: "/faulty/" });
  for (let i = 0; i < 2; i++) {
    const { codes, results } = await opened.page.evaluate(
      async ([text, texts]) => {
        const { classify, codeOf, workers } = globalThis;
        const before = await classify(text);
        let codes;
        for (let tries = 0; tries < 40; tries++) {
          const calls = [classify(texts, { truncation: true }), classify(text)];
          codes = await Promise.all(calls.map(codeOf));
          if (codes[0] !== "ok") break;
          // The core's own thread was quicker to take the text that another one is to fail at, and its memory
          // is large now.
          workers.at(-1).terminate();
          await codeOf(classify(text));
        }
        return { codes, results: [before, await classify(text)] };
      },
      [sentence, fault.where === "main" ? [greedy] : [filler, greedy]],
    );
    expect(codes).toEqual([code, "worker_crashed"]);
    expect(results[1]).toEqual(results[0]);
  }
  expect(asked.since()).toEqual([]);
});

browserTest("a worker that is ended from outside", async () => {
  const opened = await open({ isolated: true });
  const asked = await load(opened, { threads: 2 });
  const { codes, results, count } = await opened.page.evaluate(
    async ([text, long]) => {
      const { classify, codeOf, workers } = globalThis;
      const before = await classify(text);
      const calls = [classify(long), classify(text)].map(codeOf);
      workers[0].terminate();
      return {
        codes: await Promise.all(calls),
        results: [before, await classify(text)],
        count: workers.length,
      };
    },
    [sentence, `${sentence} `.repeat(2000)],
  );
  expect(codes).toEqual(["worker_crashed", "worker_crashed"]);
  expect(results[1]).toEqual(results[0]);
  expect(count).toBe(2);
  expect(asked.since()).toEqual([]);
});

browserTest.each(["dispose", "abort"])(
  "%s settles a call at once while another worker starts",
  async (how) => {
    const { page, server } = await open({ isolated: true });
    await load({ page, server }, { threads: 1 });
    const name = await page.evaluate(
      async ([text, isDisposed]) => {
        const { classify, codeOf, workers } = globalThis;
        const pending = codeOf(classify(text.repeat(1000)));
        workers[0].terminate();
        await pending;
        const controller = new AbortController();
        const call = classify(text, { signal: controller.signal }).catch((error) => error.name);
        if (isDisposed) void classify.dispose();
        else controller.abort();
        return call;
      },
      [sentence, how === "dispose"],
    );
    expect(name).toBe(how === "dispose" ? "DisposedError" : "AbortError");
    if (how === "dispose") await until(() => page.workers().length === 0, "the workers' end");
  },
);

browserTest("a worker that ends before it has started is noticed, too", async () => {
  const { page } = await open({ isolated: true });
  const found = await page.evaluate(async (text) => {
    const { Worker, setTimeout } = globalThis;
    // The minute that a worker has to start.
    globalThis.setTimeout = (act, ms) => setTimeout(act, ms === 60_000 ? 500 : ms);
    let toEnd = 1;
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        if (toEnd-- > 0) this.terminate();
      }
    };
    const error = await globalThis.ner.pipeline("ner").catch((reason) => reason);
    globalThis.setTimeout = setTimeout;
    const ner = await globalThis.ner.pipeline("ner");
    return { code: error.code, message: error.message, entities: (await ner(text)).length };
  }, sentence);
  expect(found).toEqual({
    code: "worker_crashed",
    message: "the worker stopped: it did not start in 60 s",
    entities: expect.any(Number),
  });
  expect(found.entities).toBeGreaterThan(0);
});
