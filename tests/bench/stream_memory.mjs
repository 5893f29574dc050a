// SPDX-License-Identifier: Apache-2.0
//
// Memory of `xlmr-ner tag` on endless JSONL: so many bytes are piped in as fast as it takes them, its resident
// memory (VmRSS, Linux) is read each second, and what it is in the end is set beside what it was after the first
// minute. Each line has to come back, in order, with all that is kept of it.
//   node tests/bench/stream_memory.mjs [--size 1GB] [--note 6000] [-- OPTIONS of tag]
//
// The network takes a few hundred texts a second, so 1 GB of short texts would take hours. Most of a record is
// therefore a member that is kept, `note`, of 6 kB; so 1 GB is 163,000 texts. `--note 0` is texts alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { clearInterval, setInterval } from "node:timers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { median } from "./report.mjs";

const { values, positionals } = parseArgs({
  options: {
    size: { type: "string", default: "1GB" },
    note: { type: "string", default: "6000" },
  },
  allowPositionals: true,
});
const [, digits, unit] = /^(\d+)(KB|MB|GB)$/.exec(values.size) ?? [];
if (unit === undefined) throw new Error(`--size: expected a size as 200MB, found ${values.size}`);
const size = Number(digits) * { KB: 1e3, MB: 1e6, GB: 1e9 }[unit];
const note = "n".repeat(Number(values.note));
const sentences = [
  "Angela Merkel besuchte im Juli Paris.",
  "Sarah lives in London and works for the BBC.",
  "Nothing happened.",
  "Владимир приехал в Москву.",
  "田中さんは東京に住んでいます。",
  "",
];
/** Seconds until memory is taken for what it stays, and samples that are compared. */
const warm = 60;
const some = 10;
/** The most by which it may have grown. */
const mostGrowth = 1.1;

const main = join(fileURLToPath(new URL("../..", import.meta.url)), "dist/node/cli/main.js");
const args = [main, "tag", "--format", "jsonl", ...positionals];
const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
const exited = once(child, "exit");
const begin = performance.now();
const seconds = () => (performance.now() - begin) / 1000;
let sent = 0;
let back = 0;
const memory = []; // MB, each second
const timer = setInterval(() => {
  memory.push(residentOf(child.pid));
  if (memory.length % 30 !== 0) return;
  console.log(
    `${seconds().toFixed(0)} s: ${memory.at(-1).toFixed(0)} MB, ${back} lines back, ` +
      `${(back / seconds()).toFixed(0)} a second`,
  );
}, 1000);

try {
  await Promise.all([pipeline(lines(), child.stdin), check(child.stdout)]);
  const [code] = await exited;
  if (code !== 0) throw new Error(`expected exit status 0, found ${code}`);
} finally {
  clearInterval(timer);
  child.kill("SIGKILL");
}
if (back !== sent) throw new Error(`expected ${sent} lines, found ${back}`);
// The heaps of V8 reach their size within the first minute; a run that is no longer says nothing.
const isLong = memory.length > 2 * warm;
const from = isLong ? warm : Math.floor(memory.length / 3);
const early = median(memory.slice(from, from + some));
const late = median(memory.slice(-some));
console.log(
  `${values.size} in ${seconds().toFixed(0)} s, ${sent} texts, ${sent} lines back in order; memory after ` +
    `${from} s ${early.toFixed(0)} MB, at the end ${late.toFixed(0)} MB (${(late / early).toFixed(3)} of it), ` +
    `most ${Math.max(...memory).toFixed(0)} MB`,
);
if (isLong && late > mostGrowth * early) {
  console.error(`expected at most ${mostGrowth} times the memory of before`);
  process.exitCode = 1;
}

async function* lines() {
  for (let bytes = 0; bytes < size; sent++) {
    const line = `${JSON.stringify({ id: sent, text: sentences[sent % sentences.length], note })}\n`;
    bytes += Buffer.byteLength(line);
    yield line;
  }
}

async function check(stdout) {
  let rest = "";
  for await (const chunk of stdout.setEncoding("utf8")) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    for (const part of parts) {
      const { id, note: kept, entities } = JSON.parse(part);
      if (id !== back || kept !== note || !Array.isArray(entities)) {
        throw new Error(
          `line ${back + 1}: expected the record ${back}, found ${part.slice(0, 200)}`,
        );
      }
      back++;
    }
  }
  if (rest !== "") throw new Error(`expected whole lines, found ${rest.slice(0, 200)} at the end`);
}

function residentOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
