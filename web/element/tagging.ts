// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy, Entity } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { chunks } from "./chunks.js";

/** A part of the text, with the entities that begin in it. Offsets are of the whole text. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * UTF-16 units that are tagged at a time: about two windows of the embedded model. Up to this length
 * a text is tagged in one call.
 */
export const blockLength = 1500;

/** Tags a text from its beginning to its end; an abort ends it within one block. */
export async function* tagText(
  classifier: TokenClassifier,
  text: string,
  options: { aggregation: AggregationStrategy; signal: AbortSignal },
): AsyncGenerator<Block, void, undefined> {
  const { aggregation, signal } = options;
  for (const [start, end] of chunks(text, blockLength)) {
    signal.throwIfAborted();
    const part = text.slice(start, end);
    const records = await classifier(part, { aggregation_strategy: aggregation, signal });
    yield { start, end, text: part, entities: records.map((each) => moved(each, start)) };
  }
}

function moved(entity: Entity, by: number): Entity {
  return { ...entity, start: entity.start + by, end: entity.end + by };
}
