// SPDX-License-Identifier: Apache-2.0
// A contender's process in Node: JOB as JSON, see engine_entrant.mjs, with `file` and `fromMemory`.
// Answers each line on stdin, a request of `forward` or "peak".
import { existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { createInterface } from "node:readline";

import { enter, inMemory } from "./engine_entrant.mjs";

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const { file, fromMemory, ...job } = JSON.parse(process.argv[2]);

/** Into one buffer again and again, as the package reads a folder. */
function onDisk(path) {
  const fd = openSync(path);
  let buffer = new Uint8Array();
  return {
    size: statSync(path).size,
    read(begin, end) {
      if (buffer.length < end - begin) buffer = new Uint8Array(end - begin);
      const bytes = buffer.subarray(0, end - begin);
      const found = readSync(fd, bytes, 0, bytes.length, begin);
      if (found !== bytes.length) throw new Error(`expected ${bytes.length} bytes, found ${found}`);
      return bytes;
    },
  };
}

/** Workers included. Where there is /proc, as maxRSS starts with that of the process that started this one. */
function peakBytes() {
  const status = "/proc/self/status";
  const found = existsSync(status) && /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, "utf8"));
  return (found ? Number(found[1]) : process.resourceUsage().maxRSS) * 1024;
}

const entrant = await enter(job, fromMemory ? inMemory(readFileSync(file)) : onDisk(file));
say(entrant.ready);
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "peak") say({ bytes: peakBytes() });
  else say(await entrant.forward(JSON.parse(line)));
}
process.exit();
