// SPDX-License-Identifier: Apache-2.0
// The documents of tests/golden/private_values.txt, and how well a list of recognisers does on them.

import { readFileSync } from "node:fs";

const file = new URL("../golden/private_values.txt", import.meta.url);

/**
 * The documents, in order; `values` are the marked spans.
 *
 *     "== en chat\ncall [PHONE 555-0143]" → { language: "en", kind: "chat", text: "call 555-0143", values: [
 *       { label: "PHONE", start: 5, end: 13 }] }
 */
export function readDocuments() {
  const [, ...parts] = readFileSync(file, "utf8").split(/^== /m);
  return parts.map((part) => {
    const [head, ...lines] = part.split("\n");
    const [language, kind] = head.split(" ");
    const marked = lines.join("\n").trimEnd();
    const values = [];
    let text = "";
    let last = 0;
    for (const match of marked.matchAll(/\[([A-Z]+) ([^\]]+)\]/g)) {
      text += marked.slice(last, match.index);
      values.push({ label: match[1], start: text.length, end: text.length + match[2].length });
      text += match[2];
      last = match.index + match[0].length;
    }
    return { language, kind, text: text + marked.slice(last), values };
  });
}

/** Recall and precision of exact spans of one label, and what was missed or found for nothing. */
export function scoreOf(documents, recognizers, label) {
  let [gold, found, both] = [0, 0, 0];
  const missed = [];
  const wrong = [];
  for (const { text, values } of documents) {
    const key = ({ start, end }) => `${start} ${end}`;
    const wanted = values.filter((value) => value.label === label);
    const records = recognizers
      .flatMap((each) => each.recognize(text))
      .filter(({ entity_group }) => entity_group === label);
    const wantedKeys = new Set(wanted.map(key));
    const foundKeys = new Set(records.map(key));
    gold += wanted.length;
    found += records.length;
    both += records.filter((record) => wantedKeys.has(key(record))).length;
    missed.push(
      ...wanted
        .filter((value) => !foundKeys.has(key(value)))
        .map(({ start, end }) => text.slice(start, end)),
    );
    wrong.push(...records.filter((record) => !wantedKeys.has(key(record))).map(({ word }) => word));
  }
  return { label, gold, recall: both / gold, precision: both / found, missed, wrong };
}
