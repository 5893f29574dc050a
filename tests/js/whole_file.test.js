// SPDX-License-Identifier: Apache-2.0
// Files that are there in full or not at all, also where the process that wrote them was killed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { abandoned, ownedName } from "../../dist/node/files/owned_file.js";
import { removePartials, writeWhole } from "../../dist/node/files/whole_file.js";

let folder;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-whole-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => path.join(folder, "model.q8.safetensors");
const write = (text, then = () => {}) =>
  writeWhole(file(), async (output) => {
    await output.write(0, new TextEncoder().encode(text));
    await then();
  });

/** What a process of this number left, which wrote last so many milliseconds before this one began. */
function leave({ pid = process.pid, before = 1000, of = file() }) {
  const name = ownedName(of, ".partial").replace(`-${process.pid}-`, `-${pid}-`);
  writeFileSync(name, "half");
  const time = new Date(Date.now() - process.uptime() * 1000 - before);
  utimesSync(name, time, time);
  return path.basename(name);
}

const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("a file appears once it is whole", async () => {
  const seen = [];
  await write("whole", () => seen.push(...readdirSync(folder)));
  expect(seen).toEqual([expect.stringMatching(/^model\.q8\.safetensors\.[^.]+\.partial$/)]);
  expect(readdirSync(folder)).toEqual(["model.q8.safetensors"]);
  expect(readFileSync(file(), "utf8")).toBe("whole");
});

test("where writing fails nothing is left", async () => {
  const failing = write("half", () => Promise.reject(new Error("full")));
  await expect(failing).rejects.toThrow("full");
  expect(readdirSync(folder)).toEqual([]);
});

test("what a killed process of the same number left is no obstacle, and goes", async () => {
  leave({});
  await write("whole");
  expect(readdirSync(folder)).toEqual(["model.q8.safetensors"]);
});

test("so does what any dead process left", async () => {
  leave({ pid: deadPid(), before: -1000 });
  await write("whole");
  expect(readdirSync(folder)).toEqual(["model.q8.safetensors"]);
});

test("what a living process writes stays, this one's other threads included", async () => {
  const theirs = leave({ pid: process.ppid, before: -process.uptime() * 1000 });
  await write("outer", () => write("inner"));
  expect(readFileSync(file(), "utf8")).toBe("outer");
  expect(readdirSync(folder)).toEqual(["model.q8.safetensors", theirs].sort());
});

test("until it has given no sign of life for the lease", async () => {
  leave({ pid: process.ppid, before: 60_000 });
  await write("whole");
  expect(readdirSync(folder)).toEqual(["model.q8.safetensors"]);
});

test("another machine's file is left alone while it is young", async () => {
  const name = `${file()}.01234567-1-x.partial`;
  writeFileSync(name, "half");
  await write("whole");
  expect(readdirSync(folder)).toContain(path.basename(name));
});

test("of a whole folder, every dead process's files go and nothing else", async () => {
  leave({ of: path.join(folder, "one") });
  leave({ of: path.join(folder, "two.safetensors") });
  writeFileSync(path.join(folder, "three"), "");
  await removePartials(folder, "");
  expect(readdirSync(folder)).toEqual(["three"]);
});

test("the longest is the first", async () => {
  for (const [name, text] of Object.entries({ a: "1", b: "333", c: "22" }))
    writeFileSync(path.join(folder, `key.free-${name}.part`), text);
  const found = await abandoned(folder, { start: "key.", suffix: ".part", lease: 30_000 });
  expect(found.map(({ size }) => size)).toEqual([3, 2, 1]);
});
