// SPDX-License-Identifier: Apache-2.0
// When the set-up builds, and that what it makes is whole.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { makeOnce, withLock } from "../../wasm/setup/once.mjs";
import { isCurrent, writeStamp } from "../../wasm/setup/stamp.mjs";

let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-stamp-"));
  for (const name of ["src", "dist/node"]) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, "src/a.cc"), "int a;");
  writeFileSync(path.join(folder, "dist/node/index.js"), "built");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a checkout that was never built is not current, one just built is", async () => {
  expect(await isCurrent(folder)).toBe(false);
  await writeStamp(folder);
  expect(await isCurrent(folder)).toBe(true);
});

test.each([
  ["a source is changed", "src/a.cc"],
  ["a source is added", "src/b.cc"],
  ["a lock file appears", "package-lock.json"],
  ["an output is changed", "dist/node/index.js"],
])("a checkout is no longer current when %s", async (_, file) => {
  await writeStamp(folder);
  writeFileSync(path.join(folder, file), "changed");
  expect(await isCurrent(folder)).toBe(false);
});

test("a checkout is no longer current when the output is deleted", async () => {
  await writeStamp(folder);
  rmSync(path.join(folder, "dist"), { recursive: true });
  expect(await isCurrent(folder)).toBe(false);
});

test("a folder whose making failed is not there, and the next try makes it", async () => {
  const target = path.join(folder, "cache/thing");
  const failing = makeOnce(target, async (temporary) => {
    writeFileSync(path.join(temporary, "half"), "");
    throw new Error("interrupted");
  });
  await expect(failing).rejects.toThrow("interrupted");
  expect(readdirSync(path.dirname(target))).toEqual([]);

  await makeOnce(target, async (temporary) => writeFileSync(path.join(temporary, "whole"), ""));
  expect(readdirSync(target)).toEqual(["whole"]);
});

test("two set-ups at once make a folder once, and a dead one's lock is free", async () => {
  const target = path.join(folder, "cache/thing");
  mkdirSync(path.dirname(target));
  writeFileSync(`${target}.lock`, "999999999");
  let made = 0;
  const make = async () => void made++;
  await Promise.all([makeOnce(target, make), makeOnce(target, make)]);
  expect(made).toBe(1);
  expect(existsSync(`${target}.lock`)).toBe(false);
});

test("a lock that a killed process of the same number left counts as free", async () => {
  const lock = path.join(folder, "lock");
  writeFileSync(lock, String(process.pid));
  expect(await withLock(lock, () => Promise.resolve("ran"))).toBe("ran");
  expect(existsSync(lock)).toBe(false);
});
