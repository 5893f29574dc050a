// SPDX-License-Identifier: Apache-2.0
//
// Words with tags as spans of a text, so that they can be compared with spans.

import { wordEntities } from "../formats/word_entities.js";
import type { AnnotatedText, PlacedSpan } from "./annotated_text.js";
import type { Unit } from "./corpus.js";
import { corpusError, shown } from "./source.js";
import { unitsOfWords } from "./units.js";

/**
 * The entities of the words' tags, by conlleval's rules. Throws a TextFormatError where the words are not those
 * of the text, whose white space may be any; `other` is the text's place.
 */
export function spansOfWords(words: AnnotatedText, text: string, other: string): PlacedSpan[] {
  const units = placeWords(words, text, other);
  const joined = unitsOfWords(words.words ?? []);
  const atStart = new Map(joined.map(({ start }, at) => [start, at]));
  const atEnd = new Map(joined.map(({ end }, at) => [end, at]));
  const { tags = [], scores = [], place } = words;
  const labelled = tags.map((entity, at) => ({ entity, score: scores[at] ?? NaN }));
  return wordEntities(words.words ?? [], labelled).map((entity) => {
    return {
      start: units[atStart.get(entity.start) ?? 0]?.start ?? 0,
      end: units[atEnd.get(entity.end) ?? 0]?.end ?? 0,
      label: entity.entity_group,
      score: Number.isNaN(entity.score) ? undefined : entity.score,
      place,
    };
  });
}

function placeWords(
  { words = [], wordPlaces, place }: AnnotatedText,
  text: string,
  other: string,
): Unit[] {
  let end = 0;
  const space = /\s*/uy;
  const units = words.map((word, at) => {
    space.lastIndex = end;
    const start = end + (space.exec(text)?.[0].length ?? 0);
    if (!text.startsWith(word, start)) {
      const wanted = `the words of the text at ${other}, ${shown(text.slice(start, start + 40))}`;
      throw corpusError(wordPlaces?.[at] ?? place, wanted, shown(word));
    }
    end = start + word.length;
    return { start, end };
  });
  const rest = text.slice(end).trim();
  if (rest === "") return units;
  const wanted = `the words of the text at ${other}, ${shown(rest.slice(0, 40))}`;
  throw corpusError(wordPlaces?.at(-1) ?? place, wanted, "the end");
}
