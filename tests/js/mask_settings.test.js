// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

const finds = (labels) => async (text) =>
  Object.entries(labels).flatMap(([word, entity_group]) =>
    Array.from(text.matchAll(new RegExp(word, "g")), ({ index: start }) => {
      return { entity_group, score: 0.9, word, start, end: start + word.length };
    }),
  );

describe("allow", () => {
  test.each([
    [/emma/i, "Emma", true],
    [/Emma/g, "Emma", true],
    [/Emma/y, "Emma", true],
    [/\p{Lu}[\p{L}--[z]]+/v, "Emma", true],
    [/Em|Emma/, "Emma", true],
    [/Em/, "Emma", false],
    [/Emma/m, "Emma\nBerg", false],
    [/^Emma$/m, "Emma\nBerg", false],
    [/^Emma$/m, "Emma", true],
    [/(E)mm\1/i, "Emme", true],
    ["", "Emma", false],
    ["Emma", "Emma", true],
  ])("%s of %j", async (allowed, name, isAllowed) => {
    const masker = createMasker(finds({ [name]: "PER" }), { allow: [allowed] });
    for (let time = 0; time < 2; ++time) {
      expect((await masker.mask(name)).text === name).toBe(isAllowed);
    }
  });
});

describe("block", () => {
  test("values with white space around, punctuation and in scripts without spaces", async () => {
    const block = [" Emma ", "Bob\r", "C++", "@ada", "a b-c", "鈴木", "ジョニー", "+49 30"];
    const { text } = await createMasker(null, { block }).mask(
      "Emma, Bob: C++; @ada a b-c. 鈴木さん ジョニー23 (+49 30) Bobby C+ +49",
    );
    expect(text.replace(/\[PRIVATE_\d\]/g, "#")).toBe("#, #: #; # #. #さん #23 (#) Bobby C+ +49");
  });

  test.each([[[""]], [["+++"]], [{ " ": "PER" }], [new Array(2)]])(
    "%j is refused, since it would never be found",
    (block) => {
      expect(() => createMasker(null, { block })).toThrow(/block: expected/);
    },
  );
});

describe("redact and hash", () => {
  test("what was redacted is known until it is forgotten", async () => {
    let isFirst = true;
    const ner = async (text) => (isFirst ? finds({ Emma: "PER", Rome: "LOC" })(text) : []);
    const masker = createMasker(ner, { policy: { PER: "redact" } });
    expect((await masker.mask("Emma Rome")).text).toBe("[PER] [LOC_1]");
    isFirst = false;
    expect(masker.forget("Rome")).toBe(true);
    expect((await masker.mask("Emma Rome")).text).toBe("[PER] Rome");
    expect(masker.forget("Emma")).toBe(true);
    expect(masker.forget("Emma")).toBe(false);
    expect((await masker.mask("Emma Rome")).text).toBe("Emma Rome");
  });

  test("what was redacted is not taken for the placeholder of another label", async () => {
    for (const text of ["Emma Bob", "Bob Emma"]) {
      const ner = finds({ Emma: "L", Bob: "L1" });
      const masker = createMasker(ner, { policy: { L1: "redact" } });
      const { text: masked } = await masker.mask(text);
      expect(masker.unmask(masked).text).toBe(
        text.replace("Bob", text.startsWith("Bob") ? "[L1]" : "[X]"),
      );
    }
  });
});
