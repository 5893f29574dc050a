// SPDX-License-Identifier: Apache-2.0

import path from "node:path";

import type { AnnotatedText } from "../corpus/annotated_text.js";
import { bratFiles, isBrat } from "../corpus/brat_files.js";
import { readBratPair } from "../corpus/brat_pair.js";
import type { ColumnLayout, ColumnRules } from "../corpus/columns.js";
import { closedText, compareColumns, compareTexts } from "../corpus/compare.js";
import type { Corpus } from "../corpus/corpus.js";
import { formOf, readTexts } from "../corpus/forms.js";
import type { CorpusForm, FileForm, ReadTexts } from "../corpus/forms.js";
import { noGoldTag, otherTypes } from "../corpus/gold_alone.js";
import { corpusError } from "../corpus/source.js";
import { readTagIds } from "../corpus/token_rows.js";
import type { TagIds } from "../corpus/token_rows.js";
import { readSmall } from "../files/regular_file.js";
import type { EvalCommand } from "./commands.js";
import type { CorpusFile } from "./eval_args.js";
import { readBratFiles, readSource } from "./eval_source.js";
import { tagTexts } from "./tag_texts.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage.js";

/**
 * What `eval` compares: the last two columns of one file, gold texts and those of a second file, or gold texts
 * and what a model says of them. Rejects with a TextFormatError that names file and line, and with a UsageError
 * where an option does not go with the file's form.
 */
export async function readCorpus(
  command: EvalCommand,
  err: Terminal["err"],
  signal: AbortSignal,
): Promise<Corpus> {
  const { gold, predicted, report } = command;
  const isAlone = predicted === undefined && !command.hasModel;
  const read = (file: CorpusFile, layout: ColumnLayout): Promise<ReadFile> =>
    readFile(file, layout, isAlone ? rulesOf(report) : "ours", command, signal);
  const { texts, openEnd, form } = await read(gold, isAlone ? "gold, predicted" : "gold");
  if (isAlone) {
    if (texts.every((text) => "predicted" in text)) {
      checkGold(texts, command, err);
      return { sentences: compareColumns(texts), openEnd };
    }
    const found = `${gold.file} with gold entities alone (${form})`;
    throw new UsageError(`eval: expected --predicted FILE or --model MODEL, found ${found}`);
  }
  const others =
    predicted === undefined
      ? await tagTexts(texts.map(closedText), command, err, signal)
      : (await read(predicted, "gold")).texts;
  const where = predicted?.file ?? gold.file;
  const sentences = compareTexts(texts, others, { overlaps: report === "nervaluate", where });
  return { sentences, openEnd };
}

/**
 * Of gold tags alone what stands before them would be compared with them. The packages that reports are named after
 * do so, and a remark says it; our own report throws a UsageError.
 */
function checkGold(
  texts: readonly AnnotatedText[],
  { gold, report, options }: EvalCommand,
  err: Terminal["err"],
): void {
  const advice = "--predicted FILE or --model MODEL for a file with gold tags alone";
  const none = options.raw === true ? undefined : noGoldTag(texts);
  if (none !== undefined) {
    const message = `expected two tags in the last columns, found ${none.found} at ${none.place}; or ${advice}`;
    if (report === "entities") throw new UsageError(`eval: ${message}`);
    err.write(`xlmr-ner: ${message}\n`);
    return;
  }
  const others = options.mapping === undefined ? otherTypes(texts) : undefined;
  if (others === undefined) return;
  err.write(
    `xlmr-ner: ${gold.file === "-" ? "standard input" : gold.file}: no type of the gold tags (${others.gold}) is one of the predicted ones ` +
      `(${others.predicted}); --mapping gives types other names; or ${advice}\n`,
  );
}

interface ReadFile extends ReadTexts {
  readonly form: CorpusForm;
}

function rulesOf(report: EvalCommand["report"]): ColumnRules {
  return report === "conlleval" || report === "conlleval-py" ? report : "ours";
}

async function readFile(
  { file, format, offsets }: CorpusFile,
  layout: ColumnLayout,
  rules: ColumnRules,
  command: EvalCommand,
  signal: AbortSignal,
): Promise<ReadFile> {
  const { encoding, delimiter } = command;
  if (format === "brat" || (format === undefined && (await isBrat(file)))) {
    refuseDelimiter(delimiter, "brat");
    const texts = [];
    for (const pair of await bratFiles(file)) {
      texts.push(readBratPair(await readBratFiles(pair, encoding, signal)));
    }
    return { texts, openEnd: false, form: "brat" };
  }
  const source = await readSource(file, encoding, signal);
  const form = format ?? formOf(source, rules);
  if (form !== "conll") refuseDelimiter(delimiter, form);
  const ids = await readIds(file, form, command.label2id);
  const read = readTexts(source, { form, rules, layout, delimiter, unit: offsets, ids });
  return { texts: read.texts, openEnd: read.openEnd, form };
}

function refuseDelimiter(delimiter: string | undefined, form: CorpusForm): void {
  if (delimiter === undefined) return;
  throw new UsageError(`-d: expected columns (conll), found ${form}`);
}

/** The file that was named, or for T-NER's data sets `label.json` beside them. */
async function readIds(
  file: string,
  form: FileForm,
  named: string | undefined,
): Promise<TagIds | undefined> {
  const isBeside = named === undefined && form === "tner" && file !== "-";
  const where = isBeside ? path.join(path.dirname(file), "label.json") : named;
  if (where === undefined) return undefined;
  const text = await readSmall(where);
  if (text === undefined && isBeside) return undefined;
  if (text === undefined)
    throw new UsageError(`--label2id: expected a file of JSON, found ${where}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw corpusError(`${where}:1`, "JSON", (error as Error).message);
  }
  return readTagIds(value, where);
}
