// SPDX-License-Identifier: Apache-2.0
//
// What `eval` compares, whatever files it came from: sentences, each with its units and two tags for each of
// them. Of words the units are the words, and the tags are as the files have them. Of a text with spans they
// are pieces of the text, cut at white space, at punctuation, and where a gold or a predicted entity begins or
// ends; the tags are IOB2 then. So an entity is right if and only if both have it with the same ends.
//
//     "Emma in New York", gold 8 to 16 LOC, predicted 8 to 11 LOC
//     // units Emma, in, New, York; gold O O B-LOC I-LOC; predicted O O B-LOC O

import type { Span } from "../formats/record.js";

/** Where a unit stands in its text, in UTF-16 units; `end` is the first behind it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
}

/** An entity of a text, and how sure the model was of it, from 0 to 1, where that is known. */
export interface ScoredSpan extends Span {
  readonly score?: number | undefined;
}

/** One sentence, or one text, with what is to be compared. */
export interface CorpusSentence {
  /** Of words: them with one space between. */
  readonly text: string;
  readonly units: readonly Unit[];
  /** One tag for each unit. */
  readonly gold: readonly string[];
  /** One tag for each unit. */
  readonly predicted: readonly string[];
  /** One for each unit: how sure the model was of the predicted tag; all units of an entity have the entity's. */
  readonly scores?: readonly (number | undefined)[] | undefined;
  /** The entities themselves, as the files have them, where those have spans and not tags. */
  readonly spans?:
    { readonly gold: readonly Span[]; readonly predicted: readonly ScoredSpan[] } | undefined;
  /** The language's code, as the file has it. */
  readonly language?: string | undefined;
  /** Where the gold sentence begins: `test.jsonl:7`. */
  readonly place: string;
}

export interface Corpus {
  readonly sentences: readonly CorpusSentence[];
  /** Of columns: whether no line says that the last sentence has ended; conlleval makes a difference. */
  readonly openEnd: boolean;
}
