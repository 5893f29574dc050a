// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { readRows, tableWriter } from "../../dist/node/formats/table.js";

async function rowsOf(text, form, mostUnits = 1e6, textColumn = "text") {
  const pieces = text.split(/(\r?\n)/);
  async function* lines() {
    for (let i = 0; i < pieces.length; i += 2) {
      const [line, ending = ""] = pieces.slice(i, i + 2);
      if (line !== "" || ending !== "") yield { text: line, number: i / 2 + 1, ending };
    }
  }
  const rows = [];
  const options = { form, textColumn, mostUnits, fail: (_, message) => message };
  for await (const row of readRows(lines(), options)) rows.push(row);
  return rows;
}

test("any cells that RFC 4180 can have are read as they were written, by the number of their line", async () => {
  const cell = fc
    .array(fc.constantFrom("a", '"', ",", "\n", "\r\n", "\r", " ", "é", "🚀", "\t"))
    .map((parts) => parts.join(""));
  const quote = (text, always) =>
    always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 4 })),
      fc.constantFrom("\n", "\r\n"),
      async (table, ending) => {
        const lines = table.map(
          (row) => row.map(([text, always]) => quote(text, always)).join(",") + ending,
        );
        const rows = await rowsOf(lines.join(""), "csv");
        expect(rows.map(({ cells }) => cells)).toEqual(
          table.map((row) => row.map(([text]) => text)),
        );
        const numbers = lines.map((_, i) => lines.slice(0, i).join("").split("\n").length);
        expect(rows.map(({ number }) => number)).toEqual(numbers);
        expect(rows.every(({ problem }) => problem === undefined)).toBe(true);
      },
    ),
    { seed: 8, numRuns: 500 },
  );
});

test("any cells that TSV can have, quotes among them", async () => {
  const rows = await rowsOf('a\t"b\n\t\n\n"\t""\n', "tsv");
  expect(rows.map(({ cells, number }) => [number, ...cells])).toEqual([
    [1, "a", '"b'],
    [2, "", ""],
    [4, '"', '""'],
  ]);
});

test("empty lines are no rows, but cells that are empty are", async () => {
  expect((await rowsOf('a\n\n""\n\nb', "csv")).map(({ cells }) => cells)).toEqual([
    ["a"],
    [""],
    ["b"],
  ]);
});

test("what a quote leaves open is read again from its second line, as far as it may go", async () => {
  const text = 'x\n"a,1\nb,2\n"c\nd"\n';
  const rows = await rowsOf(text, "csv");
  expect(rows.map(({ cells, problem }) => problem ?? cells)).toEqual([
    ["x"],
    expect.stringContaining("RFC 4180"),
    ["b", "2"],
    ["c\nd"],
  ]);
  const short = await rowsOf('"aaaa\nbbbb\ncccc\n"d"\n', "csv", 12);
  expect(short.map(({ cells, problem }) => problem ?? cells)).toEqual([
    "expected a quote that ends the cell, found none",
    ["bbbb"],
    ["cccc"],
    ["d"],
  ]);
});

test.each([
  ["id;text\n1;a, b\n", ";", "a, b"],
  ["id;text;x,y\n1;a;b\n", ";", "a"], // as many commas
  ['"id";"text"\r\n"1";"a;b"\r\n', ";", "a;b"],
  ['id\ttext\n1\t"a\tb"\n', "\t", "a\tb"],
  ["text,x;y;z\na,b\n", ",", "a"], // more semicolons
  ['\n"te,xt",text\n1,a\n', ",", "a"],
  ["text\na;b\n", ",", "a;b"],
])("a header says what separates the cells: %j", async (csv, separator, text) => {
  const [header, row] = await rowsOf(csv, "csv");
  expect(row.separator).toBe(separator);
  expect(row.cells[header.cells.indexOf("text")]).toBe(text);
});

test("a header without the column is read with commas", async () => {
  const [{ cells }] = await rowsOf("a;b,text\n", "csv", 1e6, "words");
  expect(cells).toEqual(["a;b", "text"]);
});

test("a table comes back with its separator and its ends of lines, a cell with either in quotes", () => {
  const table = { header: ["id", "text"], cells: ["1", "a;b,c"], separator: ";" };
  const outcome = {
    record: { id: "1", text: "", members: [], table, ending: "\r\n" },
    entities: [],
  };
  expect(tableWriter("csv").write(outcome)).toBe('id;text;entities\r\n1;"a;b,c";[]\r\n');
  expect(tableWriter("tsv").write(outcome)).toBe("id\ttext\tentities\r\n1\ta;b,c\t[]\r\n");
});

test("a first line sep=; says what is between the cells, whatever the header looks like, and comes back", async () => {
  const rows = await rowsOf('sep=|\r\n"text"|b,c\r\n1;2|3\r\n', "csv");
  expect(rows.map(({ cells, number }) => [number, cells])).toEqual([
    [2, ["text", "b,c"]],
    [3, ["1;2", "3"]],
  ]);
  const [{ cells: header, separator, saysSeparator, ending }] = rows;
  const writer = tableWriter("csv");
  writer.onHeader({ header, separator, saysSeparator, ending });
  expect(writer.tail).toBe("sep=|\r\ntext|b,c|entities\r\n");
  // Elsewhere it is a row, and with a longer text a header.
  expect((await rowsOf("text,b\nsep=;\n", "csv"))[1].cells).toEqual(["sep=;"]);
  expect((await rowsOf("sep=;;\n", "csv"))[0].cells).toEqual(["sep=;;"]);
});

test("a table without rows has its header, and another has it once", () => {
  const header = { header: ["id", "text"], separator: ";", saysSeparator: false, ending: "" };
  const writer = tableWriter("csv");
  expect(writer.tail).toBe(""); // of no table
  writer.onHeader(header);
  const table = { header: header.header, cells: ["1", "a"], separator: ";" };
  const record = { id: "1", text: "a", members: [], table };
  const rows = tableWriter("tsv");
  rows.onHeader(header);
  expect(writer.tail).toBe("id;text;entities\n");
  expect(rows.write({ record, entities: [] })).toBe("id\ttext\tentities\n1\ta\t[]\n");
  expect(rows.tail).toBe("");
});

test("of a second table the columns of the first are there", () => {
  const writer = tableWriter("csv");
  const write = (header, cells) =>
    writer.write({
      record: { id: "1", text: "", members: [], table: { header, cells } },
      entities: [],
    });
  expect(write(["text", "entities", "y"], ["a", "old", "1"])).toBe("text,y,entities\na,1,[]\n");
  expect(write(["y", "z", "text"], ["2", "3", "b"])).toBe("b,2,[]\n");
});

test("columns of one name come back each with its own cells", () => {
  const writer = tableWriter("csv");
  const write = (header, ...cells) => {
    const record = { id: "1", text: "", members: [], table: { header, cells } };
    return writer.write({ record, entities: [] });
  };
  expect(write(["text", "x", "text", "x"], "a", "1", "b", "2")).toBe(
    "text,x,text,x,entities\na,1,b,2,[]\n",
  );
  expect(write(["x", "text", "x"], "1", "a", "2")).toBe("a,1,,2,[]\n");
});

test("what separates cells and rows of TSV is a space within one", () => {
  const table = { header: ["x", "text"], cells: ["a\tb", "one\r\ntwo\nthree"] };
  const record = { id: "1", text: "", members: [], table };
  expect(tableWriter("tsv").write({ record, entities: [] })).toBe(
    "x\ttext\tentities\na b\tone two three\t[]\n",
  );
});
