// SPDX-License-Identifier: Apache-2.0

import type { NameLists } from "./lists.js";
import type { Word } from "./words.js";

/** Where a name stands: UTF-16 units, half-open. */
export type Span = readonly [start: number, end: number];

/**
 * Finds names in a text, in any order; they may overlap. `words` are those of the text. Takes a time that grows with
 * the text's length alone.
 */
export type Rule = (text: string, words: readonly Word[], lists: NameLists) => Span[];
