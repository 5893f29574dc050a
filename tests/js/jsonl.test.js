// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { jsonlWriter, readJsonl } from "../../dist/node/formats/jsonl.js";

const fail = (message, id = "null") => ({ id, error: message });

test("a record is its text or tokens, and all else as it was written", () => {
  expect(readJsonl('{"a": 1.0, "id": 1e3, "text": "x"}', fail)).toEqual({
    id: "1e3",
    text: "x",
    members: [["a", "1.0"]],
  });
  expect(readJsonl('{"tokens": ["a", "b c", ""]}', fail)).toMatchObject({
    id: "null",
    text: "a b c ",
    words: ["a", "b c", ""],
  });
});

test("names of the output's own come once, and are its own", () => {
  const record = {
    id: "1",
    text: "x",
    members: [
      ["entities", "[7]"],
      ["a", "2"],
      ["tags", "0"],
      ["error", "0"],
    ],
  };
  expect(jsonlWriter(true).write({ record, entities: [] })).toBe(
    '{"id":1,"text":"x","a":2,"entities":[]}\n',
  );
  const failed = { record: Object.assign({}, record, { error: { code: "c", message: "m" } }) };
  expect(jsonlWriter(false).write(failed)).toBe(
    '{"id":1,"a":2,"error":{"code":"c","message":"m"}}\n',
  );
});
