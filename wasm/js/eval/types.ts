// SPDX-License-Identifier: Apache-2.0

import type { AbortSignal } from "../base/host_types.js";
import type { TypeMapping } from "./mapping.js";

/** The tags of each sentence's tokens: `[["B-PER", "I-PER", "O"], ["B-LOC"]]`. */
export type TagLists = readonly (readonly string[])[];

/** An entity as nervaluate's dictionaries have it: `end` is that of the last unit, so it is inclusive. */
export interface LabelledSpan {
  /** Its type. */
  label: string;
  /** Its first unit, a character or a token. */
  start: number;
  /** Its last unit. */
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
  /** Chunks of gold that were found, with the right type. */
  correct: number;
  /** Chunks that were predicted. */
  found: number;
  /** Chunks of gold. */
  gold: number;
  /** Of 100 predicted, so many are right. */
  precision: number;
  /** Of 100 of gold, so many were found. */
  recall: number;
  /** The harmonic mean of the two. */
  f1: number;
}

/** What conlleval prints, as figures. */
export interface ConllevalFigures {
  /** How many there are. */
  tokens: number;
  /** Tokens with the right tag, in per cent; null without tokens. */
  accuracy: number | null;
  /** Of all types together. */
  overall: ChunkScores;
  /** By type. */
  types: Record<string, ChunkScores>;
}

/** A row of scikit-learn's and of seqeval's report; null is a score that does not exist. */
export interface ReportRow {
  /** Of those predicted, the share that is right. */
  precision: number | null;
  /** Of those of gold, the share that was found. */
  recall: number | null;
  /** The harmonic mean of the two. */
  "f1-score": number | null;
  /** How many gold has. */
  support: number;
}

/** `classification_report(…, output_dict=True)`: the types, then `micro avg`, `macro avg`, `weighted avg`. */
export type SeqevalFigures = Record<string, ReportRow>;

/** The same of scikit-learn: tags, then `accuracy` (a number), `macro avg` and `weighted avg`. */
export type SklearnFigures = Record<string, ReportRow | number>;

/** A confidence interval of T-NER's bootstrap; empty where none was asked for. */
export interface TnerIntervals {
  /** Lower and upper end at 90 %. */
  90?: [number | null, number | null];
  /** Lower and upper end at 95 %. */
  95?: [number | null, number | null];
}

/** Of one type, in T-NER's report. */
export interface TnerTypeFigures {
  /** The harmonic mean of precision and recall. */
  f1: number | null;
  /** Its intervals. */
  f1_ci: TnerIntervals;
  /** Of those predicted, the share that is right. */
  precision: number | null;
  /** Of those of gold, the share that was found. */
  recall: number | null;
}

/** What T-NER's `evaluate()` returns. */
export interface TnerFigures {
  /** Over all entities. */
  "micro/f1": number | null;
  /** Its intervals. */
  "micro/f1_ci": TnerIntervals;
  /** Over all entities. */
  "micro/recall": number | null;
  /** Over all entities. */
  "micro/precision": number | null;
  /** The mean of the types'. */
  "macro/f1": number | null;
  /** Its intervals. */
  "macro/f1_ci": TnerIntervals;
  /** The mean of the types'. */
  "macro/recall": number | null;
  /** The mean of the types'. */
  "macro/precision": number | null;
  /** Not with `span_detection_mode`. */
  per_entity_metric?: Record<string, TnerTypeFigures>;
}

/** Of one of nervaluate's ways to compare. */
export interface MatchCounts {
  /** Predicted ones that match. */
  correct: number;
  /** Predicted ones that overlap one of gold and do not match. */
  incorrect: number;
  /** Those that match in part, which count half. */
  partial: number;
  /** Those of gold that nothing overlaps. */
  missed: number;
  /** Predicted ones that overlap none of gold. */
  spurious: number;
  /** Those of gold. */
  possible: number;
  /** Predicted ones. */
  actual: number;
  /** Of those predicted, the share that is right. */
  precision: number;
  /** Of those of gold, the share that was found. */
  recall: number;
  /** The harmonic mean of the two. */
  f1: number;
}

/** What nervaluate's `evaluate()` returns. */
export interface NervaluateFigures {
  /** Of all types together. */
  overall: Record<Scenario, MatchCounts>;
  /** By type. */
  entities: Record<string, Record<Scenario, MatchCounts>>;
}

/** Of our own report: scores from 0 to 1, null where they would divide by zero. */
export interface EntityScores {
  /** Entities of gold that were found, with the right type. */
  correct: number;
  /** Entities that were predicted. */
  found: number;
  /** Entities of gold. */
  gold: number;
  /** Of those predicted, the share that is right. */
  precision: number | null;
  /** Of those of gold, the share that was found. */
  recall: number | null;
  /** The harmonic mean of the two. */
  f1: number | null;
}

/** What was taken for what: null for what was missed, or made up. */
export interface Confusion {
  /** The type in gold. */
  gold: string | null;
  /** The predicted type. */
  predicted: string | null;
  /** Whether both begin and end at the same tokens. */
  same_place: boolean;
  /** How often. */
  count: number;
}

/** An entity in a sentence: `end` is the first token behind it. */
export interface TokenSpan {
  /** Its type. */
  type: string;
  /** Its first token, from 0. */
  start: number;
  /** The token behind its last one. */
  end: number;
}

/**
 * An entity and what it was taken for: every entity of either side is in one pair. Equal ones are a pair; of
 * the others a predicted one is with the gold one that it overlaps most. null is one that was missed or made up.
 */
export interface EntityPair {
  /** The sentence's number, from 0. */
  sentence: number;
  /** The entity in gold. */
  gold: TokenSpan | null;
  /** The predicted one. */
  predicted: TokenSpan | null;
}

/** A sentence with entities that differ. */
export interface FaultySentence {
  /** Its number, from 0. */
  sentence: number;
  /** Entities that are only in gold, or only predicted. */
  faults: number;
  /** Its entities in gold. */
  gold: TokenSpan[];
  /** Its predicted ones. */
  predicted: TokenSpan[];
}

/** What our own report has. */
export interface EntityFigures {
  /** How many there are. */
  tokens: number;
  /** How many there are. */
  sentences: number;
  /** Tokens with the right tag. */
  accuracy: number | null;
  /** Over all entities. */
  micro: EntityScores;
  /** Averages of the types' scores, those that do not exist taken as 0. */
  macro: Pick<EntityScores, "precision" | "recall" | "f1">;
  /** By type. */
  types: Record<string, EntityScores>;
  /** The most frequent first. */
  confusions: Confusion[];
  /** The sentences with the most faults first, 20 at most. */
  faulty: FaultySentence[];
}

/** The figures of each report, under the names that its package has. */
export interface Figures {
  /** Our own. */
  entities: EntityFigures;
  /** Those of the Perl script `conlleval`. */
  conlleval: ConllevalFigures;
  /** Those of its port to Python. */
  "conlleval-py": ConllevalFigures;
  /** Those of seqeval's `classification_report()`. */
  seqeval: SeqevalFigures;
  /** Those of scikit-learn's. */
  sklearn: SklearnFigures;
  /** Those that Spark NLP's notebooks print, by scikit-learn. */
  sparknlp: SklearnFigures;
  /** Those of T-NER's `evaluate()`. */
  tner: TnerFigures;
  /** Those of nervaluate's `evaluate()`. */
  nervaluate: NervaluateFigures;
}

/** Options of `evaluate()`. Those of other reports than the one that is made are errors. */
export interface EvaluateOptions<Name extends ReportName = ReportName> {
  /** Default: `entities`, our own. */
  report?: Name | undefined;
  /** Ends the call: it rejects with the signal's reason. */
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

/** A report. */
export interface Evaluation<Name extends ReportName = ReportName> {
  /** Which one. */
  report: Name;
  /**
   * The package's own text, to the byte; null where the package raises an error in its place,
   * which the last of the remarks is about then.
   */
  text: string | null;
  /** What the text shows, as figures. */
  figures: Figures[Name];
  /** What the package does wrong with these tags, a sentence each; nothing of ours. */
  remarks: string[];
  /** entities, where `pairs` asks for them: by sentence. */
  pairs?: EntityPair[];
  /** seqeval: `accuracy_score()`, `performance_measure()`, and the scheme of strict mode. */
  tokens?: {
    /** `accuracy_score()`: the share of tokens with the right tag. */
    accuracy: number | null;
    /** Tags of entities that are right. */
    TP: number;
    /** Predicted tags of entities that are wrong. */
    FP: number;
    /** Tags of gold that were not predicted where `O` was. */
    FN: number;
    /** Tokens outside of entities, in both. */
    TN: number;
    /** The scheme of strict mode. */
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
