// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");

describe("a placeholder comes back, whatever its label", () => {
  test.each([
    ["PER", "PER"],
    ["", "X"],
    ["😀", "X"],
    ["a]b", "a_b"],
    ["<i>", "i"],
    ["a\nb", "a_b"],
    ["work of art", "work_of_art"],
    ["GPE-LOC", "GPE_LOC"],
    ["L1", "L1"],
    ["人名", "人名"],
    ["ｐｅｒ", "ｐｅｒ"],
    ["KİŞİ", "KİŞİ"],
    ["व्यक्ति", "व्यक्ति"],
    ["ﷺ", "ﷺ"],
    ["ﾞ", "ﾞ"],
    ["⑴", "⑴"],
    ["ΑΣ", "ΑΣ"],
    ["constructor", "constructor"],
    ["__proto__", "proto"],
    ["A".repeat(200), "A".repeat(40)],
  ])("%j", async (label, name) => {
    const masker = createMasker(null, { block: { Emma: label } });
    const { text } = await masker.mask("Emma called.");
    expect(text).toBe(`[${name}_1] called.`);
    expect(masker.unmask(text).text).toBe("Emma called.");
    expect(masker.unmask(text.toLowerCase()).text).toBe("Emma called.");
    for (const other of ["[1]", "_1", "see [1] and [_1]"]) {
      expect(masker.unmask(other).text).toBe(other);
    }
  });

  test("of a table with a thousand labels", () => {
    const claims = Array.from({ length: 1000 }, (_, at) => ({
      label: at % 2 === 0 ? `LABEL${at}` : `LABEL${at}x`,
      id: "2",
      value: `value ${at}`,
    }));
    const session = createMasker(null).session({ version: 1, claims, reserved: [] });
    const text = "[LABEL998_2] label999x_2 [Label0 2] [LABEL1x2] [LABEL02]";
    expect(session.unmask(text).text).toBe("value 998 value 999 value 0 value 1 [LABEL02]");
  });

  test.each(["", "L1", "KİŞİ", "व्यक्ति", "A".repeat(200), "a b ".repeat(60)])(
    "a text that has the first placeholder of %j itself gets another",
    async (label) => {
      const options = { block: { Emma: label } };
      const { text: first } = await createMasker(null, options).mask("Emma");
      for (const text of [`${first} Emma`, `${first.slice(1, -1)}, Emma`]) {
        const masker = createMasker(null, options);
        const { text: masked } = await masker.mask(text);
        expect(masked).toContain("_2]");
        expect(masker.unmask(masked).text).toBe(text);
      }
    },
  );
});
