// SPDX-License-Identifier: Apache-2.0
// The tarball of `npm pack`, installed in an empty folder without install scripts or a toolchain.

import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { packProblems } from "../../wasm/setup/pack-limits.mjs";
import { installPacked } from "./docs/packed.js";
import { root, sentence } from "./support.js";

let folder;
beforeAll(() => ({ folder } = installPacked()), 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const command = () => path.join(folder, "node_modules/.bin/xlmr-ner");
// Nothing but Node: no compiler, no emcc, no checkout.
const bare = () => ({ PATH: path.dirname(process.execPath), HOME: folder });

test("ships what a user needs and nothing else", async () => {
  expect(await packProblems(root)).toEqual([]);
  const installed = path.join(folder, "node_modules/xlmr-ner");
  expect(existsSync(path.join(installed, "models/default/README.md"))).toBe(true);
  expect(existsSync(path.join(installed, "src"))).toBe(false);
});

test("its command finds entities", () => {
  const out = execFileSync(process.execPath, [command(), "--json", sentence], {
    cwd: folder,
    env: bare(),
    encoding: "utf8",
  });
  const [first] = JSON.parse(out);
  expect(first).toMatchObject({ entity_group: "PER", word: "Angela Merkel", start: 0, end: 13 });
});

test("npx finds its command", () => {
  const options = { cwd: folder, env: bare(), encoding: "utf8" };
  expect(execFileSync("npx", ["--no-install", "xlmr-ner", "--version"], options)).toMatch(/^\d+\./);
});

test("its command fails with a sentence where the model is none", () => {
  expect(() =>
    execFileSync(process.execPath, [command(), "--model", "./nowhere", sentence], {
      cwd: folder,
      env: bare(),
      stdio: "pipe",
    }),
  ).toThrow(/expected a model folder/);
});

test("imports as a module, with types, and without side effects", () => {
  const script = `
    const names = Object.getOwnPropertyNames(globalThis).length;
    const { pipeline } = await import("xlmr-ner");
    const busy = process.getActiveResourcesInfo().filter((name) => /Worker|Message|Timeout|TCP/.test(name));
    console.log(typeof pipeline, Object.getOwnPropertyNames(globalThis).length - names, busy.length);`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    env: bare(),
    encoding: "utf8",
  });
  expect(out.trim()).toBe("function 0 0");
  expect(existsSync(path.join(folder, "node_modules/xlmr-ner/dist/node/index.d.ts"))).toBe(true);
});
