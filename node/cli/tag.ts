// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { pipeline } from "../index.js";
import type { TagCommand } from "./args.js";
import { runJob } from "./batch.js";
import type { Terminal } from "./batch.js";
import { readItems } from "./input.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";
import { renderBrackets, renderColored, renderTable } from "./render.js";

/** `xlmr-ner tag`: the exit status. */
export async function tag(
  command: TagCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const items = readItems(command.source, command.format, signal);
  const progress = new ProgressLine(terminal.err);
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using ner: TokenClassifier = await pipeline("token-classification", command.model, {
    ...remoteOptions(command),
    dtype: command.dtype,
    threads: command.threads,
    signal,
    progress_callback: (event) => {
      progress.show(event);
    },
  }).finally(() => {
    progress.clear();
  });

  const renderText = terminal.color ? renderColored : renderBrackets;
  return await runJob(
    items,
    {
      work: (text) => ner(text, { aggregation_strategy: command.aggregation, signal }),
      toJson: (entities) => (command.format === "jsonl" ? { entities } : entities),
      toLines: (text, entities) =>
        terminal.isTTY ? [renderText(text, entities)] : renderTable(text, entities),
    },
    command.json,
    terminal,
  );
}
