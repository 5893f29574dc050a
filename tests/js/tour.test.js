// SPDX-License-Identifier: Apache-2.0
// What ARCHITECTURE.md and CONTRIBUTING.md say of the code is so: paths exist, code stands there.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

const read = (file) => readFileSync(path.join(root, file), "utf8");
const squeeze = (text) => text.replaceAll(/\s+/g, " ").trim();

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("every path that %s names exists", (document) => {
  const named = [...read(document).matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(10);
  const inMade = /^(dist|build)\//;
  const roots = ["", "wasm/js/", "wasm/", "src/"];
  const missing = named.filter(
    (name) => !inMade.test(name) && !roots.some((each) => existsSync(path.join(root, each, name))),
  );
  expect(missing).toEqual([]);
});

test("the tour's example of a call into the core is the code of three places", () => {
  const places = [
    ...read("CONTRIBUTING.md").matchAll(/^\/\/ (\S+\/\S+)\n((?:.*\S.*\n)+?)(?=\n|```)/gm),
  ];
  expect(places.map(([, file]) => file)).toEqual([
    "wasm/bind/bindings.cc",
    "wasm/js/core/core_handle.ts",
    "wasm/js/core/core.ts",
  ]);
  for (const [, file, code] of places) expect(squeeze(read(file))).toContain(squeeze(code));
});

test("the way of a text is at most sixteen TypeScript files, which are there", () => {
  const rows = [...read("ARCHITECTURE.md").matchAll(/^\| (\d+) \| `([^`]+\.ts)` \|/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(rows.map((_, i) => i + 1));
  expect(rows.length).toBeLessThanOrEqual(16);
  for (const [, , file] of rows) expect(existsSync(path.join(root, file))).toBe(true);
});
