// SPDX-License-Identifier: Apache-2.0
//
// Whether a file that is read as gold and predicted tags has gold tags alone, so that what stands before them
// is something else. Nothing else can tell: all columns look alike to who reads them.
//
//     Sarah NNP B-PER        EU NNP B-NP B-ORG
//     lives VBZ O            rejects VBZ B-VP O      parts of speech and chunks, not gold entities

import type { AnnotatedText } from "./annotated_text.js";

/** `O`, or a type with the letter of a scheme before or behind it. */
const tagForm = /^(?:O|[A-Z]-.+|.+-[A-Z])$/su;

/** Types that a message shows. */
const mostShown = 5;

/** Where a predicted tag stands behind what is none, and both, as `"NNP" before "B-PER"`. */
export interface NoGoldTag {
  readonly place: string;
  readonly found: string;
}

/**
 * The first token whose gold tag is none by its form; undefined unless that is so of more than half of them, and
 * of no predicted one, where some are more than `O`.
 */
export function noGoldTag(texts: readonly AnnotatedText[]): NoGoldTag | undefined {
  let first: NoGoldTag | undefined;
  let count = 0;
  let others = 0;
  let isTyped = false;
  for (const { tags = [], predicted = [], place, wordPlaces } of texts) {
    for (const [at, tag] of tags.entries()) {
      const other = predicted[at] ?? "";
      if (!tagForm.test(other)) return undefined;
      isTyped ||= other !== "O";
      count++;
      if (tagForm.test(tag)) continue;
      others++;
      const found = `${JSON.stringify(tag)} before ${JSON.stringify(other)}`;
      first ??= { place: wordPlaces?.[at] ?? place, found };
    }
  }
  return isTyped && 2 * others > count ? first : undefined;
}

/** The types of either side in words, where each has several and none is the same; else undefined. */
export function otherTypes(
  texts: readonly AnnotatedText[],
): { gold: string; predicted: string } | undefined {
  const gold = typesOf(texts.map(({ tags = [] }) => tags));
  const predicted = typesOf(texts.map((each) => each.predicted ?? []));
  if (gold.size < 2 || predicted.size < 2) return undefined;
  if ([...gold].some((type) => predicted.has(type))) return undefined;
  const shown = (types: ReadonlySet<string>): string => {
    const all = [...types].sort();
    return all.slice(0, mostShown).join(", ") + (all.length > mostShown ? ", …" : "");
  };
  return { gold: shown(gold), predicted: shown(predicted) };
}

function typesOf(lists: readonly (readonly string[])[]): Set<string> {
  const tags = new Set(lists.flat());
  tags.delete("O");
  return new Set(Array.from(tags, (tag) => tag.replace(/^[A-Z]-/, "")));
}
