// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";

import { fromSource } from "./from_source.js";
import { caseCount, finds, hasWord } from "./masked_documents.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");
const { maskCsv, unmaskCsv } = await fromSource("wasm/js/forms/index.ts");

const labels = { Emma: "PER", "Anna Berg": "PER", "Berg, Anna": "PER", 'The "A" Team': "ORG" };
const masker = (options) => createMasker(finds(labels), options);

describe("maskCsv", () => {
  test.each([
    ["Emma,7\r\nAnna Berg,8", {}, "[PER_1],7\r\n[PER_2],8"],
    ['"Emma";"x ""Emma"""\n', {}, '"[PER_1]";"x ""[PER_1]"""\n'],
    ['"Berg, Anna",Emma', {}, '"[PER_1]",[PER_2]'],
    ['"The ""A"" Team",', {}, '"[ORG_1]",'],
    ["Name,By\nEmma,Emma", { columns: ["By"] }, "Name,By\nEmma,[PER_1]"],
    ["Emma,Emma\nEmma,Emma", { columns: [1] }, "Emma,[PER_1]\nEmma,[PER_1]"],
    ["Emma,Emma\nEmma,Emma", { header: true }, "Emma,Emma\n[PER_1],[PER_1]"],
    ["\ufeffsep=;\nEmma;Berg, Anna", {}, "\ufeffsep=;\n[PER_1];[PER_2]"],
    ["Emma|a,b|c", {}, "[PER_1]|a,b|c"],
    ["Emma,x", { delimiter: ";" }, "[PER_1],x"],
    ['"Emma" x,"Emma', {}, '"[PER_1]" x,"[PER_1]'],
  ])("%j %j", async (csv, options, wanted) => {
    const session = masker();
    const { text } = await maskCsv(session, csv, options);
    expect(text).toBe(wanted);
    expect(unmaskCsv(session, text, options).text).toBe(csv);
  });

  test("a value that needs quotes has them where an answer has it in a cell without", () => {
    const claims = [
      { label: "X", id: "1", value: 'a, "b"' },
      { label: "X", id: "2", value: "c\nd" },
    ];
    const session = createMasker(null).session({ version: 1, claims, reserved: [] });
    const { text, replacements } = unmaskCsv(session, '5" [X_1],"[X_1]",[X_2],e\n');
    expect(Papa.parse(text.trim()).data).toEqual([['5" a, "b"', 'a, "b"', "c\nd", "e"]]);
    expect(replacements.map(({ value }) => value)).toEqual(['a, "b"', 'a, "b"', "c\nd"]);
  });

  test.each([
    [{ columns: ["City"] }, /columns: expected those of 2 that the first row has, found 'City'/],
    [{ columns: [2] }, /columns: expected those of 2/],
    [{ columns: "Name" }, /columns: expected a list/],
    [{ columns: ["Name"], header: false }, /header: expected true/],
    [{ delimiter: "_" }, /delimiter: expected one of/],
    [{ rows: 1 }, /option: expected one of columns/],
  ])("%j is refused", async (options, message) => {
    await expect(maskCsv(masker(), "Name,Age\nEmma,7", options)).rejects.toThrow(message);
    expect(() => unmaskCsv(masker(), "Name,Age\nEmma,7", options)).toThrow(message);
  });
});

const cell = fc
  .array(
    fc.constantFrom(...Object.keys(labels), " ", ",", ";", '"', "\n", "\r\n", "x", "[PER_1]", "7"),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(""));
const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe("properties", () => {
  test.each(["replace", "pseudonym"])(
    "%s: rows as csv-parse and papaparse have them",
    async (policy) => {
      await fc.assert(
        fc.asyncProperty(
          rows,
          fc.constantFrom(",", ";", "\t"),
          fc.boolean(),
          async (data, delimiter, quotes) => {
            const csv = Papa.unparse(data, { delimiter, quotes, newline: "\r\n" });
            const session = masker({ policy: { "*": policy } });
            const options = { delimiter };
            const { text } = await maskCsv(session, csv, options);
            expect(unmaskCsv(session, text, options).text).toBe(csv);
            expect((await maskCsv(session, text, options)).text).toBe(text);
            const read = (each) => [
              Papa.parse(each, { delimiter, newline: "\r\n" }).data,
              parse(each, { delimiter, record_delimiter: "\r\n", relax_column_count: true }),
            ];
            for (const [at, table] of read(text).entries()) {
              const before = read(csv)[at];
              expect(table.map((row) => row.map((each) => each === ""))).toEqual(
                before.map((row) => row.map((each) => each === "")),
              );
              for (const each of table.flat()) {
                for (const value of Object.keys(labels)) expect(hasWord(each, value)).toBe(false);
              }
            }
          },
        ),
        { numRuns: caseCount },
      );
    },
  );

  test("any text comes back", async () => {
    const parts = fc.constantFrom(
      ...Object.keys(labels),
      ...', ; " "" \n \r \t | sep=; x [PER_1]'.split(" "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 14 }), async (each) => {
        const csv = each.join("");
        const session = masker();
        const { text } = await maskCsv(session, csv);
        expect(unmaskCsv(session, text).text).toBe(csv);
      }),
      { numRuns: caseCount },
    );
  });

  test("what is hostile takes a time that grows with it", async () => {
    const session = createMasker(null, { block: { Emma: "PER" } });
    for (const unit of ['"', ",", '"a', '"",', '"""', "\r"]) {
      const csv = `${unit.repeat(300_000 / unit.length)}Emma`;
      expect(unmaskCsv(session, (await maskCsv(session, csv)).text).text).toBe(csv);
    }
  });
});
