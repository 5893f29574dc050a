// SPDX-License-Identifier: Apache-2.0
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout this set-up belongs to. */
export const repository = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** What checkouts share: toolchain, sources, compiled libraries; each in a folder named by version. */
export function cacheFolder(env = process.env) {
  const base = env["XDG_CACHE_HOME"];
  return join(base && isAbsolute(base) ? base : join(homedir(), ".cache"), "xlmr-ner");
}
