// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { isSame } = await fromSource("web/element/wanted.ts");

const pipeline = () => {};
const wanted = (model, options = {}) => ({ pipeline, model, options });

test("a model is the same by its name, its address or its files", () => {
  const blob = new Blob();
  const same = [
    [undefined, undefined],
    ["owner/name", "owner/name"],
    [new URL("https://a.example/m"), new URL("https://a.example/m")],
    [{ "config.json": blob }, { "config.json": blob }],
  ];
  for (const [a, b] of same) expect(isSame(wanted(a), wanted(b))).toBe(true);
  const others = [
    [undefined, "owner/name"],
    ["owner/name", "owner/other"],
    [new URL("https://a.example/m"), new URL("https://a.example/n")],
    [{ "config.json": blob }, { "config.json": new Blob() }],
    [{ "config.json": blob }, {}],
  ];
  for (const [a, b] of others) expect(isSame(wanted(a), wanted(b))).toBe(false);
});

test("options are the same by what is in them, whoever is told of progress", () => {
  const make = (more) => ({ headers: { a: "1" }, dtype: "q8", progress_callback() {}, ...more });
  expect(isSame(wanted("m", make()), wanted("m", make()))).toBe(true);
  expect(isSame(wanted("m", make({ threads: undefined })), wanted("m", make()))).toBe(true);
  for (const more of [
    { headers: { a: "2" } },
    { headers: {} },
    { headers: null },
    { dtype: "q4" },
  ]) {
    expect(isSame(wanted("m", make(more)), wanted("m", make()))).toBe(false);
  }
  const signals = [new AbortController(), new AbortController()].map(({ signal }) => ({ signal }));
  expect(isSame(wanted("m", signals[0]), wanted("m", signals[1]))).toBe(false);
});
