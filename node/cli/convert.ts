// SPDX-License-Identifier: Apache-2.0

import { convertFolder } from "../convert/convert_folder.js";
import type { Conversion, ConvertPhase } from "../convert/convert_folder.js";
import type { TrimmedVocabulary } from "../trim/trimmed_model.js";
import type { ConvertCommand } from "./commands.js";
import type { Terminal } from "./terminal.js";
import { ProgressLine } from "./progress.js";
import { sampleTexts } from "./sample_texts.js";

const steps: Record<ConvertPhase, string> = {
  hash: "Reading",
  count: "Counting pieces of",
  convert: "Converting",
  check: "Measuring the error:",
};

/** `xlmr-ner convert`: the exit status. */
export async function convert(
  { folder, dtype, out, trimVocab, json }: ConvertCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = new ProgressLine(terminal.err);
  const conversion = await convertFolder(folder, {
    dtype,
    out,
    trimVocab,
    signal,
    texts: sampleTexts,
    onProgress: (phase, loaded, total, file) => {
      progress.percent(`${steps[phase]} ${file}`, loaded, total);
    },
  }).finally(() => {
    progress.clear();
  });
  terminal.err.write(`${describe(conversion)}\n`);
  if (json) await terminal.out.line(JSON.stringify(conversion));
  return 0;
}

function describe({ file, bytes, source_bytes, error, vocabulary }: Conversion): string {
  const { tokens, largest, mean, changed_labels: changed } = error;
  return [
    `${file}: ${megabytes(bytes)} MB, made of ${megabytes(source_bytes)} MB`,
    ...(vocabulary === undefined ? [] : [describeVocabulary(vocabulary)]),
    `Measured on ${sampleTexts.length} sentences of ${tokens} tokens: logits differ by ` +
      `${percent(mean)} % of their range on average and ${percent(largest)} % at most; ` +
      `${changed} ${changed === 1 ? "token has" : "tokens have"} another label.`,
  ].join("\n");
}

function describeVocabulary({ pieces, of, coverage }: TrimmedVocabulary): string {
  return (
    `${pieces} of ${of} pieces are kept. Of other text of this kind they are about ` +
    `${percent(coverage)} %; where a piece is missing, the text is cut into smaller ones, and its ` +
    "logits differ from the whole model's."
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function percent(part: number): string {
  return (100 * part).toFixed(2);
}
