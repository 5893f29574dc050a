// SPDX-License-Identifier: Apache-2.0
//
// The tokenizer beside @huggingface/tokenizers and the Rust tokenizers; see README.md.
//   node tests/bench/tokenizer.mjs [--data DIR] [--python PYTHON] [--json FILE] [--lines N] [--rounds N]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { startChild } from "./child.mjs";
import { median, table } from "./report.mjs";
import { takeLines } from "./texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    data: { type: "string", default: join(here, "../../../shared/data") },
    python: { type: "string" },
    json: { type: "string" },
    lines: { type: "string", default: "10000" },
    rounds: { type: "string", default: "9" },
  },
});
if (given.python === undefined && given.json === undefined) {
  throw new Error(
    "expected --python with transformers or --json with a tokenizer.json, found none",
  );
}
const model = join(given.data, "xlmr");
const rustScript = join(here, "contender_rust.py");
const scratch = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));

try {
  const lines = takeLines(join(given.data, "text"), Number(given.lines));
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  const textsFile = join(scratch, "texts.json");
  writeFileSync(textsFile, JSON.stringify(lines));
  let json = given.json;
  if (json === undefined) {
    json = join(scratch, "tokenizer.json");
    execFileSync(given.python, [rustScript, "--convert", `${model}/sentencepiece.bpe.model`, json]);
  }

  const script = (name, ...args) => [process.execPath, [join(here, name), textsFile, ...args]];
  const commands = {
    "ours, 1 thread": script("contender_ours.mjs", model, "1"),
    "ours, 2 threads": script("contender_ours.mjs", model, "2"),
    JavaScript: script("contender_js.mjs", json),
    ...(given.python && { "Rust, 1 thread": [given.python, [rustScript, textsFile, json]] }),
  };
  const contenders = Object.entries(commands).map(([name, command]) => ({
    name,
    command,
    load: [],
    memory: [],
    encode: [],
    lists: [],
  }));

  // Loads one after the other, several times, the last process stays for the rounds.
  for (let round = 0; round < 3; ++round) {
    for (const each of contenders) {
      each.process?.end();
      each.process = startChild(...each.command);
      const { ms, bytes: growth } = await each.process.next();
      each.load.push(ms);
      each.memory.push(growth);
    }
  }
  for (const each of contenders) await each.process.answer("warm");
  for (const [command, times] of [
    ["all", "encode"],
    ["lists", "lists"],
  ]) {
    for (let round = 0; round < Number(given.rounds); ++round) {
      for (const each of contenders) {
        const { ms, tokens } = await each.process.answer(command);
        each.tokens = tokens;
        each[times].push(ms);
      }
    }
  }
  for (const each of contenders) each.process.end();

  const speed = (times) => (bytes / median(times) / 1000).toFixed(2);
  console.log(`${lines.length} texts, ${(bytes / 1e6).toFixed(2)} MB of UTF-8; medians\n`);
  console.log(
    table(
      ["", "load ms", "MB/s", "MB/s with lists", "resident MB", "tokens"],
      contenders.map(({ name, load, memory, encode, lists, tokens }) => [
        name,
        median(load).toFixed(0),
        speed(encode),
        speed(lists),
        (median(memory) / 1e6).toFixed(0),
        String(tokens),
      ]),
    ),
  );
  const [one, two, js, rust] = contenders;
  const ratio = (slow, fast) => (median(slow) / median(fast)).toFixed(2);
  const throughput = (slow, fast) =>
    `${ratio(slow.encode, fast.encode)} x the throughput, ${ratio(slow.lists, fast.lists)} x with lists`;
  console.log(`\nours to JavaScript: ${throughput(js, one)}`);
  console.log(`ours to JavaScript: ${ratio(js.load, one.load)} x faster to load`);
  if (rust) console.log(`ours to Rust: ${throughput(rust, one)}`);
  console.log(`two threads to one: ${throughput(one, two)}\n`);

  // With a large young generation: a collection of the results' objects, which hits some sizes and
  // not others, would hide how the tokenizer itself grows.
  const flags = ["--min-semi-space-size=512", "--max-semi-space-size=512"];
  execFileSync(process.execPath, [...flags, join(here, "growth.mjs"), model], { stdio: "inherit" });
} finally {
  rmSync(scratch, { recursive: true });
}
