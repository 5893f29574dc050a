// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { EvalCommand } from "./args.js";
import { load } from "./load.js";
import type { Terminal } from "./terminal.js";

/** Sentences that are tagged in one call. */
const perCall = 64;

/** The model's tag of each word of each sentence. */
export async function tagWords(
  sentences: readonly string[][],
  command: EvalCommand,
  err: Terminal["err"],
  signal: AbortSignal,
): Promise<string[][]> {
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using ner: TokenClassifier = await load(command, err, signal);
  const tagged: string[][] = [];
  for (let at = 0; at < sentences.length; at += perCall) {
    const lists = await ner.tagWords(sentences.slice(at, at + perCall), { signal });
    for (const words of lists) tagged.push(words.map(({ entity }) => entity));
  }
  return tagged;
}
