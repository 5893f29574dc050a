// SPDX-License-Identifier: Apache-2.0
// Runs the cases of tner_places.test.js in a thread: the WebAssembly's glue needs one. Each token's
// label is the number of its place.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { vocabularyAlone } from "./vocabulary_alone.js";

const { cases, root } = workerData;
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const vocabulary = readFileSync(`${root}tests/golden/tiny/sentencepiece.bpe.model`);
core.loadTokenizer(vocabularyAlone(vocabulary));
const count = 128;
const names = Array.from({ length: count }, (_, place) => (place === 0 ? "O" : `B-${place}`));
core.loadConfig(JSON.stringify({ id2label: { ...names } }), "config.json");

function placesOf([words, delimiter, maxTokens]) {
  const options = {
    windowing: "truncated",
    maxTokens,
    stride: 0,
    compat: "none",
    delimiter,
    mode: "tner_counted",
    offsets: "utf16",
    offsetMapping: [],
    labelling: "argmax",
    decoder: "tner",
    topK: 0,
    spans: false,
  };
  const [{ ids }] = core.wordWindows([words], options);
  const logits = new Float32Array(ids.length * count);
  ids.forEach((_, place) => (logits[place * count + place] = 50));
  const [{ labels }] = core.wordTags([words], [logits], options);
  return [ids.length, [...labels].filter((label) => label >= 0)];
}

parentPort.postMessage(cases.map(placesOf));
process.exit();
