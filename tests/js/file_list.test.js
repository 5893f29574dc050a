// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { listFiles, statNamed } from "../../dist/node/files/file_list.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-list-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, "b"));
for (const name of ["2.txt", "10.txt", "[1].txt", ".hidden.txt", "b/3.txt"])
  writeFileSync(path.join(folder, name), "");
const at = (name) => path.join(folder, name);
const list = async (...names) =>
  (await listFiles(names.map(at))).map((name) => path.relative(folder, name));

test.each([
  ["*.txt", ["10.txt", "2.txt", "[1].txt"]],
  ["**/*.txt", ["10.txt", "2.txt", "[1].txt", "b/3.txt"]],
  ["{2,10}.txt", ["10.txt", "2.txt"]],
  ["?.txt", ["2.txt"]],
  ["[1].txt", ["[1].txt"]],
  ["none.txt", ["none.txt"]],
])("%s is %j", async (pattern, names) => {
  expect(await list(pattern)).toEqual(names);
});

test("a pattern without a file is said to be where somebody looks at it, and so is another name", async () => {
  expect(await list("*.md", "2.txt")).toEqual(["*.md", "2.txt"]);
  await expect(statNamed(at("*.md"))).rejects.toMatchObject({
    code: "invalid_argument",
    message: `--file: expected files that match ${at("*.md")}, found none`,
  });
  await expect(statNamed(at("none.txt"))).rejects.toMatchObject({ code: "ENOENT" });
});
