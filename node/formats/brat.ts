// SPDX-License-Identifier: Apache-2.0
//
// brat's standoff format (brat.nlplab.org/standoff.html): an `.ann` beside a `.txt`. Offsets are code points
// of the text. No annotation has a line's end in it: one that spans lines is in parts, as brat has them since
// version 1.3, and the parts begin and end where the entity does. Lines end here where Python's splitlines() has
// it, since brat reads its files so. A tab stays as it is: brat compares the words with the text's.
//
//     "Emma in New\nYork"  →  T1	PER 0 4	Emma
//                             T2	LOC 8 11;12 16	New York

import { CodePoints } from "./code_points.js";
import { spansOf } from "./record.js";
import type { Tagged } from "./record.js";

/** The annotations of a text; `before` is how many code points its file has before it. */
export function bratAnnotations(tagged: Tagged, before = 0): string {
  const { text } = tagged.record;
  const points = new CodePoints(text);
  return spansOf(tagged)
    .map(({ start, end, label }, i) => {
      const parts = partsOf(text, start, end);
      const ranges = parts.map(([from, to]) => {
        return `${before + points.at(from)} ${before + points.at(to)}`;
      });
      const words = parts.map(([from, to]) => text.slice(from, to)).join(" ");
      return `T${i + 1}\t${typeName(label)} ${ranges.join(";")}\t${words}\n`;
    })
    .join("");
}

// eslint-disable-next-line no-control-regex -- Python takes them for ends of lines
const withinLine = /[^\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g;

/** The range without its ends of lines: what stands between them. */
function partsOf(text: string, start: number, end: number): [number, number][] {
  const parts: [number, number][] = [];
  for (const line of text.slice(start, end).matchAll(withinLine)) {
    parts.push([start + line.index, start + line.index + line[0].length]);
  }
  return parts;
}

/** A type has no space in it. */
function typeName(label: string): string {
  return label.replace(/\s+/gu, "_");
}
