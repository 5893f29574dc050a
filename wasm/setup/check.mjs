// SPDX-License-Identifier: Apache-2.0
//
// npm run check: format, lint, types, layering, sentences, and what the package holds. Runs all, then
// says which failed.
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { tidyProblems } from "./clang_tidy.mjs";
import { execute, tail } from "./command.mjs";
import { buildContext } from "./context.mjs";
import { runMain } from "./errors.mjs";
import { layerBreaches } from "./layers.mjs";
import { say } from "./log.mjs";
import { ensurePackage } from "./package.mjs";
import { brotliSizes, packProblems, packedFiles } from "./pack-limits.mjs";
import { repository } from "./paths.mjs";
import { ensureRuff } from "./ruff.mjs";
import { sentenceBreaches } from "./sentences.mjs";

await runMain(async () => {
  await ensurePackage();
  const context = await buildContext();
  await context.toolchain.need("clang-format", "clang-tidy");
  const cpp = await listFiles(["src", "wasm", "tests"], /\.(h|cc)$/);
  const python = await listFiles(["src", "models", "node", "tests"], /\.py$/);

  const failed = [];
  for (const [name, run] of [
    [
      "clang-format",
      () => problemsOf(context.toolchain.run, ["clang-format", "--dry-run", "-Werror", ...cpp]),
    ],
    ["clang-tidy", () => tidyProblems(context)],
    [
      "ruff",
      async () =>
        problemsOf(context.toolchain.run, [await ensureRuff(context), "check", ...python]),
    ],
    ["prettier", () => problemsOf(execute, node("prettier/bin/prettier.cjs", "--check", "."))],
    [
      "eslint",
      () =>
        problemsOf(execute, node("eslint/bin/eslint.js", "--config", ".eslint.config.mjs", ".")),
    ],
    ["tsc", () => problemsOf(execute, node("typescript/bin/tsc", "--noEmit"))],
    ["tsc demo", () => problemsOf(execute, node("typescript/bin/tsc", "--project", "web/demo"))],
    ["typedoc", () => problemsOf(execute, node("typedoc/bin/typedoc", "--emit", "none"))],
    ["layers", () => layerBreaches(repository)],
    ["sentences", () => sentenceBreaches(repository)],
    ["publint", () => problemsOf(execute, node("publint/src/cli.js", "--strict"))],
    ["pack", () => packProblems(repository)],
  ]) {
    const problems = await run();
    say(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}`);
    if (problems.length > 0) failed.push(name);
    for (const line of problems) process.stdout.write(`${line}\n`);
  }
  for (const { what, path, size, most } of await brotliSizes(
    repository,
    await packedFiles(repository),
  )) {
    say(`${path} (${what}): ${size} bytes in brotli, at most ${most}`);
  }
  if (failed.length > 0) process.stdout.write(`check failed: ${failed.join(", ")}\n`);
  return failed.length;
});

function node(script, ...options) {
  return [process.execPath, join(repository, "node_modules", script), ...options];
}

async function problemsOf(run, command) {
  const result = await run(command, { cwd: repository });
  return result.status === 0 ? [] : [tail(result, 60)];
}

async function listFiles(folders, pattern) {
  const lists = folders.map(async (folder) => {
    const names = await readdir(join(repository, folder), { recursive: true });
    return names
      .filter((name) => pattern.test(name) && !name.includes("node_modules/"))
      .map((name) => join(folder, name));
  });
  return (await Promise.all(lists)).flat().sort();
}
