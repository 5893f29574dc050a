// SPDX-License-Identifier: Apache-2.0

import type { EntityGroup } from "../base/types.js";

/** The record of a span, with what found it. Offsets are UTF-16, half-open: `text.slice(start, end)`. */
export interface SourcedEntity extends EntityGroup {
  /** `model`, or the name of the recogniser. */
  source: string;
}

/** Finds values by rules: e-mail addresses, account numbers, keys. */
export interface Recognizer {
  /** Its name, the `source` of its records: `email`. */
  readonly name: string;
  /**
   * The values of a text, in order, none overlapping another of this recogniser; `word` is the slice of the
   * text. Takes a time that grows with the text's length alone, whatever it holds.
   */
  recognize(text: string): SourcedEntity[];
}
