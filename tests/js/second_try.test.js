// SPDX-License-Identifier: Apache-2.0
// A load that failed over what a cache has spoiled is tried once more, with what is then fetched.

import { beforeAll, expect, test } from "@jest/globals";

import { compileCore } from "#js/core/compile.js";
import { Session } from "#js/worker/session.js";
import { openFolder, readAsset } from "../../dist/node/files/folder.js";
import { tiny } from "./support.js";

const context = {
  signal: new AbortController().signal,
  onProgress: () => {},
  onInfo: () => {},
};

let compiled;
beforeAll(async () => (compiled = await compileCore(readAsset)));

/** A session whose cache has spoiled a file; `rechecks` counts how often it was looked through. */
function sessionWith(spoiled, isFound = true) {
  const state = { isSpoiled: true, rechecks: 0 };
  const openModel = async () => {
    const files = await openFolder(tiny);
    return {
      ...files,
      read: async (file, options) =>
        state.isSpoiled && file === spoiled ? new Uint8Array(100) : files.read(file, options),
      recheck: async () => {
        state.rechecks++;
        state.isSpoiled = !isFound;
        return isFound;
      },
    };
  };
  return { state, session: new Session({ cores: 1, openModel }) };
}

const options = () => ({
  compiled,
  model: tiny,
  threads: 1,
  device: "wasm",
  backend: "auto",
  dtype: "auto",
  cacheQuantized: false,
});

test.each(["config.json", "sentencepiece.bpe.model"])("%s", async (file) => {
  const { state, session } = sessionWith(file);
  await session.loadClassifier(options(), context);
  expect(state.rechecks).toBe(1);
});

test("the vocabulary of a tokenizer", async () => {
  const { state, session } = sessionWith("sentencepiece.bpe.model");
  await session.loadTokenizer(options(), context);
  expect(state.rechecks).toBe(1);
});

test("where nothing is spoiled the first error stands", async () => {
  const { state, session } = sessionWith("config.json", false);
  await expect(session.loadClassifier(options(), context)).rejects.toMatchObject({
    code: "invalid_config",
  });
  expect(state.rechecks).toBe(1);
});
