// SPDX-License-Identifier: Apache-2.0

import type { TnerPrediction } from "../base/word_types.js";
import type { TaggedWords } from "../core/records.js";

/**
 * The output of T-NER's `predict` (tner 0.2.4, ner_model.py): the probability is that of the most probable label, whichever label a CRF chose; words that
 * were cut off are `O` with probability 0.
 *
 *     toTnerPrediction([['Jacob', 'Collier', 'sings']], tagged).entity_prediction
 *     // [[{ type: 'person', entity: ['Jacob', 'Collier'], position: [0, 1], probability: [.9, .9] }]]
 */
export function toTnerPrediction(input: string[][], tagged: TaggedWords[]): TnerPrediction {
  const probability = tagged.map(({ maxScores }) => maxScores);
  return {
    prediction: tagged.map(({ labels }) => labels.map((label) => label ?? "O")),
    probability,
    input,
    entity_prediction: tagged.map(({ spans }, i) =>
      spans.map(({ begin, end, type }) => ({
        type,
        entity: input[i]?.slice(begin, end) ?? [],
        position: Array.from({ length: end - begin }, (_, k) => begin + k),
        probability: probability[i]?.slice(begin, end) ?? [],
      })),
    ),
  };
}
