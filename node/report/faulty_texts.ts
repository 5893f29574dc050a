// SPDX-License-Identifier: Apache-2.0
//
// The texts with the most wrong entities, as what is drawn of them: each text twice, with its gold and with
// its predicted entities, and at each entity what became of it.

import type { EntityPair, TokenSpan } from "../../wasm/js/eval/types.js";
import type { CorpusSentence } from "../corpus/corpus.js";
import type { Span } from "../formats/record.js";
import type { Comparison } from "./comparison.js";
import type { Fate } from "./fates.js";
import { fateOf } from "./fates.js";

/** Offsets are UTF-16 units of the text. */
export interface JudgedSpan extends Span {
  readonly fate: Fate;
}

export interface FaultyText {
  readonly place: string;
  readonly text: string;
  readonly language: string | undefined;
  /** Entities that only one side has. */
  readonly faults: number;
  readonly gold: readonly JudgedSpan[];
  readonly predicted: readonly JudgedSpan[];
}

/** At most so many, the most faults first. */
export function faultyTexts({ corpus, figures, pairs }: Comparison, most: number): FaultyText[] {
  return figures.faulty.slice(0, most).flatMap(({ sentence: number, faults }) => {
    const sentence = corpus.sentences[number];
    if (sentence === undefined) return [];
    const own = pairs.filter((pair) => pair.sentence === number);
    const { place, text, language } = sentence;
    return {
      place,
      text,
      language,
      faults,
      gold: judged(sentence, own, "gold"),
      predicted: judged(sentence, own, "predicted"),
    };
  });
}

function judged(
  { units }: CorpusSentence,
  pairs: readonly EntityPair[],
  side: "gold" | "predicted",
): JudgedSpan[] {
  const spans = pairs.flatMap((pair) => {
    const span: TokenSpan | null = pair[side];
    if (span === null) return [];
    const start = units[span.start]?.start ?? 0;
    const end = units[span.end - 1]?.end ?? start;
    return [{ start, end, label: span.type, fate: fateOf(pair) }];
  });
  return spans.sort((one, other) => one.start - other.start);
}
