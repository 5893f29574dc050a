// SPDX-License-Identifier: Apache-2.0
//
// `xlmr-ner tag --resume` after SIGKILL: a file of JSONL is tagged on two workers, killed at a random moment, resumed,
// killed again, and then resumed to its end, so many times. The output has to be that of a run that nobody
// killed, to the byte: no line lost, doubled, or out of order, bad lines among them.
//   npm run faults:resume -- [TRIES] [TEXTS]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { table } from "../bench/report.mjs";

const tries = Number(process.argv[2] ?? 10);
const texts = Number(process.argv[3] ?? 3000);
/** Kills of a try, before it may end. */
const kills = 2;
const main = fileURLToPath(new URL("../../dist/node/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "xlmr-ner-resume-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const input = join(folder, "in.jsonl");
const words = "Angela Merkel besuchte im Juli Paris und sprach mit Emma aus Łódź 🚀".split(" ");
writeFileSync(
  input,
  Array.from({ length: texts }, (_, id) => {
    const text = Array.from({ length: 1 + (id % 33) }, (_, k) => words[(id + k) % words.length]);
    return `${id % 97 === 5 ? "{" : JSON.stringify({ id, text: text.join(" "), by: "me" })}\n`;
  }).join(""),
);

const begin = performance.now();
const whole = join(folder, "whole.jsonl");
await start(whole).ended;
const duration = performance.now() - begin;
const expected = readFileSync(whole);
if (linesIn(expected) !== texts) throw new Error(`expected ${texts} lines, found others`);

const rows = [];
for (let i = 0; i < tries; ++i) {
  const out = join(folder, "out.jsonl");
  rmSync(out, { force: true });
  const moments = [];
  while (moments.length < kills) {
    const moment = Math.random() * duration;
    const run = start(out);
    const isEnded = await Promise.race([run.ended.then(() => true), sleep(moment, false)]);
    run.child.kill("SIGKILL");
    await run.ended;
    const left = existsSync(out) ? readFileSync(out) : Buffer.of();
    const isHalf = left.length > 0 && left.at(-1) !== 0x0a;
    moments.push(`${moment.toFixed(0)}: ${linesIn(left)}${isHalf ? " and a half" : ""}`);
    if (isEnded) break;
  }
  const code = await start(out).ended; // 1 where one of the bad lines was left
  const isRight = readFileSync(out).equals(expected) && code < 2;
  if (!isRight) process.exitCode = 1;
  rows.push([String(i + 1), moments.join(", "), isRight ? "equal" : "OTHER"]);
}
console.log(`${texts} texts, ${(duration / 1000).toFixed(1)} s without a kill\n`);
console.log(table(["try", "killed after ms: lines that were there", "output"], rows));

function start(out) {
  const options = ["--file", input, "--out", out, "--resume", "--jobs", "2"];
  const child = spawn(process.execPath, [main, "tag", "--format", "jsonl", ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { child, ended: once(child, "exit").then(([code]) => code) };
}

function linesIn(bytes) {
  return bytes.toString("latin1").split("\n").length - 1;
}
