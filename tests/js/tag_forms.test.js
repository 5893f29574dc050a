// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner tag` from files of each form to each form.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { run, sentence, tiny } from "./support.js";

const model = ["--model", tiny];
const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-forms-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name) => path.join(folder, name);
const put = (name, content) => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
};
const read = (name) => readFileSync(at(name), "utf8");
const objects = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

let ner;
beforeAll(async () => (ner = await pipeline("ner", tiny)));
afterAll(() => ner?.dispose());
const expected = (text) => ner(text, { aggregation_strategy: "simple" });

describe("the output follows the input", () => {
  test("a table without rows is a header, whatever says what separates its cells", async () => {
    const tag = async (form, input) => (await run([...model, "--format", form], { input })).stdout;
    expect(await tag("tsv", "id\ttext\r\n")).toBe("id\ttext\tentities\r\n");
    expect(await tag("csv", "sep=;\nid;text\n")).toBe("sep=;\nid;text;entities\n");
    expect(await tag("csv", "")).toBe("");
  });

  test("JSONL, whose other members come back as they were written", async () => {
    const members = '"x":1.0,"big":12345678901234567890,"__proto__":{"a":[1]},"error":0';
    const input = `{"id":12345678901234567890,"text":"${sentence}",${members}}\n`;
    const { stdout } = await run([...model, "--format", "jsonl"], { input });
    const entities = JSON.stringify(await expected(sentence));
    const kept = members.replace(',"error":0', "");
    expect(stdout).toBe(`{"id":12345678901234567890,${kept},"entities":${entities}}\n`);
  });

  test("tokens of JSONL have a label each, and entities in them with one space between", async () => {
    const tokens = ["Angela", "Merkel", "in", "Paris"];
    const input = `${JSON.stringify({ id: 1, tokens })}\n{"id":2,"tokens":[]}\n`;
    const { stdout } = await run([...model, "--format", "jsonl"], { input });
    const [first, second] = objects(stdout);
    expect(first.tags).toEqual((await ner.tagWords(tokens)).map(({ entity }) => entity));
    const text = tokens.join(" ");
    const found = first.entities.map(({ start, end, word, entity_group: type }) => {
      expect(text.slice(start, end)).toBe(word);
      return [type, word];
    });
    expect(found).toEqual([
      ["PER", "Angela Merkel"],
      ["LOC", "Paris"],
    ]);
    expect(second).toEqual({ id: 2, entities: [], tags: [] });
  });

  test("columns, with the labels in one more", async () => {
    const spaced = "-DOCSTART- -X- O\n\nAngela NNP O\nMerkel NNP O\n\n";
    const { stdout } = await run([...model, "--format", "conll"], { input: spaced });
    const narrow = await run([...model, "--format", "conll"], {
      input: spaced.replace(" -X- O", ""),
    });
    expect(narrow.stdout).toBe(`-DOCSTART-\tO\n\n${stdout.slice(stdout.indexOf("Angela"))}`);
    expect(stdout).toBe("-DOCSTART- -X- O O\n\nAngela NNP O B-PER\nMerkel NNP O I-PER\n\n");
    const row = (...cells) => [...cells, ..."_".repeat(10 - cells.length)].join("\t");
    const lines = [
      "# text = Angela Merkel",
      row("1-2", "x"),
      row("1", "Angela"),
      row("2", "Merkel"),
    ];
    const input = lines.join("\r\n");
    const { stdout: out } = await run([...model, "--format", "conll", "--column", "2"], { input });
    const tags = ["", "\tO", "\tB-PER", "\tI-PER"];
    expect(out).toBe(`${lines.map((line, i) => line + tags[i]).join("\r\n")}\r\n\r\n`);
  });

  test("a table, with the entities in one more column", async () => {
    const input = `id,words,y\n7,"Angela\r\nMerkel, ""x""",a\n`;
    const args = [...model, "--format", "csv", "--text-column", "words"];
    const text = 'Angela\r\nMerkel, "x"';
    const cell = JSON.stringify(await expected(text));
    const { stdout } = await run(args, { input });
    const quoted = cell.replaceAll('"', '""');
    expect(stdout).toBe(`id,words,y,entities\n7,"Angela\r\nMerkel, ""x""",a,"${quoted}"\n`);
    const { stdout: lines } = await run([...args, "--to", "jsonl"], { input });
    expect(objects(lines)).toEqual([{ id: "7", text, y: "a", entities: await expected(text) }]);
    const tabs = await run([...args, "--to", "tsv", "--format", "tsv"], {
      input: `words\n${sentence}\n`,
    });
    expect(tabs.stdout).toBe(
      `words\tentities\n${sentence}\t${JSON.stringify(await expected(sentence))}\n`,
    );
  });

  test("a table with columns of one name, all of which are there", async () => {
    const input = "text,x,x,text\nEmma,1,2,Paris\n";
    const { stdout } = await run([...model, "--format", "csv", "--to", "jsonl"], { input });
    expect(objects(stdout)).toEqual([
      {
        id: 1,
        text: "Emma",
        x: "1",
        "x.1": "2",
        "text.1": "Paris",
        entities: await expected("Emma"),
      },
    ]);
  });

  test("a table of a spreadsheet, with semicolons, CRLF and a mark", async () => {
    const input = `\ufeffid;text;price\r\n7;${sentence};1,5\r\n8;"a;b";2\r\n`;
    const { code, stdout } = await run([...model, "--format", "csv"], { input });
    const [first, second] = (await expected([sentence, "a;b"])).map((found) =>
      JSON.stringify(found).replaceAll('"', '""'),
    );
    expect(code).toBe(0);
    expect(stdout).toBe(
      `id;text;price;entities\r\n7;${sentence};1,5;"${first}"\r\n8;"a;b";2;"${second}"\r\n`,
    );
  });

  test("texts, a line an entity with the number of its text", async () => {
    const { stdout } = await run(model, { input: `\n${sentence}\n` });
    expect(stdout).toMatch(
      /^PER\t0\.\d{4}\t0\t13\tAngela Merkel\t2\nLOC\t0\.\d{4}\t31\t36\tParis\t2\n$/,
    );
  });
});

describe("--file", () => {
  test("may be several, a pattern, and standard input, in this order", async () => {
    for (const [name, text] of Object.entries({
      "a/2.txt": "two",
      "a/1.txt": "one",
      "a/b/3.txt": "three",
      "4.txt": "four",
    }))
      put(name, `${text}\n`);
    const args = [...model, "--to", "jsonl"];
    const textsOf = async (...more) => {
      const { stdout } = await run([...args, ...more], { input: "in\n" });
      return objects(stdout).map(({ id, text }) => [id, text]);
    };
    const files = ["--file", at("4.txt"), "--file", at("a/*.txt"), "--file", "-"];
    expect(await textsOf(...files)).toEqual([
      [1, "four"],
      [2, "one"],
      [3, "two"],
      [4, "in"],
    ]);
    expect((await textsOf("--file", at("a/**/*.txt"))).map(([, text]) => text)).toEqual([
      "one",
      "two",
      "three",
    ]);
    expect(await textsOf("--file", at("4.txt"), at("a/1.txt"))).toEqual([
      [1, "four"],
      [2, "one"],
    ]);
  });

  test("that matches nothing, and one that is not there, are failures before the model loads", async () => {
    const none = await run(["--model", "/nowhere", "--file", at("*.none")]);
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toContain(`--file: expected files that match ${at("*.none")}, found none`);
    const absent = await run(["--model", "/nowhere", "--file", at("absent")]);
    expect(absent.stderr).toContain("ENOENT");
  });

  test("of which one is not there leaves the others, in each form of output", async () => {
    const text = put("there.txt", "Emma\n");
    const files = ["--file", at("absent"), "--file", at("*.none"), "--file", text];
    const entities = await expected("Emma");
    const json = await run([...model, "--json", ...files]);
    expect(json).toMatchObject({ code: 1, stderr: "" });
    const none = `--file: expected files that match ${at("*.none")}, found none`;
    expect(objects(json.stdout)).toEqual([
      {
        id: at("absent"),
        error: { code: "ENOENT", message: expect.stringContaining(at("absent")) },
      },
      { id: at("*.none"), error: { code: "invalid_argument", message: none } },
      entities,
    ]);
    const out = put("there.out", "");
    const lines = await run([...model, ...files, "--out", out, "--to", "doccano"]);
    expect(lines.code).toBe(1);
    expect(lines.stderr).toMatch(/^xlmr-ner: ENOENT: [^\n]*absent'\nxlmr-ner: --file: [^\n]*\n$/);
    expect(objects(read("there.out"))).toMatchObject([
      { error: { code: "ENOENT" } },
      { error: { code: "invalid_argument" } },
      { id: 3, text: "Emma" },
    ]);
  });

  test("of which one cannot be read leaves the others", async () => {
    const text = put("one.txt", `${sentence}\n`);
    const { code, stdout, stderr } = await run([...model, "--file", folder, "--file", text]);
    expect(code).toBe(1);
    expect(stderr).toBe(`xlmr-ner: expected a file at ${folder}, found a folder\n`);
    expect(stdout).toContain("Angela Merkel");
  });
});

describe("documents", () => {
  test("are one text a file, with its ends of lines", async () => {
    const text = `${sentence}\r\n\r\nEmma`;
    const file = put("document.txt", text);
    const { stdout } = await run([
      ...model,
      "--format",
      "document",
      "--to",
      "jsonl",
      "--file",
      file,
    ]);
    expect(objects(stdout)).toEqual([{ id: file, text, entities: await expected(text) }]);
  });

  test("have brat's annotations beside them, and those that are there stay", async () => {
    put("brat/a.txt", `🚀 ${sentence}\r\nEmma`);
    put("brat/b.txt", `\uFEFF${sentence}`);
    const args = [...model, "--to", "brat", "--file", at("brat/*.txt")];
    expect(await run(args)).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(read("brat/a.ann")).toMatch(
      /^T1\tPER 2 15\tAngela Merkel\nT2\tLOC 33 38\tParis\nT3\tPER 41 45\tEmma\n$/,
    );
    // brat counts the mark.
    expect(read("brat/b.ann")).toBe("T1\tPER 1 14\tAngela Merkel\nT2\tLOC 32 37\tParis\n");
    writeFileSync(at("brat/a.ann"), "by hand");
    rmSync(at("brat/b.ann"));
    const { code, stderr } = await run(args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^xlmr-ner: expected no annotations yet, found EEXIST[^\n]+a\.ann'\n$/);
    expect(read("brat/a.ann")).toBe("by hand");
    expect(readdirSync(at("brat")).sort()).toEqual(["a.ann", "a.txt", "b.ann", "b.txt"]);
    // What brat would not read has none beside it.
    put("wide/c.txt", Buffer.from(`\uFEFF${sentence}`, "utf16le"));
    const wide = [...model, "--to", "brat", "--file", at("wide/c.txt")];
    const refused = await run(wide);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      "wide/c.txt: expected text in UTF-8, as brat reads it, found UTF-16LE",
    );
    expect(readdirSync(at("wide"))).toEqual(["c.txt"]);
    expect((await run([...wide, "--out", at("wide")])).code).toBe(1); // c.txt is there
    expect((await run([...wide, "--out", at("wide/out")])).code).toBe(0);
    expect(read("wide/out/c.txt")).toBe(sentence);
  });

  test("of other forms have texts and annotations in a folder", async () => {
    const input = `{"id":"x","text":"${sentence}"}\n{"id":"../y","text":"Emma"}\n{"id":"x","text":"Paris"}\n`;
    const args = [...model, "--to", "brat", "--format", "jsonl"];
    expect((await run(args, { input })).code).toBe(2);
    expect(await run([...args, "--out", at("texts")], { input })).toMatchObject({
      code: 0,
      stderr: "",
    });
    const names = ["x", "text-2", "text-3"];
    expect(readdirSync(at("texts")).sort()).toEqual(
      names.flatMap((name) => [`${name}.ann`, `${name}.txt`]).sort(),
    );
    expect(names.map((name) => read(`texts/${name}.txt`))).toEqual([sentence, "Emma", "Paris"]);
    expect(read("texts/text-2.ann")).toBe("T1\tPER 0 4\tEmma\n");
  });
});

describe("forms that are one value", () => {
  test.each(["label-studio", "spacy"])(
    "%s is whole where there is no text, and when it is interrupted",
    async (form) => {
      expect(JSON.parse((await run([...model, "--to", form])).stdout)).toEqual([]);
      const { code, stdout } = await run([...model, "--to", form], {
        input: null,
        onStart: (child) => {
          child.stdin.write("Emma\n");
          child.stdout.once("data", () => child.kill("SIGINT"));
        },
      });
      expect(code).toBe(130);
      expect(JSON.parse(stdout).length).toBe(1);
    },
  );

  test("html says what could not be read", async () => {
    const input = '{"id":"<1>","text":"Emma"}\n{"id":"<2>"}\n';
    const { code, stdout, stderr } = await run([...model, "--format", "jsonl", "--to", "html"], {
      input,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^<!doctype html>[^]*&#60;1&#62;[^]*Emma[^]*text: expected a string[^]*<\/html>\n$/,
    );
    expect(stderr).toBe("xlmr-ner: text 2: standard input, line 2: text: expected a string\n");
  });
});
