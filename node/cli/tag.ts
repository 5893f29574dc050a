// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError, NerError } from "../../wasm/js/base/errors.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { isFailed } from "../formats/record.js";
import type { InputRecord, Outcome, Tagged, Writer } from "../formats/record.js";
import { annotator } from "./annotator.js";
import type { TagCommand } from "./commands.js";
import { outcomes } from "./batch.js";
import type { BatchWorker } from "./batch.js";
import { BratSink } from "./brat_sink.js";
import { inputFiles, inputSize, readRecords } from "./input.js";
import { InputPosition } from "./input_position.js";
import { ModelPool } from "./model_pool.js";
import { OutputFile } from "./output_file.js";
import { FormSink } from "./sink.js";
import type { Sink } from "./sink.js";
import { TagProgress } from "./tag_progress.js";
import { tagWorker } from "./tag_worker.js";
import { followed, withErrors } from "./tag_forms.js";
import type { OutputForm } from "./tag_forms.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage.js";
import { writerOf } from "./writers.js";

/**
 * `xlmr-ner tag`: the exit status. Once `stop` is aborted no text is begun any more, and what was begun is
 * finished and written; an abort of `signal` ends it at once.
 */
export async function tag(
  command: TagCommand,
  terminal: Terminal,
  signal: AbortSignal,
  stop: AbortSignal,
): Promise<number> {
  const files = await inputFiles(command.source);
  const form = formOf(command, terminal);
  if (form === "brat") {
    checkBrat(command, files);
    return run(command, terminal, new BratSink(command.out), { files, form, signal, stop });
  }
  const writer = writerOf(form, {
    format: command.format,
    isFromArguments: command.source.texts.length > 0,
    color: terminal.color && command.out === undefined,
    offsets: command.offsets,
  });
  if (command.out === undefined) {
    const sink = new FormSink(writer, terminal.out);
    return run(command, terminal, sink, { files, form, writer, signal, stop });
  }
  const file = await OutputFile.open(command.out, files);
  const all = AbortSignal.any([signal, file.output.closed]);
  const sink = new FormSink(writer, file.output);
  try {
    return await run(command, terminal, sink, { files, form, writer, signal: all, stop, file });
  } finally {
    await file.close();
  }
}

interface RunContext {
  files: readonly string[];
  form: OutputForm;
  writer?: Writer;
  signal: AbortSignal;
  stop: AbortSignal;
  file?: OutputFile | undefined;
}

async function run(
  command: TagCommand,
  terminal: Terminal,
  sink: Sink,
  context: RunContext,
): Promise<number> {
  const pool = new ModelPool(command, AbortSignal.any([context.signal, context.stop]));
  try {
    const first = await pool.add(terminal.err);
    return await tagAll(command, terminal, sink, first, pool, context);
  } finally {
    await pool.dispose();
  }
}

async function tagAll(
  command: TagCommand,
  terminal: Terminal,
  sink: Sink,
  first: TokenClassifier,
  pool: ModelPool,
  { files, form, writer, signal, stop, file }: RunContext,
): Promise<number> {
  let number = 0;
  if (command.resume) number = (await file?.cut()) ?? 0;
  else await file?.empty();

  const either = AbortSignal.any([signal, stop]);
  const position = new InputPosition();
  const { format, column, textColumn } = command;
  const options = { format, column, textColumn, onHeader: writer?.onHeader };
  const read = skip(readRecords(command.source, files, options, either, position), number);
  const progress = await progressOf(terminal, files, position);
  const records = progress?.watch(read) ?? read;
  const isBelow = terminal.isTTY && command.out === undefined;
  const say = (message: string): void => {
    progress?.clear();
    terminal.err.write(`xlmr-ner: ${message}\n`);
  };
  const workerOf = (ner: TokenClassifier): BatchWorker<Tagged> =>
    form === "sparknlp" ? annotator(ner, signal) : tagWorker(ner, command.aggregation, signal);
  const another = async (): Promise<BatchWorker<Tagged> | undefined> => {
    if (pool.isFull) return undefined;
    try {
      return workerOf(await pool.add());
    } catch (error) {
      if (either.aborted) return undefined;
      if (!(error instanceof NerError)) throw error;
      say(`--jobs ${command.jobs}: no worker could be added: ${error.message}`);
      return undefined;
    }
  };
  const more = command.jobs > 1 ? another : undefined;
  let status = 0;
  try {
    for await (const outcome of outcomes(records, [workerOf(first)], stop, more)) {
      number++;
      progress?.done();
      if (isBelow) progress?.clear();
      let failure = isFailed(outcome) ? outcome.record.error : undefined;
      const isSaid = failure !== undefined && withErrors.includes(form);
      failure = (await sink.write(outcome)) ?? failure;
      if (failure === undefined || isNullIn(outcome, form)) continue;
      if (!command.allowErrors) status = 1;
      if (isSaid) continue;
      const prefix = outcome.record.file === undefined ? `text ${number}: ` : "";
      say(`${prefix}${failure.message}`);
    }
  } finally {
    progress?.stop();
  }
  await sink.end();
  return stop.aborted ? 130 : status;
}

/** None where nobody sees it, and where somebody types the texts. */
async function progressOf(
  { err }: Terminal,
  files: readonly string[],
  position: InputPosition,
): Promise<TagProgress | undefined> {
  const isTyped = files.includes("-") && process.stdin.isTTY;
  if (!err.isTTY || files.length === 0 || isTyped) return undefined;
  return new TagProgress(err, position, await inputSize(files));
}

/** Whether there was no text, and the form of output says that as the input does. */
function isNullIn({ record }: Outcome, form: OutputForm): boolean {
  return "isNull" in record && (form === "jsonl" || form === "sparknlp");
}

/** What is behind the records that were done before. */
async function* skip(
  records: AsyncIterable<InputRecord>,
  done: number,
): AsyncGenerator<InputRecord> {
  let number = 0;
  for await (const record of records) if (++number > done) yield record;
  if (number >= done) return;
  throw new InvalidArgumentError(
    `--resume: expected an output of at most ${number} lines, as the input has texts, found ${done}`,
  );
}

function formOf({ to, format }: TagCommand, { isTTY }: Terminal): OutputForm {
  if (to !== undefined) return to;
  const form = followed(format);
  return isTTY && (format === "text" || format === "document") ? "text" : form;
}

/** Whether each `.ann` can go beside its text, whose characters it counts. */
function checkBrat({ out, format, source }: TagCommand, files: readonly string[]): void {
  if (out !== undefined) return;
  const areFiles = files.length > 0 && !files.includes("-");
  if (areFiles && format === "document" && source.encoding === undefined) return;
  throw new UsageError(
    "--to brat: expected --out FOLDER, or --format document, --file and UTF-8, found neither",
  );
}
