// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

/** Labels that end as others do, ids of two lengths, and names that are written in two units a letter. */
const session = createMasker(null).session({
  version: 1,
  claims: [
    { label: "PER", id: "1", value: "Emma" },
    { label: "PER", id: "12", value: "Ada" },
    { label: "B-PER", id: "2", value: "Bob" },
    { label: "X", id: "1bc", value: "Rome" },
    { label: "𞤀", id: "1", value: "𞤐" },
    { label: "work of art", id: "3", value: "Guernica" },
    { label: "KİŞİ", id: "bcdfgh", value: "Ayşe" },
  ],
  reserved: ["per 3"],
});

/** What comes out when a text goes in as these parts, and how much was not given yet at any time. */
async function streamed(parts) {
  const { readable, writable } = session.unmaskStream();
  const writer = writable.getWriter();
  const write = async () => {
    for (const part of parts) await writer.write(part);
    await writer.close();
  };
  const read = async () => {
    let out = "";
    for await (const part of readable) out += part;
    return out;
  };
  const [out] = await Promise.all([read(), write()]);
  return out;
}

const unit = (text) => Array.from({ length: text.length }, (_, at) => text[at]);

describe("a stream gives what unmask gives of the whole", () => {
  test.each([
    ["aB-PER_1 ", "aB-Emma "],
    ["aB-PER_2 ", "aB-PER_2 "],
    ["B-PER_2 ", "Bob "],
    ["PER_1𞤀 ", "PER_1𞤀 "],
    ["𞤀_1 𞤀𞤀_1 [𞤀_1]", "𞤐 𞤀𞤀_1 𞤐"],
    ["&lbrack; X\\_𝟏bcs &rbrack;", "Romes"],
    ["&lbrack; PERSON\\_𝟏𝟐s &rbrack;", "Adas"],
    ["&lbrack; work\\_of\\_art\\_𝟑s &rbrack;", "Guernicas"],
    ["[kişi_bcdfgh], KİŞİ_BCDFGHnin", "Ayşe, Ayşenin"],
    ["[PER_1nek] {per_1b}", "[PER_1nek] {per_1b}"],
    ["[PER_3] [PER_7] \ud83d", "[PER_3] [PER_7] \ud83d"],
  ])("%j, unit by unit", async (text, wanted) => {
    expect(session.unmask(text).text).toBe(wanted);
    for (const behind of ["", " ".repeat(120)]) {
      expect(await streamed(unit(text + behind))).toBe(wanted + behind);
    }
  });

  test("any text, cut anywhere", async () => {
    const piece = fc.constantFrom(
      ..."[ ] { } < > &lbrack; &rbrack; &#91; &#93; \\[ \\] \\ _ - : # 【 】 1 12 𝟏 𝟐 2 3 1bc s abc bcdfgh".split(
        " ",
      ),
      ..."PER per Person B X x KİŞİ kişi 𞤀 𞤢 work of art work_of_art é 鈴 \ud83d \udc00 \u0301".split(
        " ",
      ),
      ..." |\n|PER_1|[PER_12]|B_PER_2|\\[B\\_PER\\_2\\]|[X_1bc]".split("|"),
    );
    const text = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40), { maxLength: 14 }), async (text, cuts) => {
        const behind = `${text}${" ".repeat(70)}${text}`;
        const ends = [...cuts, behind.length].reduce(
          (all, cut) => [...all, (all.at(-1) ?? 0) + cut],
          [],
        );
        const parts = ends.map((end, at) => behind.slice(ends[at - 1] ?? 0, end));
        expect(await streamed(parts)).toBe(session.unmask(behind).text);
      }),
      { numRuns: 4_000 },
    );
  });

  test("what is given does not wait for more than a placeholder may be long", async () => {
    const { readable, writable } = session.unmaskStream();
    const writer = writable.getWriter();
    const reader = readable.getReader();
    const written = writer.write("a".repeat(1000));
    const { value } = await reader.read();
    await written;
    expect(value.length).toBeGreaterThan(900);
    const closed = writer.close();
    expect((await reader.read()).value.length).toBe(1000 - value.length);
    await closed;
  });

  test("a part that is no string ends it with an error", async () => {
    await expect(streamed(["PER_1", 1])).rejects.toThrow("text: expected a string, found 1");
  });
});

describe("unknown", () => {
  test("names what is not in the table, also where ids are made with a key", async () => {
    const masker = createMasker(null, { block: { Emma: "PER" }, key: "secret" });
    const { text } = await masker.mask("Emma");
    expect(masker.unmask(text)).toMatchObject({ text: "Emma", unknown: [] });
    masker.forget("Emma");
    expect(masker.unmask(`${text} [PER_1] [व्यक्ति_2] [see_above]`).unknown).toEqual([
      text,
      "[PER_1]",
      "[व्यक्ति_2]",
    ]);
  });
});
