// SPDX-License-Identifier: Apache-2.0
// The user's own folders, and users who have none.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { expandHome, userCache } from "../../dist/node/files/home.js";
import { quantizedFolder } from "../../dist/node/files/quantized_folder.js";
import { main, run, sentence, tiny } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-home-"));
afterAll(() => rmSync(folder, { recursive: true }));

const home = (...parts) => path.join(homedir(), ...parts);

test.each([
  [{}, home(".cache/xlmr-ner/quantized")],
  [{ XDG_CACHE_HOME: "" }, home(".cache/xlmr-ner/quantized")],
  [{ XDG_CACHE_HOME: "~/x" }, home("x/xlmr-ner/quantized")],
  [{ XDG_CACHE_HOME: "$D/x", D: "/d" }, "/d/x/xlmr-ner/quantized"],
  [{ XDG_CACHE_HOME: "/x", XLMR_NER_CACHE: "" }, "/x/xlmr-ner/quantized"],
  [{ XLMR_NER_CACHE: "~/q" }, home("q")],
  [{ XLMR_NER_CACHE: "${D}/q", D: "/d" }, "/d/q"],
  [{ XLMR_NER_CACHE: "q" }, path.resolve("q")],
])("%j: quantised weights are in %s", (variables, expected) => {
  expect(quantizedFolder(variables)).toBe(expected);
});

test("an empty XDG_CACHE_HOME is as none", () => {
  expect(userCache({ XDG_CACHE_HOME: "" })).toBe(home(".cache"));
});

test.each([
  ["~", homedir()],
  ["~/a", home("a")],
  [`~${userInfo().username}/a`, path.join(userInfo().homedir, "a")],
  ["~no-user-of-this-name/a", "~no-user-of-this-name/a"],
  ["a~/b", "a~/b"],
])("%s is %s", (text, expected) => {
  expect(expandHome(text)).toBe(expected);
});

const remark =
  /^\(node:\d+\) \[XLMR_NER_NO_HOME\] Warning: this user has no home folder, so nothing is kept/;

test("without a home folder the model works, after one remark", async () => {
  const env = { HOME: "", XDG_CACHE_HOME: "", XLMR_NER_CACHE: "", HF_HOME: "", HF_HUB_CACHE: "" };
  const expected = await run(["--model", tiny, "--json", sentence]);
  const { code, stdout, stderr } = await run(["--model", tiny, "--json", sentence], { env });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expected.stdout });
  expect(stderr).toMatch(remark);
  expect(stderr.match(/XLMR_NER_NO_HOME/g)).toHaveLength(1);
});

test("with folders named there is nothing to remark", async () => {
  const env = { HOME: "", XDG_CACHE_HOME: "", XLMR_NER_CACHE: folder, HF_HOME: folder };
  const { code, stderr } = await run(["--model", tiny, "--json", sentence], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("without a home folder a download says that it needs a folder", async () => {
  const env = {
    HOME: "",
    XDG_CACHE_HOME: "",
    HF_HOME: "",
    HF_HUB_CACHE: "",
    HUGGINGFACE_HUB_CACHE: "",
  };
  const { code, stderr } = await run(["--model", "acme/none", sentence], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /expected a folder for downloads, found that this user has no home folder/,
  );
});

/** A user whom the system has no name and no home for. */
const nobody = { uid: 54_321, gid: 54_321 };
const canBe =
  process.getuid?.() === 0 && spawnSync(process.execPath, [main, "--version"], nobody).status === 0;
const testAsNobody = canBe
  ? test
  : (name, ...rest) =>
      test.skip(`${name} (skipped: needs root, and files that all may read)`, ...rest);

testAsNobody("a user who is not in the system's list has a working model", () => {
  const variables = Object.entries(process.env).filter(
    ([name]) => !/^(HOME|XDG_|HF_|XLMR_)/.test(name),
  );
  const env = Object.fromEntries(variables);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, sentence], {
    ...nobody,
    env,
    cwd: folder,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^PER\t/);
  expect(stderr).toMatch(remark);
  expect(readdirSync(folder)).toEqual([]);
});
