// SPDX-License-Identifier: Apache-2.0

/** A half-open range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What lies between ranges that do not overlap. */
export function gapsOf(text: string, ranges: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let start = 0;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (range.start > start) gaps.push({ start, end: range.start });
    start = Math.max(start, range.end);
  }
  if (start < text.length) gaps.push({ start, end: text.length });
  return gaps;
}
