// SPDX-License-Identifier: Apache-2.0

import { SourceMap } from "node:module";

import { expect, test } from "@jest/globals";
import { transformSync } from "esbuild";

import { insertColumns } from "../../wasm/setup/source-map.mjs";

const source = Array.from({ length: 40 }, (_, i) => `export function name${i}() {}`).join("\n");
const { code, map } = transformSync(source, { sourcemap: "external", minify: true });

/** Where each name of the generated text comes from, by Node's own reader. */
function origins(text, mappings) {
  const reader = new SourceMap({ ...JSON.parse(map), mappings });
  return Array.from({ length: 40 }, (_, i) => {
    const before = text.slice(0, text.indexOf(`function name${i}(`));
    const lines = before.split("\n");
    return reader.findEntry(lines.length - 1, lines.at(-1).length).originalLine;
  });
}

test.each([0, 7, 20, 39])("what is inserted before name %i moves what comes after it", (i) => {
  const { mappings } = JSON.parse(map);
  const expected = origins(code, mappings);
  expect(expected).toEqual(Array.from({ length: 40 }, (_, line) => line));
  const at = code.indexOf(`export function name${i}(`);
  const inserted = code.slice(0, at) + "/* comment */".repeat(9) + code.slice(at);
  expect(origins(inserted, insertColumns(mappings, 0, at, 13 * 9))).toEqual(expected);
  if (i < 39) expect(origins(inserted, mappings)).not.toEqual(expected);
});

test("an example", () => {
  expect(insertColumns("AAAA,IAAI", 0, 2, 10)).toBe("AAAA,cAAI");
  expect(insertColumns(";AAAA", 0, 2, 10)).toBe(";AAAA");
});
