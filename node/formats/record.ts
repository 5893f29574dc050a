// SPDX-License-Identifier: Apache-2.0
//
// What every form of input is read as, and every form of output is made of: one record a text, and what came
// of it. Offsets are UTF-16 units here; a form that counts otherwise converts when it writes (code_points.ts).

import type { EntityGroup, TokenEntity } from "../../wasm/js/base/types.js";
import type { SparkAnnotations } from "../../wasm/js/base/word_types.js";

/** A member of a JSON object, or a cell of a table: its name and its JSON text, as it was written. */
export type Member = readonly [name: string, json: string];

/** A line of columns: a word's, one without a label (`-DOCSTART-`), or a comment, which has no columns. */
export interface Row {
  readonly line: string;
  readonly kind: "word" | "other" | "comment";
}

/** The names of a table's columns. */
export interface TableHeader {
  readonly header: readonly string[];
  /** Of CSV: what stands between them. */
  readonly separator?: string | undefined;
  /** Whether a first line, `sep=;`, says so. */
  readonly saysSeparator: boolean;
  /** What ends its line. */
  readonly ending: string;
}

/** A row of a table, and the names of its columns. */
export interface TableRow {
  readonly header: readonly string[];
  readonly cells: readonly string[];
  /** Of CSV: what stands between them. */
  readonly separator?: string | undefined;
}

/** One text to tag. */
export interface TextRecord {
  /** The JSON text of its own id, or of its number, or of its file's name. */
  readonly id: string;
  /** What is tagged; of words, them with one space between. */
  readonly text: string;
  /** The words, where the input gives words. */
  readonly words?: readonly string[] | undefined;
  /** What else the input says of it, in order; it comes back. */
  readonly members: readonly Member[];
  /** The lines of a sentence in columns. */
  readonly rows?: readonly Row[] | undefined;
  /** The row of a table. */
  readonly table?: TableRow | undefined;
  /** Of columns and tables: what ends a line, nothing where the first one is the last. */
  readonly ending?: string | undefined;
  /** Of a whole file: its name. */
  readonly file?: string | undefined;
  /** The encoding whose byte order mark that file begins with. */
  readonly mark?: string | undefined;
  /** Where it stands, in words: `texts.jsonl, line 7`. */
  readonly place?: string | undefined;
}

/** What could not be read or tagged, and why. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What stands where a record was expected; as much of it as could be read. */
export interface BadRecord extends Partial<TextRecord> {
  readonly id: string;
  readonly error: Failure;
  /** It says itself that it has no text: `null`. */
  readonly isNull?: boolean | undefined;
}

export type InputRecord = TextRecord | BadRecord;

/** What the model says of one text. */
export interface Tagged {
  readonly record: TextRecord;
  readonly entities: readonly (EntityGroup | TokenEntity)[];
  /** One label for each of the record's words. */
  readonly tags?: readonly string[] | undefined;
  /** The same as Spark NLP has it, where that is asked for. */
  readonly annotations?: SparkAnnotations | undefined;
}

export interface Failed {
  readonly record: BadRecord;
}

export type Outcome = Tagged | Failed;

export function isFailed(outcome: { record: InputRecord }): outcome is Failed {
  return "error" in outcome.record;
}

/** An entity's range and what it is, for forms that have nothing else. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * The entities in the order of the text, for forms in which each is a piece of it. Of those that begin
 * together the longest is there, and of equal ones the last: a `▁` that stands alone covers the first
 * character of the piece after it.
 */
export function distinct<T extends { start: number; end: number }>(entities: readonly T[]): T[] {
  const ordered = [...entities].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.filter(({ start }, i) => ordered[i + 1]?.start !== start);
}

/** The same as spans. */
export function spansOf({ entities }: Tagged): Span[] {
  return distinct(entities).map((entity) => {
    return { start: entity.start, end: entity.end, label: labelOf(entity) };
  });
}

/**
 * A record's id for people: of a string its characters, of all else its JSON, whose numbers stay as they are.
 *
 *     nameOf({ id: '"a.txt"' }) // a.txt
 *     nameOf({ id: "12345678901234567890" }) // 12345678901234567890
 */
export function nameOf({ id }: InputRecord): string {
  const value = JSON.parse(id) as unknown;
  return typeof value === "string" ? value : id;
}

export function labelOf(entity: EntityGroup | TokenEntity): string {
  return "entity" in entity ? entity.entity : entity.entity_group;
}

/** How a form of output is written: what stands before, between and after the records. */
export interface Writer {
  /** Before the first record. */
  readonly head?: string;
  /** Of tables: told of each header of the input before the rows below it, of which there may be none. */
  onHeader?: ((header: TableHeader) => void) | undefined;
  /** A record, whole; `""` for what leaves no trace. */
  write: (outcome: Outcome) => string;
  /** After the last. */
  readonly tail?: string;
}
