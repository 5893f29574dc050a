// SPDX-License-Identifier: Apache-2.0
import { chmod, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { bundleWeb } from "./bundle.mjs";
import { bundleElement } from "./bundle_element.mjs";
import { execute, tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { ensureLibraries } from "./libraries.mjs";
import { say, step } from "./log.mjs";
import { repository } from "./paths.mjs";

/** Builds dist/: both WebAssembly binaries, and the TypeScript compiled for Node and for browsers. */
export async function buildPackage(context) {
  await ensureLibraries("wasm", context);
  await step("building the WebAssembly", () => buildPreset("wasm", context.toolchain));
  await step("compiling the TypeScript", compileTypeScript);
  await step("bundling the browser's half", bundleWeb);
  await step("bundling the widget", bundleElement);
  await reportSizes();
}

/** Configures a preset of CMakePresets.json, again where the libraries moved. */
export async function configurePreset(preset, toolchain) {
  await succeed(toolchain, ["cmake", "--preset", preset]);
}

/** Configures and builds a preset. */
export async function buildPreset(preset, toolchain) {
  await configurePreset(preset, toolchain);
  await succeed(toolchain, ["cmake", "--build", "--preset", preset]);
}

async function succeed(toolchain, command) {
  const result = await toolchain.run(command, { cwd: repository });
  if (result.status === 0) return;
  throw new SetupError(`\`${command.join(" ")}\` failed:\n${tail(result, 60)}`);
}

/** Compiles into folders emptied before, so that no output outlives its source. */
async function compileTypeScript() {
  for (const folder of ["dist/wasm/js", "dist/node"]) {
    await rm(join(repository, folder), { recursive: true, force: true });
  }
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const result = await execute([
    process.execPath,
    tsc,
    "--project",
    join(repository, "tsconfig.json"),
  ]);
  if (result.status !== 0) throw new SetupError(`tsc failed:\n${tail(result, 60)}`);
  await chmod(join(repository, "dist/node/cli/main.js"), 0o755);
}

async function reportSizes() {
  const folder = join(repository, "dist/wasm");
  for (const name of (await readdir(folder))
    .filter((file) => /^(core-|eval\.)/.test(file))
    .sort()) {
    const bytes = await readFile(join(folder, name));
    say(
      `  dist/wasm/${name}: ${kilobytes(bytes.length)}, ${kilobytes(brotliCompressSync(bytes).length)} brotli`,
    );
  }
}

function kilobytes(size) {
  return `${(size / 1000).toFixed(0)} kB`;
}
