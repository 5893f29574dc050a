// SPDX-License-Identifier: Apache-2.0
// The example for Node runs with the packed package, and every example has what its README says. Those for
// browsers run in tests/e2e/examples.test.js.

import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { commandsIn, examples, runExample } from "./docs/example.js";
import { installPacked } from "./docs/packed.js";
import { root } from "./support.js";

let packed;
beforeAll(() => (packed = installPacked()), 300_000);
afterAll(() => rmSync(packed.folder, { recursive: true }));

test("the script for Node prints what its README shows", async () => {
  const run = await runExample("node", packed.tarball);
  expect(run.problems).toEqual([]);
  await run.close();
});

test("every folder of examples is one that a test runs", () => {
  const entries = readdirSync(path.join(root, "examples"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual(examples.slice().sort());
});

test.each(examples)("the commands of %s begin with the package and have what they name", (name) => {
  const [first, ...rest] = commandsIn(name).map(({ command }) => command);
  expect(first).toBe("npm install xlmr-ner");
  expect(rest.length).toBeGreaterThan(0);
  const folder = path.join(root, "examples", name);
  const { scripts } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  for (const command of rest) {
    const [, script] = /^npm run (\S+)/.exec(command) ?? [];
    const [, file] = /^node (\S+)/.exec(command) ?? [];
    expect(scripts?.[script] !== undefined || existsSync(path.join(folder, file))).toBe(true);
  }
});

test("the server of two examples is one", () => {
  const [page, widget] = ["page", "widget"].map((name) =>
    readFileSync(path.join(root, "examples", name, "serve.mjs"), "utf8"),
  );
  expect(page).toBe(widget);
});
