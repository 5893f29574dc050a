// SPDX-License-Identifier: Apache-2.0
// Loaded before the command by a test: it says something and is killed once it has written 100 lines.
import process from "node:process";

const write = process.stdout.write.bind(process.stdout);
let lines = 0;
process.stdout.write = (text, ...rest) => {
  lines++;
  if (lines === 100) {
    process.stderr.write("about to be killed\n", () => process.kill(process.pid, "SIGKILL"));
  }
  return write(text, ...rest);
};
