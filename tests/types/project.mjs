// SPDX-License-Identifier: Apache-2.0
// A folder like that of a program that uses the package: its sources, and in node_modules what `npm pack`
// ships, without the model and the WebAssembly, which no compiler reads.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { packedFiles } from "../../wasm/setup/pack-limits.mjs";
import { repository } from "../../wasm/setup/paths.mjs";

/** Makes the folder, with nothing in node_modules. */
export function makeConsumer() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "xlmr-ner-types-")));
  writeFileSync(join(folder, "package.json"), '{"private": true, "type": "module"}');
  cpSync(fileURLToPath(new URL("consumer", import.meta.url)), folder, { recursive: true });
  return folder;
}

export async function addPackage(folder) {
  for (const { path } of await packedFiles(repository)) {
    if (path.startsWith("models/") || path.endsWith(".wasm")) continue;
    const target = join(folder, "node_modules/xlmr-ner", path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(repository, path), target);
  }
}

/** Adds a package that the repository has, without copying it. */
export function linkPackage(folder, name) {
  const target = join(folder, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(repository, "node_modules", name), target);
}
