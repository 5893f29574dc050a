// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");
const { nameRules } = await fromSource("wasm/js/names/create.ts");
const names = nameRules();

/** A model that finds one word. */
const model =
  (word, entity_group, score = 0.9) =>
  (text) => {
    const start = text.indexOf(word);
    const end = start + word.length;
    return Promise.resolve(start < 0 ? [] : [{ entity_group, score, word, start, end }]);
  };

const masked = async (ner, text, options) =>
  (await createMasker(ner, { names, ...options }).mask(text)).text;

describe("a masker with names", () => {
  test("finds persons that the model does not, everywhere and in every form", async () => {
    expect(await masked(null, "Dear Ottoline,\nottoline's car is here. OTTOLINE!")).toMatch(
      /^Dear \[PER_1\],\n\[PER_\d\w?\]\S* car is here\. \[PER_\d\w?\]!$/u,
    );
  });

  test("takes everyday words out of what the model finds", async () => {
    expect(await masked(model("Salut Zwirbel", "PER"), "Salut Zwirbel, ça va ?")).toBe(
      "Salut [PER_1], ça va ?",
    );
    expect(await masked(model("suis", "PER"), "je suis là")).toBe("je suis là");
  });

  test("leaves the label to the model where both have the same span", async () => {
    expect(await masked(model("Charlotte", "LOC", 0.1), "in Charlotte")).toBe("in [LOC_1]");
  });

  test("masks the longer span", async () => {
    expect(await masked(model("Ottoline", "PER"), "Name: Ottoline Zwirbel")).toBe("Name: [PER_1]");
  });

  test("masking again changes nothing where a known name stood directly behind another", async () => {
    const masker = createMasker(null, { names });
    const { text } = await masker.mask("Zoéแอนนา, แอนนา");
    expect(text).toBe("[PER_1][PER_2], [PER_2]");
    expect((await masker.mask(text)).text).toBe(text);
  });

  test("initials directly behind a known name are hidden at once", async () => {
    const masker = createMasker(null, { names });
    const { text } = await masker.mask("แอนนาR.Zwirbel");
    expect(text).toBe("[PER_1][PER_2]");
    expect((await masker.mask(text)).text).toBe(text);
  });

  test("min_score is for the model alone", async () => {
    const text = "Frau Pfefferkorn wohnt in Zwettl.";
    expect(await masked(model("Zwettl", "LOC", 0.5), text, { min_score: 1 })).toBe(
      "Frau [PER_1] wohnt in Zwettl.",
    );
  });

  test.each([null, {}, { recognize() {}, trim() {} }, "names"])("refuses %j", (wrong) => {
    expect(() => createMasker(null, { names: wrong })).toThrow(
      /^names: expected what nameRules\(\) of xlmr-ner\/names gives, found /u,
    );
  });
});

describe("rules of a user's own", () => {
  const own = (parts) => Object.assign({}, names, parts);

  test.each([
    [{ recognize: () => "Anna" }, "what names gave: expected a list, found 'Anna'"],
    [{ trim: () => undefined }, "what names gave: expected a list, found undefined"],
    [
      { mentionFinder: () => ({ add() {}, find: () => [[0, 999]] }) },
      "expected start and end with 0 <= start <= end <=",
    ],
  ])("are checked: %j", async (parts, message) => {
    const masker = createMasker(model("Zwettl", "LOC"), { names: own(parts) });
    await expect(masker.mask("Anna is in Zwettl, she said.")).rejects.toThrow(message);
  });
});

describe("recognize", () => {
  test("gives what mask finds, and leaves the table as it is", async () => {
    const masker = createMasker(model("Zwettl", "LOC"), { names, block: ["teapot"] });
    const text = "Frau Pfefferkorn took the teapot to Zwettl. Pfefferkorn left.";
    const found = await masker.recognize(text);
    expect(found.map(({ entity_group, word, source }) => [entity_group, word, source])).toEqual([
      ["PER", "Pfefferkorn", "name"],
      ["PRIVATE", "teapot", "block"],
      ["LOC", "Zwettl", "model"],
      ["PER", "Pfefferkorn", "mention"],
    ]);
    expect(JSON.parse(JSON.stringify(masker)).claims ?? []).toEqual([]);
    expect((await masker.mask(text)).entities).toEqual(found);
  });

  test("refuses what is no text, and stops by its signal", async () => {
    const masker = createMasker(null, { names });
    await expect(masker.recognize(7)).rejects.toThrow("text: expected a string, found 7");
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(masker.recognize("Anna", { signal })).rejects.toThrow("enough");
  });
});

const words = fc.constantFrom(
  ..."Anna,anna,Annas,Berg,berg,Dr.,Mr,van,Name:,Hi,Mert,mertle,PER_1,[PER_1],:,\n, ,.,A.,さん,永瀬,隆,王,先生,김민수,씨,é,😀,anna.berg@example.org,May,may".split(
    ",",
  ),
);
const texts = fc.array(words, { maxLength: 20 }).map((parts) => parts.join(" "));

test("unmask gives the text back, and masking again changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 3 }), async (messages) => {
      const masker = createMasker(null, { names });
      for (const text of messages) {
        const { text: hidden, replacements } = await masker.mask(text);
        const back = masker.unmask(hidden).text;
        // A text that has a placeholder of the table in it keeps it.
        if (!/PER_/u.test(text)) expect(back).toBe(text);
        for (const { value, start, end } of replacements)
          expect(text.slice(start, end)).toBe(value);
        expect((await masker.mask(hidden)).text).toBe(hidden);
      }
    }),
    { numRuns: Number(process.env.XLMR_NER_CASES ?? 500) },
  );
});
