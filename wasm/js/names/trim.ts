// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";
import type { NameLists } from "./lists.js";
import { beginsSentence } from "./sentence.js";
import { titlesInside, titlesInsideBehind } from "./titles.js";
import { wordsOf } from "./words.js";
import type { Word } from "./words.js";

/** Titles that the model counts as a part of a name; where it does not, it leaves them out itself. */
const partOfNames = new Set([...titlesInside, ...titlesInsideBehind, "dr", "sr"]);

/**
 * A model's entity without the everyday words at its ends, in parts where it goes over the end of a line or over a
 * gap; nothing where nothing is left.
 *
 *     "Salut Anna"             // PER: "Anna"
 *     "Montreuil maintenant"   // LOC: "Montreuil"
 *     "May"                    // PER: stays, since it may be a name
 */
export function withoutEverydayEnds(
  text: string,
  entity: SourcedEntity,
  lists: NameLists,
): SourcedEntity[] {
  return partsOf(text, entity).flatMap((part) => trimmed(text, part, lists));
}

function partsOf(
  text: string,
  { entity_group, score, start, end, source }: SourcedEntity,
): SourcedEntity[] {
  // At most one blank before the end of a line: looking over longer ones takes a time that grows with their square.
  const parts = text.slice(start, end).matchAll(/(?:(?!\s?\n| {2}|\t)[^])+/gu);
  return Array.from(parts, ({ 0: word, index }) => ({
    entity_group,
    score,
    word,
    start: start + index,
    end: start + index + word.length,
    source,
  }));
}

function trimmed(text: string, entity: SourcedEntity, lists: NameLists): SourcedEntity[] {
  const words = wordsOf(entity.word);
  const isPerson = /^per/iu.test(entity.entity_group);
  const isPublic = (word: Word): boolean => isPublicWord(text, entity, word, isPerson, lists);
  if (words.length === 0) return [entity];
  const isLeft = words.map((word) => !isPublic(word));
  const first = words[isLeft.indexOf(true)];
  const last = words[isLeft.lastIndexOf(true)];
  if (first === undefined || last === undefined) return [];
  const start = first === words[0] ? entity.start : entity.start + first.start;
  const end = last === words.at(-1) ? entity.end : entity.start + last.end;
  const { entity_group, score, source } = entity;
  return [{ entity_group, score, word: text.slice(start, end), start, end, source }];
}

/** Of other kinds only words in small letters are: `La Paz`, `The Hague`, `Die Zeit` begin with everyday ones. */
function isPublicWord(
  text: string,
  { start }: SourcedEntity,
  word: Word,
  isPerson: boolean,
  lists: NameLists,
): boolean {
  if (!lists.isEveryday(word)) return false;
  if (!isPerson) return word.isCased && !word.isCapital;
  if (partOfNames.has(word.lower)) return false;
  return !word.isCapital || lists.isNever(word) || beginsSentence(text, start + word.start);
}
