// SPDX-License-Identifier: Apache-2.0
//
// What a page downloads besides a model, in bytes of brotli at quality 11: this package and ONNX
// Runtime Web, by which transformers.js runs a model in WebAssembly.
//   node tests/bench/sizes.mjs
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { table } from "./report.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const runtime = "node_modules/onnxruntime-web";
const { version } = JSON.parse(readFileSync(join(root, runtime, "package.json"), "utf8"));

/** WebAssembly, its loader, and the JavaScript of page and worker. */
const sets = {
  "this package": [
    ...["dist/wasm/core-simd.wasm", "dist/wasm/core-simd.mjs"],
    ...["dist/web/index.js", "dist/web/worker.js"],
  ],
  [`onnxruntime-web ${version}, without a tokenizer`]: [
    ...["ort-wasm-simd-threaded.wasm", "ort-wasm-simd-threaded.mjs", "ort.wasm.min.mjs"].map(
      (name) => `${runtime}/dist/${name}`,
    ),
  ],
};

const rows = Object.entries(sets).map(([name, files]) => {
  const bytes = files.map((file) => brotliCompressSync(readFileSync(join(root, file))).length);
  const sum = bytes.reduce((total, each) => total + each, 0);
  return [name, sum.toLocaleString("en")];
});
console.log(table(["", "bytes in brotli"], rows));
