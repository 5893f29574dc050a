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

test("a text that is null is no text, and no error", () => {
  const none = { id: "7", members: [["a", "1"]], isNull: true, error: "text: expected a string" };
  expect(readJsonl('{"id": 7, "text": null, "a": 1}', fail)).toEqual(none);
  expect(readJsonl('{"id": 7, "tokens": null, "a": 1}', fail)).toEqual(none);
  expect(readJsonl('{"id": 7, "text": "x", "tokens": null}', fail)).toMatchObject({ text: "x" });
  expect(readJsonl('{"id": 7}', fail)).not.toHaveProperty("isNull");
  expect(jsonlWriter(true).write({ record: none })).toBe('{"id":7,"a":1,"entities":null}\n');
});

test("offsets are code points where those are asked for", () => {
  const record = { id: "1", text: "🚀🚀 Emma", members: [] };
  const entities = [{ entity_group: "PER", score: 1, word: "Emma", start: 5, end: 9 }];
  const written = (unit) => jsonlWriter(false, unit).write({ record, entities });
  expect(JSON.parse(written()).entities[0]).toMatchObject({ start: 5, end: 9 });
  expect(JSON.parse(written("codepoint")).entities[0]).toMatchObject({ start: 3, end: 7 });
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
