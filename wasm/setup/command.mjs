// SPDX-License-Identifier: Apache-2.0
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Runs a command and resolves with its exit status and captured output; rejects only where it cannot
 * be started. With `show` its output goes to our stderr as it comes, with `quiet` nowhere.
 *
 *     await execute(['cmake', '--version'])  // { status: 0, stdout: 'cmake version 3.31.6\n', stderr: '' }
 */
export function execute(command, { cwd, env, show = false, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      cwd,
      env: env ?? process.env,
      stdio: [input === undefined ? "ignore" : "pipe", show ? 2 : "pipe", show ? 2 : "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk) => (stdout += chunk));
    child.stderr?.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ status: code ?? 128, signal, stdout: stdout.trim(), stderr: stderr.trim() }),
    );
    child.stdin?.end(input);
  });
}

/** The path of a program on PATH, or undefined. */
export function findProgram(name, path = process.env["PATH"] ?? "") {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      if (statSync(candidate).isFile()) return candidate;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** The last lines of a failed command's output, for an error message. */
export function tail(result, lines = 12) {
  return [result.stdout, result.stderr].join("\n").trim().split("\n").slice(-lines).join("\n");
}
