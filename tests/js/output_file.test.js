// SPDX-License-Identifier: Apache-2.0
// --out and --resume: what is written goes on where it stopped, and nothing is lost or doubled.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, describe, expect, test } from "@jest/globals";

import { OutputFile } from "../../dist/node/cli/output_file.js";
import { run, sentence, tiny, until } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-out-"));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name, content) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const read = (file) => readFileSync(file, "utf8");
const lines = (file) =>
  read(file)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const model = ["--model", tiny];

describe("a file is cut behind its last whole line", () => {
  test.each([
    ["", "", 0],
    ["a", "", 0],
    ["a\n", "a\n", 1],
    ["a\nb", "a\n", 1],
    ["\n\nb", "\n\n", 2],
    [`${"é".repeat(40_000)}\n${"b".repeat(70_000)}\nc`, undefined, 2],
  ])("%#", async (before, after, count) => {
    const name = put("cut", before);
    const file = await OutputFile.open(name, []);
    expect(await file.cut()).toBe(count);
    await file.output.write("new\n");
    await file.close();
    expect(read(name)).toBe(`${after ?? before.slice(0, -1)}new\n`);
  });
});

test("--out has the output, and what was there goes once there is some", async () => {
  const out = put("out.json", "before\n");
  const lost = await run(["--model", "/nowhere", "--json", "--out", out, sentence]);
  expect([lost.code, read(out)]).toEqual([1, "before\n"]);
  const { code, stdout } = await run([...model, "--json", "--out", out, sentence]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(lines(out)[0]).toMatchObject([{ entity_group: "PER" }, { entity_group: "LOC" }]);
});

test("--out that is an input is refused, and the input stays", async () => {
  const file = put("both.txt", `${sentence}\n`);
  const { code, stderr } = await run([...model, "--file", file, "--out", `${folder}/./both.txt`]);
  expect(code).toBe(2);
  expect(stderr).toContain("--out: expected another file than the input");
  expect(read(file)).toBe(`${sentence}\n`);
});

test("--out where nothing can be written is said at once", async () => {
  const { code, stderr } = await run([...model, "--out", `${folder}/none/out`, sentence]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^xlmr-ner: ENOENT[^\n]+\n$/);
});

const records = Array.from({ length: 60 }, (_, i) =>
  i % 20 === 7 ? "{" : JSON.stringify({ id: i, text: `${sentence} ${i}` }),
);
const wanted = records.map((line, i) => (line === "{" ? null : i));

test("--resume cuts off half a line, and skips what is done, errors too", async () => {
  const input = put("in.jsonl", records.join("\n"));
  const args = [...model, "--format", "jsonl", "--file", input];
  const whole = path.join(folder, "whole.jsonl");
  expect((await run([...args, "--out", whole])).code).toBe(1);
  const all = read(whole);
  expect(lines(whole).map(({ id }) => id)).toEqual(wanted);
  for (const at of [
    0,
    10,
    all.indexOf("\n") + 1,
    Math.floor(all.length / 2),
    all.length - 1,
    all.length,
  ]) {
    const part = put("part.jsonl", all.slice(0, at));
    await run([...args, "--out", part, "--resume"]);
    expect(read(part)).toBe(all);
  }
  const absent = path.join(folder, "absent.jsonl");
  await run([...args, "--out", absent, "--resume"]);
  expect(read(absent)).toBe(all);
});

test("--resume of another input's output is refused, and that stays", async () => {
  const out = put("more.json", "[]\n[]\n");
  const args = [...model, "--json", "--resume", "--out", out];
  const { code, stderr } = await run(args, { input: "Emma\n" });
  expect(code).toBe(1);
  expect(stderr).toContain("--resume: expected an output of at most 1 lines");
  expect(read(out)).toBe("[]\n[]\n");
});

const full = "/dev/full";
const testFull = existsSync(full) ? test : test.skip;
testFull(`--out that is full is said to be (skipped where there is no ${full})`, async () => {
  const { code, stderr } = await run([...model, "--json", "--out", full, sentence]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^xlmr-ner: ENOSPC: no space left on device[^\n]*\n$/);
});

test("killed as it writes and resumed on more workers, it has a line for each line", async () => {
  const many = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: i, text: `Emma ${i}` }));
  const input = put("many.jsonl", many.join("\n"));
  const out = path.join(folder, "killed.jsonl");
  const args = [...model, "--format", "jsonl", "--file", input, "--out", out, "--resume"];
  const size = () => (existsSync(out) ? readFileSync(out).length : 0);
  for (const jobs of ["1", "2", "2"]) {
    const before = size();
    let child;
    const done = run([...args, "--jobs", jobs], { onStart: (each) => (child = each) });
    await until(() => size() > before + 5000, "output");
    child.kill("SIGKILL");
    expect((await done).signal).toBe("SIGKILL");
  }
  expect((await run(args)).code).toBe(0);
  expect(lines(out).map(({ id }) => id)).toEqual(many.map((_, i) => i));
});
