// SPDX-License-Identifier: Apache-2.0
//
// Whether what is in dist/ was built from what is in the checkout: a stamp holds the hash of every
// input and every output, so that an unchanged checkout needs neither toolchain nor network.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { hashFiles, readTree } from "./tree.mjs";

const inputs = [
  "CMakeLists.txt",
  "CMakePresets.json",
  "models/default",
  "node",
  "package-lock.json",
  "package.json",
  "src",
  "tsconfig.json",
  "wasm",
  "web",
];

export async function isCurrent(repository) {
  const saved = await readFile(stampPath(repository), "utf8").catch(() => "");
  return saved !== "" && saved === (await stampOf(repository));
}

export async function writeStamp(repository) {
  await mkdir(dirname(stampPath(repository)), { recursive: true });
  await writeFile(stampPath(repository), await stampOf(repository));
}

function stampPath(repository) {
  return join(repository, "build/stamp.json");
}

async function stampOf(repository) {
  return JSON.stringify({
    inputs: await hashOf(repository, inputs),
    outputs: await hashOf(repository, ["dist"]),
  });
}

async function hashOf(repository, paths) {
  const files = new Map();
  for (const path of paths) {
    for (const [name, bytes] of await readPath(join(repository, path)))
      files.set(path + name, bytes);
  }
  return hashFiles(files);
}

async function readPath(path) {
  try {
    return new Map([["", await readFile(path)]]);
  } catch (error) {
    if (error.code === "ENOENT") return new Map();
    if (error.code !== "EISDIR") throw error;
  }
  return new Map([...(await readTree(path))].map(([name, bytes]) => [`/${name}`, bytes]));
}
