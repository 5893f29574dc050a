// SPDX-License-Identifier: Apache-2.0
//
// clang-tidy over every C++ file of ours: with the commands of the native build what that compiles,
// with those of the WebAssembly build what only Emscripten does.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";

import { configurePreset } from "./build.mjs";
import { tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { ensureLibraries } from "./libraries.mjs";
import { repository } from "./paths.mjs";

// In the order of preference: a file is checked as the first build that has it compiles it.
const builds = [
  { preset: "native", libraries: "native", pattern: /^src\/|\/reference\/\w+(?<!_test)\.cc$/ },
  { preset: "wasm", libraries: "wasm", pattern: /^src\/|^wasm\/bind\// },
];

/** What clang-tidy finds, one text a file that has findings. */
export async function tidyProblems(context) {
  const units = await listUnits(context);
  const problems = [];
  const work = async () => {
    for (let unit = units.shift(); unit !== undefined; unit = units.shift()) {
      const result = await context.toolchain.run(
        ["clang-tidy", "--quiet", "-p", unit.build, ...unit.options, unit.path],
        { cwd: repository },
      );
      if (result.status !== 0) problems.push(tail(result, 60));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return problems.sort();
}

/** Each file once: { path, build, options }. */
async function listUnits(context) {
  const units = new Map();
  for (const { preset, libraries, pattern } of builds) {
    await ensureLibraries(libraries, context);
    await configurePreset(preset, context.toolchain);
    const options = libraries === "wasm" ? await emscriptenOptions(context) : [];
    const build = join("build", preset);
    const json = await readFile(join(repository, build, "compile_commands.json"), "utf8");
    for (const path of JSON.parse(json).map(({ file }) => relative(repository, file))) {
      if (pattern.test(path) && !units.has(path)) units.set(path, { path, build, options });
    }
  }
  return [...units.values()];
}

/** What em++ adds to the commands that it is given, such as the target and the sysroot. */
async function emscriptenOptions({ toolchain }) {
  const result = await toolchain.run(["em++", "--cflags"]);
  if (result.status !== 0) throw new SetupError(`em++ --cflags failed:\n${tail(result)}`);
  return result.stdout.split(/\s+/).map((option) => `--extra-arg=${option}`);
}
