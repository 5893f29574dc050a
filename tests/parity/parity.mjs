// SPDX-License-Identifier: Apache-2.0
// Our side of the parity run through the public API, which is WebAssembly in Node; see parity.cc.
//   node tests/parity/parity.mjs FOLDER hf|hf-4|sentencepiece TEXTS OUT
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";

import { Tokenizer } from "../../dist/node/index.js";

const [, , folder, mode, textsFile, out] = process.argv;
const slice = 20_000;

function readTexts(bytes) {
  const texts = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + bytes.readUInt32LE(at);
    texts.push(bytes.toString("utf8", at + 4, end));
    at = end;
  }
  return texts;
}

function fingerprint({ ids, offsets, word_ids: words }) {
  const last = ids.length - 1;
  const values = [ids.slice(1, last), offsets.slice(1, last).flat()];
  if (mode !== "sentencepiece") values.push(words.slice(1, last));
  return crc32(Buffer.from(Int32Array.from(values.flat()).buffer));
}

const texts = readTexts(readFileSync(textsFile));
const result = new Uint32Array(texts.length);
const options = { offsets: "codepoint" };
if (mode === "sentencepiece") options.mode = mode;
else options.compat = mode;
const tokenizer = await Tokenizer.load(folder);
for (let at = 0; at < texts.length; at += slice) {
  const encodings = await tokenizer.encode(texts.slice(at, at + slice), options);
  for (const [i, encoding] of encodings.entries()) result[at + i] = fingerprint(encoding);
}
await tokenizer.dispose();
writeFileSync(out, result);
