// SPDX-License-Identifier: Apache-2.0
//
// `xlmr-ner serve` under load: requests of short texts over loopback, so many at a time, with what they take and what
// the server's memory does meanwhile; beside itself without batches, and beside ten lines on transformers.js with the
// same base-size model; see README.md.
//   node tests/bench/serve.mjs [--requests N] [--at-once N] [--loaded]
//   node tests/bench/serve.mjs --base (--python PYTHON | --json TOKENIZER.json) [the same] [--vnni]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { featuresOf, refuseLoad } from "./machine.mjs";
import { benchNode, ensureOwnPackages } from "./own_packages.mjs";
import { table } from "./report.mjs";
import { installRival, makeModels, rival } from "./rival.mjs";
import { shortTexts } from "./texts.mjs";

const { values: given } = parseArgs({
  options: {
    base: { type: "boolean", default: false },
    python: { type: "string" },
    json: { type: "string" },
    requests: { type: "string", default: "10000" },
    "at-once": { type: "string", default: "32" },
    vnni: { type: "boolean", default: false },
    loaded: { type: "boolean", default: false },
  },
});
if (given.base && given.python === undefined && given.json === undefined) {
  throw new Error("--base: expected --python or --json as for tag_rival.mjs, found none");
}
ensureOwnPackages();
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "xlmr-ner-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
process.on("SIGINT", () => process.exit(130));
if (given.base) {
  makeModels(folder, given);
  installRival(folder);
  writeRival();
}
if (!given.loaded) refuseLoad();

const flags = given.vnni ? [] : ["--no-enable-avx-vnni"];
const model = given.base ? `model=${join(folder, "ours")}` : "model=default";
const ours = (...more) => [
  ...[join(root, "dist/node/cli/main.js"), "serve", model, "--port", "0"],
  ...more,
];
const servers = {
  "ours, --max-batch 1": ours("--max-batch", "1"),
  "ours, its defaults": ours(),
  "ours, --jobs 2": ours("--jobs", "2"),
  ...(given.base ? { "transformers.js, ten lines": [join(folder, "rival.mjs")] } : {}),
};
const count = Number(given.requests);
const texts = shortTexts(200);
const agent = new Agent({ keepAlive: true, maxSockets: Number(given["at-once"]) });
const rows = [];
for (const [name, command] of Object.entries(servers))
  rows.push([name, ...(await measure(command))]);
console.log(
  `Node with ${flags.join(" ") || "all that it uses"}; ${rival}; CPU: ${featuresOf().join(", ")}; load average ` +
    `${loadavg()[0].toFixed(1)}; ${count} requests, ${given["at-once"]} at a time, of texts of 8 to 40 words\n`,
);
const figures = ["requests/s", "p50, ms", "p99, ms", "errors"];
const memory = ["25 %", "50 %", "75 %", "100 %"].map((part) => `MB at ${part}`);
console.log(table([given.base ? "base" : "embedded", ...figures, ...memory], rows));

/** One server's figures, as a row of the table. */
async function measure(command) {
  const child = spawn(benchNode(), [...flags, ...command], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const url = new URL("/models/model", JSON.parse(line).listening);
    for (const text of texts.slice(0, 4)) await post(url, text); // it loads its model
    return await load(url, child.pid);
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, "exit");
  }
}

/** Sends all requests, each when one before it is answered. */
async function load(url, pid) {
  const times = [];
  const memories = [];
  let errors = 0;
  let next = 0;
  const begin = performance.now();
  const client = async () => {
    while (next < count) {
      const text = texts[next++ % texts.length];
      const start = performance.now();
      if (!(await post(url, text))) errors++;
      times.push(performance.now() - start);
      if (times.length % Math.ceil(count / 4) === 0 || times.length === count) {
        memories.push(residentMegabytes(pid));
      }
    }
  };
  await Promise.all(Array.from({ length: agent.maxSockets }, client));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const percentile = (part) => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return [
    (count / seconds).toFixed(1),
    percentile(0.5).toFixed(1),
    percentile(0.99).toFixed(1),
    String(errors),
    ...memories.slice(0, 4).map((megabytes) => megabytes.toFixed(0)),
  ];
}

/** Whether the answer was a list of records. */
function post(url, text) {
  const body = JSON.stringify({ inputs: text, parameters: { aggregation_strategy: "simple" } });
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, async (response) => {
      let answer = "";
      for await (const chunk of response.setEncoding("utf8")) answer += chunk;
      resolve(response.statusCode === 200 && Array.isArray(JSON.parse(answer)));
    });
    sent.on("error", reject).end(body);
  });
}

function residentMegabytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return (1024 * Number(kilobytes)) / 1e6;
}

/** What a user of its pipeline writes for a server: ten lines. */
function writeRival() {
  const lines = [
    'import { createServer } from "node:http";',
    'import { json } from "node:stream/consumers";',
    'import { env, pipeline } from "@huggingface/transformers";',
    "env.allowRemoteModels = false;",
    `env.localModelPath = ${JSON.stringify(`${folder}/`)};`,
    'const ner = await pipeline("token-classification", "theirs", { dtype: "q8" });',
    "const server = createServer(async (request, response) =>",
    "  response.end(JSON.stringify(await ner((await json(request)).inputs))));",
    'server.listen(0, "127.0.0.1", () =>',
    "  console.log(JSON.stringify({ listening: `http://127.0.0.1:${server.address().port}` })));",
  ];
  writeFileSync(join(folder, "rival.mjs"), lines.join("\n"));
}
