// SPDX-License-Identifier: Apache-2.0
// The example for Node runs with the packed package, and every example has what its README says. Those for
// browsers run in tests/e2e/examples.test.js.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { commandsIn, examples, runExample } from "./docs/example.js";
import { installPacked } from "./docs/packed.js";
import { raw } from "./served.js";
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

test.each([
  ["serve.mjs", ["page", "widget"]],
  ["copy.mjs", ["chrome-extension", "mask-extension"]],
])("%s of two examples is one", (file, names) => {
  const [one, two] = names.map((name) =>
    readFileSync(path.join(root, "examples", name, file), "utf8"),
  );
  expect(one).toBe(two);
});

test.each(["page", "chat"])("the server of %s gives files of its folder alone", async (name) => {
  const child = spawn(process.execPath, ["serve.mjs"], {
    cwd: path.join(root, "examples", name),
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = await once(child.stdout, "data");
    const { port } = new URL(String(line).trim());
    const statusOf = async (address) => (await raw(`http://127.0.0.1:${port}`, address, "")).status;
    expect(await statusOf("GET / HTTP/1.1")).toBe(200);
    for (const address of ["/..%2fREADME.md", "/%2e%2e%2fnode%2ffind.mjs", "//", "/%", "/.."]) {
      expect([address, await statusOf(`GET ${address} HTTP/1.1`)]).toEqual([
        address,
        address === "/.." ? 200 : 404, // which URLs make `/` of
      ]);
    }
    expect(await statusOf("GET / HTTP/1.1")).toBe(200);
  } finally {
    child.kill();
  }
});
