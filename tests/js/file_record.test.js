// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeEach, expect, test } from "@jest/globals";

import { compare, recordOf, recordPattern } from "../../dist/node/files/file_record.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-record-"));
const file = path.join(folder, "weights");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, "weights");
});

const later = () => utimesSync(file, new Date(), new Date(Date.now() + 5000));

test("a record has size, time and hash", async () => {
  const record = await recordOf(file);
  const sha256 = createHash("sha256").update("weights").digest("hex");
  expect(record).toBe(`7 ${statSync(file).mtimeMs} ${sha256}`);
  expect(record).toMatch(recordPattern);
});

test("a file that nobody wrote since is the same; one that was copied is touched", async () => {
  const record = await recordOf(file);
  expect(await compare(file, record)).toBe("same");
  later();
  expect(await compare(file, record)).toBe("touched");
});

test.each([
  ["is cut", "weight", "6 bytes of 7"],
  ["is empty", "", "0 bytes of 7"],
  ["is longer", "weights, more", "13 bytes of 7"],
  ["has other bytes", "WEIGHTS", "other bytes"],
  ["is zeroed", "\0".repeat(7), "other bytes"],
])("a file that %s is wrong", async (_, content, wrong) => {
  const record = await recordOf(file);
  writeFileSync(file, content);
  later();
  expect(await compare(file, record)).toEqual({ wrong });
});

test("a folder is wrong, and so is a file without a record", async () => {
  expect(await compare(file, undefined)).toEqual({ wrong: "no record of it" });
  const record = await recordOf(file);
  rmSync(file);
  mkdirSync(file);
  expect(await compare(file, record)).toEqual({ wrong: "a folder" });
});
