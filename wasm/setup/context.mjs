// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

import { cacheFolder, repository } from "./paths.mjs";
import { findToolchain } from "./toolchain.mjs";

/** What every step of the build needs: the cache folder and the toolchain. */
export async function buildContext() {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  // The tests read their large data here, where it exists.
  const data = resolve(process.env["XLMR_NER_SHARED"] ?? join(repository, "../shared"));
  const folders = [repository, ...[data].filter(existsSync)];
  return { cache, toolchain: await findToolchain({ cache, folders }) };
}
