// SPDX-License-Identifier: Apache-2.0

import type { PipelineInfo, Verification } from "../../wasm/js/base/types.js";
import { pipeline } from "../index.js";
import type { InfoCommand } from "./commands.js";
import type { Terminal } from "./terminal.js";
import { ProgressLine } from "./progress.js";
import { remoteOptions } from "./remote_options.js";

/** `xlmr-ner info`: the exit status. */
export async function info(
  command: InfoCommand,
  { out, err }: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = new ProgressLine(err);
  const { dtype, threads, verify, json } = command;
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using ner = await pipeline("token-classification", command.model, {
    ...remoteOptions(command),
    dtype,
    threads,
    verify,
    signal,
    progress_callback: (event) => {
      progress.show(event);
    },
  }).finally(() => {
    progress.clear();
  });
  const about = ner.info();
  if (json) await out.line(JSON.stringify(about));
  else for (const line of describe(about)) await out.line(line);
  return 0;
}

function describe({ verification, labels, remarks, ...about }: PipelineInfo): string[] {
  const lines = Object.entries(about)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${String(value)}`);
  lines.push(`labels: ${labels.join(" ")}`, ...remarks.map((remark) => `remark: ${remark}`));
  return verification === undefined ? lines : [...lines, describeVerification(verification)];
}

function describeVerification({ sentences, tokens, same, agreement }: Verification): string {
  return (
    `verified: ${same} of ${tokens} tokens in ${sentences} sentences have the label of the float32 ` +
    `weights (${(100 * agreement).toFixed(2)} %)`
  );
}
