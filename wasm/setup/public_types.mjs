// SPDX-License-Identifier: Apache-2.0
//
// The declarations that the package ships: those that its entries in package.json lead to. The others
// describe what no program can import, and name what `@internal` has taken out of the public ones.
import { existsSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

import ts from "typescript";

import { repository } from "./paths.mjs";

/** Removes every .d.ts of dist/ that no entry leads to. */
export async function dropUnreachableTypes() {
  const kept = new Set(await publicTypes());
  const folder = join(repository, "dist");
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (name.endsWith(".d.ts") && !kept.has(path)) await rm(path);
  }
}

/** The declarations that the package's entries lead to, as absolute paths. */
async function publicTypes() {
  const { exports } = JSON.parse(await readFile(join(repository, "package.json"), "utf8"));
  const found = new Set(typesOf(exports).map((path) => join(repository, path)));
  for (const file of found) {
    // A set goes on to what is added while it is gone through.
    for (const path of importsOf(file, await readFile(file, "utf8"))) found.add(path);
  }
  return found;
}

/** Every `types` of the conditions, however deep. */
function typesOf(conditions) {
  if (typeof conditions === "string") return [];
  return Object.entries(conditions).flatMap(([name, value]) =>
    name === "types" && typeof value === "string" ? [value] : typesOf(value),
  );
}

function importsOf(file, text) {
  return ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => join(dirname(file), fileName.replace(/\.js$/, ".d.ts")))
    .map((path) => {
      if (existsSync(path)) return path;
      throw new Error(`${relative(repository, file)}: imports ${path}, which is not there`);
    });
}
