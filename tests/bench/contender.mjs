// SPDX-License-Identifier: Apache-2.0
// What a contender's process does: load, say so, and encode all texts once for every line on stdin.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const warmUp = 3000; // ms

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

/**
 * `load()` resolves to a function from a list of texts to their encodings, or a promise of them.
 * The texts are a JSON file, argument 2 of the process. A line is `warm`, which goes on for a while
 * until what is compiled while it runs is compiled; `all`, a round; or `lists`, a round in which every
 * list of every encoding is read, too. The answer has the last round's time and number of tokens.
 */
export async function compete(load) {
  const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  const encode = await load();
  say({ ms: performance.now() - start, bytes: process.memoryUsage().rss - memory });
  for await (const line of createInterface({ input: process.stdin })) {
    const end = performance.now() + (line === "warm" ? warmUp : 0);
    let answer;
    do answer = await runRound(encode, texts, line === "lists");
    while (performance.now() < end);
    say(answer);
  }
  process.exit();
}

async function runRound(encode, texts, isReadingLists) {
  const begin = performance.now();
  const encodings = await encode(texts);
  const entries = isReadingLists ? encodings.reduce((sum, each) => sum + countEntries(each), 0) : 0;
  const ms = performance.now() - begin;
  const tokens = encodings.reduce((sum, { ids }) => sum + ids.length, 0);
  if (isReadingLists && entries < tokens) throw new Error(`expected ${tokens} entries`);
  return { ms, tokens };
}

/** The entries of all lists of an encoding; the rival's encodings have two lists. */
function countEntries({ ids, tokens, offsets, word_ids: words, special_tokens_mask: mask }) {
  return [ids, tokens, offsets, words, mask].reduce((sum, list) => sum + (list?.length ?? 0), 0);
}
