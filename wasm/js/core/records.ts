// SPDX-License-Identifier: Apache-2.0

import type { EntityGroup, LabelScore, TokenEntity } from "../base/types.js";
import type { CoreLabelLists, CoreRecords, CoreWordTags } from "./core_handle.js";

/**
 * The core's flat arrays as the records that callers see, with Hugging Face's keys in its order.
 */

/** A text's records, and how many of its tokens were cut off. */
export interface TaggedText {
  entities: TokenEntity[] | EntityGroup[];
  cut: number;
}

/** The labels of one list of words. */
export interface TaggedWords {
  /** Null where the word was cut off. */
  labels: (string | null)[];
  scores: number[];
  maxScores: number[];
  /** The best labels of each word, where they are asked for. */
  best: LabelScore[][];
  spans: { begin: number; end: number; type: string }[];
}

export function toTokens(records: CoreRecords, labels: string[]): TokenEntity[] {
  const lists = bestLabels(records, labels);
  return records.names.map((entity, i) => ({
    entity,
    score: at(records.scores, i),
    index: at(records.indices, i),
    word: records.texts[i] ?? "",
    start: at(records.offsets, 2 * i),
    end: at(records.offsets, 2 * i + 1),
    ...lists(i),
  }));
}

export function toGroups(records: CoreRecords, labels: string[]): EntityGroup[] {
  const lists = bestLabels(records, labels);
  return records.names.map((entity_group, i) => ({
    entity_group,
    score: at(records.scores, i),
    word: records.texts[i] ?? "",
    start: at(records.offsets, 2 * i),
    end: at(records.offsets, 2 * i + 1),
    ...lists(i),
  }));
}

export function toWordTags(tags: CoreWordTags, labels: string[]): TaggedWords {
  const lists = bestLabels(tags, labels);
  return {
    labels: Array.from(tags.labels, (id) => (id < 0 ? null : (labels[id] ?? ""))),
    scores: [...tags.scores],
    maxScores: [...tags.maxScores],
    best: Array.from(tags.labels, (_, i) => lists(i).labels ?? []),
    spans: tags.types.map((type, i) => ({
      begin: at(tags.spans, 2 * i),
      end: at(tags.spans, 2 * i + 1),
      type,
    })),
  };
}

/** The labels that entry `i` lists; the key is absent where it lists none. To be called in order. */
function bestLabels(
  { topCounts, topLabels, topScores }: CoreLabelLists,
  names: string[],
): (i: number) => { labels?: LabelScore[] } {
  let next = 0;
  return (i) => {
    const count = at(topCounts, i);
    if (count === 0) return {};
    const begin = next;
    next += count;
    return {
      labels: Array.from({ length: count }, (_, k) => ({
        label: names[at(topLabels, begin + k)] ?? "",
        score: at(topScores, begin + k),
      })),
    };
  };
}

function at(list: Int32Array | Float32Array, i: number): number {
  return list[i] ?? NaN;
}
