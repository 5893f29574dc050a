// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner eval --html`: where the page goes, and what it is made of.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { run, tiny } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-html-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name) => path.join(folder, name);
const write = (name, content) => (writeFileSync(at(name), content), at(name));
const columns = "Emma B-PER B-PER\nin O O\nLonden B-LOC O\n\n";

test("the page is written beside the report, over what was there", async () => {
  const file = write("a.txt", columns);
  const page = write("a.html", "x".repeat(100_000));
  const { stdout: printed } = await run(["eval", file, "--report", "conlleval"]);
  const { code, stdout, stderr } = await run([
    "eval",
    file,
    "--report",
    "conlleval",
    "--html",
    page,
  ]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: printed, stderr: "" });
  const html = readFileSync(page, "utf8");
  expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  expect(html).toContain(`<bdi>${file}</bdi>. 1 text, 3 words.`);
  expect(html).toContain("<dt>micro F1</dt><dd>66.67</dd>");
  expect(html).toContain(`<bdi>${file}:1</bdi>`);
});

test("a model's entities have scores, and the page has its name", async () => {
  const gold = write("gold.txt", "Angela B-PER\nMerkel I-PER\nbesuchte O\nParis B-LOC\n\n");
  const { code } = await run(["eval", gold, "--model", tiny, "--html", at("model.html")]);
  expect(code).toBe(0);
  const html = readFileSync(at("model.html"), "utf8");
  expect(html).toContain(`tagged with <bdi>${tiny}</bdi>`);
  expect(html).toContain("Expected calibration error: <strong>");
});

test("types have the names of --mapping, and --json is as without a page", async () => {
  const options = ["--mapping", "LOC=PLACE", "--json", "--html", at("mapped.html")];
  const { stdout } = await run(["eval", "-", ...options], { input: columns });
  expect(Object.keys(JSON.parse(stdout).types)).toEqual(["PER", "PLACE"]);
  const html = readFileSync(at("mapped.html"), "utf8");
  expect(html).toContain(">PLACE missed</span>");
  expect(html).toContain("<bdi>standard input</bdi>");
});

test("a page is no input, and has a place", async () => {
  const file = write("same.txt", columns);
  const same = await run(["eval", file, "--html", file]);
  expect(same.code).toBe(2);
  expect(same.stderr).toContain(`--html: expected another file than the input, found ${file}`);
  expect(readFileSync(file, "utf8")).toBe(columns);
  const unread = await run(["eval", at("none.txt"), "--html", at("none.html")]);
  expect(unread.stderr).toContain("none.txt");
  expect({ code: unread.code, isMade: existsSync(at("none.html")) }).toEqual({
    code: 1,
    isMade: false,
  });
  // Nor is one left of what cannot be compared; what was there stays.
  const uneven = write("uneven.txt", "Emma B-PER B-PER\nin O\n");
  for (const page of [at("uneven.html"), write("kept.html", "before")]) {
    expect((await run(["eval", uneven, "--html", page])).code).toBe(1);
  }
  expect(existsSync(at("uneven.html"))).toBe(false);
  expect(readFileSync(at("kept.html"), "utf8")).toBe("before");
  // A page that was written stays where its report cannot be made.
  const none = await run(["eval", "-", "--report", "seqeval", "--html", at("none-found.html")], {
    input: "a O O\n",
  });
  expect(none.stderr).toContain("expected at least one entity, found none");
  expect(readFileSync(at("none-found.html"), "utf8")).toMatch(/<\/html>\n$/);
  const nowhere = await run(["eval", file, "--html", at("no/such/folder.html")]);
  expect({ code: nowhere.code, stdout: nowhere.stdout }).toEqual({ code: 1, stdout: "" });
  expect(nowhere.stderr).toContain("ENOENT");
});
