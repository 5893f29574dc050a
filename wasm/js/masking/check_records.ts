// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { typeOf } from "../base/palette.js";
import type { SourcedEntity } from "../recognizers/types.js";
import { sources } from "./resolve_spans.js";

/**
 * What a model or a recogniser gave for a text, as records of one form, with `word` from the text. Throws an
 * InvalidArgumentError where a record is none of this text: what it means would stay readable.
 */
export function checkRecords(
  text: string,
  giver: string,
  given: unknown,
  source?: string,
): SourcedEntity[] {
  if (!Array.isArray(given)) throw argumentError(`what ${giver} gave`, "a list", given);
  return Array.from(given, (record: unknown) => checkRecord(text, giver, record, source));
}

function checkRecord(
  text: string,
  giver: string,
  record: unknown,
  given: string | undefined,
): SourcedEntity {
  const { entity_group, entity, score, start, end, source } = (record ?? {}) as Record<
    string,
    unknown
  >;
  const label = entity_group ?? entity;
  if (typeof label !== "string") {
    throw argumentError(`a record that ${giver} gave`, "a string as entity_group", label);
  }
  if (typeof score !== "number" || Number.isNaN(score)) {
    throw argumentError(`a record that ${giver} gave`, "a number as score", score);
  }
  if (!isPlace(start, 0, text.length) || !isPlace(end, start, text.length)) {
    throw argumentError(
      `a record that ${giver} gave`,
      `start and end with 0 <= start <= end <= ${text.length}`,
      `${String(start)}, ${String(end)}`,
    );
  }
  const by = given ?? source;
  if (typeof by !== "string" || (given === undefined && isOwnSource(by))) {
    throw argumentError(`a record that ${giver} gave`, "its name as source", by);
  }
  return {
    entity_group: entity_group === undefined ? typeOf(label) : label,
    score,
    word: text.slice(start, end),
    start,
    end,
    source: by,
  };
}

/** Whether a recogniser's records may not be told by this. */
export function isOwnSource(name: string): boolean {
  return Object.values<string>(sources).includes(name);
}

function isPlace(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
