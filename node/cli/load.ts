// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { pipeline } from "../index.js";
import type { EvalCommand, MaskCommand, TagCommand } from "./commands.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";
import type { Terminal } from "./terminal.js";

/**
 * The model that a command names, on `threads` in place of its own number, with a line of progress on `err` while
 * it loads.
 */
export async function load(
  command: EvalCommand | MaskCommand | TagCommand,
  err: Terminal["err"] | undefined,
  signal: AbortSignal,
  threads = command.threads,
): Promise<TokenClassifier> {
  const progress = err && new ProgressLine(err);
  return pipeline("token-classification", command.model, {
    ...remoteOptions(command),
    dtype: command.dtype,
    threads,
    signal,
    progress_callback: (event) => {
      progress?.show(event);
    },
  }).finally(() => {
    progress?.clear();
  });
}
