// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

test("SECURITY.md names tests that there are", () => {
  const page = readFileSync(path.join(root, "SECURITY.md"), "utf8");
  const named = [...page.matchAll(/`([\w/]+\.test\.js)`/g)].map(([, name]) => name);
  const missing = named.filter(
    (name) => !existsSync(path.join(root, name.includes("/") ? name : `tests/js/${name}`)),
  );
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});
