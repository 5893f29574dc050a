// SPDX-License-Identifier: Apache-2.0

import { Tokenizer } from "../index.js";
import type { TokenizeCommand } from "./args.js";
import { runJob } from "./batch.js";
import type { Terminal } from "./batch.js";
import { readItems } from "./input.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";

/** `xlmr-ner tokenize`: the exit status. */
export async function tokenize(
  command: TokenizeCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const items = readItems(command.source, "text", signal);
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
  return await runJob(
    items,
    {
      work: (text) => tokenizer.encode(text, { offsets: command.offsets, signal }),
      toJson: ({ ids, tokens, offsets }) => ({ ids, tokens, offsets }),
      toLines: (_, { tokens }) => [tokens.join(" ")],
    },
    command.json,
    terminal,
  );
}
