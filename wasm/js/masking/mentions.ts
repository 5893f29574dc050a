// SPDX-License-Identifier: Apache-2.0

import type { MentionFinder } from "../names/types.js";
import type { SourcedEntity } from "../recognizers/types.js";
import { checkRecords } from "./check_records.js";
import { labelKey } from "./placeholder.js";
import { sources } from "./resolve_spans.js";
import { isWhole, tokenAt, tokensOf } from "./words.js";

/** A value with its label. */
export interface KnownValue {
  readonly label: string;
  readonly value: string;
}

/**
 * Finds every place where a text has one of some values as words of its own, and of persons' names also one
 * of their words, unless that begins with a small letter. A name that the model found once is found
 * everywhere by this. With `others` words of persons' names are found in their other forms, too. Takes a time that
 * grows with the text, not with the number of values.
 *
 *     new MentionIndex([{ label: "PER", value: "Ada Berg" }]).find("Ada Berg called. Berg is ill.")
 *     // PER [0, 8), PER [17, 21)
 */
export class MentionIndex {
  readonly #byToken = new Map<string, Values>();
  readonly #others: MentionFinder | undefined;
  #personLabel = "PER";

  constructor(known: Iterable<KnownValue> = [], others?: MentionFinder) {
    this.#others = others;
    for (const each of known) this.add(each);
  }

  /** Values as they were found: one letter of a script without spaces is a part of other words, and is left out. */
  addFound(found: Iterable<KnownValue>): void {
    for (const each of found) if (!oneLetter.test(each.value.trim())) this.add(each);
  }

  add({ label, value }: KnownValue): void {
    if (!/[\p{L}\p{N}]/u.test(value)) return;
    this.#insert(label, value);
    if (labelKey(label) !== "per") return;
    this.#personLabel = label;
    this.#others?.add(value);
    for (const word of nameWords(value)) this.#insert(label, word);
  }

  /** The longest value that begins at a place, and, last, persons' names in other forms, which may overlap these. */
  find(text: string): SourcedEntity[] {
    const out: SourcedEntity[] = [];
    if (this.#byToken.size === 0) return out;
    let end = 0;
    for (const { token, start } of tokensOf(text)) {
      if (start < end) continue;
      const found = this.#longestAt(text, token, start);
      if (found === undefined) continue;
      end = start + found.value.length;
      const { label, value } = found;
      out.push({ entity_group: label, score: 1, word: value, start, end, source: sources.mention });
    }
    return [...out, ...this.#inOtherForms(text)];
  }

  #inOtherForms(text: string): SourcedEntity[] {
    const found = this.#others?.find(text) ?? [];
    const records = Array.from(found, ([start, end]) => ({
      entity_group: this.#personLabel,
      score: 1,
      start,
      end,
    }));
    return checkRecords(text, "names", records, sources.mention);
  }

  #longestAt(text: string, token: string, start: number): KnownValue | undefined {
    for (const known of this.#byToken.get(token)?.at(text, start) ?? []) {
      if (isWhole(text, start, start + known.value.length)) return known;
    }
    return undefined;
  }

  #insert(label: string, value: string): void {
    const first = tokenAt(value);
    const values = this.#byToken.get(first) ?? new Values();
    values.add({ label, value });
    this.#byToken.set(first, values);
  }
}

/** Values of one first token, as all numbers with `+` have: looked up by length, not gone through. */
class Values {
  /** By a value's beginning: the longest first. */
  readonly #values = new Map<string, KnownValue[]>();
  /** The lengths of the beginnings, the longest first. */
  #lengths: number[] = [];

  /** The first label that a value comes with is its label. */
  add(known: KnownValue): void {
    const beginning = known.value.slice(0, longestBeginning);
    const there = this.#values.get(beginning) ?? [];
    if (there.some(({ value }) => value === known.value)) return;
    const all = [...there, known].sort((a, b) => b.value.length - a.value.length);
    this.#values.set(beginning, all);
    if (this.#lengths.includes(beginning.length)) return;
    this.#lengths = [...this.#lengths, beginning.length].sort((a, b) => b - a);
  }

  /** Those that a text has at a place, the longest first. */
  *at(text: string, start: number): Generator<KnownValue> {
    for (const length of this.#lengths) {
      for (const known of this.#values.get(text.slice(start, start + length)) ?? []) {
        if (text.startsWith(known.value, start)) yield known;
      }
    }
  }
}

const oneLetter = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]\p{M}*$/u;

/** In UTF-16 units. */
const longestBeginning = 64;

/** Shorter words are particles, initials, and words of the language. */
const leastLetters = 3;

function nameWords(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
  return words.filter((word) => word.length >= leastLetters && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word));
}
