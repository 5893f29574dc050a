// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner eval`: what is read, printed and refused. The reports' texts are evaluate()'s.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, describe, expect, test } from "@jest/globals";

import { parseCommand } from "../../dist/node/cli/args.js";
import { readColumns } from "../../dist/node/corpus/columns.js";
import { evaluate, pipeline } from "../../dist/node/index.js";
import { run, tiny } from "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-eval-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name, content) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const input = "Emma B-PER B-PER\nin O O\nLonden B-LOC O\n\n";

// conlleval.pl printed this.
const printed =
  "processed 3 tokens with 2 phrases; found: 1 phrases; correct: 1.\n" +
  "accuracy:  66.67%; precision: 100.00%; recall:  50.00%; FB1:  66.67\n" +
  "              LOC: precision:   0.00%; recall:   0.00%; FB1:   0.00  0\n" +
  "              PER: precision: 100.00%; recall: 100.00%; FB1: 100.00  1\n";

describe("xlmr-ner eval", () => {
  test("prints a named report and nothing else, of a file and of standard input", async () => {
    const report = ["--report", "conlleval"];
    const said = { code: 0, stdout: printed, stderr: "" };
    expect(await run(["eval", "-", ...report], { input })).toMatchObject(said);
    expect(await run(["eval", fileOf("plain.txt", input), ...report])).toMatchObject(said);
  });

  test("takes conlleval's options by their letters", async () => {
    const raw = "Emma\tPER\tPER\nin\tNONE\tNONE\n";
    const letters = ["-r", "-l", "-d", "\t", "-o", "NONE", "--report", "conlleval"];
    const { code, stdout } = await run(["eval", "-", ...letters], { input: raw });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        "        & Precision &  Recall  & F$_{\\beta=1} \\\\\\hline\n" +
        "PER     &  100.00\\% & 100.00\\% & 100.00 \\\\\\hline\n" +
        "Overall &  100.00\\% & 100.00\\% & 100.00 \\\\\\hline\n",
    });
  });

  test("has figures as JSON, and remarks on stderr", async () => {
    const bilou = "a B-A B-A\nb L-A L-A\nc B-A B-A\nd L-A L-A\n";
    const options = ["--report", "seqeval", "--json", "--remarks"];
    const { code, stdout, stderr } = await run(["eval", "-", ...options], { input: bilou });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).A.support).toBe(1);
    expect(stderr).toContain("of adjacent BILOU entities it keeps one.\n");
  });

  test.each([
    ["an empty file", "", "{}:1: expected at least one line with two tags, found none"],
    ["other columns", "a O O\nb O\n", "{}:2: expected 3 columns, as before, found 2"],
    ["one column", "a\n", "{}:1: expected at least 2 columns, found 1"],
    ["a NUL", `${"abc O O\n".repeat(9000)}b\0 O O\n`, "{}:9001: expected text, found NUL"],
    ["invalid UTF-8", Buffer.from([0x61, 0x20, 0xff, 0x0a]), "found the byte 0xFF at offset 2"],
    [
      "a line of 10 MB",
      `a O O\n${"x".repeat(10_000_000)} O O\n`,
      "{}:2: expected a line of at most",
    ],
  ])("refuses %s with its place", async (_, content, message) => {
    const file = fileOf("bad.txt", content);
    const { code, stdout, stderr } = await run(["eval", file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message.replace("{}", file));
  });

  test("tags the first column with a model, whose gold tag is the last one", async () => {
    const sentences = [["Angela", "Merkel", "besuchte", "Paris"], ["Emma"]];
    const gold = [["B-PER", "I-PER", "O", "B-LOC"], ["B-PER"]];
    const ner = await pipeline("ner", tiny);
    const tagged = await ner.tagWords(sentences);
    await ner.dispose();
    const predicted = tagged.map((words) => words.map(({ entity }) => entity));
    const { text } = await evaluate(gold, predicted);
    const lines = sentences.map((words, at) =>
      words.map((word, i) => `${word} _ ${gold[at][i]}\n`),
    );
    const file = fileOf("gold.txt", lines.map((each) => `${each.join("")}\n`).join(""));
    const { code, stdout } = await run(["eval", file, "--model", tiny]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: text });
  });

  test("renames types", async () => {
    const options = ["--mapping", "ORT=LOC", "--report", "conlleval"];
    const { stdout } = await run(["eval", "-", ...options], { input: "a B-LOC B-ORT\n" });
    expect(stdout).toContain("              LOC: precision: 100.00%; recall: 100.00%");
  });

  test("reads past a byte order mark", async () => {
    const { stdout } = await run(["eval", "-", "--report", "conlleval"], {
      input: `\uFEFF${input}`,
    });
    expect(stdout).toBe(printed);
  });

  test("says where the package has no report", async () => {
    const { code, stderr } = await run(["eval", "-", "--report", "seqeval"], { input: "a O O\n" });
    expect(code).toBe(1);
    expect(stderr).toContain("expected at least one entity, found none");
  });

  test.each([
    [[], "eval: expected one FILE or -, found 0"],
    [["a", "b"], "eval: expected one FILE or -, found 2"],
    [["a", "--report", "f1"], "--report: expected entities or conlleval"],
    [["a", "--scheme", "BIO"], "--scheme: expected IOB1 or IOB2"],
    [["a", "--digits", "-1"], "--digits"],
    [["a", "--mapping", "LOC"], "--mapping: expected tner or TYPE=NAME,TYPE=NAME, found LOC"],
    [["a", "--strict"], "--strict: expected --report seqeval, found entities"],
    [["a", "--report", "tner", "-r"], "-r: expected --report conlleval, found tner"],
    [
      ["a", "--report", "conlleval", "--digits", "3"],
      "--digits: expected --report seqeval or sklearn or nervaluate, found conlleval",
    ],
    [["a", "--report", "seqeval", "--intervals"], "--intervals: expected --report tner"],
    [["a", "-d", "("], "-d: expected a regular expression, found ("],
    [["a", "--report", "conlleval-py", "-d", ""], "-d: expected a text, found an empty one"],
    [["a", "--format", "csv"], "--format: expected conll or conll2012"],
    [["-", "--format", "brat"], "--format brat: expected a file or a folder, found -"],
    [["-", "--predicted", "-"], "--predicted: expected - once, found it again"],
    [["a", "--predicted", "b", "--model", "c"], "expected --predicted or --model, found both"],
    [["a", "--predicted-format", "jsonl"], "--predicted-format: expected --predicted FILE"],
    [["a", "--aggregation", "first"], "--aggregation: expected --model MODEL, found none"],
    [["a", "--model", "m", "--aggregation", "none"], "--aggregation: expected simple or first"],
  ])("%j is wrong usage", (args, message) => {
    expect(() => parseCommand(["eval", ...args])).toThrow(message);
  });
});

describe("columns", () => {
  const read = (text, rules, delimiter) => readColumns(text, rules, delimiter, "f");

  test("are Perl's fields for conlleval", () => {
    // Two blanks make the column between them, which is gold's; what is empty at the end is dropped.
    expect(read("a  B-A\nb O O \n", "conlleval")).toMatchObject({
      gold: [["", "O"]],
      predicted: [["B-A", "O"]],
      openEnd: true,
    });
    expect(read("a,B-A;B-A\n\nb;O,O", "conlleval", "[,;]").gold).toEqual([["B-A"], ["O"]]);
    expect(read("-X- O O\na O O\r\n", "conlleval").predicted).toEqual([["O\r"]]);
    expect(read("-DOCSTART- -X- O O\n\n", "conlleval").gold).toEqual([["O"]]);
    expect(read("-DOCSTART-\n\nEmma B-PER O\n", "ours").gold).toEqual([["B-PER"]]);
    expect(() => read("a O O\nb O\n", "conlleval")).toThrow("f:2: expected 3 columns");
  });

  test("are Python's fields for its port", () => {
    expect(read("a \t B-A\u00a0B-A \r\n", "conlleval-py").gold).toEqual([["B-A"]]);
    expect(() => read("a\tO\tO\n\n", "conlleval-py", "\t")).toThrow("f:2: expected 3 columns");
    expect(() => read("\na O O\n", "conlleval-py")).toThrow("f:2: expected 0 columns");
  });

  test("are tabs' or blanks' for all others, without lines of documents", () => {
    expect(read("a\tB-work of art\tO\r\n\r\n-DOCSTART- -X- O\nb   O   O\n", "ours")).toEqual({
      words: [["a"], ["b"]],
      gold: [["B-work of art"], ["O"]],
      predicted: [["O"], ["O"]],
      lines: [[1], [4]],
      openEnd: true,
    });
  });

  test("are those of words: no comment, range or empty node of CoNLL-U", () => {
    const u =
      "# text = vamonos\n1-2\tvamonos\t_\t_\t_\t_\t_\t_\tO\tO\n1\tvamos\t_\t_\t_\t_\t_\t_\tO\tO\n";
    expect(read(u, "ours")).toMatchObject({ words: [["1"]], lines: [[3]] });
  });
});
