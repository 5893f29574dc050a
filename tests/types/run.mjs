// SPDX-License-Identifier: Apache-2.0
//
// npm run e2e:types [VERSION …]: compiles a program that uses the package in every mode of modes.mjs under
// the newest TypeScript of each version from 5.4 on, its Vue and Svelte templates by their own checkers,
// and asks "are the types wrong?". Not part of npm test: it installs all of them from the registry.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { repository } from "../../wasm/setup/paths.mjs";
import { modes } from "./modes.mjs";
import { addPackage, makeConsumer } from "./project.mjs";

const versions = ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6.0", "7.0"];
const aliasOf = (version) => `typescript-${version}`;
const tools = [
  ...["@types/node@20", "@types/react@19", "@arethetypeswrong/cli@0.18"],
  ...["vue@3", "vue-tsc@3", "svelte@5", "svelte-check@4", "typescript@6"],
];

const asked = process.argv.slice(2);
const tried = versions.filter((version) => asked.length === 0 || asked.includes(version));
const folder = makeConsumer();
try {
  const compilers = tried.map((version) => `${aliasOf(version)}@npm:typescript@${version}`);
  run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", ...compilers, ...tools);
  await addPackage(folder);
  for (const version of tried) {
    for (const mode of modes(Number(version))) {
      report(`TypeScript ${versionOf(aliasOf(version))}, ${mode.name}`, () => {
        configure(mode.compilerOptions, ...mode.files);
        run(process.execPath, `node_modules/${aliasOf(version)}/bin/tsc`, "--project", ".");
      });
    }
  }
  const { compilerOptions } = modes(6).find(({ name }) => name === "bundler, the DOM");
  report(`Vue ${versionOf("vue")}, vue-tsc ${versionOf("vue-tsc")}`, () => {
    configure(compilerOptions, "Page.vue");
    run("npx", "--no-install", "vue-tsc", "--project", ".");
  });
  report(`Svelte ${versionOf("svelte")}, svelte-check ${versionOf("svelte-check")}`, () => {
    configure(compilerOptions, "Page.svelte");
    run("npx", "--no-install", "svelte-check", "--tsconfig", "tsconfig.json");
  });
  report(`Are the types wrong? ${versionOf("@arethetypeswrong/cli")}`, areTheTypesWrong);
} finally {
  rmSync(folder, { recursive: true });
}

function configure(compilerOptions, ...files) {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
}

/** Every entry that has types, each way of finding it. The package is ESM only, and says so. */
function areTheTypesWrong() {
  const packing = ["pack", repository, "--ignore-scripts", "--json"];
  const [{ filename }] = JSON.parse(run("npm", ...packing));
  const untyped = ["worker", "webgpu", "package.json", "custom-elements.json"];
  const ignored = ["--ignore-rules", "cjs-resolves-to-esm"];
  run("npx", "--no-install", "attw", filename, ...ignored, "--exclude-entrypoints", ...untyped);
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version;
}

function report(what, check) {
  try {
    check();
    console.log(`ok     ${what}`);
  } catch (error) {
    console.log(`FAILED ${what}: ${error.message}\n${error.stdout}${error.stderr}`);
    process.exitCode = 1;
  }
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}
