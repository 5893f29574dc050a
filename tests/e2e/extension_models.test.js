// SPDX-License-Identifier: Apache-2.0
// Models that are packaged in an extension: no server answers there, `fetch` rejects what is not there.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { filesOf } from "../js/external_forms.js";
import { root, sentence, tiny } from "../js/support.js";
import { browserTest, hasBrowser } from "./browser.js";
import { openExtension } from "./extension.js";

const folderFiles = (folder) => {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map(({ name }) => [name, readFileSync(path.join(folder, name))]));
};

let extension;
beforeAll(async () => {
  if (!hasBrowser) return;
  extension = await openExtension({
    // Without tokenizer.json, as it was trained.
    mine: folderFiles(tiny),
    // With it, as transformers.js needs it.
    theirs: filesOf([], { safetensors: true }),
    default: folderFiles(path.join(root, "models/default")),
    broken: new Map([["config.json", readFileSync(path.join(tiny, "config.json"))]]),
  });
});
afterAll(() => extension?.close());

/** In the page: loads a model with one of the two entries, and says what was found, or the error. */
async function tag([entry, model, options, text, env]) {
  const { pipeline, env: theirEnv } = globalThis[entry];
  Object.assign(theirEnv ?? {}, env);
  const begin = performance.now();
  try {
    const find = await pipeline("token-classification", model ?? undefined, options);
    const found = await find(text, { aggregation_strategy: "simple" });
    const info = find.info();
    await find.dispose();
    return { found: found.map(({ entity_group, word }) => [entity_group, word]), info };
  } catch ({ name, message }) {
    return { name, message, seconds: (performance.now() - begin) / 1000 };
  }
}

const run = (entry, model, { options, text = sentence, env } = {}) =>
  extension.page.evaluate(tag, [entry, model, options, text, env]);
const right = [
  ["PER", "Angela Merkel"],
  ["LOC", "Paris"],
];

describe.each(["ner", "theirs"])("%s", (entry) => {
  browserTest.each([
    ["its address", (origin) => `${origin}models/mine/`],
    ["its address without a slash", (origin) => `${origin}models/mine`],
    ["its path", () => "/models/mine"],
    ["its path from the page", () => "./models/mine"],
  ])("loads a model without tokenizer.json by %s", async (_, name) => {
    const { found, info } = await run(entry, name(extension.origin));
    expect(found).toEqual(right);
    expect(info).toMatchObject({
      model: `${extension.origin}models/mine`,
      weights: "model.safetensors",
    });
  });

  browserTest("loads one with tokenizer.json", async () => {
    const { found, info } = await run(entry, "/models/theirs", { text: "Emma in Paris" });
    expect(found).toEqual([
      ["PER", "Emma"],
      ["LOC", "Paris"],
    ]);
    expect(info.model).toBe(`${extension.origin}models/theirs`);
  });

  browserTest("local_files_only reads the extension's own files", async () => {
    const options = { local_files_only: true };
    expect((await run(entry, "/models/mine", { options })).found).toEqual(right);
  });

  browserTest("the address of the embedded model is its name in info()", async () => {
    const options = { model_url: `${extension.origin}models/default/` };
    const { info } = await run(entry, null, { options });
    expect(info).toMatchObject({ model: `${extension.origin}models/default` });
    expect((await run(entry, null)).info).toMatchObject({ model: "models/default" });
  });

  browserTest("says at once which files are missing", async () => {
    const none = await run(entry, "/models/none");
    expect(none).toMatchObject({
      name: "ModelFileError",
      message: `expected config.json in the model ${extension.origin}models/none, found no such file`,
    });
    expect(none.seconds).toBeLessThan(5); // no try is repeated, which would take 7 seconds
    expect(await run(entry, "/models/broken")).toMatchObject({
      name: "ModelFileError",
      message: expect.stringContaining("found none of model.q8.safetensors"),
    });
  });
});

browserTest("a guard's settings of transformers.js find the packaged model", async () => {
  const env = {
    allowRemoteModels: false,
    allowLocalModels: true,
    localModelPath: `${extension.origin}models/`,
  };
  const options = { dtype: "q8", device: "wasm", local_files_only: true };
  expect(await run("theirs", "mine", { env, options })).toMatchObject({
    found: right,
    info: { model: `${extension.origin}models/mine` },
  });
  const none = await run("theirs", "acme/none", { env, options });
  expect(none).toMatchObject({
    name: "OfflineError",
    message: expect.stringContaining(`no such model in ${extension.origin}models/acme/none either`),
  });
});

browserTest(
  "nothing is asked for elsewhere, and nothing packaged is kept a second time",
  async () => {
    expect(extension.requests.filter((url) => !url.startsWith(extension.origin))).toEqual([]);
    const kept = await extension.page.evaluate(async () => {
      const cache = await globalThis.caches.open("xlmr-ner");
      return (await cache.keys()).map(({ url }) => url);
    });
    expect(kept.length).toBeGreaterThan(0); // the embedded model, which takes longer to read than to find
    expect(kept.filter((url) => /\/blobs\/(?!embedded)|\/models\//.test(url))).toEqual([]);
  },
);
