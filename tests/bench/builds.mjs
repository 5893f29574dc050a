// SPDX-License-Identifier: Apache-2.0
//
// This build beside an earlier one, in turn: the engine at some sizes, lists of short texts, the first
// call; see README.md.
//   node tests/bench/builds.mjs --before CHECKOUT [--vnni] [--rounds N] [--loaded]
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { startChild } from "./child.mjs";
import { shapes } from "./counter_weights.mjs";
import { Models } from "./engine_models.mjs";
import { NodeHost } from "./engine_node.mjs";
import { race } from "./engine_race.mjs";
import { featuresOf, refuseLoad } from "./machine.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";
import { median, table } from "./report.mjs";

const { values: given } = parseArgs({
  options: {
    before: { type: "string" },
    vnni: { type: "boolean", default: false },
    rounds: { type: "string", default: "9" },
    loaded: { type: "boolean", default: false },
  },
});
if (given.before === undefined) throw new Error("expected --before CHECKOUT, found none");
if (!given.loaded) refuseLoad();
ensureOwnPackages();
const rounds = Number(given.rounds);
const here = dirname(fileURLToPath(import.meta.url));
const roots = { before: resolve(given.before), now: join(here, "../..") };
const node = benchNode();
const flags = given.vnni ? [] : ["--no-enable-avx-vnni"];
const rows = [];

const add = (name, { before, now }) =>
  rows.push([name, before.toFixed(2), now.toFixed(2), (now / before).toFixed(2)]);

await engines();
await calls();
console.log(
  `Node with ${flags.join(" ") || "all that it uses"}; CPU: ${featuresOf().join(", ")}; medians of ` +
    `${rounds}, in turn; load average ${loadavg()[0].toFixed(1)}\n`,
);
console.log(table(["ms", "before", "now", "now / before"], rows));

/** Windows of one size through the engine of a base model. */
async function engines() {
  const folder = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
  const host = new NodeHost(node, flags);
  const shape = { ...shapes.base, spread: "normal" };
  try {
    const file = new Models(folder).file({ name: "base", shape, dtype: "q8" });
    for (const binary of ["relaxed", "simd"]) {
      for (const threads of [1, 2]) {
        const entrants = {};
        for (const [name, root] of Object.entries(roots)) {
          const job = { contender: "ours", binary, shape, threads, file, root, fromMemory: true };
          entrants[name] = await host.open(job);
        }
        for (const size of [16, 128]) {
          const times = await race(entrants, [size], { rounds, warmUps: 3 });
          add(`base, ${binary}, ${size} tokens, ${threads} threads`, times);
        }
        for (const entrant of Object.values(entrants)) await entrant.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The embedded model through the API: the first call of a process, and a list of short texts. */
async function calls() {
  for (const threads of [1, 2]) {
    const first = { before: [], now: [] };
    const list = { before: [], now: [] };
    for (let round = 0; round < rounds; ++round) {
      for (const [name, root] of Object.entries(roots)) {
        const args = [...flags, join(here, "builds_child.mjs"), root, String(threads)];
        const { next, end } = startChild(node, args);
        const times = await next();
        first[name].push(times.first);
        list[name].push(times.list);
        await end();
      }
    }
    const medians = (all) => ({ before: median(all.before), now: median(all.now) });
    add(`embedded model, first call, ${threads} threads`, medians(first));
    add(`embedded model, 1,000 texts of 5 to 30 tokens, ${threads} threads`, medians(list));
  }
}
