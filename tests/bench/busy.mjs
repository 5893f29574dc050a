// SPDX-License-Identifier: Apache-2.0
//
// What more threads gain where other programs want the processors, too: wall and processor time of a call,
// for each number of threads in turns, beside so many busy processes. The first run is without any.
//   node tests/bench/busy.mjs [BUSY]
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";

import { pipeline } from "../../dist/node/index.js";
import { table } from "./report.mjs";

const rounds = 60;
const text = "Angela Merkel besuchte im Juli Paris und traf dort Emmanuel Macron. ".repeat(8);

if (process.argv[2] === "be-busy") {
  for (;;); // until the parent kills it
}

const busy = Number(process.argv[2] ?? availableParallelism());
for (const count of new Set([0, busy])) await measure(count);

async function measure(count) {
  const contenders = [];
  for (const threads of [1, 2, 4]) {
    const ner = await pipeline("ner", undefined, { threads });
    for (let i = 0; i < 5; i++) await ner(text);
    contenders.push({ ner, wall: [], cpu: [] });
  }
  const others = Array.from({ length: count }, () => fork(import.meta.filename, ["be-busy"]));
  try {
    for (let i = 0; i < rounds; i++) for (const each of contenders) await time(each);
  } finally {
    for (const other of others) other.kill();
  }
  console.log(`beside ${count} busy processes, medians of ${rounds}:`);
  const rows = contenders.map(({ ner, wall, cpu }) => [
    `${ner.info().threads} threads`,
    median(wall).toFixed(1),
    median(cpu).toFixed(1),
  ]);
  console.log(table(["", "ms a call", "ms of processors"], rows));
  for (const { ner } of contenders) await ner.dispose();
}

async function time({ ner, wall, cpu }) {
  const before = process.cpuUsage();
  const begin = performance.now();
  await ner(text);
  wall.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1000);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
