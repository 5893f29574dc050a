// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const tables = await Promise.all(
  [
    ["europe", "names_europe"],
    ["south", "names_south"],
    ["east", "names_east"],
  ].map(async ([name, file]) => (await fromSource(`wasm/js/pseudonyms/${file}.ts`))[name]),
);
const lists = tables.flatMap((table) =>
  Object.entries(table).map(([script, names]) => ({ script, names })),
);

describe("names of a script", () => {
  test.each(lists)(
    "$script: each once, of its letters, in no other with an ending",
    ({ script, names }) => {
      const own = new RegExp(`^[\\p{scx=${script}}]+$`, "u");
      const mixed = /^[\p{sc=Han}ヶノ]+$/u; // as Japanese places are written
      const all = ["given", "family", "place", "firm"].flatMap((list) => names[list].split(" "));
      for (const name of all) expect(own.test(name) || mixed.test(name) ? "" : name).toBe("");
      const counted = new Map(
        all.map((name) => [name, all.filter((each) => each === name).length]),
      );
      expect([...counted].filter(([, count]) => count > 1)).toEqual([]);
      if (script === "Han" || script === "Hangul" || script === "Hiragana") return;
      const near = all.filter((name) =>
        all.some((each) => {
          const [a, b] = [each.toLowerCase(), name.toLowerCase()];
          return a !== b && a.startsWith(b) && a.length - b.length <= 3;
        }),
      );
      expect(near).toEqual([]);
    },
  );

  test("Latin ones are of plain letters, for addresses", () => {
    expect(Object.values(tables[0].Latin).join(" ")).toMatch(/^[A-Za-z ]+$/u);
  });
});
