// SPDX-License-Identifier: Apache-2.0
//
// Starts a process and says how long each of its steps took, in ms.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { stepsOf } from "./cold_start_steps.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, "../../dist/node/cli/main.js");
const child = join(here, "cold_start_child.mjs");

/** What a process prints, when it began, and the times of its first byte and of its end. */
async function run(args) {
  const begin = performance.now();
  const process_ = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let first;
  process_.stdout.on("data", (chunk) => {
    first ??= performance.now() - begin;
    output += chunk;
  });
  const [status] = await once(process_, "close");
  if (status !== 0) throw new Error(`expected ${args[0]} to succeed, found status ${status}`);
  return { output, began: performance.timeOrigin + begin, first, end: performance.now() - begin };
}

export async function startNothing() {
  return { whole: (await run(["-e", "0"])).end };
}

/** The core compiled in a process that does nothing else; in the package other steps go beside it. */
export async function startCompile() {
  const { output } = await run([child]);
  return { whole: JSON.parse(output) };
}

/** The whole is up to the first line; the process then ends. */
export async function startCli(text) {
  const { output, first, end } = await run([cli, text]);
  if (!output.startsWith("PER\t")) throw new Error(`expected a person, found ${output}`);
  return { whole: first, "process ended": end };
}

export async function startPackage(text, threads) {
  const { output, began } = await run([child, text, threads]);
  return stepsOf(JSON.parse(output), began);
}
