// SPDX-License-Identifier: Apache-2.0
//
// The base model in 4 bits beside the same in 8, in turn: time at some sizes, and memory with XLM-R's
// vocabulary; see README.md.
//   node tests/bench/formats.mjs [--vnni] [--rounds N] [--loaded]
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { realVocabulary, shapes } from "./counter_weights.mjs";
import { peakBytes } from "./engine_memory.mjs";
import { Models } from "./engine_models.mjs";
import { NodeHost } from "./engine_node.mjs";
import { race } from "./engine_race.mjs";
import { featuresOf, refuseLoad } from "./machine.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";
import { table } from "./report.mjs";

const { values: given } = parseArgs({
  options: {
    vnni: { type: "boolean", default: false },
    rounds: { type: "string", default: "15" },
    loaded: { type: "boolean", default: false },
  },
});
if (!given.loaded) refuseLoad();
ensureOwnPackages();
const rounds = Number(given.rounds);
const flags = given.vnni ? [] : ["--no-enable-avx-vnni"];
const host = new NodeHost(benchNode(), flags);
const dtypes = ["q8", "q4"];
const shape = { ...shapes.base, spread: "normal" };
const scratch = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
process.on("SIGINT", () => process.exit(130));
const models = new Models(scratch);
const rows = [];

const add = (name, { q8, q4 }, digits) =>
  rows.push([name, q8.toFixed(digits), q4.toFixed(digits), (q4 / q8).toFixed(2)]);

await times();
await memory();
console.log(
  `Node with ${flags.join(" ") || "all that it uses"}; CPU: ${featuresOf().join(", ")}; medians of ` +
    `${rounds}, in turn; load average ${loadavg()[0].toFixed(1)}\n`,
);
console.log(table(["base", "q8", "q4", "q4 / q8"], rows));

async function times() {
  for (const binary of ["relaxed", "simd"]) {
    for (const threads of [1, 2]) {
      const entrants = {};
      for (const dtype of dtypes) {
        const file = models.file({ name: "base", shape, dtype });
        const job = { contender: "ours", binary, shape, threads, file, fromMemory: true };
        entrants[dtype] = await host.open(job);
      }
      for (const size of [16, 128]) {
        const ms = await race(entrants, [size], { rounds, warmUps: 3 });
        add(`${binary}, ${size} tokens, ${threads} threads, ms`, ms, 1);
      }
      for (const entrant of Object.values(entrants)) await entrant.close();
    }
  }
}

/** Of one thread. */
async function memory() {
  const full = { ...shape, vocab: realVocabulary };
  const job = { contender: "ours", binary: "relaxed", shape: full, threads: 1 };
  const megabytes = {};
  for (const dtype of dtypes) {
    const file = models.file({ name: "vocabulary", shape: full, dtype });
    const empty = await peakBytes(host, { ...job, contender: "empty", file });
    megabytes[dtype] = ((await peakBytes(host, { ...job, file })) - empty) / 1e6;
  }
  add(`peak memory with ${realVocabulary} pieces, MB`, megabytes, 0);
}
