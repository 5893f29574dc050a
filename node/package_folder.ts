// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Of this file, compiled: dist/node/package_folder.js. Empty in a bundle of CommonJS. */
const here = import.meta.url as string | undefined;

/**
 * The package's folder as it is installed: around this file, or, for code that a bundler has moved,
 * where the program's working folder finds the package. Undefined where neither is. It is asked for
 * when a file is needed and not before: an import looks for nothing.
 *
 *     packageFolder() // 'file:///home/me/app/node_modules/xlmr-ner/'
 */
export function packageFolder(): URL | undefined {
  return around(here) ?? installed();
}

/** Not by a literal address, which a bundler would follow, and take all of dist along. */
function around(file: string | undefined): URL | undefined {
  const root = /^(file:.*\/)dist\/node\/package_folder\.js$/.exec(file ?? "")?.[1];
  return root === undefined ? undefined : existing(new URL(root));
}

function installed(): URL | undefined {
  const working = path.join(process.cwd(), "package.json");
  try {
    const manifest = createRequire(working).resolve("xlmr-ner/package.json");
    return existing(pathToFileURL(`${path.dirname(manifest)}/`));
  } catch {
    return undefined; // it is not installed there
  }
}

function existing(folder: URL): URL | undefined {
  return existsSync(new URL("dist/node/worker.js", folder)) ? folder : undefined;
}
