// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { pipeline } from "../index.js";
import type { EvalCommand, TagCommand } from "./args.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";
import type { Terminal } from "./terminal.js";

/** The model that a command names, with a line of progress on standard error while it loads. */
export async function load(
  command: EvalCommand | TagCommand,
  err: Terminal["err"],
  signal: AbortSignal,
): Promise<TokenClassifier> {
  const progress = new ProgressLine(err);
  return pipeline("token-classification", command.model, {
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
}
