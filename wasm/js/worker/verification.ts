// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import { ModelFileError } from "../base/errors.js";
import type { Verification } from "../base/types.js";
import type { Core } from "../core/core.js";
import type { CoreWindowOptions } from "../core/core_handle.js";

/** What a converted model carries: sentences, and the labels that its float32 weights give them. */
export const verificationFile = "verification.json";

export interface VerificationSentence {
  text: string;
  /** One for each token, special ones included. */
  labels: string[];
}

const format = "xlmr-ner-verification-1";

/** Windows of sentences that fit into one. */
export function sentenceWindows(maxTokens: number): CoreWindowOptions {
  return {
    windowing: "owned",
    maxTokens,
    stride: 0,
    compat: "none",
    delimiter: " ",
    mode: "hf",
    offsets: "utf16",
    offsetMapping: [],
  };
}

export function writeVerification(sentences: readonly VerificationSentence[]): string {
  return `${JSON.stringify({ format, sentences }, null, 1)}\n`;
}

/** Throws a ModelFileError that names `where` for anything that writeVerification() did not write. */
export function readVerification(json: string, where: string): VerificationSentence[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ModelFileError(`${where}: expected JSON, found other text`, { cause });
  }
  const { format: found, sentences } = (value ?? {}) as Record<string, unknown>;
  if (found === format && Array.isArray(sentences) && sentences.every(isSentence)) return sentences;
  throw new ModelFileError(`${where}: expected sentences with labels, found another form`);
}

function isSentence(value: unknown): value is VerificationSentence {
  const { text, labels } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof text === "string" &&
    Array.isArray(labels) &&
    labels.every((label) => typeof label === "string")
  );
}

/** The most probable label of each row of [tokens, labels] logits. */
export function labelsOf(logits: ArrayLike<number>, labels: readonly string[]): string[] {
  const best: string[] = [];
  for (let row = 0; row < logits.length; row += labels.length) {
    let first = 0;
    for (let i = 1; i < labels.length; i++) {
      if ((logits[row + i] ?? 0) > (logits[row + first] ?? 0)) first = i;
    }
    best.push(labels[first] ?? "");
  }
  return best;
}

/** Runs the sentences on this machine. The core has tokenizer and configuration. */
export async function verify(
  core: Core,
  backend: Backend,
  sentences: readonly VerificationSentence[],
  signal: AbortSignal,
): Promise<Verification> {
  const labels = core.labels();
  const texts = sentences.map(({ text }) => text);
  const result = { sentences: sentences.length, tokens: 0, same: 0, agreement: 1 };
  for (const [i, windows] of core.windows(texts, sentenceWindows(core.maxTokens())).entries()) {
    const expected = sentences[i]?.labels ?? [];
    const found = labelsOf(await backend.forward(windows, signal), labels);
    result.tokens += Math.max(expected.length, found.length);
    result.same += expected.filter((label, token) => label === found[token]).length;
  }
  if (result.tokens > 0) result.agreement = result.same / result.tokens;
  return result;
}
