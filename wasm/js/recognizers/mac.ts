// SPDX-License-Identifier: Apache-2.0

import { joins, unitAt } from "./characters.js";
import { inOrder, recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

const forms = [
  { mark: ":", offset: 2, form: /[\da-f]{2}(?::[\da-f]{2}){5}(?:(?::[\da-f]{2}){2})?/iy },
  { mark: "-", offset: 2, form: /[\da-f]{2}(?:-[\da-f]{2}){5}(?:(?:-[\da-f]{2}){2})?/iy },
  { mark: ".", offset: 4, form: /[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}/iy },
];

/**
 * Numbers of network interfaces, of 48 or 64 bits (IEEE 802): `00:1a:2b:3c:4d:5e`, with hyphens, or as
 * `001a.2b3c.4d5e`. Digits alone score less, as other numbers have that form.
 */
export function macRecognizer(): Recognizer {
  const name = "mac";
  return {
    name,
    recognize(text) {
      return inOrder(forms.flatMap((form) => ofForm(text, form, name)));
    },
  };
}

function ofForm(
  text: string,
  { mark, offset, form }: (typeof forms)[number],
  source: string,
): SourcedEntity[] {
  const found: SourcedEntity[] = [];
  for (let at = text.indexOf(mark); at >= 0;) {
    const start = at - offset;
    form.lastIndex = Math.max(0, start);
    const isFound = isEdge(text, start - 1, mark) && start >= 0 && form.test(text);
    const end = isFound ? form.lastIndex : 0;
    const isWhole = isFound && isEdge(text, end, mark, 1);
    if (isWhole) {
      const score = /[a-f]/i.test(text.slice(start, end)) ? scores.checked : scores.form;
      found.push(recordOf(text, [start, end], { label: "MAC", score, source }));
    }
    at = text.indexOf(mark, isWhole ? end : at + 1);
  }
  return found;
}

/** Whether a value may begin or end beside this unit: no letter, no digit, no further pair. */
function isEdge(text: string, at: number, mark: string, step = -1): boolean {
  const unit = unitAt(text, at);
  if (joins(unit)) return false;
  return text.charAt(at) !== mark || !joins(unitAt(text, at + step));
}
