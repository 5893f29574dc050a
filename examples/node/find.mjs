// SPDX-License-Identifier: Apache-2.0
// Prints the names in each line of a file:  node find.mjs letter.txt

import { open } from "node:fs/promises";

import { pipeline } from "xlmr-ner";

const [path] = process.argv.slice(2);
const file = await open(path);
const ner = await pipeline("ner");
let line = 0;
for await (const records of ner.stream(file.readLines(), { aggregation_strategy: "simple" })) {
  line += 1;
  for (const { entity_group, word } of records) console.log(`${line}: ${entity_group} ${word}`);
}
await ner.dispose();
