// SPDX-License-Identifier: Apache-2.0
//
// A text and its annotations in brat's standoff format (brat.nlplab.org/standoff.html). Offsets are code points
// of the file, its byte order mark and the `\r` of its lines among them. What is read are text-bound
// annotations (T), but for those that an event (E) has as its trigger. One in parts is one entity where
// nothing but white space is between the parts, as the ends of lines; else it is refused.
//
//     T1	PER 0 4	Emma
//     T2	LOC 8 11;12 16	New York

import type { AnnotatedText, PlacedSpan } from "./annotated_text.js";
import { Offsets } from "./offsets.js";
import { corpusError, filledLines, shown } from "./source.js";
import type { CorpusSource, SourceLine } from "./source.js";

export interface BratPair {
  /** The name that both files have. */
  readonly name: string;
  readonly text: CorpusSource;
  /** Code points before the text: 1 where the file begins with a byte order mark. */
  readonly before: number;
  readonly annotations: CorpusSource;
}

/** Throws a TextFormatError that names the line of the `.ann`. */
export function readBratPair({ name, text, before, annotations }: BratPair): AnnotatedText {
  const lines = [...filledLines(annotations)];
  const triggers = new Set(
    lines.flatMap((line) => /^E\S*\t[^\s:]+:(T\S+)/.exec(line.text)?.[1] ?? []),
  );
  const offsets = new Offsets(text.text, "codepoint");
  const spans = lines
    .filter((line) => line.text.startsWith("T") && !triggers.has(line.text.split("\t", 1)[0] ?? ""))
    .map((line) => spanOf(line, text.text, offsets, before));
  return { place: `${text.where}:1`, id: JSON.stringify(name), text: text.text, spans };
}

function spanOf(line: SourceLine, text: string, offsets: Offsets, before: number): PlacedSpan {
  const { place } = line;
  const [, label, ranges, said] =
    /^T\S*\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/u.exec(line.text) ?? [];
  if (label === undefined || ranges === undefined || said === undefined) {
    throw corpusError(
      place,
      "T1, a type with offsets, and the text, with tabs between",
      shown(line.text),
    );
  }
  const parts = ranges.split(";").map((range) => {
    const [start = 0, end = 0] = range.split(" ").map((each) => Number(each) - before);
    return offsets.range(start, end, place);
  });
  const first = parts[0] ?? [0, 0];
  const last = parts.at(-1) ?? first;
  for (const [at, part] of parts.entries()) {
    const previous = parts[at - 1];
    const gap = previous === undefined ? "" : text.slice(previous[1], part[0]);
    if (gap.trim() === "" && (previous?.[1] ?? 0) <= part[0]) continue;
    throw corpusError(
      place,
      "an entity in one piece",
      `${label} ${ranges}, which is discontinuous`,
    );
  }
  const found = text.slice(first[0], last[1]);
  // No annotation has a line's end in it.
  if (spaced(found) === spaced(said)) return { start: first[0], end: last[1], label, place };
  throw corpusError(place, `${shown(said)} at ${ranges}`, shown(found));
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, " ");
}
