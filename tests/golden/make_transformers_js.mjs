// SPDX-License-Identifier: Apache-2.0
// Makes transformers_js.json: what transformers.js gives for the texts of external_forms.json.gz, with
// the same model, and the events that it tells on the way.
//
//     npm install --prefix FOLDER @huggingface/transformers@4.3.2
//     node tests/golden/make_transformers_js.mjs FOLDER
//
// Its onnxruntime-node computes; nothing is fetched.

import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { filesOf, folderOf, texts } from "../js/external_forms.js";

const require = createRequire(path.resolve(process.argv[2], "package.json"));
const entry = require.resolve("@huggingface/transformers").replace(/\.cjs$/, ".mjs");
const { env, pipeline } = await import(pathToFileURL(entry).href);
env.allowRemoteModels = false;

/** Words that the vocabulary has only in pieces, or not at all. */
const pieces = ["Angelas Tante Merkelina woonde in Londenstad", "Łódź 東京都 und x 🙂 Ana"];
const folder = folderOf(filesOf(["model"]));
const events = [];
const classify = await pipeline("token-classification", folder, {
  dtype: "fp32",
  use_external_data_format: 3,
  progress_callback: ({ status, file, name, model, task, ...numbers }) =>
    events.push({
      status,
      ...(file && { file }),
      ...(name && { hasName: name === folder }),
      ...(model && { hasModel: model === folder, task }),
      names: Object.keys(numbers).sort(),
    }),
});
const results = {
  none: await classify(texts),
  all: await classify(texts, { ignore_labels: [] }),
  simple: await classify(texts, { aggregation_strategy: "simple" }),
  one: await classify(texts[0]),
  pieces: await classify(pieces, { ignore_labels: [] }),
};
await classify.dispose();
rmSync(folder, { recursive: true });
const document = { version: env.version, texts, pieces, results, events };
writeFileSync(
  new URL("transformers_js.json", import.meta.url),
  `${JSON.stringify(document, undefined, 1)}\n`,
);
