// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { Tagged, TextRecord } from "../formats/record.js";
import { wordEntities } from "../formats/word_entities.js";
import type { BatchWorker } from "./batch.js";

/** A model that tags records: entities of a text; of words their labels, and the entities these make. */
export function tagWorker(
  ner: TokenClassifier,
  aggregation: AggregationStrategy,
  signal: AbortSignal,
): BatchWorker<Tagged> {
  const options = { aggregation_strategy: aggregation, signal };
  const many = async (records: TextRecord[]): Promise<Tagged[]> => {
    const texts = records.flatMap(({ text, words }) => (words === undefined ? [text] : []));
    const lists = records.flatMap(({ words = [] }) => (words.length > 0 ? [[...words]] : []));
    const entities = texts.length > 0 ? await ner(texts, options) : [];
    const tagged = lists.length > 0 ? await ner.tagWords(lists, { signal }) : [];
    let nextText = 0;
    let nextList = 0;
    return records.map((record) => {
      const { words } = record;
      if (words === undefined) return { record, entities: entities[nextText++] ?? [] };
      if (words.length === 0) return { record, entities: [], tags: [] };
      const tags = tagged[nextList++] ?? [];
      return {
        record,
        entities: wordEntities(words, tags),
        tags: tags.map(({ entity }) => entity),
      };
    });
  };
  const one = async (record: TextRecord): Promise<Tagged> => {
    const [tagged] = await many([record]);
    return tagged ?? { record, entities: [] };
  };
  return { one, many };
}
