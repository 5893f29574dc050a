// SPDX-License-Identifier: Apache-2.0
//
// Errors by length, in units of the corpus (words): what became of gold entities of each length, and how good
// the entities of sentences of each length are.

import type { EntityPair } from "../../wasm/js/eval/types.js";
import type { CorpusSentence } from "../corpus/corpus.js";
import type { GoldFate } from "./fates.js";
import { fateOf, goldFates } from "./fates.js";

/** Lengths that are counted together, both ends included; `most` of the last is Infinity. */
export interface LengthRange {
  readonly least: number;
  readonly most: number;
}

export interface EntityLengths extends LengthRange {
  /** Gold entities, and of them those of each fate. */
  readonly gold: number;
  readonly fates: Readonly<Record<GoldFate, number>>;
}

export interface SentenceLengths extends LengthRange {
  readonly sentences: number;
  readonly gold: number;
  readonly found: number;
  readonly correct: number;
  /** null without entities. */
  readonly f1: number | null;
}

const entityRanges = rangesUpTo([1, 2, 3, 4, 5]);
const sentenceRanges = rangesUpTo([5, 10, 20, 30, 40, 60]);

/** Ranges without gold entities are left out. */
export function byEntityLength(pairs: readonly EntityPair[]): EntityLengths[] {
  const rows = entityRanges.map((range) => {
    const own = pairs.filter(({ gold }) => gold !== null && isIn(gold.end - gold.start, range));
    const fates = Object.fromEntries(
      goldFates.map((fate) => [fate, own.filter((pair) => fateOf(pair) === fate).length]),
    ) as Record<GoldFate, number>;
    return { least: range.least, most: range.most, gold: own.length, fates };
  });
  return rows.filter(({ gold }) => gold > 0);
}

/** Ranges without sentences are left out. */
export function bySentenceLength(
  sentences: readonly CorpusSentence[],
  pairs: readonly EntityPair[],
): SentenceLengths[] {
  const lengthOf = (at: number): number => sentences[at]?.units.length ?? 0;
  const rows = sentenceRanges.map((range) => {
    const { least, most } = range;
    const own = pairs.filter(({ sentence }) => isIn(lengthOf(sentence), range));
    const gold = own.filter((pair) => pair.gold !== null).length;
    const found = own.filter(({ predicted }) => predicted !== null).length;
    const correct = own.filter((pair) => fateOf(pair) === "right").length;
    const f1 = gold + found === 0 ? null : (2 * correct) / (gold + found);
    const count = sentences.filter(({ units }) => isIn(units.length, range)).length;
    return { least, most, sentences: count, gold, found, correct, f1 };
  });
  return rows.filter((row) => row.sentences > 0);
}

function isIn(length: number, { least, most }: LengthRange): boolean {
  return length >= least && length <= most;
}

/** `[5, 10]`: 1 to 5, 6 to 10, 11 and more. */
function rangesUpTo(ends: readonly number[]): LengthRange[] {
  return [...ends, Infinity].map((most, at) => ({ least: (ends[at - 1] ?? 0) + 1, most }));
}
