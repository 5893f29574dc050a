// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { InvalidArgumentError, OutOfMemoryError, errorOf } from "../base/errors.js";
import { untilAborted } from "../base/on_abort.js";
import type { CompiledEval, EvalModule, EvalStatus, TagColumns } from "./eval_handle.js";
import { startEval } from "./eval_handle.js";
import {
  conllevalFigures,
  entityFigures,
  entityPairs,
  nervaluateFigures,
  orNull,
  seqevalFigures,
  sklearnFigures,
  tnerFigures,
} from "./figures.js";
import { remarksOn } from "./remarks.js";
import type { EvaluateSettings } from "./settings.js";
import { readSettings, scenarios } from "./settings.js";
import { isSpanLists, packSpans, packTags } from "./tag_columns.js";
import { pythonJson } from "./tner_text.js";
import type {
  Evaluate,
  Evaluation,
  Figures,
  ReportName,
  SpanLists,
  TagLists,
  TagScheme,
} from "./types.js";

/** Compiles dist/wasm/eval, wherever the host has it. */
export type LoadEval = (wasmUrl: string | undefined) => Promise<CompiledEval>;

const mostFaulty = 20;

/** The module is loaded by the first call, once for each address. */
export function createEvaluate(load: LoadEval): Evaluate {
  const modules = new Map<string | undefined, Promise<EvalModule>>();
  const moduleAt = (wasmUrl: string | undefined): Promise<EvalModule> => {
    const known = modules.get(wasmUrl);
    if (known !== undefined) return known;
    const started = load(wasmUrl).then(startEval);
    modules.set(wasmUrl, started);
    started.catch(() => modules.delete(wasmUrl)); // the next call tries again
    return started;
  };
  return (async (gold: unknown, predicted: unknown, options?: unknown) => {
    const settings = readSettings(options);
    settings.signal?.throwIfAborted();
    if (isSpanLists(gold) || isSpanLists(predicted)) {
      const packed = packSpans(...spanLists(gold, predicted, settings), settings.rename);
      const module = await untilAborted(moduleAt(settings.wasmUrl), settings.signal);
      return nervaluateSpans(module, packed, settings);
    }
    const columns = packTags(
      gold as TagLists,
      predicted as TagLists,
      settings.openEnd,
      settings.rename,
    );
    const module = await untilAborted(moduleAt(settings.wasmUrl), settings.signal);
    const made = makers[settings.report](module, columns, settings);
    const { problem, text = null, figures, tokens, pairs } = made;
    const remarks = remarksOn(columns, settings);
    if (problem !== undefined) remarks.push(problem);
    const evaluation: Evaluation = { report: settings.report, text, figures, remarks };
    if (tokens !== undefined) evaluation.tokens = tokens;
    if (pairs !== undefined) evaluation.pairs = pairs;
    return evaluation;
  }) as Evaluate;
}

function spanLists(
  gold: unknown,
  predicted: unknown,
  { report }: EvaluateSettings,
): [SpanLists, SpanLists] {
  if (report !== "nervaluate") {
    throw new InvalidArgumentError(
      `gold: expected lists of tags, found spans, which the report 'nervaluate' takes alone`,
    );
  }
  for (const [name, lists] of [
    ["gold", gold],
    ["predicted", predicted],
  ] as const) {
    if (!Array.isArray(lists)) throw argumentError(name, "a list of lists of spans", lists);
  }
  return [gold as SpanLists, predicted as SpanLists];
}

interface Made<Name extends ReportName> extends Pick<
  Evaluation<Name>,
  "figures" | "tokens" | "pairs"
> {
  text: string | undefined;
  /** Why there is no text. */
  problem?: string | undefined;
}

type Maker<Name extends ReportName> = (
  module: EvalModule,
  columns: TagColumns,
  settings: EvaluateSettings,
) => Made<Name>;

const makers: { [Name in keyof Figures]: Maker<Name> } = {
  entities: (module, columns, { pairs }) => {
    const of = checked(() => module.entities(columns, mostFaulty));
    const { length: sentences } = columns.ends;
    const made = {
      text: of.text,
      problem: of.problem,
      figures: entityFigures(of, columns.gold.length, sentences),
    };
    if (!pairs) return made;
    return Object.assign(made, { pairs: entityPairs(checked(() => module.entityPairs(columns))) });
  },
  conlleval: (module, columns, { raw, latex, outside = "O" }) => {
    const of = checked(() => module.conlleval(columns, { raw, latex, outside }));
    return { text: of.text, problem: of.problem, figures: conllevalFigures(of, 0) };
  },
  "conlleval-py": (module, columns, { outside = "O" }) => {
    const of = checked(() => module.pypiConlleval(columns, outside));
    return { text: of.text, problem: of.problem, figures: conllevalFigures(of, 1) };
  },
  seqeval: (module, columns, settings) => {
    const { strict, scheme = "", suffix, zeroDivision, digits } = settings;
    const options = { strict, scheme, suffix, zeroDivision, digits };
    const of = checked(() => module.seqeval(columns, options));
    const [TP = 0, FP = 0, FN = 0, TN = 0] = of.tokens;
    const used = of.scheme === "" ? null : (of.scheme as TagScheme);
    return {
      text: of.text,
      problem: of.problem,
      figures: seqevalFigures(of),
      tokens: { accuracy: orNull(of.accuracy), TP, FP, FN, TN, scheme: used },
    };
  },
  sklearn: (module, columns, { zeroDivision, digits }) => {
    const of = checked(() => module.sklearn(columns, zeroDivision, digits));
    return { text: of.text, problem: of.problem, figures: sklearnFigures(of) };
  },
  sparknlp: (module, columns) => {
    const table = checked(() => module.sklearn(columns, 0, 2));
    const { text, problem } = checked(() => module.flatConlleval(columns));
    return {
      text: text === undefined ? undefined : `${table.text ?? ""}\n\n\n${text}`,
      problem,
      figures: sklearnFigures(table),
    };
  },
  tner: (module, columns, { spanOnly, intervals }) => {
    const figures = tnerFigures(
      checked(() => module.tner(columns, spanOnly, intervals)),
      spanOnly,
    );
    return { text: `${pythonJson(figures)}\n`, figures };
  },
  nervaluate: (module, columns, settings) => {
    const of = checked(() => module.nervaluate(columns, nervaluateOptions(settings)));
    return { text: of.text, problem: of.problem, figures: nervaluateFigures(of) };
  },
};

function nervaluateSpans(
  module: EvalModule,
  { labels, spans, counts }: ReturnType<typeof packSpans>,
  settings: EvaluateSettings,
): Evaluation<"nervaluate"> {
  const of = checked(() =>
    module.nervaluateSpans(labels, spans, counts, nervaluateOptions(settings)),
  );
  return {
    report: "nervaluate",
    text: of.text ?? null,
    figures: nervaluateFigures(of),
    remarks: ["nervaluate takes ends as inclusive: with others neighbours overlap."],
  };
}

function nervaluateOptions({ tags, minOverlap, digits, scenario }: EvaluateSettings): {
  tags: readonly string[] | undefined;
  minOverlap: number;
  digits: number;
  scenario: number;
} {
  const number = scenario === undefined ? -1 : scenarios.indexOf(scenario);
  return { tags, minOverlap, digits, scenario: number };
}

/** What the module gave. Its status, and a memory that ran out, become a typed error. */
function checked<T extends EvalStatus>(call: () => T): T {
  let result: T;
  try {
    result = call();
  } catch (cause) {
    throw new OutOfMemoryError("expected memory for these tags, found none left", { cause });
  }
  if (result.code !== "") throw errorOf(result.code, result.message);
  return result;
}
