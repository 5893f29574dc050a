// SPDX-License-Identifier: Apache-2.0
// Loads the second vocabulary with what was kept of the first, in a thread: the WebAssembly's glue needs
// one.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { packTexts } from "#js/core/text_batch.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { vocabularyAlone } from "./vocabulary_alone.js";

const compiled = await compileCore(readAsset);
const texts = packTexts(["Emma woont in Londen.", "Привет, 東京! ﬁ", "", "🙂x".repeat(50)]);

async function coreWith(file, trie) {
  const { core } = await loadCore(compiled, 1, { cores: 1 });
  core.loadTokenizer(vocabularyAlone(readFileSync(file)), trie);
  return core;
}

async function loadWith(file, trie) {
  const core = await coreWith(file, trie);
  return {
    toKeep: core.trieToStore().length,
    ids: core.encode(texts, "hf", "none", "utf16").ids,
  };
}

const { first, second } = workerData;
const kept = (await coreWith(first)).trieToStore();
const damaged = kept.slice();
damaged[kept.length >> 1] ^= 1;
parentPort.postMessage({
  kept: kept.length,
  withKept: await loadWith(second, kept),
  withDamaged: await loadWith(second, damaged),
  withNone: await loadWith(second),
});
process.exit();
