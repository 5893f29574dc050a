// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { recordsOf } from "../../models/eval/rival_rampart.mjs";

test("its types become labels, its offsets UTF-16, and its pieces one record", () => {
  const text = "👋 Marta Delgado, 12 Elm Road, 077 00, Bo";
  const records = recordsOf(text, [
    [2, 7, "GIVEN_NAME"],
    [8, 11, "SURNAME"],
    [11, 15, "SURNAME"],
    [17, 19, "BUILDING_NUMBER"],
    [20, 28, "STREET_NAME"],
    [30, 33, "PHONE_NUMBER"],
    [34, 36, "PHONE_NUMBER"],
    [38, 40, "GIVEN_NAME"],
  ]);
  expect(records.map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([
    ["PER", "Marta Delgado"],
    ["LOC", "12 Elm Road"],
    ["PHONE", "077 00"],
    ["PER", "Bo"],
  ]);
});

test("what stands apart, or is of another label, is a record of its own", () => {
  expect(
    recordsOf("Ana, Bo ana@b.example", [
      [0, 3, "GIVEN_NAME"],
      [5, 7, "GIVEN_NAME"],
      [8, 21, "EMAIL"],
    ]),
  ).toEqual([
    { label: "PER", start: 0, end: 3 },
    { label: "PER", start: 5, end: 7 },
    { label: "EMAIL", start: 8, end: 21 },
  ]);
});

test("a type that it has not is an error", () => {
  expect(() => recordsOf("a", [[0, 1, "DATE"]])).toThrow("found DATE");
});
