// SPDX-License-Identifier: Apache-2.0
//
// The benchmarks' own packages (package.json of this folder), installed when first needed. Apart
// from the repository's, because a package with a `node` command in the repository's node_modules
// would become the Node of every npm script.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, "node_modules");
const leastNode = 22; // the first with relaxed SIMD

export function ensureOwnPackages() {
  if (existsSync(join(installed, "playwright-core"))) return;
  console.error("installing the benchmarks' own packages");
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ["npm"] : [process.execPath, npm];
  execFileSync(command, [...first, "ci", "--ignore-scripts"], {
    cwd: here,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The path of a Node with relaxed SIMD: the one that was installed, or this one. */
export function benchNode() {
  const windows = process.platform === "win32";
  const platform = `${windows ? "win" : process.platform}-${process.arch}`;
  const own = [`node-${platform}`, `node-bin-${platform}`]
    .map((name) => join(installed, name, "bin", windows ? "node.exe" : "node"))
    .find((path) => existsSync(path));
  if (own !== undefined) return own;
  if (Number.parseInt(process.versions.node) >= leastNode) return process.execPath;
  throw new Error(`expected Node ${leastNode} or newer, found ${process.version} on ${platform}`);
}
