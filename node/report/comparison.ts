// SPDX-License-Identifier: Apache-2.0
//
// What a corpus's comparison is shown from, on a page or in a terminal: evaluate()'s figures of all of it and
// of each language, and which entity was taken for which.

import type { AbortSignal } from "../../wasm/js/base/host_types.js";
import type {
  EntityFigures,
  EntityPair,
  EntityScores,
  EvaluateOptions,
} from "../../wasm/js/eval/types.js";
import type { Corpus, CorpusSentence } from "../corpus/corpus.js";
import { evaluate } from "../eval.js";

export interface Comparison {
  readonly corpus: Corpus;
  readonly figures: EntityFigures;
  readonly pairs: readonly EntityPair[];
  /** By its code; none where the corpus does not say. Sentences without one are under "". */
  readonly languages: ReadonlyMap<string, EntityScores>;
}

/** Rejects as evaluate() does. */
export async function compare(
  corpus: Corpus,
  mapping: EvaluateOptions["mapping"],
  signal: AbortSignal,
): Promise<Comparison> {
  const { sentences } = corpus;
  const all = { mapping, signal, pairs: true };
  const { figures, pairs = [] } = await evaluate(...columnsOf(sentences), all);
  const languages = new Map<string, EntityScores>();
  for (const [language, ofIt] of byLanguage(sentences)) {
    const { micro } = (await evaluate(...columnsOf(ofIt), { mapping, signal })).figures;
    languages.set(language, micro);
  }
  return { corpus, figures, pairs, languages };
}

function columnsOf(
  sentences: readonly CorpusSentence[],
): [(readonly string[])[], (readonly string[])[]] {
  return [sentences.map(({ gold }) => gold), sentences.map(({ predicted }) => predicted)];
}

/** Those that have a token, the languages with the most sentences first. */
function byLanguage(sentences: readonly CorpusSentence[]): [string, CorpusSentence[]][] {
  const groups = new Map<string, CorpusSentence[]>();
  if (sentences.every(({ language }) => language === undefined)) return [];
  for (const sentence of sentences) {
    if (sentence.units.length === 0) continue;
    const { language = "" } = sentence;
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [sentence]);
    else group.push(sentence);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}
