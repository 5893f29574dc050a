// SPDX-License-Identifier: Apache-2.0
//
// Are scores probabilities? Predicted entities in ten bins of their score: the mean score of a bin against the
// share of its entities that are right. The expected calibration error is the mean distance of the two,
// weighted by the number of entities (Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
// Networks", 2017, equations 2, 3 and 5). A bin has its upper end, as there: (0.6, 0.7].
//
//     calibrationOf([{ score: 0.9, isRight: true }, { score: 0.8, isRight: false }])
//     // bins[8] { count: 1, score: 0.9, right: 1 }, bins[7] { count: 1, score: 0.8, right: 0 }, error 0.45

import type { EntityPair } from "../../wasm/js/eval/types.js";
import type { CorpusSentence } from "../corpus/corpus.js";
import { fateOf } from "./fates.js";

const binCount = 10;

export interface Scored {
  /** From 0 to 1. */
  readonly score: number;
  readonly isRight: boolean;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean score; null in an empty bin. */
  readonly score: number | null;
  /** The share that is right; null in an empty bin. */
  readonly right: number | null;
}

export interface Calibration {
  readonly count: number;
  readonly bins: readonly CalibrationBin[];
  /** The expected calibration error, from 0 to 1. */
  readonly error: number;
}

/** Undefined without entities. */
export function calibrationOf(entities: readonly Scored[]): Calibration | undefined {
  if (entities.length === 0) return undefined;
  const bins = Array.from({ length: binCount }, (_, at) => binOf(entities, at));
  const weighted = bins.map(
    ({ count, score, right }) => count * Math.abs((score ?? 0) - (right ?? 0)),
  );
  const error = weighted.reduce((sum, each) => sum + each, 0) / entities.length;
  return { count: entities.length, bins, error };
}

function binOf(entities: readonly Scored[], at: number): CalibrationBin {
  const [from, to] = [at / binCount, (at + 1) / binCount];
  const own = entities.filter(({ score }) => (score > from || at === 0) && score <= to);
  const mean = (sum: number): number | null => (own.length === 0 ? null : sum / own.length);
  return {
    from,
    to,
    count: own.length,
    score: mean(own.reduce((sum, { score }) => sum + score, 0)),
    right: mean(own.filter(({ isRight }) => isRight).length),
  };
}

/** The predicted entities that have a score: the mean of those of their units. */
export function scoredEntities(
  sentences: readonly CorpusSentence[],
  pairs: readonly EntityPair[],
): Scored[] {
  return pairs.flatMap((pair) => {
    if (pair.predicted === null) return [];
    const { start, end } = pair.predicted;
    const scores = sentences[pair.sentence]?.scores?.slice(start, end) ?? [];
    const known = scores.filter((score) => score !== undefined);
    if (known.length === 0) return [];
    const score = known.reduce((sum, each) => sum + each, 0) / known.length;
    return [{ score, isRight: fateOf(pair) === "right" }];
  });
}
