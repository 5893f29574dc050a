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
  { what: "all but models/default", pattern: /^(?!models\/default\/)/, bytes: 4_000_000 },
  { what: "dist/wasm/core-simd.wasm", pattern: /core-simd\.wasm$/, bytes: 1_200_000 },
  { what: "dist/wasm/core-relaxed.wasm", pattern: /core-relaxed\.wasm$/, bytes: 1_200_000 },
];
/** Of each binary, compressed by brotli as a server would send it. */
const mostBrotli = 350_000;

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
  for (const { path } of files.filter(({ path }) => path.endsWith(".wasm"))) {
    const { length } = brotliCompressSync(await readFile(join(repository, path)));
    if (length > mostBrotli)
      problems.push(`${path}: expected at most ${mostBrotli} bytes in brotli, found ${length}`);
  }
  return problems;
}

export async function packedFiles(repository) {
  const { stdout } = await execute(["npm", "pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: repository,
  });
  return JSON.parse(stdout)[0].files;
}
