// SPDX-License-Identifier: Apache-2.0

/**
 * Cuts a long text where a reader would pause, so that it can be tagged, drawn and cancelled part by
 * part. The parts are half-open ranges in UTF-16 units that cover the text without a gap, none longer
 * than `most`, and no cut is inside a surrogate pair.
 *
 *     [...chunks("One. Two.", 6)]   // [[0, 5], [5, 9]]
 */
export function* chunks(text: string, most: number): Generator<readonly [number, number], void> {
  let start = 0;
  while (text.length - start > most) {
    const end = cutBefore(text, start, start + most);
    yield [start, end];
    start = end;
  }
  if (start < text.length) yield [start, text.length];
}

/** In the order in which they are preferred; each ends after the pause. */
const pauses = [/\n\s*/g, /[.!?…:;]["'”’)\]]*\s+|[。！？]+[」』）]*\s*|[।؟۔]\s*/gu, /\s+/g];

/** The last pause in the second half of the range, or its end. */
function cutBefore(text: string, start: number, end: number): number {
  const from = start + Math.floor((end - start) / 2);
  const half = text.slice(from, end);
  for (const pause of pauses) {
    let cut = 0;
    for (const match of half.matchAll(pause)) cut = match.index + match[0].length;
    if (cut > 0) return from + cut;
  }
  const isPair = isHighSurrogate(text, end - 1) && end - 1 > start;
  return isPair ? end - 1 : end;
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}
