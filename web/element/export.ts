// SPDX-License-Identifier: Apache-2.0

import type { Entity } from "../../wasm/js/base/types.js";
import { labelOf } from "./spans.js";

/** The records as the Hugging Face API gives them, for people to read. */
export function toJson(entities: readonly Entity[]): string {
  return JSON.stringify(entities, null, 2);
}

/**
 * RFC 4180: CRLF between rows, quotes where a field needs them. A field that a spreadsheet would take
 * for a formula gets an apostrophe before it (OWASP, "CSV injection"), as texts are strangers'.
 *
 *     label,score,start,end,text
 *     PER,0.9988,0,4,Emma
 */
export function toCsv(text: string, entities: readonly Entity[]): string {
  const rows = entities.map((entity) => [
    ...[labelOf(entity), entity.score.toFixed(4), String(entity.start), String(entity.end)],
    text.slice(entity.start, entity.end),
  ]);
  return [["label", "score", "start", "end", "text"], ...rows]
    .map((row) => `${row.map(toField).join(",")}\r\n`)
    .join("");
}

function toField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
