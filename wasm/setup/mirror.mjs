// SPDX-License-Identifier: Apache-2.0
import { readFile } from "node:fs/promises";

import { execute, findProgram } from "./command.mjs";
import { SetupError } from "./errors.mjs";

/**
 * The Debian mirror that apt on this machine is configured with, ending in a slash, so that no
 * mirror's name stands in the repository. A machine that never ran `apt-get update` knows of none
 * yet: root runs it.
 */
export async function debianMirror({ run = execute, isRoot = process.getuid() === 0 } = {}) {
  const found = await listedMirror(run);
  if (found) return found;
  if (isRoot) {
    await run(["apt-get", "update"], { show: true });
    const updated = await listedMirror(run);
    if (updated) return updated;
  }
  throw new SetupError(
    'apt knows of no Debian mirror: check the "Debian" entry in /etc/apt and run `apt-get update` as root.',
  );
}

async function listedMirror(run) {
  const format = "$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(REPO_URI)";
  const { stdout } = await run([
    "apt-get",
    "indextargets",
    "--format",
    format,
    "Created-By: Packages",
  ]);
  const uri = chooseMirror(stdout);
  if (!uri?.startsWith("mirror+file:")) return uri;
  const list = await readFile(uri.slice("mirror+file:".length).replace(/\/+$/, ""), "utf8");
  return withSlash(list.split(/\s/).find((word) => /^https?:/.test(word)));
}

/**
 * The mirror that apt uses for a whole release, not for updates and not for the security archive.
 *
 *     chooseMirror('Debian|bookworm-updates|main|http://a/\nDebian|bookworm|main|http://b/') // 'http://b/'
 */
export function chooseMirror(targets) {
  for (const line of targets.split("\n")) {
    const [origin, codename, component, uri] = line.split("|");
    if (origin === "Debian" && component === "main" && /^[a-z]+$/.test(codename)) {
      return withSlash(uri);
    }
  }
  return undefined;
}

function withSlash(uri) {
  return uri && uri.replace(/\/*$/, "/");
}

export function isDebian() {
  return findProgram("apt-get") !== undefined && findProgram("dpkg") !== undefined;
}
