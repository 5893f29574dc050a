// SPDX-License-Identifier: Apache-2.0
// The lines of "View code" are run: those for Node by Node, those for Python by Python, with a module in place of
// transformers that says what it was called with. tests/e2e/widget_code.test.js opens those for a page.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";
import { root, tiny } from "./support.js";

const { codeFor } = await fromSource("web/element/code.ts");

const plain = {
  model: undefined,
  text: "My name is Sarah and I live in London.",
  aggregation: "simple",
  threshold: 0,
  hiddenLabels: [],
  options: {},
};
const hostile = "a \"b\" \\ 'c'\n</script><b>&amp; 😀 \u2028 \ud800 {{x}} ${y}";

/** Runs a file with these lines in a folder of its own; `files` are others there. */
function run([command, ...args], name, code, files = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-code-"));
  try {
    for (const [file, text] of Object.entries({ ...files, [name]: code })) {
      writeFileSync(path.join(folder, file), text);
    }
    const options = { cwd: folder, encoding: "utf8" };
    const { stdout, stderr, status } = spawnSync(command, [...args, name], options);
    if (status !== 0) throw new Error(`${code}\n${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("Node", () => {
  const entry = pathToFileURL(path.join(root, "dist/node/index.js")).href;
  const runNode = (settings) => {
    const code = codeFor(settings).node;
    expect(code).toContain('from "xlmr-ner"');
    return run([process.execPath], "main.mjs", code.replace('"xlmr-ner"', JSON.stringify(entry)));
  };

  test("with the embedded model", () => {
    expect(runNode(plain)).toMatch(/word: 'Sarah'[^]*word: 'London'/);
  });

  test("with all that can be set", () => {
    const settings = {
      ...plain,
      model: tiny,
      text: hostile,
      aggregation: "none",
      threshold: 0.9999,
      hiddenLabels: ["B-PER"],
      options: { dtype: "fp32", threads: 1, token: "secret" },
    };
    expect(runNode(settings)).toBe("[]\n");
    const { node, page, python } = codeFor(settings);
    expect(node).toContain('{ dtype: "fp32", threads: 1 }');
    expect(node).toContain('min_score: 0.9999, ignore_labels: ["O", "B-PER"]');
    for (const code of [node, page, python]) expect(code).not.toContain("secret");
  });
});

describe("Python", () => {
  const python = ["python3", "python"].find((each) => spawnSync(each, ["-V"]).status === 0);
  const pythonTest = python === undefined ? test.skip : test;
  const transformers = `
import json
def pipeline(task, **options):
    def call(text):
        print(json.dumps([task, options, text]))
        return [{"word": "low", "score": 0.25}, {"word": "high", "score": 0.75}]
    return call
`;
  const runPython = (settings) => {
    const lines = run([python], "main.py", codeFor(settings).python, {
      "transformers.py": transformers,
    }).split("\n");
    return [JSON.parse(lines[0]), lines[1]];
  };

  pythonTest(`with what transformers takes (skipped where there is no Python)`, () => {
    const [call, printed] = runPython({
      ...plain,
      model: "owner/name",
      text: hostile,
      aggregation: "max",
      threshold: 0.5,
      hiddenLabels: ["PER"],
      options: { revision: "v1", dtype: "q8" },
    });
    const options = {
      model: "owner/name",
      revision: "v1",
      aggregation_strategy: "max",
      ignore_labels: ["O", "PER"],
    };
    expect(call).toEqual(["token-classification", options, hostile]);
    expect(printed).toBe("[{'word': 'high', 'score': 0.75}]");
  });

  test("says that the embedded model is not for it", () => {
    expect(codeFor(plain).python).toContain("# transformers cannot read the weights");
    expect(codeFor(plain).python).toContain('model="owner/name"');
  });
});

test("what is at its default is left out, and a long text is cut between two characters", () => {
  const { page, node, python } = codeFor({ ...plain, text: "x".repeat(499) + "😀".repeat(10) });
  expect(page).toMatch(/<ner-widget text="x{499}"><\/ner-widget>$/);
  for (const code of [page, node, python])
    expect(code).toContain("Only the beginning of the text.");
  for (const code of Object.values(codeFor(plain))) expect(code).not.toContain("beginning");
  expect(node).toContain(`await pipeline("token-classification");`);
  expect(node).toContain(`{ aggregation_strategy: "simple" });`);
});

test("files have no path that a page knows", () => {
  const { page, node } = codeFor({ ...plain, model: { "config.json": new Blob() } });
  for (const code of [page, node]) expect(code).toContain("path/to/the/folder");
});
