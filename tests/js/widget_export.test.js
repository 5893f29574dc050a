// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { toCsv, toJson } = await fromSource("web/element/export.ts");

const entity = (start, end) => ({ entity_group: "PER", score: 0.98765, word: "x", start, end });

test("JSON is what the API gives", () => {
  expect(JSON.parse(toJson([entity(0, 4)]))).toEqual([entity(0, 4)]);
});

test("CSV has a header, CRLF, and quotes where a field needs them", () => {
  const text = 'Emma "E" Smith, Ada\nByron';
  expect(toCsv(text, [entity(0, 4), entity(5, 14), entity(16, 25)])).toBe(
    "label,score,start,end,text\r\n" +
      "PER,0.9877,0,4,Emma\r\n" +
      'PER,0.9877,5,14,"""E"" Smith"\r\n' +
      'PER,0.9877,16,25,"Ada\nByron"\r\n',
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("a spreadsheet runs no formula: %j", (text) => {
  expect(toCsv(text, [entity(0, text.length)])).toContain(`,'${text}\r\n`);
});
