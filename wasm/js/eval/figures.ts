// SPDX-License-Identifier: Apache-2.0
//
// What the module gives in flat arrays, as the objects that the packages return.

import type {
  EvalChunks,
  EvalEntities,
  EvalNervaluate,
  EvalPairs,
  EvalSeqeval,
  EvalTable,
  EvalTner,
} from "./eval_handle.js";
import { scenarios } from "./settings.js";
import type {
  ChunkScores,
  ConllevalFigures,
  EntityFigures,
  EntityPair,
  EntityScores,
  MatchCounts,
  NervaluateFigures,
  ReportRow,
  Scenario,
  SeqevalFigures,
  SklearnFigures,
  TnerFigures,
  TnerIntervals,
  TnerTypeFigures,
  TokenSpan,
} from "./types.js";

/** JSON has no NaN. */
export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** `found` where nothing was found: 0 in the script, 1 in its port, as what was precise. */
export function conllevalFigures(of: EvalChunks, precisionOfNone: 0 | 1): ConllevalFigures {
  const scores = (counts: Uint32Array, at: number): ChunkScores => {
    const [correct = 0, found = 0, gold = 0] = counts.subarray(3 * at);
    const precision = found === 0 ? 100 * precisionOfNone : (100 * correct) / found;
    const recall = gold === 0 ? 0 : (100 * correct) / gold;
    const sum = precision + recall;
    const f1 = sum === 0 ? 0 : (2 * precision * recall) / sum;
    return { correct, found, gold, precision, recall, f1 };
  };
  const rows = of.types.map((type, at) => [type, scores(of.counts, at)] as const);
  return {
    tokens: of.tokens,
    accuracy: of.tokens === 0 ? null : (100 * of.correctTokens) / of.tokens,
    overall: scores(of.all, 0),
    types: Object.fromEntries(rows.filter(([, { found, gold }]) => found + gold > 0)),
  };
}

function rowsOf({ types, scores }: EvalTable): ReportRow[] {
  return Array.from({ length: types.length + 3 }, (_, at) => {
    const [precision, recall, f1, support = 0] = scores.subarray(4 * at);
    return {
      precision: orNull(precision),
      recall: orNull(recall),
      "f1-score": orNull(f1),
      support,
    };
  });
}

export function seqevalFigures(of: EvalSeqeval): SeqevalFigures {
  const names = [...of.types, "micro avg", "macro avg", "weighted avg"];
  return Object.fromEntries(rowsOf(of).map((row, at) => [names[at] ?? "", row]));
}

export function sklearnFigures(of: EvalTable): SklearnFigures {
  const rows = rowsOf(of);
  const [micro, macro, weighted] = rows.splice(of.types.length);
  const tags: [string | undefined, ReportRow | number | undefined][] = rows.map((row, at) => [
    of.types[at],
    row,
  ]);
  return Object.fromEntries([
    ...tags,
    ["accuracy", micro?.["f1-score"]],
    ["macro avg", macro],
    ["weighted avg", weighted],
  ]) as SklearnFigures;
}

export function tnerFigures(of: EvalTner, spanOnly: boolean): TnerFigures {
  const rows = Array.from({ length: of.types.length + 2 }, (_, at): TnerTypeFigures => {
    const [f1, precision, recall, low90, high90, low95, high95] = of.scores.subarray(7 * at);
    const intervals: TnerIntervals = of.hasIntervals
      ? { 90: [orNull(low90), orNull(high90)], 95: [orNull(low95), orNull(high95)] }
      : {};
    return {
      f1: orNull(f1),
      f1_ci: intervals,
      precision: orNull(precision),
      recall: orNull(recall),
    };
  });
  const [micro, macro, ...types] = rows as [TnerTypeFigures, TnerTypeFigures, ...TnerTypeFigures[]];
  const figures: TnerFigures = {
    "micro/f1": micro.f1,
    "micro/f1_ci": micro.f1_ci,
    "micro/recall": micro.recall,
    "micro/precision": micro.precision,
    "macro/f1": macro.f1,
    "macro/f1_ci": macro.f1_ci,
    "macro/recall": macro.recall,
    "macro/precision": macro.precision,
  };
  if (!spanOnly) {
    figures.per_entity_metric = Object.fromEntries(
      types.map((row, at) => [of.types[at] ?? "", row]),
    );
  }
  return figures;
}

const matchFields = [
  "correct",
  "incorrect",
  "partial",
  "missed",
  "spurious",
  "possible",
  "actual",
  "precision",
  "recall",
  "f1",
] as const;

export function nervaluateFigures(of: EvalNervaluate): NervaluateFigures {
  const counts = (at: number, scenario: number): MatchCounts => {
    const row = of.scores.subarray(10 * (scenarios.length * at + scenario));
    return Object.fromEntries(
      matchFields.map((field, index) => [field, row[index] ?? 0]),
    ) as Record<(typeof matchFields)[number], number>;
  };
  const ofType = (at: number): Record<Scenario, MatchCounts> => ({
    ent_type: counts(at, 0),
    exact: counts(at, 1),
    partial: counts(at, 2),
    strict: counts(at, 3),
  });
  return {
    overall: ofType(0),
    entities: Object.fromEntries(of.types.map((type, at) => [type, ofType(at + 1)])),
  };
}

export function entityFigures(of: EvalEntities, tokens: number, sentences: number): EntityFigures {
  const rows = rowsOf(of);
  const sum = [0, 0, 0];
  const types = of.types.map((type, at): [string, EntityScores] => {
    const counts = of.counts.subarray(3 * at, 3 * at + 3);
    counts.forEach((count, which) => (sum[which] = (sum[which] ?? 0) + count));
    return [type, scoresOf(counts, rows[at])];
  });
  const macro = rows[of.types.length + 1];
  const name = (type: number | undefined): string | null => of.types[type ?? -1] ?? null;
  return {
    tokens,
    sentences,
    accuracy: orNull(of.accuracy),
    micro: scoresOf(Uint32Array.from(sum), rows[of.types.length]),
    macro: {
      precision: macro?.precision ?? null,
      recall: macro?.recall ?? null,
      f1: macro?.["f1-score"] ?? null,
    },
    types: Object.fromEntries(types),
    confusions: groups(of.confusions, 4).map(([gold, predicted, same, count = 0]) => ({
      gold: name(gold),
      predicted: name(predicted),
      same_place: same === 1,
      count,
    })),
    faulty: of.faulty.map(({ sentence, faults, gold, predicted }) => ({
      sentence,
      faults,
      gold: spansOf(gold, of.types),
      predicted: spansOf(predicted, of.types),
    })),
  };
}

export function entityPairs({ pairs, types }: EvalPairs): EntityPair[] {
  const span = (type = -1, start = 0, end = 0): TokenSpan | null =>
    type < 0 ? null : { type: types[type] ?? "", start, end };
  return groups(pairs, 7).map(([sentence = 0, ...of]) => ({
    sentence,
    gold: span(...of.slice(0, 3)),
    predicted: span(...of.slice(3)),
  }));
}

function scoresOf(counts: Uint32Array, row: ReportRow | undefined): EntityScores {
  const [correct = 0, found = 0, gold = 0] = counts;
  const { precision = null, recall = null, "f1-score": f1 = null } = row ?? {};
  return { correct, found, gold, precision, recall, f1 };
}

function spansOf(flat: Uint32Array, types: string[]): TokenSpan[] {
  return groups(flat, 3).map(([type = 0, start = 0, end = 0]) => ({
    type: types[type] ?? "",
    start,
    end,
  }));
}

function groups(flat: Int32Array | Uint32Array, size: number): number[][] {
  return Array.from({ length: flat.length / size }, (_, at) =>
    Array.from(flat.subarray(size * at, size * (at + 1))),
  );
}
