// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { readRequest } from "../../dist/node/server/request_body.js";

const json = { "content-type": "application/json" };
const read = (value, headers = json) =>
  readRequest(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)), headers);

/** Status and message of what is refused. */
function refusal(body, headers = json) {
  try {
    readRequest(body, headers);
  } catch (error) {
    return `${error.status} ${error.message}`;
  }
  return "taken";
}
const refused = (value, headers) => refusal(Buffer.from(JSON.stringify(value)), headers);

const simple = { aggregation_strategy: "simple" };

test("inputs are a text or a list, and without parameters the strategy is simple", () => {
  expect(read({ inputs: "Emma" })).toEqual({
    texts: ["Emma"],
    isOne: true,
    parameters: simple,
    waits: true,
  });
  const list = read({ inputs: ["a", ""], parameters: null, options: null });
  expect(list).toMatchObject({ texts: ["a", ""], isOne: false, parameters: simple });
});

test.each([
  ["JSON that is a string", '"Emma"', json, ["Emma"], true],
  ["JSON that is a list", '["a", "b"]', json, ["a", "b"], false],
  ["no Content-Type", '{"inputs": "Emma"}', {}, ["Emma"], true],
  [
    "what curl -d says",
    '{"inputs": "Emma"}',
    { "content-type": "application/x-www-form-urlencoded" },
    ["Emma"],
    true,
  ],
  [
    "a charset",
    '{"inputs": "é"}',
    { "content-type": "application/json; charset=utf-8" },
    ["é"],
    true,
  ],
  ["a plain text", '{"inputs', { "content-type": "text/plain;charset=UTF-8" }, ['{"inputs'], true],
  ["a byte order mark", '\uFEFF{"inputs": "Emma"}', json, ["Emma"], true],
])("%s is read", (_, body, headers, texts, isOne) => {
  expect(read(body, headers)).toMatchObject({ texts, isOne });
});

test("parameters are those of the Python pipeline, a strategy in any case", () => {
  const parameters = { aggregation_strategy: "MAX", ignore_labels: [], stride: 16 };
  expect(read({ inputs: "x", parameters }).parameters).toEqual({
    aggregation_strategy: "max",
    ignore_labels: [],
    stride: 16,
  });
  const nulls = { aggregation_strategy: null, ignore_labels: null, stride: null };
  expect(read({ inputs: "x", parameters: nulls }).parameters).toEqual(simple);
});

test("what else the API's clients send is taken", () => {
  const options = { use_cache: false, use_gpu: false, wait_for_model: true };
  expect(read({ inputs: "x", options, model: "a/b" }).waits).toBe(true);
});

test.each([
  [{ wait_for_model: false }, {}, false],
  [{}, { "x-wait-for-model": "false" }, false],
  [{}, { "x-wait-for-model": "0" }, false],
  [{}, { "x-wait-for-model": "true" }, true],
  [{ wait_for_model: true }, { "x-wait-for-model": "false" }, true],
])("options %j and headers %j: waits %s", (options, headers, waits) => {
  expect(read({ inputs: "x", options }, { ...json, ...headers }).waits).toBe(waits);
});

describe("refused is", () => {
  test.each([
    ["JSON without inputs", {}, "400 inputs: expected a string or a list of strings, found none"],
    ["null", null, "400 inputs: expected a string or a list of strings, found null"],
    [
      "a number",
      { inputs: 1 },
      "400 inputs: expected a string or a list of strings, found a value of type number",
    ],
    ["an empty list", { inputs: [] }, "400 At least one input is required."],
    ["a list of lists", { inputs: ["a", ["b"]] }, "400 inputs[1]: expected a string, found a list"],
    [
      "too long a list",
      { inputs: Array(10_001).fill("a") },
      "400 inputs: expected at most 10000 texts, found 10001",
    ],
    [
      "another parameter",
      { inputs: "x", parameters: { top_k: 1 } },
      '400 parameters: expected aggregation_strategy, ignore_labels, stride, found "top_k"',
    ],
    [
      "another strategy",
      { inputs: "x", parameters: { aggregation_strategy: "frist" } },
      '400 aggregation_strategy: expected none or simple or first or average or max, found "frist"',
    ],
    [
      "a strategy that is none of text",
      { inputs: "x", parameters: { aggregation_strategy: 1 } },
      "400 aggregation_strategy: expected none or simple or first or average or max, found a value of type number",
    ],
    [
      "a label that is no list",
      { inputs: "x", parameters: { ignore_labels: "O" } },
      "400 ignore_labels: expected a list of strings, found a value of type string",
    ],
    [
      "a stride below 0",
      { inputs: "x", parameters: { stride: -1 } },
      "400 stride: expected a whole number of tokens, found something else",
    ],
    [
      "a list of parameters",
      { inputs: "x", parameters: [] },
      "400 parameters: expected an object, found a list",
    ],
    [
      "options that are none",
      { inputs: "x", options: 1 },
      "400 options: expected an object, found a value of type number",
    ],
    [
      "a waiting of another kind",
      { inputs: "x", options: { wait_for_model: 1 } },
      "400 wait_for_model: expected true or false, found a value of type number",
    ],
  ])("%s", (_, value, message) => {
    expect(refused(value)).toBe(message);
  });

  test("what is no JSON, without a part of it in the message", () => {
    const message = "400 body: expected JSON, found something else";
    for (const body of ["{", "Emma", "{'inputs': 1}", '{"inputs": "a"}x']) {
      expect(refusal(Buffer.from(body))).toBe(message);
    }
  });

  test("no body, and bytes that are not UTF-8", () => {
    for (const body of [undefined, Buffer.alloc(0)]) {
      expect(refusal(body)).toBe('400 body: expected {"inputs": "…"}, found none');
    }
    const latin = Buffer.from('{"inputs": "café"}', "latin1");
    expect(refusal(latin)).toBe("400 body: expected UTF-8, found other bytes");
  });

  test("what is compressed, or of another type", () => {
    expect(refused({ inputs: "x" }, { ...json, "content-encoding": "gzip" })).toMatch(
      /^415 .*Encod/,
    );
    expect(refused({ inputs: "x" }, { "content-type": "multipart/form-data; boundary=x" })).toMatch(
      /^415 Content-Type: expected application\/json/,
    );
  });

  test("a member that would be a prototype, as any other parameter", () => {
    const body = Buffer.from('{"inputs": "x", "parameters": {"__proto__": {"stride": 1}}}');
    expect(refusal(body)).toMatch(/^400 parameters: .*__proto__/);
  });
});
