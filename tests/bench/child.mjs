// SPDX-License-Identifier: Apache-2.0
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A contender's process: `answer(line)` sends a line and resolves to what comes back. */
export function startChild(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`expected an answer of ${args[0]}, found its end`);
    return JSON.parse(value);
  };
  return {
    next,
    async answer(line) {
      child.stdin.write(`${line}\n`);
      return next();
    },
    // Killed, not asked: Node 26 at times does not come back from process.exit() while V8 still
    // compiles WebAssembly in the background.
    async end() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
