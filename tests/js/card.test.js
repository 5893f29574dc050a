// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { table, withSection } from "../../models/eval/card.mjs";

test("a table has figures to the right", () => {
  expect(table(["text"], ["F1"], [["mail", "0.500"]])).toBe(
    "| text | F1 |\n| --- | ---: |\n| mail | 0.500 |",
  );
});

test("a section is replaced between its own markers, and no other", () => {
  const card =
    "a\n<!-- x: begin -->\nold\n<!-- x: end -->\n<!-- y: begin -->\n<!-- y: end -->\nb\n";
  const once = withSection(card, "x", "new");
  expect(once).toBe(
    "a\n<!-- x: begin -->\nnew\n<!-- x: end -->\n<!-- y: begin -->\n<!-- y: end -->\nb\n",
  );
  expect(withSection(once, "x", "new")).toBe(once);
  expect(() => withSection(card, "z", "new")).toThrow('expected "<!-- z: begin -->"');
});
