// SPDX-License-Identifier: Apache-2.0
// The WebAssembly core as engine and handlers see it. Its glue is loaded in a thread, as always.

import { Worker } from "node:worker_threads";

import { expect, test } from "@jest/globals";

import { golden, root, tiny } from "./support.js";

/** Runs the body of an async function that sees `core`, `loaded` and `data`, in a thread of its own. */
function inThread(threads, body, data, before = "") {
  const code = `${before}
    const { parentPort, workerData } = require("node:worker_threads");
    const { readFileSync } = require("node:fs");
    (async () => {
      const { loadCore } = await import("#js/core/start_core.js");
      const { packTexts } = await import("#js/core/text_batch.js");
      const { readAsset } = await import(workerData.root + "dist/node/files/folder.js");
      const { compileCore } = await import("#js/core/compile.js");
      const loaded = await loadCore(await compileCore(readAsset), workerData.threads, { cores: 2 });
      const { core } = loaded;
      const { data, tiny } = workerData;
      const encode = (texts) => core.encode(packTexts(texts), "hf", "none", "utf16");
      const nothing = new Uint8Array();
      core.loadTokenizer({ vocabulary: readFileSync(tiny + "/sentencepiece.bpe.model"), where: "vocabulary", config: nothing, specialTokensMap: nothing, addedTokens: nothing });
      parentPort.postMessage(await (async () => { ${body} })());
      process.exit();
    })();`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { root, tiny, threads, data } });
    worker.on("message", resolve).on("error", reject);
    worker.on("exit", (status) => reject(new Error(`exit ${status}`)));
  });
}

const texts = Array.from({ length: 200 }, (_, i) =>
  golden.cases
    .slice(0, 1 + (i % golden.cases.length))
    .map(({ text }) => text)
    .join(" "),
);
const encodeAll =
  "await core.startThreads(); return { threads: core.threads, encoded: encode(data) };";

test("two threads encode a list exactly as one does", async () => {
  const [one, two] = await Promise.all([
    inThread(1, encodeAll, texts),
    inThread(2, encodeAll, texts),
  ]);
  expect([one.threads, two.threads]).toEqual([1, 2]);
  expect(two.encoded).toEqual(one.encoded);
  expect(one.encoded.ends).toHaveLength(texts.length);
  expect([...one.encoded.ids.slice(0, one.encoded.ends[0])]).toEqual(golden.cases[0].ids);
});

test("until its threads have started, the core works on one", async () => {
  const { early, late } = await inThread(
    2,
    "const early = encode(data); await core.startThreads(); return { early, late: encode(data) };",
    texts,
  );
  expect(early.ends).toHaveLength(texts.length);
  expect(late).toEqual(early);
});

test("by itself the core takes as many threads as there are cores, at most four", async () => {
  expect((await inThread("auto", encodeAll, ["a"])).threads).toBe(2);
});

test("where threads never start, the core gives up on them and works without", async () => {
  const stall = `
    const { EventEmitter } = require("node:events");
    require("node:worker_threads").Worker = class extends EventEmitter {
      postMessage() {}
      unref() {}
      terminate() {}
    };`;
  const { threads, encoded } = await inThread(2, encodeAll, ["Emma"], stall);
  expect(threads).toBe(1);
  expect(encoded.ids).toHaveLength(3);
});

test("a configuration with no label is a typed error, and the core still works", async () => {
  const found = await inThread(
    1,
    `let error;
     try { core.loadConfig('{"id2label": {}}', "config.json"); } catch (thrown) { error = thrown; }
     return { code: error.code, message: error.message, ids: encode(["Emma"]).ids };`,
  );
  expect(found.code).toBe("invalid_config");
  expect(found.message).toMatch(/^config\.json: /);
  expect(found.ids).toHaveLength(3);
});

test("a name that an option does not have is a typed error, never the first name in its place", async () => {
  const found = await inThread(
    1,
    `core.loadConfig(readFileSync(tiny + "/config.json", "utf8"), "config.json");
     const header = new Uint8Array(8);
     const words = {
       windowing: "owned", maxTokens: 10, stride: 3, compat: "none", delimiter: " ", mode: "hf",
       offsets: "utf16", offsetMapping: [], labelling: "argmax", decoder: "scheme", topK: 0, spans: true,
     };
     const text = { ...words, strategy: "none", scheme: "auto", ignoreLabels: [], minScore: 0 };
     const codeOf = (call) => {
       try { call(); return "ok"; } catch ({ code, message }) { return code + " " + message; }
     };
     const [{ ids }] = core.windows(["Emma"], text);
     const logits = [new Float32Array(ids.length * core.labels().length)];
     const decode = (options) => codeOf(() => core.decode(["Emma"], logits, { ...text, ...options }));
     const tag = (options) => codeOf(() => core.wordTags([["Emma"]], logits, { ...words, ...options }));
     return [
       decode({}), tag({}),
       codeOf(() => core.windows(["Emma"], { ...text, windowing: "own" })),
       codeOf(() => core.wordWindows([["Emma"]], { ...words, mode: "spark" })),
       decode({ strategy: "sum" }), decode({ decoder: "é" }), decode({ labelling: undefined }),
       decode({ scheme: 7 }), decode({ compat: "hf-3" }), decode({ offsets: "bytes" }), tag({ decoder: "" }),
       codeOf(() => core.decode(["Emma"], [], text)),
       codeOf(() => core.wordTags([["Emma"]], [...logits, ...logits], words)),
       codeOf(() => core.encode(packTexts(["Emma"]), "fast", "none", "utf16")),
       codeOf(() => core.encode(packTexts(["Emma"]), "hf", "none", "bytes")),
       codeOf(() => core.openShards(undefined, ".pt", "model")),
       codeOf(() => core.openWeights(header, 8, { configJson: "{}", labels: 1, precision: "q9", where: "w" })),
       codeOf(() => core.openConversion(header, 8, { configJson: "{}", dtype: "q2", sourceSha256: "", where: "w" })),
     ];`,
  );
  const message = (option, names, what) =>
    `invalid_argument ${option}: expected one of ${names}, found ${what}`;
  expect(found).toEqual([
    "ok",
    "ok",
    message("windowing", "owned, truncated, overlapping", "'own'"),
    message("mode", "hf, tner, tner_counted, sparknlp", "'spark'"),
    message("strategy", "none, simple, first, average, max", "'sum'"),
    message("decoder", "scheme, hf, conll, tner, sparknlp", "'é'"),
    message("labelling", "argmax, viterbi, crf", "undefined"),
    message("scheme", "auto, BIO, IOB1, BIOES, BILOU, none", "number"),
    message("compat", "none, hf-4, hf", "'hf-3'"),
    message("offsets", "utf16, codepoint", "'bytes'"),
    message("decoder", "scheme, hf, conll, tner, sparknlp", "''"),
    "invalid_argument logits: expected those of 1 inputs, found 0",
    "invalid_argument logits: expected those of 1 inputs, found 2",
    message("mode", "hf, sentencepiece", "'fast'"),
    message("offsets", "utf16, codepoint", "'bytes'"),
    "invalid_argument model: " + message("suffix", ".safetensors, .bin", "'.pt'").slice(17),
    "invalid_argument w: " + message("precision", "fp32, q8", "'q9'").slice(17),
    "invalid_argument w: " + message("dtype", "q8, q4", "'q2'").slice(17),
  ]);
});

test("windows overlap by the stride, and each has its special tokens", async () => {
  const { whole, windows } = await inThread(
    1,
    `core.loadConfig(readFileSync(tiny + "/config.json", "utf8"), "config.json");
     return { whole: encode([data]).ids, windows: core.windows([data], { windowing: "owned", maxTokens: 10, stride: 3, compat: "none", delimiter: " ", mode: "hf", offsets: "utf16", offsetMapping: [] })[0] };`,
    golden.cases[2].text,
  );
  const body = [...whole].slice(1, -1);
  const expected = [];
  for (let begin = 0; ; begin += 5) {
    expected.push([0, ...body.slice(begin, begin + 8), 2]);
    if (begin + 8 >= body.length) break;
  }
  expect([...windows.lengths]).toEqual(expected.map((each) => each.length));
  expect([...windows.ids]).toEqual(expected.flat());
});

test("after dispose the core refuses every call instead of reading freed memory", async () => {
  const codes = await inThread(
    1,
    `core[Symbol.dispose]();
     core[Symbol.dispose]();
     return [() => encode(["a"]), () => core.labels()].map((call) => {
       try { return call(); } catch (error) { return error.code; }
     });`,
  );
  expect(codes).toEqual(["internal", "internal"]);
});
