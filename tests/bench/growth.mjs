// SPDX-License-Identifier: Apache-2.0
// How the time of one text grows with its length, on texts made to be slow:
//   node tests/bench/growth.mjs MODEL-FOLDER
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { Tokenizer } from "../../dist/node/index.js";
import { table } from "./report.mjs";
import { adversarial } from "./texts.mjs";

const sizes = [2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]; // bytes of UTF-8
const rounds = 7;
// The longest piece of XLM-R's vocabulary, 16 characters of a rule.
const longestPiece = "----------------";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

function ofBytes(size, make) {
  const sample = 1200;
  const bytesPerUnit = Buffer.byteLength(make(sample, longestPiece)) / sample;
  return make(Math.floor(size / bytesPerUnit), longestPiece);
}

const tokenizer = await Tokenizer.load(process.argv[2], { threads: 1 });

async function best(text) {
  let ms = Infinity;
  for (let round = 0; round < rounds; ++round) {
    collectGarbage(); // else it falls into the time of some sizes and not of others
    const start = performance.now();
    await tokenizer.encode(text);
    ms = Math.min(ms, performance.now() - start);
  }
  return ms;
}

const rows = [];
for (const [name, make] of Object.entries(adversarial)) {
  const times = [];
  for (const size of sizes) times.push(await best(ofBytes(size, make)));
  const growth = times.slice(1).map((ms, i) => ms / times[i]);
  rows.push([name, ...times.map((ms) => ms.toFixed(1)), Math.max(...growth).toFixed(2)]);
}
await tokenizer.dispose();
const heads = sizes.map((size) => `${size / 1024} Ki ms`);
console.log(table(["bytes of UTF-8", ...heads, "t(2n)/t(n)"], rows));
