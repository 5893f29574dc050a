// SPDX-License-Identifier: Apache-2.0

/**
 * What a low score is. Of the spans that the embedded model finds, those that score less than 0.8 are
 * right less often than not, and of those below 0.5 one in five is (models/default/README.md,
 * "Calibration").
 */

export const lowScore = 0.8;
export const lowestScore = 0.5;

/** How a score looks: as any other, `low`, or `lowest`. */
export type Confidence = "high" | "low" | "lowest";

export function confidenceOf(score: number): Confidence {
  if (score < lowestScore) return "lowest";
  return score < lowScore ? "low" : "high";
}
