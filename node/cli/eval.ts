// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError, TextFormatError } from "../../wasm/js/base/errors.js";
import { TextReader } from "../../wasm/js/base/text_file.js";
import { evaluate } from "../eval.js";
import { openText } from "../files/text_input.js";
import type { EvalCommand } from "./args.js";
import type { Terminal } from "./terminal.js";
import { readColumns } from "./columns.js";
import { tagWords } from "./tag_words.js";
import type { ColumnRules } from "./columns.js";

/** `xlmr-ner eval`: the exit status. */
export async function evaluateFile(
  command: EvalCommand,
  { out, err }: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { file, report, delimiter, encoding, options } = command;
  const where = file === "-" ? "standard input" : file;
  const text = await readText(file, where, encoding, signal);
  const hasModel = command.model !== undefined;
  const columns = hasModel
    ? readColumns(text, "ours", delimiter, where, "gold")
    : readColumns(text, rulesOf(report), delimiter, where);
  if (columns.gold.length === 0) {
    throw new TextFormatError(
      `${where}:1: expected at least one line with ${hasModel ? "a word and a tag" : "two tags"}, found none`,
    );
  }
  const predicted = hasModel
    ? await tagWords(columns.words, command, err, signal)
    : columns.predicted;
  const hasEnd = report === "conlleval" || report === "conlleval-py";
  const made = await evaluate(columns.gold, predicted, {
    ...options,
    report,
    open_end: hasEnd ? columns.openEnd : undefined,
    signal,
  });
  if (command.json) {
    await out.line(JSON.stringify(made.figures));
  } else if (made.text === null) {
    throw new InvalidArgumentError(made.remarks.at(-1) ?? "expected a report, found none");
  } else {
    await out.line(made.text.replace(/\n$/, ""));
  }
  if (command.remarks) for (const remark of made.remarks) err.write(`${remark}\n`);
  return 0;
}

function rulesOf(report: EvalCommand["report"]): ColumnRules {
  return report === "conlleval" || report === "conlleval-py" ? report : "ours";
}

async function readText(
  file: string,
  where: string,
  encoding: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const bytes: AsyncIterable<Uint8Array> =
    file === "-" ? process.stdin : await openText(file, signal);
  const reader = new TextReader(encoding);
  let text = "";
  const check = (): void => {
    const { problem } = reader;
    if (problem === undefined) return;
    const { message, looks_like: looksLike, encoding: other, offset } = problem;
    const details = { looks_like: looksLike, encoding: other, offset, cause: problem };
    throw new TextFormatError(`${where}:${text.split("\n").length}: ${message}`, details);
  };
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    text += reader.write(chunk);
    check();
  }
  text += reader.end();
  check();
  return text;
}
