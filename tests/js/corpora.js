// SPDX-License-Identifier: Apache-2.0
// Reads corpora from strings, as `eval` reads them from files.

import { formOf, readTexts } from "../../dist/node/corpus/forms.js";
import { readTagIds } from "../../dist/node/corpus/token_rows.js";

const ids = readTagIds({ O: 0, "B-ORG": 1, "B-MISC": 2, "B-PER": 3, "I-PER": 4 }, "label.json");

/** The texts of a file, whose form is found. */
export function read(text, options = {}) {
  const source = { where: "f", text };
  const form = options.form ?? formOf(source, "ours");
  const all = { rules: "ours", layout: "gold", ids, ...options, form };
  return readTexts(source, all).texts;
}

export const spansOf = ({ text, spans }) =>
  spans.map(({ start, end, label }) => [start, end, label, text.slice(start, end)]);
export const lines = (...values) => values.map((each) => `${JSON.stringify(each)}\n`).join("");
