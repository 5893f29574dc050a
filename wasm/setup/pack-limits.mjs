// SPDX-License-Identifier: Apache-2.0
import { execute } from "./command.mjs";

const wanted = [
  /^dist\/(node|wasm)\//,
  /^models\/default\//,
  /^(README|CHANGELOG)\.md$/,
  /^(LICENSE|NOTICE|package\.json)$/,
];
const limits = [
  { what: "models/default", pattern: /^models\/default\//, bytes: 16_000_000 },
  { what: "dist", pattern: /^dist\//, bytes: 3_000_000 },
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
  return problems;
}

export async function packedFiles(repository) {
  const { stdout } = await execute(["npm", "pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: repository,
  });
  return JSON.parse(stdout)[0].files;
}
