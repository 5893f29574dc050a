// SPDX-License-Identifier: Apache-2.0
// A worker that is lost is replaced: what was running is settled with a typed error, the next call is right.

import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, describe, expect, test } from "@jest/globals";

import { createPipeline } from "#js/client/pipeline.js";
import { compileCore } from "#js/core/compile.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { spawnWorker } from "../../dist/node/spawn.js";
import { coreFiles } from "../../dist/node/assets.js";
import { faultyCore, filler, greedy } from "../faults/faulty_core.js";
import { sentence, tiny, use } from "./support.js";

const folders = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder for `wasm_url`. */
function coreThat(options) {
  folders.push(faultyCore(options));
  return folders.at(-1);
}

const long = `${sentence} `.repeat(2000);
const codeOf = (promise) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  );

/** A pipeline, and the ports of its workers, the newest last. */
async function portedPipeline(model = tiny, options = {}) {
  const ports = [];
  const platform = {
    defaultModel: () => tiny,
    compileCore: (assets) => compileCore(readAsset, (variant) => coreFiles(variant, assets)),
    spawnWorker: () => {
      ports.push(spawnWorker({}));
      return ports.at(-1);
    },
  };
  return { ner: await createPipeline(platform, "ner", model, options), ports };
}

/**
 * The codes of calls, once one fails. On a busy machine the core's own thread may be quicker to take the text
 * that another one is to fail at; its memory is large then, and only another worker can fail.
 */
async function failing(ports, makeCalls) {
  for (let i = 0; i < 40; i++) {
    const codes = await Promise.all(makeCalls());
    if (codes.some((code) => code !== "ok")) return codes;
    await ports.at(-1).terminate();
  }
  return [];
}

describe.each([
  ["full memory", "full", "out_of_memory"],
  ["a trap", "trap", "internal"],
])("%s", (_, kind, code) => {
  test.each([
    ["the core's own thread", "main", [greedy]],
    ["another thread", "thread", [filler, greedy]],
  ])("in %s settles all calls, and the next one is right", async (__, where, texts) => {
    const options = { threads: 2, wasm_url: coreThat({ where, kind }) };
    const { ner, ports } = await portedPipeline(tiny, options);
    await use(ner, async () => {
      const expected = await ner(sentence);
      for (let i = 0; i < 3; i++) {
        const codes = await failing(ports, () =>
          [ner(texts, { truncation: true }), ner(sentence), ner([sentence])].map(codeOf),
        );
        expect(codes).toEqual([code, "worker_crashed", "worker_crashed"]);
        expect(await ner(sentence)).toEqual(expected);
      }
    });
  });
});

describe("a killed worker", () => {
  test("leaves no call unsettled, and the next one has another worker", async () => {
    const { ner, ports } = await portedPipeline();
    const expected = await ner(sentence);
    const info = ner.info();
    for (let i = 0; i < 3; i++) {
      const pending = Array.from({ length: 20 }, () => codeOf(ner(long)));
      await ports.at(-1).terminate();
      expect(new Set(await Promise.all(pending))).toEqual(new Set(["worker_crashed"]));
      expect(await ner(sentence)).toEqual(expected);
      expect(ner.info()).toEqual(info);
    }
    expect(ports).toHaveLength(4);
    await ner.dispose();
  });

  test("that nobody was waiting for is replaced without an error", async () => {
    const { ner, ports } = await portedPipeline();
    const expected = await ner(sentence);
    await ports[0].terminate();
    expect(await ner(sentence)).toEqual(expected);
    await ner.dispose();
  });

  test("of a model of Blobs is replaced by one that reads them again", async () => {
    const names = ["config.json", "model.safetensors", "sentencepiece.bpe.model"];
    const files = names.map((name) => [name, new Blob([readFileSync(path.join(tiny, name))])]);
    const { ner, ports } = await portedPipeline(Object.fromEntries(files));
    const expected = await ner(sentence);
    await ports[0].terminate();
    expect(await ner(sentence)).toEqual(expected);
    await ner.dispose();
  });

  test.each(["dispose", "abort"])("%s settles a call at once while another starts", async (how) => {
    const { ner, ports } = await portedPipeline();
    await ports[0].terminate();
    const controller = new AbortController();
    const call = ner(sentence, { signal: controller.signal }).catch((error) => error);
    expect(ports).toHaveLength(1); // the call has begun to start a worker, but that takes a turn
    let disposing;
    if (how === "dispose") disposing = ner.dispose();
    else controller.abort();
    const error = await call;
    expect(error.code === "disposed" || error.name).toBe(how === "dispose" ? true : "AbortError");
    await disposing;
    await ner.dispose();
  });
});

test("a text that grows too long when it is normalised is refused at once, and the next is right", async () => {
  await use(pipeline("ner", tiny), async (ner) => {
    const expected = await ner(sentence);
    const error = await ner("\uFDFA".repeat(2 ** 20)).catch((reason) => reason);
    expect(error).toMatchObject({
      code: "text_too_long",
      message: expect.stringMatching(
        /^text: expected at most 4194304 bytes of UTF-8 once it is normalised, found more \(3145728 /,
      ),
    });
    expect(await ner(sentence)).toEqual(expected);
    const list = [filler.repeat(5), "\uFDFA".repeat(2 ** 20)];
    expect(await codeOf(ner(list, { truncation: true }))).toBe("text_too_long");
    expect(await ner(sentence)).toEqual(expected);
  });
});

test.each(["hf", "sentencepiece"])("so does a tokenizer by the rules of %s", async (mode) => {
  await use(Tokenizer.load(tiny), async (tokenizer) => {
    const text = "\uFDFA".repeat(2 ** 20);
    expect(await codeOf(tokenizer.encode(text, { mode }))).toBe("text_too_long");
    expect((await tokenizer.encode("Emma", { mode })).ids).toHaveLength(3);
  });
});

test("windows that overlap so much that their logits have no room are refused by name", async () => {
  await use(pipeline("ner", tiny), async (ner) => {
    const call = ner(long.repeat(5), { stride: ner.info().max_tokens - 3 });
    await expect(call).rejects.toThrow(/^text: expected windows of at most \d+ tokens, found \d+$/);
    expect(await ner(sentence)).toHaveLength((await ner(sentence)).length);
  });
});
