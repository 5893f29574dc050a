// SPDX-License-Identifier: Apache-2.0
// Modules that reach users only inside a bundle, for tests of their own.

import path from "node:path";

import { build } from "esbuild";

import { root } from "./support.js";

/** The exports of a TypeScript file of web/. */
export async function fromSource(file) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
