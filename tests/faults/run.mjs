// SPDX-License-Identifier: Apache-2.0
//
// Every fault of a worker, so many times in Node and in Chromium: each call has to be settled within 250 ms
// of its cause with a typed error, the next call has to be right, and nothing may be asked of the network.
//   npm run faults -- [TRIES] [node|chromium]
import { rmSync } from "node:fs";

import { table } from "../bench/report.mjs";
import { openChromium } from "./chromium.mjs";
import { faultyCore, filler, greedy } from "./faulty_core.js";
import { openNode } from "./node.mjs";

/** Milliseconds from a cause to the last call that it ends. */
const most = 250;

const sentence = "Angela Merkel besuchte im Juli Paris.";
const long = `${sentence} `.repeat(2000);
const crashed = "worker_crashed";

/** What happens, what brings it about (one_try.js), and the codes that calls may be settled with. */
const faults = [
  core("full memory in the core's own thread", "main", "full", "out_of_memory"),
  core("full memory in another thread", "thread", "full", "out_of_memory"),
  core("a trap in the core's own thread", "main", "trap", "internal"),
  core("a trap in another thread", "thread", "trap", "internal"),
  { name: "the worker is ended", how: "end", texts: long, codes: [crashed] },
  { name: "abort while another one starts", how: "abort", texts: long, codes: ["AbortError"] },
  { name: "dispose while another one starts", how: "dispose", texts: long, codes: ["disposed"] },
  { name: "5000 calls at once", how: "many", texts: "", codes: ["too_many_calls"] },
];

function core(name, where, kind, code) {
  const texts = where === "main" ? [greedy] : [filler, greedy];
  return { name, how: "core", where, kind, texts, codes: [code, crashed] };
}

const tries = Number(process.argv[2] ?? 100);
const hosts = { node: openNode, chromium: openChromium };
const rows = [];
let isBad = false;
for (const [name, open] of Object.entries(hosts)) {
  if (process.argv[3] !== undefined && process.argv[3] !== name) continue;
  for (const fault of faults) rows.push(await measure(name, open, fault));
}
const head = ["fault", "in", "tries", "ms, median", "ms, most", "others", "next wrong", "requests"];
console.log(table(head, rows));
process.exitCode = isBad ? 1 : 0;

async function measure(host, open, fault) {
  const folder = fault.how === "core" ? faultyCore(fault) : undefined;
  const opened = await open({ folder, fault, sentence });
  const found = [];
  try {
    await opened.attempt(); // the first one loads the model, and whatever is kept
    const before = opened.requests();
    for (let missed = 0; found.length < tries;) {
      const one = await opened.attempt();
      if (mayMiss(fault) && one.codes.join() === "ok" && missed++ < 10 * tries) continue;
      found.push(one);
    }
    // After dispose() a pipeline of its own is loaded, which may ask.
    const requests = fault.how === "dispose" ? 0 : opened.requests() - before;
    return report(host, fault, found, requests);
  } finally {
    await opened.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  }
}

/**
 * Whether nothing may have happened: the core's own thread was quicker to take the text that fails in another,
 * or the call was answered before it was to be ended.
 */
function mayMiss({ where, how }) {
  return where === "thread" || how === "abort" || how === "dispose";
}

function report(host, fault, found, requests) {
  const times = found.map(({ ms }) => ms).sort((a, b) => a - b);
  const isOther = ({ codes }) => codes.some((code) => !fault.codes.includes(code));
  const others = found.filter(isOther);
  const wrong = found.filter(({ isRight }) => !isRight).length;
  const longest = times.some(Number.isNaN) ? NaN : times.at(-1);
  if (!(longest <= most) || others.length + wrong + requests > 0) isBad = true;
  const numbers = [found.length, times[Math.floor(times.length / 2)].toFixed(0)];
  numbers.push(longest.toFixed(0), others.length, wrong, requests);
  console.error(`${fault.name} in ${host}: ${numbers.join(", ")}`, others[0]?.codes ?? "");
  return [fault.name, host, ...numbers.map(String)];
}
