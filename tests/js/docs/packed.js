// SPDX-License-Identifier: Apache-2.0
// The package as a user has it: the tarball of `npm pack`, in an empty folder, without install scripts.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { root } from "../support.js";

export function npm(cwd, ...args) {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** Makes the tarball in a new folder, and installs it there. */
export function installPacked() {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-pack-"));
  const packed = npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  writeFileSync(path.join(folder, "package.json"), '{"private": true}');
  const tarball = path.join(folder, JSON.parse(packed)[0].filename);
  install(folder, tarball);
  return { folder, tarball };
}

export function install(folder, ...packages) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  npm(folder, "install", ...quiet, ...packages);
}

/** Installs packages in the versions that this repository has of them. */
export function installOurs(folder, names) {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  install(folder, ...names.map((name) => `${name}@${devDependencies[name]}`));
}
