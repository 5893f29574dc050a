// SPDX-License-Identifier: Apache-2.0

import { ReadableStream } from "node:stream/web";

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

/** What a model would find: all occurrences of words, by label. */
function finds(labels) {
  return async (text) =>
    Object.entries(labels).flatMap(([word, entity_group]) =>
      [...text.matchAll(new RegExp(escaped(word), "gu"))].map(({ index }) => ({
        entity_group,
        score: 0.9,
        word,
        start: index,
        end: index + word.length,
      })),
    );
}

describe("one value, one placeholder", () => {
  test("over all messages of a session", async () => {
    const masker = createMasker(finds({ Emma: "PER", Ada: "PER", Paris: "LOC" }));
    expect((await masker.mask("Emma met Ada in Paris.")).text).toBe(
      "[PER_1] met [PER_2] in [LOC_1].",
    );
    expect((await masker.mask("Ada left, Emma stayed.")).text).toBe(
      "[PER_2] left, [PER_1] stayed.",
    );
    expect(masker.unmask("Dear [PER_2], [PER_1] is in [LOC_1].").text).toBe(
      "Dear Ada, Emma is in Paris.",
    );
  });

  test("other forms of a person's name have its number and a letter, and come back as they were", async () => {
    const masker = createMasker(
      finds({ "Angela Merkel": "PER", Merkels: "PER", "Anna Merkel": "PER", "New York": "LOC" }),
    );
    const text = "Angela Merkel came. Merkel spoke. Merkels Rede. New York, York.";
    const { text: masked } = await masker.mask(text);
    expect(masked).toBe("[PER_1] came. [PER_1b] spoke. [PER_1c] Rede. [LOC_1], York.");
    expect(masker.unmask(masked).text).toBe(text);
  });

  test("a name that may be two persons' has a number of its own", async () => {
    const masker = createMasker(finds({ "Ada Berg": "PER", "Eva Berg": "PER" }));
    const { text } = await masker.mask("Ada Berg and Eva Berg. Berg left.");
    expect(text).toBe("[PER_1] and [PER_2]. [PER_3] left.");
  });

  test("what the model finds once is masked everywhere, also in later messages", async () => {
    let first = true;
    const masker = createMasker(async (text) => {
      if (!first) return [];
      first = false;
      return [{ entity_group: "PER", score: 0.9, word: "Emma", start: 0, end: text.indexOf(" ") }];
    });
    expect((await masker.mask("Emma and emma, Emmaus, ask Emma!")).text).toBe(
      "[PER_1] and emma, Emmaus, ask [PER_1]!",
    );
    expect((await masker.mask("Hello Emma")).text).toBe("Hello [PER_1]");
  });
});

describe("unmask takes what language models write", () => {
  test.each([
    ["[PER_1]", "Emma"],
    ["PER_1", "Emma"],
    ["per_1", "Emma"],
    ["[person_1]", "Emma"],
    ["[Person 1]", "Emma"],
    ["PERSON_1", "Emma"],
    ["[PER1]", "Emma"],
    ["[PER-1]", "Emma"],
    ["{PER_1}", "Emma"],
    ["<PER_1>", "Emma"],
    ["【PER_1】", "Emma"],
    ["［PER_1］", "Emma"],
    ["\\[PER_1\\]", "Emma"],
    ["\\[PER\\_1\\]", "Emma"],
    ["&lt;PER_1&gt;", "Emma"],
    ["&#91;PER_1&#93;", "Emma"],
    ["**[PER_1]**", "**Emma**"],
    ["(PER_1)", "(Emma)"],
    ["`[PER_1]`", "`Emma`"],
    ["[PER_1]s", "Emmas"],
    ["[PER_1s]", "Emmas"],
    ["PER_1nek", "Emmanek"],
    ["[PER_1b]", "[PER_1b]"],
    ["PER_1b", "PER_1b"],
    ["[PER_1nek]", "[PER_1nek]"],
    ["PER_1s", "Emmas"],
    ["[PER_1]'s", "Emma's"],
    ["[PER_1], [PER_1] and [PER_1].", "Emma, Emma and Emma."],
    ["[PER_2]", "[PER_2]"],
    ["SUPER_1", "SUPER_1"],
    ["per 1", "per 1"],
    ["PER_1_2", "PER_1_2"],
    ["PER_12", "PER_12"],
    ["R\u0301per_1", "R\u0301per_1"],
    ["per_1\u0301", "per_1\u0301"],
  ])("%s", async (written, restored) => {
    const masker = createMasker(finds({ Emma: "PER" }));
    await masker.mask("Emma");
    expect(masker.unmask(written).text).toBe(restored);
  });

  test("says what it has restored where, and what it does not know", async () => {
    const masker = createMasker(finds({ Emma: "PER" }));
    await masker.mask("Emma");
    expect(masker.unmask("Hi per_1 and [PER_7]")).toEqual({
      text: "Hi Emma and [PER_7]",
      replacements: [
        { placeholder: "per_1", value: "Emma", masked_start: 3, masked_end: 8, start: 3, end: 7 },
      ],
      unknown: ["[PER_7]"],
    });
  });
});

/** Text with words that are found, and with all that looks like a placeholder. */
const words = {
  Emma: "PER",
  "Ada Berg": "PER",
  Ada: "PER",
  鈴木: "PER",
  "a@b.c": "work of art",
  x1: "L1",
};
const piece = fc.oneof(
  fc.constantFrom(...Object.keys(words)),
  fc.constantFrom(
    "[PER_1]",
    "[PER_2]",
    "PER_1",
    "per_2",
    "[person 1]",
    "{PER_1}",
    "\\[PER\\_1\\]",
    "[L11]",
    "[L1_1]",
  ),
  fc.constantFrom(
    "[work of art 1]",
    "WORK_OF_ART_1",
    "[TEXT_1]",
    "text_1",
    "[PER_1b]",
    "PER_1s",
    "&lt;PER_1&gt;",
  ),
  fc.constantFrom(
    "[",
    "]",
    "\\",
    "_",
    "1",
    " ",
    "PER",
    "<",
    ">",
    "&#91;",
    "s",
    "é",
    "́",
    "😀",
    "$1",
    "\n",
  ),
  fc.string({ maxLength: 4, unit: "binary" }),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));
/** XLMR_NER_CASES=10000 tries more. */
const runs = { numRuns: Number(process.env["XLMR_NER_CASES"] ?? 2_000) };

describe("properties", () => {
  test("unmasking a masked text gives the text; so does a stream, however it is cut", async () => {
    const ner = finds(words);
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(fc.nat(8), { maxLength: 20 }), async (text, cuts) => {
        const masker = createMasker(ner);
        const { text: masked } = await masker.mask(text);
        expect(masker.unmask(masked).text).toBe(text);
        expect(await streamed(masker, masked, cuts)).toBe(text);
      }),
      runs,
    );
  });

  test("a stream gives what unmask gives of the whole, for texts of other origin, too", async () => {
    const masker = createMasker(finds(words));
    await masker.mask(Object.keys(words).join(", "));
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(fc.nat(8), { maxLength: 20 }), async (text, cuts) => {
        expect(await streamed(masker, text, cuts)).toBe(masker.unmask(text).text);
      }),
      runs,
    );
  });

  test("every text of a session comes back, in whatever order; masking again changes nothing", async () => {
    const ner = finds(words);
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (texts) => {
        const masker = createMasker(ner);
        const masked = [];
        for (const text of texts) {
          masked.push((await masker.mask(text)).text);
          expect((await masker.mask(masked.at(-1))).text).toBe(masked.at(-1));
        }
        const isOwn = (text) => hasPlaceholder(masker, text);
        for (const [at, text] of texts.entries()) {
          if (!isOwn(text)) expect(masker.unmask(masked[at]).text).toBe(text);
        }
      }),
      { numRuns: runs.numRuns / 2 },
    );
  });

  test("offsets are of both texts, and no value stays readable", async () => {
    const ner = finds(words);
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const masker = createMasker(ner);
        const { text: masked, entities, replacements } = await masker.mask(text);
        let rest = "";
        let end = 0;
        for (const each of replacements) {
          expect(text.slice(each.start, each.end)).toBe(each.value);
          expect(masked.slice(each.masked_start, each.masked_end)).toBe(each.replacement);
          rest += `${masked.slice(end, each.masked_start)}\u0000`;
          end = each.masked_end;
        }
        rest += masked.slice(end);
        for (const { word, start, end: after } of entities)
          expect(text.slice(start, after)).toBe(word);
        for (const { value } of masker.toJSON().claims) {
          const whole = /\p{sc=Han}/u.test(value)
            ? escaped(value)
            : `(?<![\\p{L}\\p{M}\\p{N}])${escaped(value)}(?![\\p{L}\\p{M}\\p{N}])`;
          expect(new RegExp(whole, "u").test(rest)).toBe(false);
        }
      }),
      runs,
    );
  });

  test("sessions merge to the same in any order, and restore no wrong value", async () => {
    const ner = finds(words);
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 3, maxLength: 3 }), async (texts) => {
        const saved = [];
        for (const text of texts) {
          const masker = createMasker(ner);
          const { text: masked } = await masker.mask(text);
          saved.push({ json: masker.toJSON(), masked, text });
        }
        const merged = (...order) => {
          const masker = createMasker(ner);
          for (const at of order) masker.merge(masker.session(saved[at].json));
          return masker;
        };
        const json = merged(0, 1, 2).toJSON();
        expect(merged(2, 0, 1).toJSON()).toEqual(json);
        expect(merged(1, 2, 1, 0).toJSON()).toEqual(json);
        const all = merged(0, 1, 2);
        for (const { masked, json: own } of saved) {
          for (const { placeholder, value } of all.unmask(masked).replacements) {
            const claim = own.claims.find(
              ({ label, id }) => `[${label.replaceAll(" ", "_")}_${id}]` === placeholder,
            );
            if (claim !== undefined) expect(value).toBe(claim.value);
          }
        }
      }),
      { numRuns: runs.numRuns / 2 },
    );
  });
});

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function hasPlaceholder(masker, text) {
  const { claims } = masker.toJSON();
  return claims.some(({ label, id }) => text.includes(`[${label.replaceAll(" ", "_")}_${id}]`));
}

async function streamed(masker, text, cuts) {
  const parts = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(text.slice(at, at + cut));
    at += cut;
  }
  parts.push(text.slice(at));
  let out = "";
  const stream = ReadableStream.from(parts);
  for await (const part of stream.pipeThrough(masker.unmaskStream())) out += part;
  return out;
}
