// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

/** Whole texts are values, whose label stands before `:`. */
async function whole(text) {
  const start = text.indexOf(":") + 1;
  return [{ entity_group: text.slice(0, start - 1), score: 1, word: "", start, end: text.length }];
}

const placeholderIn = ({ text }) => text.slice(text.indexOf("["));

describe("numbers", () => {
  test("a text with a large number makes none longer, and what it has itself is not given", async () => {
    const text = "PER_999999999 [PER_1000000000] [PER_2] Emma Ada";
    const masker = createMasker(null, { block: { Emma: "PER", Ada: "PER" } });
    const { text: masked } = await masker.mask(text);
    expect(masked).toBe("PER_999999999 [PER_1000000000] [PER_2] [PER_1] [PER_3]");
    expect(masker.unmask(masked).text).toBe(text);
  });

  test("a table may have any ids, and goes on with the least number that is free", async () => {
    const claims = ["1", "3b", "999999999", "1000000000", "9".repeat(40)].map((id) => ({
      label: "PER",
      id,
      value: `value ${id}`,
    }));
    const session = createMasker(whole).session({ version: 1, claims, reserved: ["per 2"] });
    expect(placeholderIn(await session.mask("PER:Emma"))).toBe("[PER_4]");
    expect(session.unmask("[PER_3b] [PER_1000000000]").text).toBe("value 3b value 1000000000");
  });

  test("a full name has the number of a single one only if that has no other full name", async () => {
    const masker = createMasker(whole, { mentions: false });
    const names = [
      "Maria",
      "Maria Berg",
      "Maria Stein",
      "Frau Angela",
      "Anna Bergs",
      "Maria Bergs",
    ];
    const given = [];
    for (const name of names) given.push(placeholderIn(await masker.mask(`PER:${name}`)));
    expect(given).toEqual(["[PER_1]", "[PER_1b]", "[PER_2]", "[PER_3]", "[PER_4]", "[PER_1c]"]);
  });
});

describe("very many", () => {
  test("spellings of one name have its number, also when the first is forgotten", async () => {
    const masker = createMasker(whole, { mentions: false });
    const spelled = (number) =>
      [..."angelabergmann"].map((c, at) => ((number >> at) & 1 ? c.toUpperCase() : c)).join("");
    for (let number = 0; number < 3_000; ++number) {
      expect(placeholderIn(await masker.mask(`PER:${spelled(number)}`))).toMatch(
        /^\[PER_1[a-z]*\]$/,
      );
    }
    masker.forget(spelled(0));
    expect(placeholderIn(await masker.mask(`PER:${spelled(9_000)}`))).toMatch(/^\[PER_1[a-z]+\]$/);
  });

  test("letters in one word are no error", async () => {
    const masker = createMasker(null, { block: ["Emma"] });
    const { text } = await masker.mask(`${"a".repeat(8_000_000)} Emma`);
    expect(text.endsWith("a [PRIVATE_1]")).toBe(true);
  });
});

describe("values", () => {
  test("a label with a line feed is another label", async () => {
    const masker = createMasker(whole);
    await masker.mask("A\nB:Emma");
    const { text } = await masker.mask("A:B\nEmma");
    expect(masker.unmask(text).text).toBe("A:B\nEmma");
  });

  test("one that is forgotten again and again has another placeholder each time, with a key too", async () => {
    for (const key of [undefined, "secret"]) {
      const masker = createMasker(null, { block: { Emma: "PER" }, key });
      const given = new Set();
      for (let time = 0; time < 60; ++time) {
        const { text } = await masker.mask("Emma");
        expect(masker.unmask(text).text).toBe("Emma");
        given.add(text);
        masker.forget("Emma");
      }
      expect(given.size).toBe(60);
      expect(createMasker(null).session(masker.toJSON()).toJSON()).toEqual(masker.toJSON());
    }
  });
});
