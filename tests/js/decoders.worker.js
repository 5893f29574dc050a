// SPDX-License-Identifier: Apache-2.0
// Runs the cases of decoders.test.js in a thread: the WebAssembly's glue needs one. Each label is
// that of a word of one piece, given as logits.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { vocabularyAlone } from "./vocabulary_alone.js";

const { jobs, labelSets, decoder, root } = workerData;
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const vocabulary = readFileSync(`${root}models/default/sentencepiece.bpe.model`);
core.loadTokenizer(vocabularyAlone(vocabulary));

const options = {
  windowing: "owned",
  maxTokens: 64,
  stride: 0,
  compat: "none",
  delimiter: " ",
  mode: "hf",
  offsets: "utf16",
  offsetMapping: [],
  labelling: "argmax",
  decoder,
  topK: 0,
  spans: true,
};

function decode({ set, labels }) {
  const names = labelSets[set];
  core.loadConfig(JSON.stringify({ id2label: { ...names } }), "config.json");
  const words = labels.map(() => "in");
  const [{ ids }] = core.wordWindows([words], options);
  if (ids.length !== labels.length + 2) throw new Error(`${ids.length} tokens`);
  const logits = new Float32Array(ids.length * names.length);
  labels.forEach((label, i) => (logits[(i + 1) * names.length + label] = 5));
  const [{ spans, types }] = core.wordTags([words], [logits], options);
  const found = types.map((type, i) => [type, spans[2 * i], spans[2 * i + 1]]);
  // `hf` puts O into spans as well, for its callers to ignore.
  return found.filter(([, begin]) => decoder !== "hf" || names[labels[begin]] !== "O");
}

parentPort.postMessage(
  jobs.map((job) => {
    try {
      return decode(job);
    } catch (error) {
      return error.code;
    }
  }),
);
process.exit();
