// SPDX-License-Identifier: Apache-2.0

/** Whether a word that begins there has its capital from its place: at the start of a text, a line or a sentence. */
export function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[\n.!?:;…。！？।>»"“«„(*_]\s{0,2}|(?:^|\n)[-#•]\s)$/u.test(
    text.slice(Math.max(0, at - 3), at),
  );
}
