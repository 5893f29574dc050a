// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner eval`: what is read, printed and refused. The reports' texts are evaluate()'s.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, describe, expect, test } from "@jest/globals";

import { parseCommand } from "../../dist/node/cli/args.js";
import { readColumns } from "../../dist/node/corpus/columns.js";
import { evaluate, pipeline } from "../../dist/node/index.js";
import { copyOfTiny, removeCopies, run, tiny } from "./support.js";

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

  test("--words tner reads words as T-NER does, with the model's CRF", async () => {
    const model = copyOfTiny();
    const place = path.join(model, "config.json");
    const config = JSON.parse(readFileSync(place, "utf8"));
    const scores = Object.values(config.id2label).map((label) => (label === "B-LOC" ? 1000 : 0));
    config.crf_state_dict = {
      transitions: scores.map(() => scores),
      start_transitions: scores,
      end_transitions: scores,
    };
    writeFileSync(place, JSON.stringify(config));
    const file = fileOf("words.txt", "Emma B-PER\nwoont O\n\n");
    const found = async (...more) => {
      const { stdout } = await run(["eval", file, "--model", model, "--json", ...more]);
      return JSON.parse(stdout).micro;
    };
    expect(await found("--words", "tner")).toMatchObject({ found: 2, correct: 0 });
    expect(await found("--words", "hf")).toEqual(await found());
    expect(await found()).toMatchObject({ correct: 1 });
    expect((await found("--words", "sparknlp")).gold).toBe(1);
    removeCopies();
  });

  test("names the model of the package default", () => {
    const { hasModel, model } = parseCommand(["eval", "a", "--model", "default"]);
    expect({ hasModel, model }).toEqual({ hasModel: true, model: undefined });
    expect(parseCommand(["tag", "--model", "./default"]).model).toBe("./default");
  });

  test("compares a second file, here what tag writes of the first one", async () => {
    const gold = [
      {
        id: 1,
        text: "🚀 Angela Merkel in Paris",
        entities: [
          [3, 16, "PER"],
          [20, 25, "LOC"],
        ],
      },
      { id: 2, text: "Emma, e\u0301lan", entities: [{ start: 0, end: 4, type: "PER" }] },
    ];
    const file = fileOf("gold.jsonl", gold.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const ner = await pipeline("ner", tiny);
    const found = await ner(
      gold.map(({ text }) => text),
      { aggregation_strategy: "simple" },
    );
    await ner.dispose();
    const keys = (rows) =>
      rows.map(({ start, end, label, entity_group: type = label }) => `${start} ${end} ${type}`);
    const ofGold = [["3 16 PER", "20 25 LOC"], ["0 4 PER"]];
    const correct = found.flatMap((rows, at) =>
      keys(rows).filter((key) => ofGold[at].includes(key)),
    );
    const micro = { gold: 3, found: found.flat().length, correct: correct.length };
    const direct = await run(["eval", file, "--model", tiny, "--json"]);
    expect(direct).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(direct.stdout).micro).toMatchObject(micro);
    for (const to of ["jsonl", "spacy", "brat"]) {
      const out = path.join(folder, `predicted.${to}`);
      const written = await run([
        "tag",
        "--format",
        "jsonl",
        "--file",
        file,
        "--model",
        tiny,
        "--to",
        to,
        "--out",
        out,
      ]);
      expect(written).toMatchObject({ code: 0 });
      const compared = await run(["eval", file, "--predicted", out, "--json"]);
      expect({ to, stderr: compared.stderr, same: compared.stdout === direct.stdout }).toEqual({
        to,
        stderr: "",
        same: true,
      });
    }
  });

  test("finds label.json beside T-NER's files, and takes --label2id", async () => {
    const file = fileOf("test.json", '{"tokens": ["Emma", "sings"], "tags": [4, 0]}\n');
    const said = fileOf("said.conll", "Emma B-PER\nsings O\n");
    expect((await run(["eval", file, "--predicted", said])).stderr).toContain(
      `${file}:1: tags[0]: expected a tag as B-PER, or --label2id FILE with the ids, found 4`,
    );
    const ids = fileOf("ids.json", '{"O": 0, "B-PER": 4}');
    const named = await run(["eval", file, "--predicted", said, "--label2id", ids, "--json"]);
    fileOf("label.json", '{"O": 0, "B-PER": 4}');
    const beside = await run(["eval", file, "--predicted", said, "--json"]);
    expect(JSON.parse(named.stdout).micro).toMatchObject({ gold: 1, correct: 1 });
    expect(beside.stdout).toBe(named.stdout);
  });

  test("takes overlapping entities for nervaluate, and renames their types", async () => {
    const row = {
      text: "FC Köln",
      entities: [
        [0, 7, "ORG"],
        [3, 7, "LOCATION"],
      ],
    };
    const file = fileOf("nested.jsonl", JSON.stringify(row));
    const said = fileOf(
      "nested-said.jsonl",
      JSON.stringify(Object.assign(row, { entities: [[3, 7, "LOC"]] })),
    );
    const options = [
      "--predicted",
      said,
      "--report",
      "nervaluate",
      "--mapping",
      "LOCATION=LOC",
      "--json",
    ];
    const { stdout } = await run(["eval", file, ...options]);
    // nervaluate 1.2.1 gives these of the same dictionaries, with the type's name changed before.
    const { overall, entities } = JSON.parse(stdout);
    expect(overall.strict).toMatchObject({ correct: 1, missed: 1, spurious: 0, incorrect: 0 });
    expect(entities.LOC.strict).toMatchObject({ correct: 1, missed: 0 });
    expect(await run(["eval", file, "--predicted", said])).toMatchObject({ code: 1 });
  });

  test.each([
    [["gold.jsonl"], 2, "eval: expected --predicted FILE or --model MODEL, found "],
    [
      ["gold.jsonl", "-d", ",", "--predicted", "gold.jsonl"],
      2,
      "-d: expected columns (conll), found jsonl",
    ],
    [["gold.jsonl", "--predicted", "gone.jsonl"], 1, "no such file"],
    [
      ["gold.jsonl", "--predicted", "gold.jsonl", "--format", "tner", "--label2id", "gone"],
      2,
      "--label2id: expected a file of JSON",
    ],
    [["empty"], 1, "empty: expected pairs of files .txt and .ann, found none"],
  ])("%j", async (args, code, message) => {
    mkdirSync(path.join(folder, "empty"), { recursive: true });
    fileOf("gold.jsonl", '{"text": "a", "entities": []}\n');
    const given = args.map((arg) => (/^(?:g|empty)/.test(arg) ? path.join(folder, arg) : arg));
    const said = await run(["eval", ...given]);
    expect(said).toMatchObject({ code, stdout: "" });
    expect(said.stderr).toContain(message);
  });

  test.each([
    ["too-long.jsonl", "2: text: expected at most 1048576 UTF-16 units", "a".repeat(1_100_000)],
    ["nul.jsonl", "2: expected text, found NUL", "\0"],
    [
      "bytes.jsonl",
      "in line 2, where it is none: it looks like windows-1252; --encoding",
      "K\xf6ln",
    ],
  ])("names file and line of %s", async (name, message, text) => {
    const lines = ["Emma", text, "Sarah"].map((each) => `{"text": "${each}", "entities": []}\n`);
    const file = fileOf(name, Buffer.from(lines.join(""), "latin1"));
    const { code, stdout, stderr } = await run(["eval", file, "--model", tiny]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`xlmr-ner: ${file}:2: `);
    expect(stderr).toContain(message);
  });

  test("renames types", async () => {
    const options = ["--mapping", "ORT=LOC", "--report", "conlleval"];
    const { stdout } = await run(["eval", "-", ...options], { input: "a B-LOC B-ORT\n" });
    expect(stdout).toContain("              LOC: precision: 100.00%; recall: 100.00%");
  });

  test("asks what was meant where the columns are parts of speech or words, and tags", async () => {
    const told = '"NNP" before "B-PER" at standard input:2; or --predicted FILE or --model MODEL';
    const options = { input: "\nSarah NNP B-PER\nlives VBZ O\n" };
    const own = await run(["eval", "-"], options);
    expect(own).toMatchObject({ code: 2, stdout: "" });
    expect(own.stderr).toContain(`eval: expected two tags in the last columns, found ${told}`);
    // A package's report is what the package says, whatever it is given.
    const named = await run(["eval", "-", "--report", "conlleval"], options);
    expect(named.code).toBe(0);
    expect(named.stdout).toMatch(/^processed 2 tokens with 0 phrases; found: 1 phrases/);
    expect(named.stderr).toContain(told);
    const raw = ["eval", "-", "--report", "conlleval", "-r"];
    expect((await run(raw, options)).stderr).toBe("");
    const words = await run(["eval", "-"], { input: "Sarah B-PER\nlives O\n" });
    expect(words.stderr).toContain('found "Sarah" before "B-PER"');
  });

  test("says where no type of the gold tags is predicted, as of chunks", async () => {
    const chunks = { input: "EU NNP B-NP B-ORG\nsaid VBD B-VP O\nBonn NNP B-NP B-LOC\n" };
    const { code, stderr } = await run(["eval", "-"], chunks);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "standard input: no type of the gold tags (NP, VP) is one of the predicted ones (LOC, ORG); --mapping",
    );
    const renamed = ["--mapping", "NP=LOC"];
    expect((await run(["eval", "-", ...renamed], chunks)).stderr).toBe("");
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
    [["a", "--html", "-"], "--html: expected a file, found -, where the report goes"],
    [["a", "--format", "csv"], "--format: expected conll or conll2012"],
    [["-", "--format", "brat"], "--format brat: expected a file or a folder, found -"],
    [["-", "--predicted", "-"], "--predicted: expected - once, found it again"],
    [["a", "--predicted", "b", "--model", "c"], "expected --predicted or --model, found both"],
    [["a", "--predicted-format", "jsonl"], "--predicted-format: expected --predicted FILE"],
    [["a", "--aggregation", "first"], "--aggregation: expected --model MODEL, found none"],
    [["a", "--model", "m", "--aggregation", "none"], "--aggregation: expected simple or first"],
    [["a", "--words", "tner"], "--words: expected --model MODEL, found none"],
    [["a", "--model", "m", "--words", "spark"], "--words: expected hf or tner or sparknlp"],
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
