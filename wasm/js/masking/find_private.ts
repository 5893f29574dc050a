// SPDX-License-Identifier: Apache-2.0

import type { SourcedEntity } from "../recognizers/types.js";
import { checkRecords } from "./check_records.js";
import { MentionIndex } from "./mentions.js";
import { gapsOf } from "./ranges.js";
import type { Range } from "./ranges.js";
import { resolveSpans, sources } from "./resolve_spans.js";
import type { MaskerSettings } from "./settings.js";
import { characterBefore, isInCharacter, isJoined } from "./words.js";

/** What a text has besides what is looked for. */
export interface Surroundings {
  /** The model's entities. */
  readonly entities: readonly SourcedEntity[];
  /** Values that are masked wherever they stand. */
  readonly known: MentionIndex;
  /** What stays as it is: placeholders of the table. */
  readonly fixed: readonly Range[];
}

/**
 * What is to be masked in a text, in order, without overlap: blocked values, what the rules find, the model's
 * entities as whole words and persons by name, and every mention of these and of known values.
 */
export function findPrivate(
  text: string,
  { entities, known, fixed }: Surroundings,
  settings: MaskerSettings,
): SourcedEntity[] {
  const isWanted = (each: SourcedEntity): boolean => !settings.isAllowed(each.word);
  const outside = (spans: readonly SourcedEntity[]): SourcedEntity[] =>
    resolveSpans(text, [...fixed.map(asFixed), ...spans.filter(isWanted)]).filter(
      (each) => each.source !== sources.placeholder && isWanted(each),
    );
  let spans = outside([
    ...settings.block.find(text).map((each) => asBlocked(each)),
    ...settings.recognizers.flatMap((each) =>
      checkRecords(text, `the recogniser '${each.name}'`, each.recognize(text)),
    ),
    ...checkRecords(text, "names", settings.names?.recognize(text) ?? [], sources.name),
    ...entities
      .filter(({ entity_group, score }) => score >= settings.leastScoreOf(entity_group))
      .map((each) => wholeWords(text, each))
      .flatMap((each) => {
        if (settings.names === undefined) return [each];
        return checkRecords(text, "names", settings.names.trim(text, each), sources.model);
      }),
  ]);
  if (!settings.mentions) return spans;
  const own = new MentionIndex([], settings.names?.mentionFinder());
  own.addFound(spans.map(({ entity_group, word }) => ({ label: entity_group, value: word })));
  // What is masked may leave the rest of a word by itself, which is a mention then: until there are no more.
  for (;;) {
    const more = gapsOf(text, [...spans, ...fixed]).flatMap(({ start, end }) => {
      const gap = text.slice(start, end);
      return [...own.find(gap), ...known.find(gap)].map((each) => shifted(each, start));
    });
    const wanted = more.filter(isWanted);
    if (wanted.length === 0) return spans;
    spans = outside([...spans, ...wanted]);
  }
}

function asFixed({ start, end }: Range): SourcedEntity {
  return { entity_group: "", score: 1, word: "", start, end, source: sources.placeholder };
}

/** How far a word is followed: a run of letters without end is no word. */
const longestWord = 64;

/** Half a word would stay readable, or half a character. */
function wholeWords(text: string, entity: SourcedEntity): SourcedEntity {
  let start = entity.start - Number(isInCharacter(text, entity.start));
  let end = entity.end + Number(isInCharacter(text, entity.end));
  const first = start - longestWord;
  const last = end + longestWord;
  while (start > first && isJoined(text, start)) start -= characterBefore(text, start).length;
  while (end < last && isJoined(text, end)) end += 1 + Number(isInCharacter(text, end + 1));
  const { entity_group, score, source } = entity;
  return { entity_group, score, word: text.slice(start, end), start, end, source };
}

function asBlocked({ entity_group, score, word, start, end }: SourcedEntity): SourcedEntity {
  return { entity_group, score, word, start, end, source: sources.block };
}

function shifted(entity: SourcedEntity, by: number): SourcedEntity {
  const { entity_group, score, word, start, end, source } = entity;
  return { entity_group, score, word, start: start + by, end: end + by, source };
}
