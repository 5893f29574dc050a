// SPDX-License-Identifier: Apache-2.0
// The package in Chromium: what Node finds is found there, with and without threads.

import { expect } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { sentence, use } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";
import { policy } from "./server.js";

const { open } = useBrowser();
const simple = { aggregation_strategy: "simple" };

/** Chromium has relaxed SIMD, which rounds a product and its sum once, and Node 20 has not. */
const close = (entities) =>
  entities.map((entity) => ({ ...entity, score: expect.closeTo(entity.score, 5) }));

browserTest.each([
  ["two threads where the page is cross-origin isolated", true, 2],
  ["one thread where it is not", false, 1],
])("finds what Node finds, with %s", async (_, isolated, threads) => {
  const { page, problems } = await open({ isolated });
  const found = await page.evaluate(
    async ([text, options]) => {
      const classify = await globalThis.ner.pipeline("ner", undefined, { threads: 2 });
      const entities = await classify(text, options);
      const info = classify.info();
      await classify.dispose();
      return { entities, info };
    },
    [sentence, simple],
  );
  const expected = await use(pipeline("ner"), (classify) => classify(sentence, simple));
  expect(found.entities).toEqual(close(expected));
  expect(found.info).toMatchObject({ threads, model: "models/default", backend: "xnnpack" });
  expect(problems).toEqual([]);
});

browserTest("works under a strict policy without a violation", async () => {
  const { page, problems } = await open({ isolated: true, csp: policy });
  const result = await page.evaluate(async (text) => {
    const classify = await globalThis.ner.pipeline("ner", undefined, { threads: 2 });
    const entities = await classify(text, { aggregation_strategy: "simple" });
    return { entities, threads: classify.info().threads, violations: globalThis.violations };
  }, sentence);
  expect(result.entities[0]).toMatchObject({ entity_group: "PER", word: "Angela Merkel" });
  expect(result.threads).toBe(2);
  expect(result.violations).toEqual([]);
  expect(problems).toEqual([]);
});

browserTest("keeps the embedded model for the next page", async () => {
  const { page, server, context } = await open();
  const load = async (where) =>
    where.evaluate(async (text) => {
      const classify = await globalThis.ner.pipeline("ner");
      const entities = await classify(text);
      await classify.dispose();
      return entities;
    }, sentence);
  const first = await load(page);
  expect(server.requests.filter((path) => path.includes("models/default"))).not.toEqual([]);
  server.requests.length = 0;
  const next = await context.newPage();
  await next.goto(page.url());
  await next.waitForFunction("globalThis.ready");
  expect(await load(next)).toEqual(first);
  expect(server.requests.filter((path) => path.includes("models/default"))).toEqual([]);
});

browserTest(
  "keeps what it has made of the vocabulary, and makes it anew where that is damaged",
  async () => {
    const { page, context } = await open();
    const load = async (where) =>
      where.evaluate(async (text) => {
        const classify = await globalThis.ner.pipeline("ner");
        const entities = await classify(text);
        const cache = await globalThis.caches.open("xlmr-ner");
        const isTrie = ({ url }) => url.includes("/tries/");
        let kept;
        while (kept === undefined || kept.byteLength < 100_000) {
          const [trie] = (await cache.keys()).filter(isTrie);
          kept = trie && (await (await cache.match(trie)).arrayBuffer());
        }
        await classify.dispose();
        return { entities, size: kept.byteLength };
      }, sentence);
    const again = async () => {
      const next = await context.newPage();
      await next.goto(page.url());
      await next.waitForFunction("globalThis.ready");
      return load(next);
    };
    const first = await load(page);
    expect(await again()).toEqual(first);
    await page.evaluate(async () => {
      const cache = await globalThis.caches.open("xlmr-ner");
      for (const request of await cache.keys()) {
        if (request.url.includes("/tries/")) await cache.put(request, new Response("damaged"));
      }
    });
    expect(await again()).toEqual(first);
  },
);
