// SPDX-License-Identifier: Apache-2.0

import { TextTooLongError, hasCode } from "../../wasm/js/base/errors.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { AnnotatedText } from "../corpus/annotated_text.js";
import { labelOf } from "../formats/record.js";
import type { EvalCommand } from "./commands.js";
import { load } from "./load.js";
import type { Terminal } from "./terminal.js";

/** Texts that are tagged in one call. */
const perCall = 64;

/** What the model says of each: of words a tag for each of them, of texts their entities. */
export async function tagTexts(
  gold: readonly AnnotatedText[],
  command: EvalCommand,
  err: Terminal["err"],
  signal: AbortSignal,
): Promise<AnnotatedText[]> {
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using ner: TokenClassifier = await load(command, err, signal);
  const tagged: AnnotatedText[] = [];
  for (let at = 0; at < gold.length; at += perCall) {
    const part = gold.slice(at, at + perCall);
    const words = await placed(part.filter(hasWords), (all) => tagWords(ner, all, command, signal));
    const texts = await placed(part.filter(isText), (all) => tagSpans(ner, all, command, signal));
    const ofWords = new Map(words);
    const ofTexts = new Map(texts);
    tagged.push(...part.flatMap((each) => ofWords.get(each) ?? ofTexts.get(each) ?? []));
  }
  return tagged;
}

function hasWords({ words }: AnnotatedText): boolean {
  return words !== undefined;
}

function isText(each: AnnotatedText): boolean {
  return !hasWords(each);
}

type Pair = readonly [AnnotatedText, AnnotatedText];

/** Names the place of a text that is too long; which of several it is, a call of its own says. */
async function placed(
  gold: readonly AnnotatedText[],
  tag: (gold: readonly AnnotatedText[]) => Promise<Pair[]>,
): Promise<Pair[]> {
  try {
    return await tag(gold);
  } catch (error) {
    const [only] = gold;
    if (only === undefined || !hasCode(error, "text_too_long")) throw error;
    if (gold.length === 1) {
      throw new TextTooLongError(`${only.place}: ${error.message}`, { cause: error });
    }
    const pairs: Pair[] = [];
    for (const each of gold) pairs.push(...(await placed([each], tag)));
    return pairs;
  }
}

async function tagWords(
  ner: TokenClassifier,
  gold: readonly AnnotatedText[],
  { words: mode }: EvalCommand,
  signal: AbortSignal,
): Promise<Pair[]> {
  if (gold.length === 0) return [];
  const lists = await ner.tagWords(
    gold.map(({ words = [] }) => words),
    { mode, signal },
  );
  return gold.map((each, at) => {
    const { place, words } = each;
    const list = lists[at] ?? [];
    const tags = list.map(({ entity }) => entity);
    return [each, { place, words, tags, scores: list.map(({ score }) => score) }];
  });
}

async function tagSpans(
  ner: TokenClassifier,
  gold: readonly AnnotatedText[],
  { aggregation }: EvalCommand,
  signal: AbortSignal,
): Promise<Pair[]> {
  if (gold.length === 0) return [];
  const lists = await ner(
    gold.map(({ text = "" }) => text),
    { aggregation_strategy: aggregation, signal },
  );
  return gold.map((each, at) => {
    const { place, text } = each;
    const spans = (lists[at] ?? []).map((entity) => {
      const { start, end, score } = entity;
      return { start, end, label: labelOf(entity), score, place };
    });
    return [each, { place, text, spans }];
  });
}
