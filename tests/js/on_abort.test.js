// SPDX-License-Identifier: Apache-2.0

import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import path from "node:path";
import { promisify } from "node:util";

import { describe, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { onAbort } from "#js/base/on_abort.js";
import { root, sentence, tiny, use } from "./support.js";

const listeners = (signal) => getEventListeners(signal, "abort").length;

/** The names of what Node warns of in a process of its own, where `calls` are run with one signal. */
async function warningsOf(calls) {
  const source = `
    import { setMaxListeners } from "node:events";
    const { Tokenizer, pipeline } = await import(process.argv[1]);
    const warnings = [];
    process.on("warning", ({ name }) => warnings.push(name));
    const [tiny, sentence] = process.argv.slice(2);
    const { signal } = new AbortController();
    setMaxListeners(10, signal); // as Node 20 has it; later ones do not warn by themselves
    const count = 20;
    ${calls}
    setImmediate(() => console.log(JSON.stringify(warnings)));
  `;
  const index = path.join(root, "dist/node/index.js");
  const args = ["--input-type=module", "-e", source, index, tiny, sentence];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

test("one listener for all who wait for a signal, and none once nobody does", () => {
  const controller = new AbortController();
  const { signal } = controller;
  const done = [];
  const forget = ["a", "b", "c"].map((name) => onAbort(signal, () => done.push(name)));
  expect(listeners(signal)).toBe(1);
  forget[1]();
  forget[1]();
  expect(listeners(signal)).toBe(1);
  controller.abort();
  expect(done).toEqual(["a", "c"]);
  for (const each of forget) each();
  expect(listeners(signal)).toBe(0);
});

test("the same function twice is two who wait", () => {
  const controller = new AbortController();
  let count = 0;
  const act = () => void count++;
  onAbort(controller.signal, act)();
  onAbort(controller.signal, act);
  onAbort(controller.signal, act);
  controller.abort();
  expect(count).toBe(2);
});

describe("twenty calls with one signal", () => {
  test("have one listener together, and none once they are settled", async () => {
    const { signal } = new AbortController();
    await use(pipeline("ner", tiny, { signal }), async (ner) => {
      const calls = Array.from({ length: 20 }, () => ner(sentence, { signal }));
      expect(listeners(signal)).toBe(1);
      const results = await Promise.all(calls);
      expect(results.every((each) => each.length === results[0].length)).toBe(true);
    });
    expect(listeners(signal)).toBe(0);
  });

  test("that are aborted all reject with the reason", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const reason = new Error("enough");
    await use(pipeline("ner", tiny, { signal }), (ner) =>
      use(Tokenizer.load(tiny, { signal }), async (tokenizer) => {
        const calls = Array.from({ length: 10 }, () => [
          ner(sentence, { signal }),
          tokenizer.encode(sentence, { signal }),
        ]).flat();
        const settled = Promise.allSettled(calls);
        controller.abort(reason);
        expect(new Set((await settled).map((each) => each.reason))).toEqual(new Set([reason]));
      }),
    );
    expect(listeners(signal)).toBe(0);
  });

  test.each([
    [
      "of a pipeline",
      `const ner = await pipeline("ner", tiny, { signal });
      await Promise.all(Array.from({ length: count }, () => ner(sentence, { signal })));
      await ner.dispose();`,
    ],
    [
      "of a tokenizer",
      `const tokenizer = await Tokenizer.load(tiny, { signal });
      await Promise.all(Array.from({ length: count }, () => tokenizer.encode(sentence, { signal })));
      await tokenizer.dispose();`,
    ],
    [
      "that load",
      `const load = () => Tokenizer.load(tiny, { signal, threads: 1 });
      const loaded = await Promise.all(Array.from({ length: count }, load));
      await Promise.all(loaded.map((each) => each.dispose()));`,
    ],
  ])("%s: Node does not warn", async (_, calls) => {
    expect(await warningsOf(calls)).toEqual([]);
  });

  test("which it does of eleven listeners, so that these tests can fail", async () => {
    const calls = `for (let i = 0; i < 11; i++) signal.addEventListener("abort", () => {});`;
    expect(await warningsOf(calls)).toEqual(["MaxListenersExceededWarning"]);
  });
});
