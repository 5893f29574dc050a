// SPDX-License-Identifier: Apache-2.0

import { jsonWriter } from "../formats/json.js";
import type { TextRecord } from "../formats/record.js";
import { Tokenizer } from "../index.js";
import type { Encoding } from "../index.js";
import type { TokenizeCommand } from "./commands.js";
import { outcomes } from "./batch.js";
import type { BatchWorker } from "./batch.js";
import type { Terminal } from "./terminal.js";
import { inputFiles, plainText, readRecords } from "./input.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";

/** `xlmr-ner tokenize`: the exit status. */
export async function tokenize(
  command: TokenizeCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const files = await inputFiles(command.source);
  const items = readRecords(command.source, files, plainText, signal);
  const progress = new ProgressLine(terminal.err);
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using tokenizer = await Tokenizer.load(command.model, {
    ...remoteOptions(command),
    signal,
    progress_callback: (event) => {
      progress.show(event);
    },
  }).finally(() => {
    progress.clear();
  });
  let status = 0;
  let number = 0;
  const options = { offsets: command.offsets, signal };
  const worker: BatchWorker<Encoded> = {
    one: async (record) => ({ record, encoding: await tokenizer.encode(record.text, options) }),
    many: async (records) => {
      const encodings = await tokenizer.encode(
        records.map(({ text }) => text),
        options,
      );
      return encodings.map((encoding, i) => ({ record: records[i] as TextRecord, encoding }));
    },
  };
  for await (const outcome of outcomes(items, [worker])) {
    number++;
    if ("encoding" in outcome) await terminal.out.line(show(outcome.encoding, command.json));
    else {
      status = 1;
      const { error, file } = outcome.record;
      if (command.json) await terminal.out.write(jsonWriter().write(outcome));
      else {
        const prefix = file === undefined ? `text ${number}: ` : "";
        terminal.err.write(`xlmr-ner: ${prefix}${error.message}\n`);
      }
    }
  }
  return status;
}

interface Encoded {
  record: TextRecord;
  encoding: Encoding;
}

function show({ ids, tokens, offsets }: Encoding, asJson: boolean): string {
  return asJson ? JSON.stringify({ ids, tokens, offsets }) : tokens.join(" ");
}
