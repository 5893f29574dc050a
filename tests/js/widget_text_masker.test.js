// SPDX-License-Identifier: Apache-2.0

import { beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { createMasker } from "../../dist/wasm/js/masking/index.js";
import { fromSource } from "./from_source.js";

const { TextMasker } = await fromSource("web/element/text_masker.ts");

let masker;
beforeEach(() => (masker = new TextMasker()));
const { signal } = new AbortController();

/** The first occurrence of each word as an entity, by label. */
function subjectOf(text, labels) {
  const entities = Object.entries(labels).map(([word, label]) => {
    const start = text.indexOf(word);
    return { entity_group: label, score: 0.9, word, start, end: start + word.length };
  });
  return { text, entities };
}
const take = (text, labels) => masker.take(subjectOf(text, labels), signal);
const rowsOf = ({ values }) => values.map((each) => [each.placeholder, each.value, each.label]);

test("one value has one placeholder, and another form of a name its letter", async () => {
  const text = "Emma Berg met Ada in Paris. Emma Berg left, Berg is ill.";
  const masked = await take(text, { "Emma Berg": "PER", Ada: "B-PER", Paris: "LOC" });
  expect(masked.text).toBe("[PER_1] met [PER_2] in [LOC_1]. [PER_1] left, [PER_1b] is ill.");
  expect(rowsOf(masked)).toEqual([
    ["[PER_1]", "Emma Berg", "PER"],
    ["[PER_2]", "Ada", "PER"],
    ["[LOC_1]", "Paris", "LOC"],
    ["[PER_1b]", "Berg", "PER"],
  ]);
});

test("all that was found is masked, however little it scores", async () => {
  const { text, entities } = subjectOf("Emma met Ada.", { Emma: "PER", Ada: "PER" });
  entities[0].score = 0;
  entities[1].score = -3; // as a page's own model may have it
  expect((await masker.take({ text, entities }, signal)).text).toBe("[PER_1] met [PER_2].");
});

test("records of pieces are masked as whole words", async () => {
  const piece = (entity, start, end) => ({ entity, score: 0.9, index: 1, word: "▁", start, end });
  const entities = [piece("B-PER", 0, 2), piece("I-PER", 2, 4), piece("B-LOC", 14, 15)];
  const masked = await masker.take({ text: "Emma lives in London.", entities }, signal);
  expect(masked.text).toBe("[PER_1] lives in [LOC_1].");
});

test("a record that is none of the text is an error, and masks nothing", async () => {
  const entities = [{ entity_group: "PER", score: 1, word: "x", start: 0, end: 9 }];
  await expect(masker.take({ text: "Emma", entities }, signal)).rejects.toMatchObject({
    code: "invalid_argument",
  });
});

test("what the text has of a placeholder's form comes back, and cannot be kept", async () => {
  await take("Emma called.", { Emma: "PER" });
  masker.accept();
  const text = "[PER_1] is what Emma is.";
  const masked = await take(text, { Emma: "PER" });
  // A placeholder that was given before stays as it is.
  expect(masked.text).toBe("[PER_1] is what [PER_1] is.");
  const other = await take("per_1 is what Emma is.", { Emma: "PER" });
  expect(other.values).toMatchObject([
    { value: "per_1", label: "TEXT", canKeep: false },
    { value: "Emma", label: "PER", canKeep: true },
  ]);
  expect(masker.unmask(other.text).text).toBe("per_1 is what Emma is.");
});

describe("a reader", () => {
  const text = "Emma met Ada. Emma left.";
  const labels = { Emma: "PER", Ada: "PER" };

  test("keeps a value readable, and masks it again", async () => {
    await take(text, labels);
    const kept = await masker.keep("Emma", "PER", signal);
    expect(kept.text).toBe("Emma met [PER_1]. Emma left.");
    expect(rowsOf(kept)).toEqual([
      [undefined, "Emma", "PER"],
      ["[PER_1]", "Ada", "PER"],
    ]);
    const masked = await masker.unkeep("Emma", signal);
    expect(masked.text).toBe("[PER_1] met [PER_2]. [PER_1] left.");
  });

  test("keeps it in this text alone", async () => {
    await take(text, labels);
    await masker.keep("Emma", "PER", signal);
    expect((await take(text, labels)).text).toBe("Emma met [PER_1]. Emma left.");
    expect((await take(`${text} Bye.`, labels)).text).toContain("[PER_1] met");
  });

  test("masks what was missed, in this text and in later ones", async () => {
    await take(text, { Ada: "PER" });
    expect((await masker.hide("Emma", signal)).text).toBe(
      "[PRIVATE_1] met [PER_1]. [PRIVATE_1] left.",
    );
    expect((await take("Then Emma came.", {})).text).toBe("Then [PRIVATE_1] came.");
    const kept = await masker.keep("Emma", "PRIVATE", signal);
    expect(kept.text).toBe("Then Emma came.");
    expect((await masker.unkeep("Emma", signal)).text).toBe("Then [PRIVATE_1] came.");
  });

  test("masks what was kept", async () => {
    await take(text, labels);
    await masker.keep("Emma", "PER", signal);
    expect((await masker.hide("Emma", signal)).text).toBe(
      "[PRIVATE_1] met [PER_1]. [PRIVATE_1] left.",
    );
  });

  test.each(["mm", "Zoe"])("is told that %s is no word of the text", async (value) => {
    const before = await take(text, labels);
    expect(await masker.hide(value, signal)).toBeUndefined();
    expect(masker.unmask("[PER_1]").text).toBe("Emma");
    expect(await take(text, labels)).toEqual(before);
    expect((await take("Zoe mm", {})).text).toBe("Zoe mm");
  });

  test("is told that signs alone cannot be masked", async () => {
    await take(text, labels);
    await expect(masker.hide("…", signal)).rejects.toMatchObject({ code: "invalid_argument" });
    expect((await take("Emma …", { Emma: "PER" })).text).toBe("[PER_1] …");
  });
});

describe("the table", () => {
  test("is a draft until the text is copied", async () => {
    await take("Em called.", { Em: "PER" });
    expect((await take("Emma called.", { Emma: "PER" })).text).toBe("[PER_1] called.");
    masker.accept();
    const masked = await take("Ada met Emma.", { Ada: "PER" });
    expect(masked.text).toBe("[PER_2] met [PER_1].");
    expect(masker.unmask("Dear Person_1, [PER_2] and [PER_7]").text).toBe(
      "Dear Emma, Ada and [PER_7]",
    );
    expect(masker.unmask("[PER_7]").unknown).toEqual(["[PER_7]"]);
  });

  test("is one that a masker goes on with", async () => {
    const { text } = await take("Emma called.", { Emma: "PER" });
    const json = JSON.parse(JSON.stringify(masker.toJSON()));
    expect(createMasker(null).session(json).unmask(text).text).toBe("Emma called.");
  });
});

test("an abort ends masking and leaves the table", async () => {
  await take("Emma called.", { Emma: "PER" });
  const abort = new AbortController();
  abort.abort();
  const subject = subjectOf("Ada called.", { Ada: "PER" });
  await expect(masker.take(subject, abort.signal)).rejects.toBe(abort.signal.reason);
  await expect(masker.hide("Ada", abort.signal)).rejects.toBe(abort.signal.reason);
  expect(masker.unmask("[PER_1]").text).toBe("Emma");
});

test("unmasking gives the text, whatever was found, kept and hidden", async () => {
  const piece = fc.oneof(
    fc.constantFrom("[PER_1]", "[PER_2]", "[", "]", "_1", "Emma", " ", "鈴木", "😀", "$1", "$&"),
    fc.string({ maxLength: 5, unit: "binary" }),
  );
  const part = fc.record({
    text: piece,
    label: fc.constantFrom("", "", "PER", "B-LOC", "a b", "<i>"),
    choice: fc.constantFrom("", "", "keep", "hide"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const own = new TextMasker();
      let at = 0;
      const entities = parts.flatMap(({ text, label }) => {
        const start = at;
        at += text.length;
        if (label === "" || text === "") return [];
        return [{ entity_group: label, score: 1, word: text, start, end: at }];
      });
      const text = parts.map((each) => each.text).join("");
      let masked = await own.take({ text, entities }, signal);
      for (const each of parts) {
        const isWord = /[\p{L}\p{N}]/u.test(each.text);
        if (each.choice === "keep") masked = await own.keep(each.text, "PER", signal);
        if (each.choice === "hide" && isWord)
          masked = (await own.hide(each.text, signal)) ?? masked;
      }
      expect(own.unmask(masked.text).text).toBe(text);
      for (const {
        start,
        end,
        value,
        masked_start,
        masked_end,
        replacement,
      } of masked.replacements) {
        expect(text.slice(start, end)).toBe(value);
        expect(masked.text.slice(masked_start, masked_end)).toBe(replacement);
      }
    }),
    { numRuns: 300 },
  );
});
