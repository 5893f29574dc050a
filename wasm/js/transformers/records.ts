// SPDX-License-Identifier: Apache-2.0

import type { EntityGroup, TagOptions, TokenEntity } from "../base/types.js";

/** The record of one token. The names of its fields are those of transformers.js 4.3.2. */
export interface RawEntity {
  /** The token's text. */
  word: string;
  /** The label's probability, from 0 to 1. */
  score: number;
  /** The full label, `B-PER`. */
  entity: string;
  /** Position among the text's tokens, where `<s>` is 0. */
  index: number;
  /** Records of spans have it. */
  entity_group?: undefined;
  /** Where the token begins in the text, in UTF-16 units; transformers.js leaves it out. */
  start?: number;
  /** Where it ends. */
  end?: number;
}

/** The record of one span. */
export interface GroupedEntity {
  /** The span's text. */
  word: string;
  /** The mean score of its tokens or words, from 0 to 1. */
  score: number;
  /** The label without its `B-` or `I-`. */
  entity_group: string;
  /** Records of tokens have it. */
  entity?: undefined;
  /** Records of tokens have it. */
  index?: undefined;
  /** Where the span begins in the text, in UTF-16 units; transformers.js leaves it out. */
  start?: number;
  /** Where it ends. */
  end?: number;
}

/** What version 3 calls the record of one token. */
export type TokenClassificationSingle = RawEntity;

/** What one call may be told: options of transformers.js, or of our own pipelines. */
export interface TokenClassificationPipelineOptions extends Pick<
  TagOptions,
  | ("aggregation_strategy" | "stride" | "truncation" | "signal")
  | ("decoder" | "viterbi" | "scheme" | "min_score" | "top_k")
> {
  /** Records with these labels or groups are left out. Default `['O']`. */
  ignore_labels?: string[] | undefined;
  /** Has no use here: texts are not padded, and results do not depend on it. */
  padding?: boolean | string | undefined;
  /** Has no use here: texts are computed in batches of our own choice, and results do not depend on it. */
  batch_size?: number | undefined;
}

/** What these options say of it. */
export interface StrategyOf<A> {
  /** What gets a record. */
  aggregation_strategy?: A;
}

/** The record that these options give: of a token, or of a span. */
export type EntityFor<O extends TokenClassificationPipelineOptions | undefined> =
  O extends undefined
    ? RawEntity
    : "aggregation_strategy" extends keyof O
      ? O extends StrategyOf<infer A>
        ? [A] extends ["simple"]
          ? GroupedEntity
          : [A] extends ["none" | undefined]
            ? RawEntity
            : RawEntity | GroupedEntity
        : RawEntity
      : RawEntity;

/** The records of one text. */
export type TokenClassificationOutput<
  O extends TokenClassificationPipelineOptions | undefined = TokenClassificationPipelineOptions,
> = EntityFor<O>[];

/**
 * A token's record as transformers.js 4.3.2 gives it, and where the token is; undefined for a token of
 * white space alone, which it leaves out. What the vocabulary does not know it leaves out, too, which
 * loses a part of a name: here its word is the text's own.
 *
 *     rawEntity({ word: '▁Emma', … }, 'Emma') // { entity: 'B-PER', …, word: 'Emma', … }
 *
 * @internal
 */
export function rawEntity(record: TokenEntity, text: string): TokenEntity | undefined {
  const { entity, score, index, start, end, labels } = record;
  const isUnknown = record.word === "<unk>";
  const word = isUnknown
    ? text.slice(start, end)
    : record.word.replaceAll("▁", " ").replace(/^ /, "");
  if (word === "") return undefined;
  return { entity, score, index, word, start, end, ...(labels && { labels }) };
}

/** @internal */
export function isRaw(record: TokenEntity | EntityGroup): record is TokenEntity {
  return "entity" in record;
}
