// SPDX-License-Identifier: Apache-2.0

import type { GlueOptions } from "../base/glue_options.js";

/** Columns of tags as the module takes them: each name once, and per token its number. */
export interface TagColumns {
  names: string[];
  gold: Uint32Array;
  predicted: Uint32Array;
  /** Per sentence its end, in tokens. */
  ends: Uint32Array;
  /** See EvaluateOptions.open_end. */
  open: boolean;
}

/** `code` is empty where all is well. */
export interface EvalStatus {
  code: string;
  message: string;
}

interface EvalText {
  text?: string;
  /** Why the package has no text. */
  problem?: string;
}

export interface EvalChunks extends EvalStatus, EvalText {
  types: string[];
  /** Triples of correct, found, gold. */
  counts: Uint32Array;
  all: Uint32Array;
  tokens: number;
  correctTokens: number;
}

export interface EvalTable extends EvalStatus, EvalText {
  types: string[];
  counts: Uint32Array;
  /** Fours of precision, recall, F1, support: of each type, then micro, macro and weighted. */
  scores: Float64Array;
}

export interface EvalSeqeval extends EvalTable {
  scheme: string;
  accuracy: number;
  /** TP, FP, FN, TN. */
  tokens: Uint32Array;
}

export interface EvalTner extends EvalStatus {
  types: string[];
  /** Sevens of F1, precision, recall, and two intervals: micro, macro, then each type. */
  scores: Float64Array;
  hasIntervals: boolean;
}

export interface EvalNervaluate extends EvalStatus, EvalText {
  types: string[];
  /** Tens of counts and scores for each of ent_type, exact, partial, strict: overall, then each type. */
  scores: Float64Array;
}

export interface EvalEntities extends EvalTable {
  accuracy: number;
  /** Fours of gold type, predicted type (-1 for none), same place, count. */
  confusions: Int32Array;
  /** Spans are triples of type, begin, end. */
  faulty: { sentence: number; faults: number; gold: Uint32Array; predicted: Uint32Array }[];
}

export interface EvalPairs extends EvalStatus {
  types: string[];
  /** Sevens: the sentence, then type, begin and end of the gold entity and of the predicted one, -1 for none. */
  pairs: Int32Array;
}

export interface SeqevalSettings {
  strict: boolean;
  /** Empty where it is to be found out. */
  scheme: string;
  suffix: boolean;
  zeroDivision: number;
  digits: number;
}

export interface NervaluateSettings {
  tags: readonly string[] | undefined;
  minOverlap: number;
  digits: number;
  /** -1 for the report of all types. */
  scenario: number;
}

/** What dist/wasm/eval.mjs exports (wasm/bind/eval_bindings.cc). */
export interface EvalModule {
  conlleval: (
    columns: TagColumns,
    options: { raw: boolean; latex: boolean; outside: string },
  ) => EvalChunks;
  pypiConlleval: (columns: TagColumns, outside: string) => EvalChunks;
  flatConlleval: (columns: TagColumns) => EvalChunks;
  seqeval: (columns: TagColumns, options: SeqevalSettings) => EvalSeqeval;
  sklearn: (columns: TagColumns, zeroDivision: number, digits: number) => EvalTable;
  tner: (columns: TagColumns, spanOnly: boolean, intervals: boolean) => EvalTner;
  nervaluate: (columns: TagColumns, options: NervaluateSettings) => EvalNervaluate;
  nervaluateSpans: (
    labels: string[],
    spans: Float64Array,
    counts: Uint32Array,
    options: NervaluateSettings,
  ) => EvalNervaluate;
  entities: (columns: TagColumns, mostFaulty: number) => EvalEntities;
  entityPairs: (columns: TagColumns) => EvalPairs;
}

/** The module's code, compiled, and the address of the script that starts it. */
export interface CompiledEval {
  module: WebAssembly.Module;
  glue: string;
}

type EvalFactory = (options: GlueOptions) => Promise<EvalModule>;

/** Starts the module. The glue is imported by run-time URL, so that no bundler touches it. */
export async function startEval({ module, glue }: CompiledEval): Promise<EvalModule> {
  const { default: factory } = (await import(
    /* webpackIgnore: true */ /* @vite-ignore */ glue
  )) as { default: EvalFactory };
  return new Promise((resolve, reject) => {
    factory({
      print: () => undefined,
      printErr: () => undefined,
      // The glue waits for `receive` without an error path of its own, so failures reject here.
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(module, imports).then((instance) => {
          receive(instance, module);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
