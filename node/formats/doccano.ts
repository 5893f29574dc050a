// SPDX-License-Identifier: Apache-2.0
//
// What doccano imports for sequence labelling, as JSONL: `{"id", "text", "label": [[start, end, type]]}`.
// Its annotator counts UTF-16 units, as browsers do (doccano/doccano#2290), unless a project counts grapheme
// clusters as one. Other members become the text's metadata there.

import { jsonObject } from "./jsonl.js";
import { isFailed, spansOf } from "./record.js";
import type { Outcome, Writer } from "./record.js";

/** Names that doccano knows, or that a record that failed has. */
const own = ["id", "text", "label", "error"];

export function doccanoWriter(): Writer {
  return { write: (outcome) => `${lineOf(outcome)}\n` };
}

function lineOf(outcome: Outcome): string {
  const { id, text = "", members = [] } = outcome.record;
  const labels = isFailed(outcome)
    ? []
    : spansOf(outcome).map(({ start, end, label }) => [start, end, label]);
  return jsonObject([
    ["id", id],
    ["text", JSON.stringify(text)],
    ["label", JSON.stringify(labels)],
    ...members.filter(([name]) => !own.includes(name)),
    ...(isFailed(outcome) ? [["error", JSON.stringify(outcome.record.error)] as const] : []),
  ]);
}
