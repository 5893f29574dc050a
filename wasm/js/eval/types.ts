// SPDX-License-Identifier: Apache-2.0

import type { AbortSignal } from "../base/host_types.js";
import type { TypeMapping } from "./mapping.js";

/** The tags of each sentence's tokens: `[["B-PER", "I-PER", "O"], ["B-LOC"]]`. */
export type TagLists = readonly (readonly string[])[];

/** An entity as nervaluate's dictionaries have it: `end` is that of the last unit, so it is inclusive. */
export interface LabelledSpan {
  label: string;
  start: number;
  end: number;
}

/** The entities of each document, for `nervaluate`. */
export type SpanLists = readonly (readonly LabelledSpan[])[];

/** By whose rules, and in whose layout; `entities` is our own. */
export type ReportName = keyof Figures;

/** A labelling scheme, by its name in seqeval. */
export type TagScheme = "IOB1" | "IOB2" | "IOE1" | "IOE2" | "IOBES" | "BILOU";

/** One of nervaluate's four ways to compare. */
export type Scenario = "strict" | "exact" | "partial" | "ent_type";

/** Of conlleval: scores in per cent, as it prints them. */
export interface ChunkScores {
  correct: number;
  found: number;
  gold: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface ConllevalFigures {
  tokens: number;
  /** Tokens with the right tag, in per cent; null without tokens. */
  accuracy: number | null;
  overall: ChunkScores;
  types: Record<string, ChunkScores>;
}

/** A row of scikit-learn's and of seqeval's report; null is a score that does not exist. */
export interface ReportRow {
  precision: number | null;
  recall: number | null;
  "f1-score": number | null;
  support: number;
}

/** `classification_report(…, output_dict=True)`: the types, then `micro avg`, `macro avg`, `weighted avg`. */
export type SeqevalFigures = Record<string, ReportRow>;

/** The same of scikit-learn: tags, then `accuracy` (a number), `macro avg` and `weighted avg`. */
export type SklearnFigures = Record<string, ReportRow | number>;

/** A confidence interval of T-NER's bootstrap; empty where none was asked for. */
export interface TnerIntervals {
  90?: [number | null, number | null];
  95?: [number | null, number | null];
}

export interface TnerTypeFigures {
  f1: number | null;
  f1_ci: TnerIntervals;
  precision: number | null;
  recall: number | null;
}

/** What T-NER's `evaluate()` returns. */
export interface TnerFigures {
  "micro/f1": number | null;
  "micro/f1_ci": TnerIntervals;
  "micro/recall": number | null;
  "micro/precision": number | null;
  "macro/f1": number | null;
  "macro/f1_ci": TnerIntervals;
  "macro/recall": number | null;
  "macro/precision": number | null;
  /** Not with `span_detection_mode`. */
  per_entity_metric?: Record<string, TnerTypeFigures>;
}

export interface MatchCounts {
  correct: number;
  incorrect: number;
  partial: number;
  missed: number;
  spurious: number;
  possible: number;
  actual: number;
  precision: number;
  recall: number;
  f1: number;
}

/** What nervaluate's `evaluate()` returns. */
export interface NervaluateFigures {
  overall: Record<Scenario, MatchCounts>;
  entities: Record<string, Record<Scenario, MatchCounts>>;
}

/** Of our own report: scores from 0 to 1, null where they would divide by zero. */
export interface EntityScores {
  correct: number;
  found: number;
  gold: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/** What was taken for what: null for what was missed, or made up. */
export interface Confusion {
  gold: string | null;
  predicted: string | null;
  /** Whether both begin and end at the same tokens. */
  same_place: boolean;
  count: number;
}

/** An entity in a sentence: `end` is the first token behind it. */
export interface TokenSpan {
  type: string;
  start: number;
  end: number;
}

/**
 * An entity and what it was taken for: every entity of either side is in one pair. Equal ones are a pair; of
 * the others a predicted one is with the gold one that it overlaps most. null is one that was missed or made up.
 */
export interface EntityPair {
  /** The sentence's number, from 0. */
  sentence: number;
  gold: TokenSpan | null;
  predicted: TokenSpan | null;
}

export interface FaultySentence {
  /** Its number, from 0. */
  sentence: number;
  /** Entities that are only in gold, or only predicted. */
  faults: number;
  gold: TokenSpan[];
  predicted: TokenSpan[];
}

export interface EntityFigures {
  tokens: number;
  sentences: number;
  /** Tokens with the right tag. */
  accuracy: number | null;
  micro: EntityScores;
  /** Averages of the types' scores, those that do not exist taken as 0. */
  macro: Pick<EntityScores, "precision" | "recall" | "f1">;
  types: Record<string, EntityScores>;
  /** The most frequent first. */
  confusions: Confusion[];
  /** The sentences with the most faults first, 20 at most. */
  faulty: FaultySentence[];
}

/** The figures of each report, under the names that its package has. */
export interface Figures {
  entities: EntityFigures;
  conlleval: ConllevalFigures;
  "conlleval-py": ConllevalFigures;
  seqeval: SeqevalFigures;
  sklearn: SklearnFigures;
  sparknlp: SklearnFigures;
  tner: TnerFigures;
  nervaluate: NervaluateFigures;
}

/** Options of `evaluate()`. Those of other reports than the one that is made are errors. */
export interface EvaluateOptions<Name extends ReportName = ReportName> {
  /** Default: `entities`, our own. */
  report?: Name | undefined;
  signal?: AbortSignal | undefined;
  /** Other names for types, in both columns: `{ LOCATION: "LOC" }`, or `tner` for T-NER's table. */
  mapping?: TypeMapping | "tner" | undefined;
  /** entities: whether the result has `pairs`. */
  pairs?: boolean | undefined;
  /** Digits behind the point in the text, 0 to 100 (default 2); of seqeval, sklearn and nervaluate. */
  digits?: number | undefined;
  /** seqeval and sklearn: what a score is that divides by zero. */
  zero_division?: "warn" | 0 | 1 | undefined;
  /** seqeval: `mode='strict'`. */
  strict?: boolean | undefined;
  /** seqeval: the scheme of strict mode; the default is that of the tags. */
  scheme?: TagScheme | undefined;
  /** seqeval: tags are `PER-B`. */
  suffix?: boolean | undefined;
  /** conlleval: tags are types, as with `-r`. */
  raw?: boolean | undefined;
  /** conlleval: LaTeX, as with `-l`. */
  latex?: boolean | undefined;
  /** conlleval and conlleval-py: the tag outside of entities, as with `-o`. */
  outside?: string | undefined;
  /** conlleval: nothing says that the last sentence has ended, as no empty line at a file's end. */
  open_end?: boolean | undefined;
  /** tner: whether there is an entity, of whatever type. */
  span_detection_mode?: boolean | undefined;
  /** tner: bootstrap intervals, of a thousand resamples. */
  return_ci?: boolean | undefined;
  /** nervaluate: the types to look at; the default is all. */
  tags?: readonly string[] | undefined;
  /** nervaluate: in per cent, 1 to 100 (default 1). */
  min_overlap_percentage?: number | undefined;
  /** nervaluate: a report by type, of this scenario; the default is the report of all types. */
  scenario?: Scenario | undefined;
  /** The folder of `eval.mjs` and `eval.wasm`, where they are not found by themselves. */
  wasm_url?: string | undefined;
}

export interface Evaluation<Name extends ReportName = ReportName> {
  report: Name;
  /**
   * The package's own text, to the byte; null where the package raises an error in its place,
   * which the last of the remarks is about then.
   */
  text: string | null;
  figures: Figures[Name];
  /** What the package does wrong with these tags, a sentence each; nothing of ours. */
  remarks: string[];
  /** entities, where `pairs` asks for them: by sentence. */
  pairs?: EntityPair[];
  /** seqeval: `accuracy_score()`, `performance_measure()`, and the scheme of strict mode. */
  tokens?: {
    accuracy: number | null;
    TP: number;
    FP: number;
    FN: number;
    TN: number;
    scheme: TagScheme | null;
  };
}

/** The function itself: tags for every report, spans for nervaluate's. */
export interface Evaluate {
  <Name extends ReportName = "entities">(
    gold: TagLists,
    predicted: TagLists,
    options?: EvaluateOptions<Name>,
  ): Promise<Evaluation<Name>>;
  (
    gold: SpanLists,
    predicted: SpanLists,
    options: EvaluateOptions<"nervaluate"> & { report: "nervaluate" },
  ): Promise<Evaluation<"nervaluate">>;
}
