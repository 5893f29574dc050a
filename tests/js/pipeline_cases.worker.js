// SPDX-License-Identifier: Apache-2.0
// Runs the cases of pipeline_cases.js in a thread: the WebAssembly's glue needs one.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { readInputs } from "#js/client/classifier.js";
import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { checkTagOptions } from "#js/options/tag_options.js";
import { Tagger } from "#js/worker/tagger.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { givenLogits } from "./given_logits.js";
import { tokenizerForm } from "./tokenizer_forms.js";

const { jobs, labelSets, form, compat } = workerData;

const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const model = readFileSync(
  new URL("../../models/default/sentencepiece.bpe.model", import.meta.url),
);
const files = tokenizerForm(form, model);
const nothing = new Uint8Array();
core.loadTokenizer({
  vocabulary: files["tokenizer.json"] ?? files["sentencepiece.bpe.model"],
  where: form,
  config: files["tokenizer_config.json"] ?? nothing,
  specialTokensMap: nothing,
  addedTokens: nothing,
});

/** The real tagger, and a backend that has the case's logits instead of a model's. */
function taggerFor({ labels, seed, max_length }) {
  const names = labelSets[labels];
  const config = { id2label: { ...names }, max_position_embeddings: max_length + 2 };
  core.loadConfig(JSON.stringify(config), "config.json");
  const outside = names.indexOf("O");
  return new Tagger(core, {
    name: "onnxruntime",
    forward: ({ lengths }) => {
      const parts = Array.from(lengths, (tokens, window) =>
        givenLogits({ seed, window, tokens, labels: names.length, outside }),
      );
      const logits = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        logits.set(part, at);
        at += part.length;
      }
      return Promise.resolve(logits);
    },
    dispose: () => Promise.resolve(),
  });
}

const results = [];
for (const job of jobs) {
  try {
    const settings = checkTagOptions({ ...job.options, compat });
    const { inputs } = readInputs(job.input, settings);
    const [{ entities }] = await taggerFor(job).classify(inputs, settings, AbortSignal.any([]));
    results.push({ records: entities });
  } catch (error) {
    results.push({ error: error.message, code: error.code });
  }
}
parentPort.postMessage(results);
process.exit();
