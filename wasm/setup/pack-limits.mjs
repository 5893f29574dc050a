// SPDX-License-Identifier: Apache-2.0
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { execute } from "./command.mjs";

const wanted = [
  /^dist\/(node|wasm|web)\//,
  /^models\/default\//,
  /^(README|CHANGELOG)\.md$/,
  /^(LICENSE|NOTICE|package\.json)$/,
];
const limits = [
  { what: "models/default", pattern: /^models\/default\//, bytes: 16_000_000 },
  { what: "all but models/default", pattern: /^(?!models\/default\/)/, bytes: 6_100_000 },
  { what: "dist/wasm/core-simd.wasm", pattern: /core-simd\.wasm$/, bytes: 1_200_000 },
  { what: "dist/wasm/core-relaxed.wasm", pattern: /core-relaxed\.wasm$/, bytes: 1_200_000 },
];
/** The most bytes of each such file, compressed by brotli as a server would send it. */
const brotliLimits = [
  { what: "WebAssembly", pattern: /\.wasm$/, bytes: 350_000 },
  { what: "its glue", pattern: /core-\w+\.mjs$/, bytes: 20_000 },
  { what: "what compares tags", pattern: /^dist\/wasm\/eval\.wasm$/, bytes: 50_000 },
  { what: "its glue", pattern: /^dist\/wasm\/eval\.mjs$/, bytes: 12_000 },
  { what: "its options and results", pattern: /^dist\/wasm\/eval\.js$/, bytes: 8_000 },
  { what: "the client", pattern: /^dist\/web\/index\.js$/, bytes: 15_000 },
  {
    what: "the client of transformers.js",
    pattern: /^dist\/web\/transformers\.js$/,
    bytes: 15_100,
  },
  { what: "the client's worker", pattern: /^dist\/web\/worker\.js$/, bytes: 23_000 },
  { what: "what masks", pattern: /^dist\/web\/masking\.js$/, bytes: 13_000 },
  { what: "what parts documents", pattern: /^dist\/web\/forms\.js$/, bytes: 9_000 },
  { what: "names that stand for names", pattern: /^dist\/web\/pseudonyms\.js$/, bytes: 15_000 },
  { what: "what ONNX Runtime needs", pattern: /^dist\/web\/webgpu\.js$/, bytes: 9_500 },
  { what: "what rules find", pattern: /^dist\/web\/recognizers\.js$/, bytes: 60_000 },
  { what: "what finds names", pattern: /^dist\/web\/names\.js$/, bytes: 120_000 },
  { what: "what reads a dropped text", pattern: /^dist\/web\/text\.js$/, bytes: 6_000 },
  { what: "what reads examples", pattern: /^dist\/web\/card_reader\.js$/, bytes: 4_000 },
  { what: "what writes code", pattern: /^dist\/web\/code\.js$/, bytes: 2_000 },
  { what: "what shows masked text", pattern: /^dist\/web\/mask_view\.js$/, bytes: 6_000 },
  { what: "what edge runtimes import", pattern: /^dist\/web\/edge\.js$/, bytes: 2_000 },
  { what: "the widget with lit", pattern: /^dist\/web\/ner-widget\.js$/, bytes: 20_000 },
];

/** What is wrong with what `npm pack` would ship: files no user needs, or more bytes than we allow. */
export async function packProblems(repository) {
  const files = await packedFiles(repository);
  const problems = files
    .filter(({ path }) => !wanted.some((pattern) => pattern.test(path)))
    .map(({ path }) => `npm pack ships ${path}, which no user needs`);
  for (const { what, pattern, bytes } of limits) {
    const size = files
      .filter(({ path }) => pattern.test(path))
      .reduce((sum, file) => sum + file.size, 0);
    if (size > bytes)
      problems.push(`${what}: expected at most ${bytes} bytes in the package, found ${size}`);
  }
  for (const { path, size, most } of await brotliSizes(repository, files)) {
    if (size > most)
      problems.push(`${path}: expected at most ${most} bytes in brotli, found ${size}`);
  }
  return problems;
}

/** What a page downloads, `{ what, path, size, most }` in brotli's bytes. */
export async function brotliSizes(repository, files) {
  const sizes = [];
  for (const { what, pattern, bytes: most } of brotliLimits) {
    for (const { path } of files.filter(({ path }) => pattern.test(path))) {
      const { length: size } = brotliCompressSync(await readFile(join(repository, path)));
      sizes.push({ what, path, size, most });
    }
  }
  return sizes;
}

export async function packedFiles(repository) {
  const { stdout } = await execute(["npm", "pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: repository,
  });
  return JSON.parse(stdout)[0].files;
}
