// SPDX-License-Identifier: Apache-2.0
// Runs the jobs of published.test.js in a thread: the WebAssembly's glue needs one.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { checkTagOptions } from "#js/options/tag_options.js";
import { checkTagWordsOptions } from "#js/options/word_options.js";
import { Tagger } from "#js/worker/tagger.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { vocabularyAlone } from "./vocabulary_alone.js";

const { jobs, model } = workerData;

const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const vocabulary = readFileSync(model);
core.loadTokenizer(vocabularyAlone(vocabulary, model));
core.loadSentencePiece(vocabulary, model);

/** The real tagger, and a backend that labels tokens by `at` (index) or `pieces` (text). */
function taggerFor({ labels, at = {}, pieces = {}, scores = {} }) {
  core.loadConfig(JSON.stringify({ id2label: { ...labels } }), "config.json");
  const outside = labels.indexOf("O");
  return new Tagger(core, {
    name: "onnxruntime",
    forward: ({ ids }) => {
      const texts = core.pieces(ids, "none");
      const logits = new Float32Array(ids.length * labels.length);
      texts.forEach((text, i) => {
        const label = labels.indexOf(at[i] ?? pieces[text] ?? "O");
        // The logit that gives the label this probability beside zeros.
        const p = scores[i] ?? 0.999;
        const likely = Math.log((p * (labels.length - 1)) / (1 - p));
        logits[i * labels.length + (label < 0 ? outside : label)] = likely;
      });
      return Promise.resolve(logits);
    },
    dispose: () => Promise.resolve(),
  });
}

const results = [];
for (const job of jobs) {
  const tagger = taggerFor(job);
  const signal = new AbortController().signal;
  if (job.words === undefined) {
    const settings = checkTagOptions(job.options);
    const [{ entities }] = await tagger.classify([job.text], settings, signal);
    results.push(entities);
  } else {
    const [tagged] = await tagger.tagWords(
      [job.words],
      checkTagWordsOptions(job.options),
      true,
      signal,
    );
    results.push(tagged);
  }
}
parentPort.postMessage(results);
process.exit();
