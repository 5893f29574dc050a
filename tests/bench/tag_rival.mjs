// SPDX-License-Identifier: Apache-2.0
//
// `xlmr-ner tag` beside transformers.js in Node, in turn, on the same base-size model and texts, each with all
// that a process does from its start; see README.md.
//   node tests/bench/tag_rival.mjs (--python PYTHON | --json TOKENIZER.json) [--texts N] [--rounds N] [--vnni] [--loaded]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { featuresOf, refuseLoad } from "./machine.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";
import { median, table } from "./report.mjs";
import { installRival, makeModels, rival } from "./rival.mjs";
import { shortTexts } from "./texts.mjs";

const { values: given } = parseArgs({
  options: {
    python: { type: "string" },
    json: { type: "string" },
    texts: { type: "string", default: "200" },
    rounds: { type: "string", default: "5" },
    vnni: { type: "boolean", default: false },
    loaded: { type: "boolean", default: false },
  },
});
if (given.python === undefined && given.json === undefined) {
  throw new Error(
    "expected --python with transformers or --json with the embedded model's tokenizer.json, found none",
  );
}
ensureOwnPackages();
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
process.on("SIGINT", () => process.exit(130));
const texts = join(folder, "texts.txt");
writeFileSync(texts, `${shortTexts(Number(given.texts)).join("\n")}\n`);
makeModels(folder, given);
installRival(folder);
writeProgram();
if (!given.loaded) refuseLoad();

const flags = given.vnni ? [] : ["--no-enable-avx-vnni"];
const tag = [...flags, join(root, "dist/node/cli/main.js"), "tag", "--model", join(folder, "ours")];
const ours = (...more) => [...tag, "--file", texts, "--json", ...more];
const theirs = (dtype) => [join(folder, "rival.mjs"), dtype, texts];
const commands = {
  "transformers.js, q8": theirs("q8"),
  "transformers.js, fp32, its default": theirs("fp32"),
  "ours, q8, one worker on one thread": ours("--threads", "1"),
  "ours, q8, --jobs 2": ours("--jobs", "2"),
};
const times = new Map(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < Number(given.rounds); ++round) {
  for (const [name, command] of Object.entries(commands)) {
    const begin = performance.now();
    execFileSync(benchNode(), command, { maxBuffer: 2 ** 30, cwd: folder });
    times.get(name).push(performance.now() - begin);
  }
}
const first = median(times.get("transformers.js, q8"));
const rows = [...times].map(([name, all]) => [
  name,
  (median(all) / 1000).toFixed(2),
  (Number(given.texts) / (median(all) / 1000)).toFixed(1),
  (first / median(all)).toFixed(2),
]);
console.log(
  `Node with ${flags.join(" ") || "all that it uses"}; ${rival}; CPU: ${featuresOf().join(", ")}; medians of ` +
    `${given.rounds}, in turn; load average ${loadavg()[0].toFixed(1)}; ${given.texts} texts\n`,
);
console.log(table(["base, texts of 8 to 40 words", "s", "texts/s", "times the first"], rows));

/** What a user of its pipeline writes. */
function writeProgram() {
  const lines = [
    'import { readFileSync } from "node:fs";',
    'import { env, pipeline } from "@huggingface/transformers";',
    "env.allowRemoteModels = false;",
    `env.localModelPath = ${JSON.stringify(`${folder}/`)};`,
    "const [dtype, file] = process.argv.slice(2);",
    'const ner = await pipeline("token-classification", "theirs", { dtype });',
    'for (const text of readFileSync(file, "utf8").trim().split("\\n")) {',
    "  console.log(JSON.stringify(await ner(text)));",
    "}",
  ];
  writeFileSync(join(folder, "rival.mjs"), lines.join("\n"));
}
