// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { NameIndex } = await fromSource("wasm/js/masking/name_index.ts");
const { isSameName } = await fromSource("wasm/js/masking/same_name.ts");

const word = fc.constantFrom(
  ..."Maria Marias Mario Marianne Mari Li Lia 鈴 鈴木 Berg Bergs bergen Bergmann O'Neil Müller Mu\u0308ller".split(
    " ",
  ),
);
const name = fc.record({
  label: fc.constantFrom("PER", "person", "LOC"),
  value: fc.array(word, { maxLength: 3 }).map((words) => words.join(" ")),
});

describe("NameIndex", () => {
  test("finds what going through all names finds", () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), name, fc.nat(12), (names, asked, gone) => {
        const index = new NameIndex();
        for (const each of names) index.add(each);
        if (names[gone] !== undefined) index.delete(names[gone]);
        const isPerson = ({ label }) => label !== "LOC";
        const wanted = names.filter(
          (each, at) =>
            at !== gone &&
            isPerson(each) === isPerson(asked) &&
            isSameName(asked.label, asked.value, each.value),
        );
        expect(new Set(index.find(asked.label, asked.value))).toEqual(new Set(wanted));
      }),
      { numRuns: 5_000 },
    );
  });
});
