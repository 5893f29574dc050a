// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";

/** Finds persons by lists and rules, and takes everyday words out of what a model finds. */
export interface NameRules {
  /** Persons of a text, in order, without overlap; `source` is `name`. */
  recognize(text: string): SourcedEntity[];
  /** A model's entity without the everyday words at its ends, in parts where it goes over the end of a line. */
  trim(text: string, entity: SourcedEntity): SourcedEntity[];
  /** Finds names that it is told of in other forms. */
  mentionFinder(): MentionFinder;
}

/** Finds words of known names in another case or with an ending. */
export interface MentionFinder {
  /** Makes a person's name known. */
  add(name: string): void;
  /** Where a text has words of them, in order: UTF-16 units, half-open. */
  find(text: string): (readonly [start: number, end: number])[];
}
