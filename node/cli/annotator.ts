// SPDX-License-Identifier: Apache-2.0

import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { Tagged, TextRecord } from "../formats/record.js";
import type { BatchWorker } from "./batch.js";

/** A model that makes a Spark NLP pipeline's annotations of records; of words, which are then its tokens. */
export function annotator(ner: TokenClassifier, signal: AbortSignal): BatchWorker<Tagged> {
  const one = async (record: TextRecord): Promise<Tagged> => {
    const { text, words: tokens } = record;
    return { record, entities: [], annotations: await ner.annotate(text, { tokens, signal }) };
  };
  const many = async (records: TextRecord[]): Promise<Tagged[]> => {
    if (records.some(({ words }) => words !== undefined)) return Promise.all(records.map(one));
    const texts = records.map(({ text }) => text);
    const annotations = await ner.annotate(texts, { signal });
    return records.map((record, at) => ({ record, entities: [], annotations: annotations[at] }));
  };
  return { one, many };
}
