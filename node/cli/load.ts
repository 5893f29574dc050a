// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { pipeline } from "../index.js";
import { processors } from "../processors.js";
import type { EvalCommand, TagCommand } from "./args.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";
import type { Terminal } from "./terminal.js";

/** The model that a command names, on `threads` in place of its own number, with a line of progress on standard error while it loads. */
export async function load(
  command: EvalCommand | TagCommand,
  err: Terminal["err"],
  signal: AbortSignal,
  threads = command.threads,
): Promise<TokenClassifier> {
  const progress = new ProgressLine(err);
  return pipeline("token-classification", command.model, {
    ...remoteOptions(command),
    dtype: command.dtype,
    threads,
    signal,
    progress_callback: (event) => {
      progress.show(event);
    },
  }).finally(() => {
    progress.clear();
  });
}

/**
 * So many of it, each in a worker of its own. The first one downloads what has to be; unless the command says
 * how many threads each has, they share the processors.
 */
export async function loadAll(
  command: TagCommand,
  err: Terminal["err"],
  signal: AbortSignal,
): Promise<TokenClassifier[]> {
  const { jobs } = command;
  const shared = Math.max(1, Math.floor(processors() / jobs));
  const threads = jobs > 1 && command.threads === "auto" ? shared : command.threads;
  const first = await load(command, err, signal, threads);
  const others = await Promise.allSettled(
    Array.from({ length: jobs - 1 }, () => load(command, err, signal, threads)),
  );
  const loaded = [
    first,
    ...others.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
  ];
  const failed = others.find((each) => each.status === "rejected");
  if (failed === undefined) return loaded;
  await Promise.all(loaded.map((each) => each.dispose()));
  throw failed.reason;
}
