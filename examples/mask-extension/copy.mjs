// SPDX-License-Identifier: Apache-2.0
// Copies what the extension needs of the package into it: code, WebAssembly and the model. An extension
// may load nothing from elsewhere.

import { cpSync, rmSync } from "node:fs";
import path from "node:path";

const from = path.join(import.meta.dirname, "node_modules/xlmr-ner");
const to = path.join(import.meta.dirname, "extension/xlmr-ner");

rmSync(to, { recursive: true, force: true });
for (const folder of ["dist/web", "dist/wasm", "models/default"]) {
  cpSync(path.join(from, folder), path.join(to, folder), {
    recursive: true,
    // dist/wasm/js is for Node; types and source maps are for developers.
    filter: (file) => !/dist.wasm.js$|\.d\.ts$|\.map$/.test(file),
  });
}
console.log("The extension is in the folder extension.");
