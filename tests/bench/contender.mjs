// SPDX-License-Identifier: Apache-2.0
// What a contender's process does: load, say so, and encode all texts once for every line on stdin.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

/**
 * `load()` resolves to a function from a list of texts to the number of tokens, or a promise of it.
 * The texts are a JSON file, argument 2 of the process.
 */
export async function compete(load) {
  const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  const encode = await load();
  say({ ms: performance.now() - start, bytes: process.memoryUsage().rss - memory });
  for await (const line of createInterface({ input: process.stdin })) {
    const part = line === "warm" ? texts.slice(0, 1000) : texts;
    const begin = performance.now();
    const tokens = await encode(part);
    say({ ms: performance.now() - begin, tokens });
  }
  process.exit();
}
