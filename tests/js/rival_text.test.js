// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import {
  mentionRecords,
  nameWithin,
  recordOf,
  valueRecord,
} from "../../models/eval/rival_text.mjs";

test.each([
  ["“Spencer’s, ", "Spencer"],
  ["(Delaware)", "Delaware"],
  ["London.", "London"],
  ["London...", "London"],
  ["Microsoft Corp.", "Microsoft Corp."],
  ["Samuel L.,", "Samuel L."],
  ["U.S.", "U.S."],
  ["@BarackObama:", "@BarackObama"],
  ["O'Neil", "O'Neil"],
])("the name within %j is %j", (found, name) => {
  const [start, end] = nameWithin(`x ${found}`, 2, 2 + found.length);
  expect(`x ${found}`.slice(start, end)).toBe(name);
});

test("where there is no name there is no record", () => {
  expect(nameWithin("a — b", 2, 3)).toBeUndefined();
  expect(recordOf("a — b", "PER", 2, 3)).toEqual([]);
  expect(mentionRecords("a @ b", 2, 3)).toEqual([]);
});

test("records are in code points", () => {
  expect(recordOf("👋🏽 Ana!", "PER", 5, 9)).toEqual([
    { entity_group: "PER", score: 1, start: 3, end: 6 },
  ]);
});

test("a mention is its @ and its name", () => {
  expect(mentionRecords("👋 (@ana_b) hi", 3, 11)).toEqual([
    { entity_group: "PER", score: 1, start: 3, end: 4 },
    { entity_group: "PER", score: 1, start: 4, end: 9 },
  ]);
});

test("an address or number is without the punctuation around it", () => {
  const span = (found) => {
    const [record] = valueRecord(`👋 ${found}`, "PHONE", 3, 3 + found.length);
    return [...`👋 ${found}`].slice(record.start, record.end).join("");
  };
  expect(
    ["<a@b.example>,", " (0161) 496 0753. ", "+44 20 7946", "www.b.example/"].map(span),
  ).toEqual(["a@b.example", "(0161) 496 0753", "+44 20 7946", "www.b.example/"]);
  expect(valueRecord("a ... b", "URL", 2, 5)).toEqual([]);
});
