// SPDX-License-Identifier: Apache-2.0
// Where the set-up finds Debian and how old an Emscripten may be.

import { expect, test } from "@jest/globals";

import { chooseMirror, debianMirror } from "../../wasm/setup/mirror.mjs";
import { isNewEnough } from "../../wasm/setup/toolchain.mjs";

const updates = "Debian|bookworm-updates|main|http://updates.test/debian/";
const release = "Debian|bookworm|main|http://release.test/debian";

test("the mirror is that of a whole release, not of updates or of another vendor", () => {
  const vendor = "Vendor|bookworm|main|http://vendor.test/";
  expect(chooseMirror([updates, vendor, release].join("\n"))).toBe("http://release.test/debian/");
  expect(chooseMirror(updates)).toBeUndefined();
});

test("root updates apt's lists where they are empty", async () => {
  const commands = [];
  const run = async (command) => {
    commands.push(command[1]);
    return { status: 0, stdout: commands.includes("update") ? release : "", stderr: "" };
  };
  expect(await debianMirror({ run, isRoot: true })).toBe("http://release.test/debian/");
  expect(commands).toEqual(["indextargets", "update", "indextargets"]);
});

test("a user is told in one sentence what root has to do where the lists are empty", async () => {
  const run = async () => ({ status: 0, stdout: "", stderr: "" });
  await expect(debianMirror({ run, isRoot: false })).rejects.toThrow(
    /run `apt-get update` as root\.$/,
  );
});

test.each([
  ["3.1.6", false],
  ["3.1.60", false],
  ["3.1.61", true],
  ["3.2.0", true],
  ["4.0.1", true],
])("Emscripten %s is new enough: %s", (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});
