// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { isFailed } from "../formats/record.js";
import type { InputRecord } from "../formats/record.js";
import type { TagCommand } from "./args.js";
import { outcomes } from "./batch.js";
import { BratSink } from "./brat_sink.js";
import { inputFiles, readRecords } from "./input.js";
import { loadAll } from "./load.js";
import { OutputFile } from "./output_file.js";
import { FormSink } from "./sink.js";
import type { Sink } from "./sink.js";
import { tagWorker } from "./tag_worker.js";
import { followed } from "./tag_forms.js";
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
  });
  if (command.out === undefined) {
    return run(command, terminal, new FormSink(writer, terminal.out), {
      files,
      form,
      signal,
      stop,
    });
  }
  const file = await OutputFile.open(command.out, files);
  const all = AbortSignal.any([signal, file.output.closed]);
  const sink = new FormSink(writer, file.output);
  try {
    return await run(command, terminal, sink, { files, form, signal: all, stop, file });
  } finally {
    await file.close();
  }
}

interface RunContext {
  files: readonly string[];
  form: OutputForm;
  signal: AbortSignal;
  stop: AbortSignal;
  file?: OutputFile | undefined;
}

async function run(
  command: TagCommand,
  terminal: Terminal,
  sink: Sink,
  { files, form, signal, stop, file }: RunContext,
): Promise<number> {
  const either = AbortSignal.any([signal, stop]);
  const loaded = await loadAll(command, terminal.err, either);
  try {
    return await tagAll(command, terminal, sink, loaded, { files, form, signal, stop, file });
  } finally {
    await Promise.all(loaded.map((ner) => ner.dispose()));
  }
}

async function tagAll(
  command: TagCommand,
  terminal: Terminal,
  sink: Sink,
  loaded: readonly TokenClassifier[],
  { files, form, signal, stop, file }: RunContext,
): Promise<number> {
  let number = 0;
  if (command.resume) number = (await file?.cut()) ?? 0;
  else await file?.empty();

  let status = 0;
  const either = AbortSignal.any([signal, stop]);
  const records = skip(readRecords(command.source, files, command, either), number);
  const workers = loaded.map((ner) => tagWorker(ner, command.aggregation, signal));
  for await (const outcome of outcomes(records, workers, stop)) {
    number++;
    let failure = isFailed(outcome) ? outcome.record.error : undefined;
    const isSaid = failure !== undefined && (form === "json" || form === "jsonl");
    failure = (await sink.write(outcome)) ?? failure;
    if (failure === undefined) continue;
    status = 1;
    if (isSaid) continue;
    const prefix = outcome.record.file === undefined ? `text ${number}: ` : "";
    terminal.err.write(`xlmr-ner: ${prefix}${failure.message}\n`);
  }
  await sink.end();
  return stop.aborted ? 130 : status;
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
