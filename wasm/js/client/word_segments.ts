// SPDX-License-Identifier: Apache-2.0

/** A segment of a text, and where it begins. */
export interface WordSegment {
  segment: string;
  index: number;
}

/** A part ends at the first place that is surely between two words, from here on. */
const leastPart = 2 ** 9;
/** Where there is no such place, it ends here: a text of a million units is to be done in seconds. */
const largestPart = 2 ** 12;

/**
 * The words of a text, and what is between them, as Intl.Segmenter has them. It is given the text in
 * parts: each of its segments comes with a copy of all that it was given.
 *
 *     [...wordSegments('in Paris')] // [{ segment: 'in', index: 0 }, { segment: ' ', index: 2 }, …]
 */
export function* wordSegments(text: string): Generator<WordSegment> {
  const segmenter = new Intl.Segmenter("und", { granularity: "word" });
  for (let begin = 0; begin < text.length;) {
    const end = partEnd(text, begin);
    for (const { segment, index } of segmenter.segment(text.slice(begin, end))) {
      yield { segment, index: begin + index };
    }
    begin = end;
  }
}

// Behind white space or a full stop, and before a letter or digit (rules WB3d, WB4 and WB999).
const between = /[\p{White_Space}。、！？](?=[\p{L}\p{N}])/u;

function partEnd(text: string, begin: number): number {
  if (text.length - begin <= leastPart) return text.length;
  const rest = text.slice(begin + leastPart, begin + largestPart);
  const found = between.exec(rest);
  if (found !== null) return begin + leastPart + found.index + 1;
  const end = begin + leastPart + rest.length;
  // Both halves of a pair stay together.
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}
