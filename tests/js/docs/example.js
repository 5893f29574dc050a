// SPDX-License-Identifier: Apache-2.0
// Runs an example as its README says: a copy of its folder, the packed package, the README's commands.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { root } from "../support.js";
import { blocksFor, commandsOf, difference } from "./blocks.js";
import { install } from "./packed.js";

export const examples = [
  "node",
  "page",
  "vite",
  "widget",
  "chat",
  "proxy",
  "chrome-extension",
  "mask-extension",
];

/** The commands of an example's README. */
export const commandsIn = (name) =>
  blocksFor("example")
    .filter(({ file }) => file === `examples/${name}/README.md`)
    .flatMap(commandsOf);

/** Those that do not end by themselves, and say on which address they serve. */
export const isServer = (command) => /^(node serve\.mjs|npm run preview)$/.test(command);

/**
 * Copies an example and runs its commands. What they print that is not shown is in `problems`; where one
 * is a server, `url` is its address. `env` is for the server.
 */
export async function runExample(name, tarball, env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-example-"));
  const isLeft = (file) => !/node_modules|package-lock\.json|xlmr-ner$/.test(file);
  cpSync(path.join(root, "examples", name), folder, { recursive: true, filter: isLeft });
  const problems = [];
  let server;
  for (const { command, shown } of commandsIn(name)) {
    if (command === "npm install xlmr-ner") {
      install(folder, tarball);
    } else if (isServer(command)) {
      server = await startServer(folder, command, shown, env);
      problems.push(server.problem);
    } else {
      const stdout = execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
      if (shown !== "") problems.push(difference(shown, stdout));
    }
  }
  return {
    folder,
    url: server?.url,
    problems: problems.filter((each) => each !== undefined),
    close: async () => {
      await server?.close();
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}

/** Starts it with another port than the one shown, which may be taken. */
function startServer(cwd, command, shown, env) {
  const [file, ...args] = command.split(" ");
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, PORT: "0", NO_COLOR: "1", ...env },
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = async () => process.kill(-child.pid);
  return new Promise((resolve, reject) => {
    let text = "";
    child.on("exit", () => reject(new Error(`${command} ended: ${text}`)));
    child.on("error", reject);
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      const [url] = /http:\/\/localhost:\d+\//.exec(text) ?? [];
      if (url === undefined || !text.endsWith("\n")) return;
      const port = /:(\d+)\//;
      const problem = difference(shown.replace(port, ":0/"), text.replace(port, ":0/"));
      resolve({ url, problem, close });
    });
  });
}
