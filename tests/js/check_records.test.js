// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

const record = { entity_group: "PER", score: 1, word: "", start: 3, end: 7 };
const gives = (given) => async () => given;
const rule = (given, name = "rule") => ({ recognizers: [{ name, recognize: () => given }] });

describe("what is no record of the text is refused, and nothing stays readable by it", () => {
  test.each([
    [null, /what ner gave: expected a list, found null/],
    [[null], /a record that ner gave: expected a string as entity_group, found undefined/],
    [[{ ...record, entity_group: 1 }], /expected a string as entity_group, found 1/],
    [[{ ...record, score: NaN }], /expected a number as score, found NaN/],
    [[{ ...record, score: undefined }], /expected a number as score, found undefined/],
    [[{ ...record, end: 8 }], /start and end with 0 <= start <= end <= 7, found '3, 8'/],
    [[{ ...record, start: -1 }], /found '-1, 7'/],
    [[{ ...record, start: 5, end: 4 }], /found '5, 4'/],
    [[{ ...record, start: 1.5 }], /found '1.5, 7'/],
    [[{ ...record, start: NaN }], /found 'NaN, 7'/],
    [new Array(1), /found undefined/],
  ])("%j", async (given, message) => {
    const masker = createMasker(gives(given));
    await expect(masker.mask("Hi Emma")).rejects.toMatchObject({
      name: "InvalidArgumentError",
      message: expect.stringMatching(message),
    });
    expect(masker.toJSON().claims).toEqual([]);
  });

  test("of a recogniser, too; its records are not told as the masker's own", async () => {
    const named = (source) => [{ ...record, source }];
    await expect(createMasker(null, rule([record])).mask("Hi Emma")).rejects.toThrow(
      "a record that the recogniser 'rule' gave: expected its name as source, found undefined",
    );
    for (const source of ["placeholder", "block", "model", "mention"]) {
      await expect(createMasker(null, rule(named(source))).mask("Hi Emma")).rejects.toThrow(source);
      expect(() => createMasker(null, rule([], source))).toThrow(/names of their own/);
    }
    expect((await createMasker(null, rule(named("rule"))).mask("Hi Emma")).text).toBe("Hi [PER_1]");
  });

  test("records that overlap, are empty or of other forms are of use", async () => {
    const given = [
      { ...record, start: 3, end: 3 },
      { entity: "B-PER", score: 0.5, index: 1, word: "x", start: 3, end: 5 },
      { ...record, entity_group: "ORG", start: 4, end: 6 },
    ];
    const { text, entities } = await createMasker(gives(given)).mask("Hi Emma");
    expect(text).toBe("Hi [ORG_1]");
    expect(entities).toEqual([
      { entity_group: "ORG", score: 1, word: "Emma", start: 3, end: 7, source: "model" },
    ]);
  });
});

describe("a model's span is widened to whole words, by whole characters", () => {
  test.each([
    ["𞤀𞤁𞤂𞤃 x", 2, 4, "[PER_1] x"],
    ["𞤀𞤁𞤂𞤃 x", 3, 5, "[PER_1] x"],
    ["😀Emma", 1, 4, "[PER_1]"],
    ["a\ud83d Emma\udc00b", 3, 5, "a\ud83d [PER_1]\udc00b"],
    ["ジョニー23歳", 0, 4, "[PER_1]23歳"],
    ["ｼﾞｮﾆｰ23歳", 0, 5, "[PER_1]23歳"],
    ["นางสาวมาลี", 6, 10, "นางสาว[PER_1]"],
    ["अनुराग ने", 0, 2, "[PER_1] ने"],
  ])("%s", async (text, start, end, masked) => {
    const masker = createMasker(gives([{ ...record, start, end }]));
    const result = await masker.mask(text);
    expect(result.text).toBe(masked);
    expect(masker.unmask(masked).text).toBe(text);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe("a model that does not settle", () => {
  test("is left at once when the signal is aborted, with the table as it was", async () => {
    const control = new AbortController();
    const masker = createMasker(() => new Promise(() => {}));
    const done = masker.mask("PER_1", { signal: control.signal });
    control.abort(new Error("enough"));
    await expect(done).rejects.toThrow("enough");
    expect(masker.toJSON()).toEqual({ version: 1, claims: [], reserved: [] });
  });

  test("abort while ids are made leaves the table as it was", async () => {
    const control = new AbortController();
    const masker = createMasker(gives([record]), { key: "secret" });
    const done = masker.mask("Hi Emma PER_1", { signal: control.signal });
    await null; // the model has answered
    control.abort(new Error("enough"));
    await expect(done).rejects.toThrow("enough");
    expect(masker.toJSON()).toEqual({ version: 1, claims: [], reserved: [] });
  });

  test("texts that are masked at once come back, each by its own", async () => {
    const ner = async (text) => (text.includes("Emma") ? [{ ...record, start: 0, end: 4 }] : []);
    const masker = createMasker(ner);
    const texts = ["Emma", "PER_1 said", "Emma left", "[PER_2]"];
    const masked = await Promise.all(texts.map((text) => masker.mask(text)));
    expect(masked.map(({ text }) => masker.unmask(text).text)).toEqual(texts);
  });

  test("a text that waits for its ids is masked by the table that others have made meanwhile", async () => {
    const masker = createMasker(async (text) => [{ ...record, start: 0, end: text.indexOf(" ") }], {
      key: "secret",
      policy: { PER: "redact" },
    });
    const texts = ["Emma met Ada", "Ada met Emma"];
    const masked = await Promise.all(texts.map((text) => masker.mask(text)));
    expect(masked.map(({ text }) => text)).toContain("[PER] met [PER]"); // whichever comes second
  });
});
