// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { jsonMembers } from "../../dist/node/formats/json_members.js";

test("members are those of JSON.parse(), whatever the values and the space between", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue(), { noNullPrototype: true }),
      fc.constantFrom("", " ", "\t", "\r"),
      (object, space) => {
        const json = ` ${JSON.stringify(object, null, space)} `;
        const members = jsonMembers(json).map(([name, value]) => [name, JSON.parse(value)]);
        const value = JSON.parse(json);
        expect(new Map(members)).toEqual(new Map(Object.entries(value)));
      },
    ),
    { seed: 6 },
  );
});

test.each([
  ["{}", []],
  [
    '{"a":1.0,"b":12345678901234567890}',
    [
      ["a", "1.0"],
      ["b", "12345678901234567890"],
    ],
  ],
  ['{ "a" : [ {"b":"}"} , "]" ] }', [["a", '[ {"b":"}"} , "]" ]']]],
  [
    '{"a\\"b":"\\\\","c":"\\\\\\""}',
    [
      ['a"b', '"\\\\"'],
      ["c", '"\\\\\\""'],
    ],
  ],
  ['{"a":1,"a":2}', [["a", "2"]]],
  ['{"__proto__":1}', [["__proto__", "1"]]],
])("%s", (json, members) => {
  expect(jsonMembers(json)).toEqual(members);
});
