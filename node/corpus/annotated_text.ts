// SPDX-License-Identifier: Apache-2.0
//
// What one file says of one sentence or text, whatever its form: words with tags, a text with spans, or both.
// Output of `tag` may have neither words nor text, as those are in its input.

import type { ScoredSpan } from "./corpus.js";

/** A span, and the line that it is from. */
export interface PlacedSpan extends ScoredSpan {
  readonly place: string;
}

/** A sentence or a text with all that a file says of it. */
export interface AnnotatedText {
  /** `test.jsonl:7`, of its first line. */
  readonly place: string;
  /** Its own id, as JSON; of brat the name of its file. */
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  readonly words?: readonly string[] | undefined;
  /** One for each word. */
  readonly tags?: readonly string[] | undefined;
  /** One for each word: how sure the model was of its tag. */
  readonly scores?: readonly number[] | undefined;
  /** Of columns with both: one for each word. */
  readonly predicted?: readonly string[] | undefined;
  /** UTF-16 units of the text, or of the words with one space between. */
  readonly spans?: readonly PlacedSpan[] | undefined;
  readonly language?: string | undefined;
  /** Of columns: the place of each word. */
  readonly wordPlaces?: readonly string[] | undefined;
}

/** Spans of a text that the file does not have: which place they stand at is known once the text is. */
export interface OpenText {
  readonly place: string;
  readonly id: string | undefined;
  readonly language: string | undefined;
  /** Throws a TextFormatError for spans that are not of this text. */
  readonly spansIn: (text: string) => PlacedSpan[];
}

/** What readers give, one for each sentence or text of a file. */
export type CorpusText = AnnotatedText | OpenText;

/** Whether its spans wait for a text. */
export function isOpen(text: CorpusText): text is OpenText {
  return "spansIn" in text;
}
