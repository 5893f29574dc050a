// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input is said with the file, the line and what was expected, in the place of the record
// that it is; what is behind it is read.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { inputFiles, readRecords } from "../../dist/node/cli/input.js";
import "./support.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name, content) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** What is read: a text as it is, an error as `code: message` without the folder's name. */
async function readAll(format, files, { encoding, column = 1, textColumn = "text" } = {}) {
  const source = { texts: [], files, encoding };
  const names = await inputFiles(source);
  const options = { format, column, textColumn };
  const all = [];
  for await (const { id, text, error } of readRecords(
    source,
    names,
    options,
    new AbortController().signal,
  )) {
    const message = error?.message.replaceAll(`${folder}/`, "");
    all.push(
      error === undefined ? text : { id: JSON.parse(id), error: `${error.code}: ${message}` },
    );
  }
  return all;
}

/** One file in the form, of these bytes (in Latin-1, so that `\xff` is that byte). */
const readBytes = (format, bytes, more) =>
  readAll(format, [put("in", Buffer.from(bytes, "latin1"))], more);

const long = "a".repeat(10 * 2 ** 20);

test("a line of 10 MB", async () => {
  const tooLong =
    /^text_too_long: in, line 2: expected at most 8388608 characters, found 8388609 or more$/;
  const error = expect.stringMatching(tooLong);
  expect(await readBytes("text", `a\n${long}\nb\n`)).toEqual(["a", { id: 2, error }, "b"]);
  const jsonl = `{"id":1,"text":"a"}\n{"id":2,"text":"${long}"}\n{"id":3,"text":"b"}\n`;
  expect(await readBytes("jsonl", jsonl)).toEqual(["a", { id: null, error }, "b"]);
  expect(await readBytes("tsv", `text\n${long}\nb\n`)).toEqual([{ id: 1, error }, "b"]);
  expect(await readBytes("csv", `text\n${long}\nb\n`)).toEqual([{ id: 1, error }, "b"]);
  expect(await readBytes("conll", `a\n${long}\n\nb\n`)).toEqual([{ id: 1, error }, "b"]);
  const whole = expect.stringMatching(/^text_too_long: in: expected at most 8388608 characters/);
  expect(await readBytes("document", long)).toEqual([
    { id: path.join(folder, "in"), error: whole },
  ]);
});

test("a cell whose quote does not end in 10 MB, and one that does not end at all", async () => {
  const error = "invalid_record: in, line 2: expected a quote that ends the cell, found none";
  const line = "b".repeat(300);
  const count = 31_000;
  const lines = `${line}\n`.repeat(count);
  const found = await readBytes("csv", `text\n"a\n${lines}c\n`);
  expect(found.length).toBe(count + 2);
  expect([found[0], found[1], found.at(-1)]).toEqual([{ id: 1, error }, line, "c"]);
  const open = await readBytes("csv", 'text\n"a\nb\n"c\nd"\n"e');
  expect(open.slice(0, 2)).toEqual([expect.objectContaining({ id: 1 }), "b"]);
  expect(open.at(-1).error).toContain("in, line 6: expected a quote that ends the cell");
});

test("bytes that are not UTF-8", async () => {
  const bad = (line, offset, byte = "E9") =>
    expect.stringMatching(
      new RegExp(
        `^text_format: in: expected text in UTF-8, found the byte 0x${byte} at offset ${offset}, in line ${line},`,
      ),
    );
  expect(await readBytes("text", "a\nJos\xe9\nb\n\xff\nc")).toEqual([
    "a",
    { id: 2, error: bad(2, 5) },
    "b",
    { id: 4, error: bad(4, 9, "FF") },
    "c",
  ]);
  const jsonl = '{"id":1,"text":"a"}\n{"id":2,"text":"\xe9"}\n{"id":3,"text":"b"}\n';
  expect(await readBytes("jsonl", jsonl)).toEqual(["a", { id: 2, error: bad(2, 36) }, "b"]);
  expect(await readBytes("conll", "a X\nb X\n\nc X\n\xe9 X\n\nd X\n")).toEqual([
    "a b",
    { id: 2, error: bad(5, 13) },
    "d",
  ]);
  expect(await readBytes("csv", 'text,y\n"a\n\xe9",1\nb,2\n')).toEqual([
    { id: 1, error: bad(3, 10) },
    "b",
  ]);
  expect(await readBytes("document", "a\n\xe9")).toEqual([
    { id: path.join(folder, "in"), error: bad(2, 2) },
  ]);
  expect(await readBytes("text", "a\nJos\xe9\n", { encoding: "latin1" })).toEqual(["a", "José"]);
});

test("a byte order mark is none of the text, in any form", async () => {
  const mark = "\xef\xbb\xbf";
  expect(await readBytes("text", `${mark}a\n`)).toEqual(["a"]);
  expect(await readBytes("jsonl", `${mark}{"text":"a"}\n`)).toEqual(["a"]);
  expect(await readBytes("csv", `${mark}text,y\na,b\n`)).toEqual(["a"]);
  expect(await readBytes("csv", `${mark}"text",y\na,b\n`)).toEqual(["a"]);
  expect(await readBytes("conll", `${mark}a X\n`)).toEqual(["a"]);
  expect(await readBytes("document", `${mark}a\r\nb`)).toEqual(["a\r\nb"]);
});

test("a NUL", async () => {
  const filler = `${"A line of text.\n".repeat(300)}`;
  const error = "text_format: in, line 301: expected text, found a NUL behind 1 characters";
  const found = await readBytes("text", `${filler}a\0b\nc\n`);
  expect(found.slice(-2)).toEqual([{ id: 301, error }, "c"]);
  expect(await readBytes("text", "a\0b\n", { encoding: "utf-8" })).toEqual(["a\0b"]);
  const rows = "text\n" + filler;
  expect((await readBytes("csv", `${rows}a\0\nc\n`)).slice(-2)).toEqual([
    { id: 301, error: error.replace("301", "302") },
    "c",
  ]);
  const place = (line, at) =>
    `text_format: in, line ${line}: expected text, found a NUL behind ${at} characters`;
  expect(await readBytes("jsonl", '{"id":1,"text":"a\0"}\n{"id":2,"text":"b\\u0000c"}\n')).toEqual([
    { id: null, error: place(1, 17) },
    "b\0c", // which somebody has written so
  ]);
  expect(await readBytes("conll", "a X\nb\0 X\n\nc X\n")).toEqual([
    { id: 1, error: place(2, 1) },
    "c",
  ]);
  expect(await readBytes("tsv", "id\ttext\n1\ta\0\n2\tb\n")).toEqual([
    { id: "1", error: place(2, 3) },
    "b",
  ]);
  const [whole] = await readBytes("document", `${filler}a\0b\nc\n`);
  expect(whole.error).toBe(
    `text_format: in: expected text, found a NUL behind ${filler.length + 1} characters`,
  );
  const [small] = await readBytes("document", "a\0b\nc\n");
  expect(small.error).toContain("in: expected text, found a NUL at byte 1");
});

test.each([
  ["a\0\nEmma\n", 1, 1, "Emma"],
  ["Emma woont in Utrecht.\n\xc3\xa9\0\nEmma\n", 2, 1, "Emma"],
  ["ab\0c\n\nEmma\n", 1, 2, "Emma"], // ideographs in UTF-16
  ["Emma\0Paris\0\nEmma\n", 1, 4, "Emma"],
])("a NUL in a small file is its line's: %j", async (bytes, line, at, next) => {
  const error = `text_format: in, line ${line}: expected text, found a NUL behind ${at} characters`;
  const found = await readBytes("text", bytes);
  expect(found[line - 1]).toEqual({ id: line, error });
  expect(found.at(-1)).toBe(next);
  expect(found).toHaveLength(bytes.split("\n").length - 1);
});

test.each([
  ["Emma woont in Utrecht.\n", "utf-16le"],
  ["a\n", "utf-16be"],
  ["Эмма живёт в Утрехте.\n", "utf-16le"],
  ["Эмма живёт в Утрехте.\n", "utf-16be"],
  ["एम्मा उट्रेक्ट में रहती है।\n", "utf-16le"],
  ["エマはユトレヒトに住んでいます。\n", "utf-16be"],
  ["艾玛住在乌得勒支 一\n", "utf-16le"],
])("%j in %s has NULs that are none", async (text, encoding) => {
  const bytes = Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") bytes.swap16();
  const [{ error }] = await readAll("text", [put("in", bytes)]);
  expect(error).toContain(`it looks like ${encoding}; --encoding ${encoding} reads it as that`);
});

test("a file that is no text, and the file behind it", async () => {
  const picture = put("picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"));
  const empty = put("empty", "");
  const next = put("next", "a\n");
  const said = {
    text: "text_format: picture: expected text, found a PNG image",
    jsonl: "text_format: picture: expected text, found a PNG image",
  };
  for (const format of ["text", "document"]) {
    const text = format === "text" ? "a" : "a\n";
    expect(await readAll(format, [picture, empty, next])).toEqual([
      expect.objectContaining({ error: said.text }),
      { id: empty, error: "invalid_record: empty, line 1: expected text, found an empty file" },
      text,
    ]);
  }
  const jsonl = await readAll("jsonl", [picture, empty]);
  expect(jsonl.map(({ error }) => error)).toEqual([
    said.jsonl,
    expect.stringContaining("empty file"),
  ]);
});

test("an empty file, in each form", async () => {
  const error = "invalid_record: in, line 1: expected text, found an empty file";
  for (const format of ["text", "document", "jsonl", "conll", "tsv", "csv"]) {
    expect(await readBytes(format, "")).toEqual([{ id: path.join(folder, "in"), error }]);
  }
});

test("lines that are no records of JSON", async () => {
  const lines = [
    '{"id":1',
    "[]",
    "7",
    '{"id":4}',
    '{"id":5,"text":null}',
    '{"id":6,"tokens":"a b"}',
    "",
  ];
  const tokens = ['{"id":8,"tokens":["a",1]}', '{"id":9,"tokens":["a","b"],"text":"a"}'];
  const found = await readBytes("jsonl", [...lines, ...tokens].join("\n"));
  const at = (line, message, id = null) => ({
    id,
    error: expect.stringMatching(new RegExp(`^invalid_record: in, line ${line}: ${message}`)),
  });
  expect(found).toEqual([
    at(1, "expected a line of JSON: "),
    at(2, 'expected an object {"id", "text"} or {"id", "tokens"}'),
    at(3, "expected an object"),
    at(4, "text: expected a string", 4),
    at(5, "text: expected a string", 5),
    at(6, "tokens: expected a list of strings", 6),
    at(7, "expected a line of JSON"),
    at(8, "tokens: expected a list of strings, found 1 at 1", 8),
    "a b",
  ]);
});

test("columns that are not as many as in the first line", async () => {
  const lines = "a X\nb X\n\nc X\nd\n\ne X Y\n\nf X\n";
  const at = (line, found) =>
    `invalid_record: in, line ${line}: expected 2 columns as in the first line, found ${found}`;
  expect(await readBytes("conll", lines)).toEqual([
    "a b",
    { id: 2, error: at(5, 1) },
    { id: 3, error: at(7, 3) },
    "f",
  ]);
  const few = "invalid_record: in, line 1: expected at least 3 columns, found 2";
  expect((await readBytes("conll", "a X\n", { column: 3 }))[0].error).toBe(few);
  for (const [form, separator] of [
    ["csv", ","],
    ["tsv", "\t"],
  ]) {
    const table = "text,y\na,1\nb\nc,2,3\nd,4\n".replaceAll(",", separator);
    const wrong = (line, count) =>
      `invalid_record: in, line ${line}: expected 2 columns as in the header, found ${count}`;
    expect(await readBytes(form, table)).toEqual([
      "a",
      { id: 2, error: wrong(3, 1) },
      { id: 3, error: wrong(4, 3) },
      "d",
    ]);
  }
});

test("a table without the column", async () => {
  const error = "invalid_record: in, line 1: expected a header with the column text, found a, b";
  expect(await readBytes("csv", "a,b\nc,d\n")).toEqual([{ id: path.join(folder, "in"), error }]);
  expect(await readBytes("csv", "a,b\nc,d\n", { textColumn: "b" })).toEqual(["d"]);
});

test("quotes where there may be none, and the row behind them", async () => {
  const found = await readBytes("csv", 'text,y\n5" pipe,1\n"a"b,2\n"c",3\n');
  expect(found).toEqual([
    {
      id: 1,
      error: expect.stringMatching(
        /^invalid_record: in, line 2: expected CSV as in RFC 4180, found /,
      ),
    },
    {
      id: 2,
      error: expect.stringMatching(
        /^invalid_record: in, line 3: expected CSV as in RFC 4180, found /,
      ),
    },
    "c",
  ]);
});
