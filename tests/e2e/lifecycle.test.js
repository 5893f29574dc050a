// SPDX-License-Identifier: Apache-2.0
// Every promise is settled, whatever happens to its worker; and a text stays on the page.

import { expect } from "@jest/globals";

import { sentence, until } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";

const { open } = useBrowser();
const long = `${sentence} `.repeat(3000);

/** Chromium gives threads that wait in WebAssembly two seconds before it ends them. */
const untilNoWorker = (page) => until(() => page.workers().length === 0, "the workers' end");

browserTest("nothing but the threads' script is requested once the model is loaded", async () => {
  const { page, server } = await open({ isolated: true });
  const seen = [];
  await page.evaluate(async () => {
    globalThis.classify = await globalThis.ner.pipeline("ner", undefined, { threads: 2 });
  });
  page.on("request", (request) => seen.push(request.url()));
  // Threads start after loading; a long text waits for them.
  await page.evaluate((more) => globalThis.classify(more), long.slice(0, 1000));
  const before = server.requests.length;
  const counts = await page.evaluate(
    async ([text, more]) => {
      const { classify } = globalThis;
      const list = await classify([text, more], { aggregation_strategy: "first" });
      const tags = await classify.tagWords(text.split(" "), { mode: "sparknlp" });
      return [...list.map(({ length }) => length), tags.length];
    },
    [sentence, long.slice(0, 20_000)],
  );
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(seen.filter((url) => !/\/dist\/wasm\/core-\w+\.mjs$/.test(url))).toEqual([]);
  expect(server.requests.slice(before)).toEqual([]);
});

browserTest("an abort ends a call at once, and the next one works", async () => {
  const { page } = await open();
  const result = await page.evaluate(
    async ([text, more]) => {
      const classify = await globalThis.ner.pipeline("ner", undefined, { threads: 1 });
      const controller = new AbortController();
      const before = classify(text);
      const call = classify(more, { signal: controller.signal });
      await before; // calls are answered in order: the worker has the long text now
      controller.abort();
      const name = await call.catch((error) => error.name);
      const entities = await classify(text, { aggregation_strategy: "simple" });
      return { name, word: entities[0].word };
    },
    [sentence, long],
  );
  expect(result).toEqual({ name: "AbortError", word: "Angela Merkel" });
});

browserTest.each(["before it begins", "while files arrive"])(
  "an abort %s ends loading, and its worker",
  async (when) => {
    const { page } = await open();
    const name = await page.evaluate(async (isEarly) => {
      const controller = new AbortController();
      if (isEarly) controller.abort();
      const { signal } = controller;
      const progress_callback = () => controller.abort();
      return globalThis.ner
        .pipeline("ner", undefined, { signal, progress_callback })
        .catch((error) => error.name);
    }, when === "before it begins");
    expect(name).toBe("AbortError");
    await untilNoWorker(page);
  },
);

browserTest("dispose rejects what is running and ends the worker", async () => {
  const { page } = await open({ isolated: true });
  const names = await page.evaluate(async (more) => {
    const classify = await globalThis.ner.pipeline("ner", undefined, { threads: 2 });
    const calls = [classify(more), classify(more)].map((call) => call.catch(({ name }) => name));
    await classify.dispose();
    return Promise.all([...calls, classify("a").catch(({ name }) => name)]);
  }, long);
  expect(names).toEqual(Array(3).fill("DisposedError"));
  await untilNoWorker(page);
});

/** A worker that does something else when it is to tag a list. */
const worker = (instead) => `import "/pkg/dist/web/worker.js";
  addEventListener("message", ({ data }) => { if (data.params?.inputs?.length > 1) { ${instead} } });`;

browserTest.each([
  ["ends", "close();", /^the worker stopped: it ended$/],
  ["throws", 'setTimeout(() => { throw new Error("boom"); });', /^the worker stopped: .*boom$/],
])(
  "calls of a worker that %s are settled, and the next one is right",
  async (_, instead, message) => {
    const { page } = await open({ pages: { "/worker.js": worker(instead) } });
    const { errors, results } = await page.evaluate(
      async ([text, more]) => {
        const options = { worker_url: "/worker.js" };
        const classify = await globalThis.ner.pipeline("ner", undefined, options);
        const before = await classify(text);
        const calls = [classify(more), classify([more, more]), classify(more)];
        const settled = await Promise.allSettled(calls);
        return {
          errors: settled.map(({ reason }) => [reason?.code, reason?.message]),
          results: [before, await classify(text)],
        };
      },
      [sentence, long],
    );
    expect(errors).toEqual(Array(3).fill(["worker_crashed", expect.stringMatching(message)]));
    expect(results[1]).toEqual(results[0]);
  },
);
