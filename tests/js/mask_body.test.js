// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { readMaskRequest, readUnmaskRequest } from "../../dist/node/server/mask_body.js";

const json = { "content-type": "application/json" };
const bytes = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const session = { version: 1, claims: [], reserved: [] };

/** Status and message of what is refused. */
function refusal(read, value, headers = json) {
  try {
    read(bytes(value), headers);
  } catch (error) {
    return `${error.status} ${error.message}`;
  }
  return "taken";
}

test("a request to mask is texts, and what else was given", () => {
  expect(readMaskRequest(bytes({ inputs: "Emma" }), json)).toEqual({
    texts: ["Emma"],
    isOne: true,
    session: undefined,
    parameters: {},
    model: undefined,
    waits: true,
  });
  const parameters = { policy: { PER: "redact" }, rules: false, min_score: 0, allow: null };
  const options = { wait_for_model: false };
  const given = { inputs: ["a", "b"], session, parameters, model: "a/b", options };
  expect(readMaskRequest(bytes(given), json)).toEqual({
    texts: ["a", "b"],
    isOne: false,
    session,
    parameters: { policy: { PER: "redact" }, rules: false, min_score: 0 },
    model: "a/b",
    waits: false,
  });
  const nulls = { inputs: "x", session: null, parameters: null, model: null, options: null };
  expect(readMaskRequest(bytes(nulls), json)).toMatchObject({ session: undefined, parameters: {} });
  expect(readMaskRequest(bytes("Emma"), { "content-type": "text/plain" }).texts).toEqual(["Emma"]);
});

test("a request to unmask is texts and a table", () => {
  expect(readUnmaskRequest(bytes({ inputs: "[PER_1]", session }), json)).toEqual({
    texts: ["[PER_1]"],
    isOne: true,
    session,
  });
});

const claims = (count, label) =>
  Array.from({ length: count }, (_, i) => ({ label: label(i), id: String(i + 1), value: `v${i}` }));
const tableOf = (count, label) => ({ version: 1, claims: claims(count, label), reserved: [] });
const per = () => "PER";

describe("refused is", () => {
  test.each([
    [
      "a member that is misspelt",
      { inputs: "x", parameter: { policy: {} } },
      '400 body: expected inputs, session, parameters, model, options, found "parameter"',
    ],
    [
      "another parameter",
      { inputs: "x", parameters: { polcy: {} } },
      '400 parameters: expected policy, min_score, rules, allow, block, mentions, key, found "polcy"',
    ],
    ["no text", {}, "400 inputs: expected a string or a list of strings, found none"],
    ["an empty list", { inputs: [] }, "400 At least one input is required."],
    ["a model that is none", { inputs: "x", model: 1 }, /^400 model: expected a string/],
    [
      "parameters that are none",
      { inputs: "x", parameters: [] },
      /^400 parameters: expected an obj/,
    ],
    [
      "too large a table",
      { inputs: "x", session: tableOf(10_001, per) },
      "400 claims of the session: expected at most 10000 values, found 10001",
    ],
    [
      "too many labels",
      { inputs: "x", session: tableOf(65, (i) => `L${i}x`) },
      "400 session and block: expected at most 64 labels, found 65",
    ],
    [
      "too many labels of two kinds",
      {
        inputs: "x",
        session: tableOf(64, (i) => `L${i}x`),
        parameters: { block: { Emma: "OTHER" } },
      },
      "400 session and block: expected at most 64 labels, found 65",
    ],
    [
      "too long a list",
      { inputs: "x", parameters: { block: Array(10_001).fill("a") } },
      "400 block: expected at most 10000 values, found 10001",
    ],
    [
      "too long a list by value",
      {
        inputs: "x",
        parameters: {
          block: Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`v${i}`, "PER"])),
        },
      },
      "400 block: expected at most 10000 values, found 10001",
    ],
  ])("%s", (_, value, message) => {
    const found = refusal(readMaskRequest, value);
    if (message instanceof RegExp) expect(found).toMatch(message);
    else expect(found).toBe(message);
  });

  test("what is to be unmasked without a table, or with parameters", () => {
    for (const value of [{ inputs: "x" }, { inputs: "x", session: null }, '"x"']) {
      expect(refusal(readUnmaskRequest, value)).toBe(
        "400 session: expected the table of a masked text, found none",
      );
    }
    expect(refusal(readUnmaskRequest, { inputs: "x", session, parameters: {} })).toBe(
      '400 body: expected inputs, session, found "parameters"',
    );
  });

  test("a prototype, as any other member", () => {
    const body = '{"inputs": "x", "parameters": {"__proto__": {"rules": false}}}';
    expect(refusal(readMaskRequest, body)).toMatch(/^400 parameters: .*__proto__/);
  });
});

test("tables of any form are left to the masker, which says what is wrong with them", () => {
  for (const given of [1, "x", [], { claims: [1, null, { label: 1 }] }, { claims: {} }]) {
    expect(refusal(readMaskRequest, { inputs: "x", session: given })).toBe("taken");
  }
});
