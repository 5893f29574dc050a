// SPDX-License-Identifier: Apache-2.0
// Encodes the texts of compat_tokenizer.test.js in a thread: the WebAssembly's glue needs one.

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import { compileCore } from "#js/core/compile.js";
import { loadCore } from "#js/core/start_core.js";
import { packTexts } from "#js/core/text_batch.js";
import { readAsset } from "../../dist/node/files/folder.js";
import { convertedTokenizer } from "./converted_tokenizer.js";

const { folders, compat, root } = workerData;
const { core } = await loadCore(await compileCore(readAsset), 1, { cores: 1 });
const model = readFileSync(`${root}tests/golden/tiny/sentencepiece.bpe.model`);
const converted = JSON.parse(convertedTokenizer(model));
const charsmap = converted.normalizer.normalizers[0].precompiled_charsmap;

function bytesOf(json) {
  return new TextEncoder().encode(json === undefined ? "" : JSON.stringify(json));
}

function tokenizerJson(fields) {
  const text = JSON.stringify(Object.assign({}, converted, fields));
  return new TextEncoder().encode(text.replace('"CHARSMAP"', () => JSON.stringify(charsmap)));
}

function rowsOf({ ids, offsets, words, ends }) {
  return Array.from(ends, (end, i) => {
    const [from, to] = [(ends[i - 1] ?? 0) + 1, end - 1]; // without <s> and </s>
    const pairs = Array.from({ length: to - from }, (_, k) => [
      offsets[2 * (from + k)],
      offsets[2 * (from + k) + 1],
    ]);
    return [Array.from(ids.subarray(from, to)), pairs, Array.from(words.subarray(from, to))];
  });
}

const results = folders.map(({ fields, files, texts }) => {
  core.loadTokenizer({
    vocabulary: fields === null ? model : tokenizerJson(fields),
    where: "vocabulary",
    config: bytesOf(files["tokenizer_config.json"]),
    specialTokensMap: bytesOf(files["special_tokens_map.json"]),
    addedTokens: bytesOf(files["added_tokens.json"]),
  });
  return rowsOf(core.encode(packTexts(texts), "hf", compat, "codepoint"));
});
parentPort.postMessage(results);
process.exit();
