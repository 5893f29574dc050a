// SPDX-License-Identifier: Apache-2.0
//
// `xlmr-ner tag` on many texts: this build with one worker and with two, beside an earlier one, in turn, each
// with all that a process does from its start; see README.md.
//   node tests/bench/tag.mjs --before CHECKOUT [--texts N] [--rounds N] [--vnni] [--loaded]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { featuresOf, refuseLoad } from "./machine.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";
import { median, table } from "./report.mjs";
import { shortTexts } from "./texts.mjs";

const { values: given } = parseArgs({
  options: {
    before: { type: "string" },
    texts: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    vnni: { type: "boolean", default: false },
    loaded: { type: "boolean", default: false },
  },
});
if (given.before === undefined) throw new Error("expected --before CHECKOUT, found none");
if (!given.loaded) refuseLoad();
ensureOwnPackages();
const now = join(dirname(fileURLToPath(import.meta.url)), "../..");
const contenders = {
  before: { root: resolve(given.before), args: [] },
  "now, one worker on one thread": { root: now, args: ["--threads", "1"] },
  now: { root: now, args: [] },
  "now, --jobs 2": { root: now, args: ["--jobs", "2"] },
};
const flags = given.vnni ? [] : ["--no-enable-avx-vnni"];
const folder = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const file = join(folder, "texts.txt");
writeFileSync(file, shortTexts(Number(given.texts)).join("\n"));

const times = new Map(Object.keys(contenders).map((name) => [name, []]));
const outputs = new Set();
for (let round = 0; round < Number(given.rounds); ++round) {
  for (const [name, { root, args }] of Object.entries(contenders)) {
    const command = [
      ...flags,
      join(root, "dist/node/cli/main.js"),
      "tag",
      "--file",
      file,
      "--json",
    ];
    const begin = performance.now();
    const output = execFileSync(benchNode(), [...command, ...args], { maxBuffer: 2 ** 30 });
    times.get(name).push(performance.now() - begin);
    if (root === now) outputs.add(output.toString());
  }
}
if (outputs.size !== 1) throw new Error("expected the same output of one worker and of two");
const first = median(times.get("before"));
const rows = [...times].map(([name, all]) => [
  name,
  (median(all) / 1000).toFixed(2),
  (Number(given.texts) / (median(all) / 1000)).toFixed(0),
  (first / median(all)).toFixed(2),
]);
console.log(
  `Node with ${flags.join(" ") || "all that it uses"}; CPU: ${featuresOf().join(", ")}; medians of ` +
    `${given.rounds}, in turn; load average ${loadavg()[0].toFixed(1)}; ${given.texts} texts\n`,
);
console.log(
  table(["embedded model, texts of 8 to 40 words", "s", "texts/s", "times before"], rows),
);
