// SPDX-License-Identifier: Apache-2.0
// `npx xlmr-ner` in a checkout: the command that was built there, whatever became of earlier calls.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";

import { linkCommand } from "../../wasm/setup/link-command.mjs";
import { root, sentence, until } from "./support.js";

jest.setTimeout(60_000); // npm takes seconds to start on a busy machine

let folder;
let checkout;
let env;

// A checkout as `npm install` leaves it, but that a build would leave a mark.
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "xlmr-ner-npx-")));
  checkout = path.join(folder, "checkout");
  mkdirSync(checkout);
  for (const name of ["package.json", ".npmrc", "wasm/setup"]) {
    cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
  }
  symlinkSync(path.join(root, "dist"), path.join(checkout, "dist"));
  const mark = `import { writeFileSync } from "node:fs"; writeFileSync("built", "");`;
  writeFileSync(path.join(checkout, "wasm/setup/main.mjs"), mark);
  await linkCommand(checkout);
  env = { ...process.env, npm_config_cache: path.join(folder, "cache"), NODE_OPTIONS: "" };
  // `npm test` hands the settings and the commands of its own checkout on; here the copy's count.
  delete env["npm_config_package"];
  const isOwn = (entry) => entry.endsWith(path.join("node_modules", ".bin"));
  env["PATH"] = env["PATH"]
    .split(path.delimiter)
    .filter((entry) => !isOwn(entry))
    .join(path.delimiter);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function npx(args, cwd = checkout) {
  return spawnSync("npx", args, { cwd, env, encoding: "utf8", input: "" });
}

function expectEntities({ status, stdout }) {
  const words = JSON.parse(stdout).map(({ entity_group, word }) => `${entity_group} ${word}`);
  expect(words).toEqual(["PER Angela Merkel", "LOC Paris"]);
  expect(status).toBe(0);
}

function expectNothingBuilt() {
  expect(existsSync(path.join(checkout, "built"))).toBe(false);
}

/** The folder that npx keeps for a checkout with a command of its own. */
function npxFolder() {
  const hash = createHash("sha512").update(checkout).digest("hex").slice(0, 16);
  return path.join(folder, "cache/_npx", hash);
}

test.each([
  ["it had started", () => {}],
  ["npm had begun", () => until(() => existsSync(path.join(folder, "cache")), "npm's cache")],
  ["it had answered", (first) => once(first.stdout, "data")],
])("works after a first call was killed when %s", async (_, when) => {
  const first = spawn("npx", ["xlmr-ner"], { cwd: checkout, env, detached: true });
  first.stdin.on("error", () => {}).write(`${sentence}\n`); // and waits for more
  const ended = once(first, "close");
  await when(first);
  process.kill(-first.pid, "SIGKILL");
  expect((await ended)[1]).toBe("SIGKILL");
  expectEntities(npx(["xlmr-ner", "--json", sentence]));
  expect(existsSync(path.join(folder, "cache/_npx"))).toBe(false);
  expectNothingBuilt();
});

test("works where an older call left a broken folder in npx's cache", () => {
  mkdirSync(path.join(npxFolder(), "node_modules"), { recursive: true });
  expectEntities(npx(["xlmr-ner", "--json", sentence]));
  expect(readdirSync(npxFolder())).toEqual(["node_modules"]);
  expectNothingBuilt();
});

test("works in a folder of the checkout, with a word that the shell would change", () => {
  const { stdout, status } = npx(
    ["xlmr-ner", "--json", '$HOME "Angela Merkel"'],
    checkout + "/wasm",
  );
  expect(JSON.parse(stdout).map(({ word }) => word)).toContain("Angela Merkel");
  expect(status).toBe(0);
});

test("says what is missing where nothing is built yet, and builds nothing", () => {
  rmSync(path.join(checkout, "dist"));
  expect(npx(["xlmr-ner", sentence])).toMatchObject({
    status: 1,
    stderr: "xlmr-ner: this checkout is not built yet: run `npm install` first.\n",
  });
  expect(existsSync(path.join(folder, "cache/_npx"))).toBe(false);
  expectNothingBuilt();
});

test("asks no registry and leaves nothing behind where nothing was installed yet", () => {
  rmSync(path.join(checkout, "node_modules"), { recursive: true });
  env["npm_config_registry"] = "http://127.0.0.1:9/";
  const { status, stderr } = npx(["xlmr-ner", sentence]);
  expect(status).toBe(127);
  expect(stderr).toMatch(/xlmr-ner/);
  expect(existsSync(path.join(folder, "cache/_npx"))).toBe(false);
  expectNothingBuilt();
});

test("the link is made once, and again where it led elsewhere", async () => {
  const link = path.join(checkout, "node_modules/.bin/xlmr-ner");
  await linkCommand(checkout);
  rmSync(link);
  writeFileSync(link, "another");
  await linkCommand(checkout);
  expect(realpathSync(link)).toBe(path.join(checkout, "wasm/setup/checkout-command.mjs"));
});
