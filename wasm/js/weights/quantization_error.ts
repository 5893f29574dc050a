// SPDX-License-Identifier: Apache-2.0

/** How far the logits of quantised weights are from those of the weights they were made of. */
export interface QuantizationError {
  tokens: number;
  /** The exact logits' largest less their smallest. */
  logit_range: number;
  /** Largest and mean distance of two logits, in parts of that range. */
  largest: number;
  mean: number;
  /** Tokens whose best label is another one. */
  changed_labels: number;
}

/**
 * Compares logits, [tokens, labels] row-major.
 *
 *     quantizationError([0, 4, 2, 1], [0, 3, 1.9, 2], 2)
 *     // { tokens: 2, logit_range: 4, largest: 0.25, mean: 0.13125, changed_labels: 1 }
 */
export function quantizationError(
  exact: ArrayLike<number>,
  quantized: ArrayLike<number>,
  labels: number,
): QuantizationError {
  let least = Infinity;
  let most = -Infinity;
  let largest = 0;
  let sum = 0;
  for (let i = 0; i < exact.length; i++) {
    const value = exact[i] ?? NaN;
    const distance = Math.abs((quantized[i] ?? NaN) - value);
    least = Math.min(least, value);
    most = Math.max(most, value);
    largest = Math.max(largest, distance);
    sum += distance;
  }
  const range = most - least;
  const tokens = exact.length / labels;
  let changed = 0;
  for (let token = 0; token < tokens; token++) {
    if (bestOf(exact, token, labels) !== bestOf(quantized, token, labels)) changed++;
  }
  return {
    tokens,
    logit_range: range,
    largest: largest / range,
    mean: sum / exact.length / range,
    changed_labels: changed,
  };
}

function bestOf(logits: ArrayLike<number>, token: number, labels: number): number {
  let best = 0;
  const at = (label: number): number => logits[token * labels + label] ?? NaN;
  for (let label = 1; label < labels; label++) if (at(label) > at(best)) best = label;
  return best;
}
