// SPDX-License-Identifier: Apache-2.0

import { stat } from "node:fs/promises";

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";
import type { EvaluateOptions, Evaluation, SpanLists } from "../../wasm/js/eval/types.js";
import type { Corpus, CorpusSentence } from "../corpus/corpus.js";
import { evaluate } from "../eval.js";
import type { Span } from "../formats/record.js";
import { wordEntities } from "../formats/word_entities.js";
import { compare } from "../report/comparison.js";
import { faultyTexts } from "../report/faulty_texts.js";
import { pageOf } from "../report/page.js";
import type { PageNames } from "../report/page.js";
import type { EvalCommand } from "./commands.js";
import { readCorpus } from "./eval_corpus.js";
import { faultyLines } from "./faulty_lines.js";
import { inputName } from "./open_input.js";
import { OutputFile } from "./output_file.js";
import type { Terminal } from "./terminal.js";

/** Texts that are shown in a terminal. */
const mostTexts = 10;

/** `xlmr-ner eval`: the exit status. */
export async function evaluateFile(
  command: EvalCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { html, gold, predicted } = command;
  if (html === undefined) return report(command, terminal, signal);
  const inputs = predicted === undefined ? [gold.file] : [gold.file, predicted.file];
  // What is not there leaves no empty page behind.
  await Promise.all(inputs.filter((name) => name !== "-").map((name) => stat(name)));
  const page = await OutputFile.open(html, inputs, "--html");
  const either = AbortSignal.any([signal, page.output.closed]);
  let status: number;
  try {
    status = await report(command, terminal, either, page);
  } catch (error) {
    await page.abandon();
    throw error;
  }
  await page.close();
  return status;
}

async function report(
  command: EvalCommand,
  terminal: Terminal,
  signal: AbortSignal,
  page?: OutputFile,
): Promise<number> {
  const { out, err } = terminal;
  const corpus = await readCorpus(command, err, signal);
  const made = await evaluateCorpus(corpus, command, signal);
  const hasTexts = terminal.isTTY && command.report === "entities" && !command.json;
  const comparison =
    page !== undefined || hasTexts
      ? await compare(corpus, command.options.mapping, signal)
      : undefined;
  if (page !== undefined && comparison !== undefined) {
    await page.empty();
    await page.output.write(pageOf(comparison, namesOf(command)));
  }
  if (command.json) {
    await out.line(JSON.stringify(made.figures));
  } else if (made.text === null) {
    throw new InvalidArgumentError(made.remarks.at(-1) ?? "expected a report, found none");
  } else {
    await out.line(made.text.replace(/\n$/, ""));
  }
  if (hasTexts && comparison !== undefined) {
    await out.write(faultyLines(faultyTexts(comparison, mostTexts), terminal.color));
  }
  if (command.remarks) for (const remark of made.remarks) err.write(`${remark}\n`);
  return 0;
}

function namesOf({ gold, predicted, model }: EvalCommand): PageNames {
  const files = predicted === undefined ? [gold] : [gold, predicted];
  return { name: files.map(({ file }) => inputName(file)).join(" and "), model };
}

async function evaluateCorpus(
  { sentences, openEnd }: Corpus,
  { report, options }: EvalCommand,
  signal: AbortSignal,
): Promise<Evaluation> {
  if (report === "nervaluate") {
    const spans = spanLists(sentences);
    const named = Object.assign({}, options, { report, signal });
    if (spans !== undefined) return evaluate(spans.gold, spans.predicted, named);
  }
  const hasEnd = report === "conlleval" || report === "conlleval-py";
  const all: EvaluateOptions = Object.assign({}, options, { report, signal });
  if (hasEnd) all.open_end = openEnd;
  return evaluate(
    sentences.map(({ gold }) => gold),
    sentences.map(({ predicted }) => predicted),
    all,
  );
}

/** The entities as nervaluate takes them, which may overlap; undefined where no file has spans, or no entity. */
function spanLists(
  sentences: readonly CorpusSentence[],
): { gold: SpanLists; predicted: SpanLists } | undefined {
  if (sentences.every(({ spans }) => spans === undefined)) return undefined;
  const lists = sentences.map((each) => each.spans ?? spansOfTags(each));
  if (lists.every(({ gold, predicted }) => gold.length + predicted.length === 0)) return undefined;
  return {
    gold: lists.map(({ gold }) => gold.map(inclusive)),
    predicted: lists.map(({ predicted }) => predicted.map(inclusive)),
  };
}

function spansOfTags({ text, units, gold, predicted }: CorpusSentence): {
  gold: readonly Span[];
  predicted: readonly Span[];
} {
  const words = units.map(({ start, end }) => text.slice(start, end));
  const spansOf = (tags: readonly string[]): Span[] =>
    wordEntities(
      words,
      tags.map((entity) => ({ entity, score: 0 })),
    ).map(({ start, end, entity_group: label }) => ({ start, end, label }));
  return { gold: spansOf(gold), predicted: spansOf(predicted) };
}

function inclusive({ start, end, label }: Span): SpanLists[number][number] {
  return { label, start, end: end - 1 };
}
