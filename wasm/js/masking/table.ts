// SPDX-License-Identifier: Apache-2.0

import { argumentError, isStrings } from "../base/checks.js";
import { isKeyedId } from "./keyed.js";
import { NameIndex } from "./name_index.js";
import { idOf, labelKey, numberOf, placeKey, placeholderOf } from "./placeholder.js";
import { PseudonymTable } from "./pseudonym_table.js";
import type { PseudonymsJson } from "./pseudonym_table.js";
import { isSameName, wordsOf } from "./same_name.js";

/** That a placeholder was given for a value. */
export interface Claim {
  /** The value's label. */
  readonly label: string;
  /** What stands behind the label: `1`, `1b`. */
  readonly id: string;
  /** What the placeholder stands for. */
  readonly value: string;
  /** How that is written in a document, where it is not written as `value` would be. */
  readonly written?: string | undefined;
}

/** A session as JSON. It has the values themselves: keep it where the text may be kept. */
export interface MaskSessionJson {
  /** The form's version. */
  readonly version: 1;
  /** Which placeholder stands for which value. */
  readonly claims: readonly Claim[];
  /** Placeholders that are never given: texts had them, or their value was forgotten. */
  readonly reserved: readonly string[];
  /** Which names stand for which values, where some were given. */
  readonly pseudonyms?: PseudonymsJson;
}

/**
 * Which placeholder stands for which value.
 *
 * Invariant: it is a set of claims and a set of reserved placeholders, and all else follows from these. So
 * tables merge by union, the same in any order. A placeholder that two values claim, as after a merge of
 * two sessions that both began with `[PER_1]`, stands for neither: it is never restored, since the wrong
 * name would be worse than none, and never given again.
 *
 *     table.add("PER", "Emma")    // { label: "PER", id: "1", value: "Emma" }
 *     table.valueOf(placeKey("person", "1"))   // "Emma"
 */
export class PlaceholderTable {
  /** By label and value. */
  #ofValue = new Map<string, Claim[]>();
  /** By the key of the placeholder. */
  #atPlace = new Map<string, Claim[]>();
  #names = new NameIndex<Spelling>();
  /** By number and folded words. */
  #spellings = new Map<string, Spelling>();
  #reserved = new Set<string>();
  /** By the key of a label. */
  #numbers = new Map<string, Numbers>();
  #placeholders = new Set<string>();
  #labels = new Set<string>();
  #longestId = 0;
  #hasOddIds = false;
  #pseudonyms = new PseudonymTable();

  get pseudonyms(): PseudonymTable {
    return this.#pseudonyms;
  }

  /** All labels that there are claims of. */
  get labels(): ReadonlySet<string> {
    return this.#labels;
  }

  /** The length of the longest id. */
  get longestId(): number {
    return this.#longestId;
  }

  /** Whether an id begins with no digit and was not made with a key. */
  get hasOddIds(): boolean {
    return this.#hasOddIds;
  }

  /** How many values have a placeholder. */
  get size(): number {
    return this.#ofValue.size;
  }

  claims(): Claim[] {
    return [...this.#atPlace.values()].flat().sort(compareClaims);
  }

  /** The value's placeholder: the first of those that are its own. */
  find(label: string, value: string, written?: string): Claim | undefined {
    return this.#ofValue
      .get(valueKey(label, value))
      ?.filter((claim) => claim.written === written && this.#isOwn(claim))
      .sort(compareClaims)[0];
  }

  /** The value that a placeholder stands for, by its `placeKey`; `null` for one that is not restored. */
  valueOf(key: string): string | null | undefined {
    const claim = this.claimOf(key);
    return claim && claim.value;
  }

  /** The same, with how it is written. */
  claimOf(key: string): Claim | null | undefined {
    const [claim] = this.#atPlace.get(key) ?? [];
    if (claim === undefined) return this.#reserved.has(key) ? null : undefined;
    return this.#isOwn(claim) ? claim : null;
  }

  /** Whether a text is a placeholder as it was given. */
  hasPlaceholder(text: string): boolean {
    return this.#placeholders.has(text);
  }

  /** The value's claim, a new one where it has none. `keyedId` makes its id where there is a key. */
  add(label: string, value: string, keyedId?: (length: number) => string, written?: string): Claim {
    const known = this.find(label, value, written);
    if (known !== undefined) return known;
    const id = keyedId === undefined ? this.#nextId(label, value) : this.#freeId(label, keyedId);
    const claim = claimOf(label, id, value, written);
    this.#insert(claim);
    return claim;
  }

  /** Sees to it that the placeholder with this key is neither given nor restored. */
  reserve(key: string): void {
    this.#reserved.add(key);
    const [label = "", id = ""] = key.split(" ");
    this.#count(label, id);
  }

  /** Its placeholders are not restored from now on, and not given again. Returns whether there were any. */
  forget(value: string): boolean {
    const gone = this.claims().filter((claim) => claim.value === value);
    for (const claim of gone) {
      const { label, id } = claim;
      this.reserve(placeKey(label, id));
      remove(this.#ofValue, valueKey(label, value), claim);
      remove(this.#atPlace, placeKey(label, id), claim);
      this.#removeSpelling(claim);
    }
    return this.#pseudonyms.forget(value) || gone.length > 0;
  }

  merge(other: PlaceholderTable): void {
    this.#pseudonyms.merge(other.#pseudonyms);
    for (const key of other.#reserved) this.reserve(key);
    for (const claim of other.claims()) this.#insert(claim);
  }

  toJSON(): MaskSessionJson {
    const json = {
      version: 1,
      claims: this.claims(),
      reserved: [...this.#reserved].sort(),
    } as const;
    return this.#pseudonyms.isEmpty
      ? json
      : Object.assign(json, { pseudonyms: this.#pseudonyms.toJSON() });
  }

  /** Throws an InvalidArgumentError where it is not what `toJSON` gives. */
  static fromJSON(json: unknown): PlaceholderTable {
    const { version, claims, reserved, pseudonyms } = (json ?? {}) as Record<string, unknown>;
    if (version !== 1) throw argumentError("version of a session", "1", version);
    if (!Array.isArray(claims)) throw argumentError("claims of a session", "a list", claims);
    if (!isStrings(reserved)) throw argumentError("reserved of a session", "strings", reserved);
    const table = new PlaceholderTable();
    table.#pseudonyms = PseudonymTable.fromJSON(pseudonyms);
    for (const key of reserved) table.reserve(key);
    for (const claim of claims as unknown[]) table.#insert(checkClaim(claim));
    return table;
  }

  #insert(claim: Claim): void {
    const { label, id, value } = claim;
    const there = this.#ofValue.get(valueKey(label, value)) ?? [];
    if (there.some((each) => each.id === id && each.written === claim.written)) return;
    this.#labels.add(label);
    this.#placeholders.add(placeholderOf(label, id));
    this.#longestId = Math.max(this.#longestId, id.length);
    this.#hasOddIds ||= !/^\d/.test(id) && !isKeyedId(id);
    this.#count(label, id);
    push(this.#ofValue, valueKey(label, value), claim);
    push(this.#atPlace, placeKey(label, id), claim);
    this.#addSpelling(claim);
  }

  #addSpelling(claim: Claim): void {
    const { label, value } = claim;
    const number = numberOf(claim.id);
    if (number === undefined) return;
    const key = spellingKey(label, value, number);
    const known = this.#spellings.get(key);
    if (known !== undefined) {
      known.claims.add(claim);
      return;
    }
    const spelling = { label, value, number, claims: new Set([claim]) };
    this.#spellings.set(key, spelling);
    this.#names.add(spelling);
    push(this.#numbersOf(label).names, number, value);
  }

  #removeSpelling(claim: Claim): void {
    const key = spellingKey(claim.label, claim.value, numberOf(claim.id));
    const spelling = this.#spellings.get(key);
    if (spelling === undefined) return;
    spelling.claims.delete(claim);
    if (spelling.claims.size > 0) return;
    const { label, value, number } = spelling;
    this.#spellings.delete(key);
    this.#names.delete(spelling);
    remove(this.#numbersOf(label).names, number, value);
  }

  #isOwn({ label, id, value, written }: Claim): boolean {
    const key = placeKey(label, id);
    const claims = this.#atPlace.get(key) ?? [];
    const isSame = (each: Claim): boolean => each.value === value && each.written === written;
    return claims.every(isSame) && !this.#reserved.has(key);
  }

  #hasOwn(claims: Iterable<Claim>): boolean {
    for (const claim of claims) if (this.#isOwn(claim)) return true;
    return false;
  }

  #count(label: string, id: string): void {
    const number = numberOf(id);
    if (number !== undefined) this.#numbersOf(label).taken.add(number);
  }

  #numbersOf(label: string): Numbers {
    const key = labelKey(label);
    const numbers = this.#numbers.get(key) ?? new Numbers();
    this.#numbers.set(key, numbers);
    return numbers;
  }

  #isTaken(label: string, id: string): boolean {
    const key = placeKey(label, id);
    return this.#atPlace.has(key) || this.#reserved.has(key);
  }

  /** That of the name which it is another form of, where there is one alone; else the next number. */
  #nextId(label: string, value: string): string {
    const numbers = this.#numbersOf(label);
    const number = this.#numberOfName(label, value) ?? numbers.next();
    for (;;) {
      const id = idOf(number, numbers.nextForm(number));
      if (!this.#isTaken(label, id)) return id;
    }
  }

  #numberOfName(label: string, value: string): number | undefined {
    let same: number | undefined;
    for (const { number, claims } of this.#names.find(label, value)) {
      if (number === same || !this.#hasOwn(claims)) continue;
      if (same !== undefined) return undefined;
      same = number;
    }
    if (same === undefined || wordsOf(value).length === 1) return same;
    // Anna Merkel is a form of Merkel, but not where Merkel is Angela Merkel.
    const names = this.#numbersOf(label).names.get(same) ?? [];
    const isOther = (name: string): boolean =>
      wordsOf(name).length > 1 && !isSameName(label, value, name);
    return names.some(isOther) ? undefined : same;
  }

  /** Longer where a shorter one is another value's; then with a number, which `numberOf` sees none in. */
  #freeId(label: string, keyedId: (length: number) => string): string {
    for (let length = leastKeyed; length <= mostKeyed; ++length) {
      const id = keyedId(length);
      if (!this.#isTaken(label, id)) return id;
    }
    for (let number = 1; ; ++number) {
      const id = `${keyedId(mostKeyed)}${number}`;
      if (!this.#isTaken(label, id)) return id;
    }
  }
}

/** How long an id is that was made with a key. */
const leastKeyed = 6;
const mostKeyed = 32;

/** The numbers that stand in the ids of a label. */
class Numbers {
  readonly taken = new Set<number>();
  /** What has a number. */
  readonly names = new Map<number, string[]>();
  #least = 1;
  readonly #forms = new Map<number, number>();

  /** The least that is not taken: a text that has `PER_999999999` makes no id longer. */
  next(): number {
    while (this.taken.has(this.#least)) this.#least += 1;
    return this.#least;
  }

  /** How many have been asked for. */
  nextForm(number: number): number {
    const form = this.#forms.get(number) ?? 0;
    this.#forms.set(number, form + 1);
    return form;
  }
}

/** Claims of one number that differ in case, white space and the like: there may be many of one name. */
interface Spelling {
  readonly label: string;
  readonly value: string;
  readonly number: number;
  readonly claims: Set<Claim>;
}

function spellingKey(label: string, value: string, number: number | undefined): string {
  return `${labelKey(label)} ${String(number)} ${wordsOf(value).join(" ")}`;
}

function push<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function remove<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const rest = (lists.get(key) ?? []).filter((each) => each !== value);
  if (rest.length === 0) lists.delete(key);
  else lists.set(key, rest);
}

/** Another for every two values with their labels: a label may have a line feed, too. */
export function valueKey(label: string, value: string): string {
  return `${label.length} ${label}\n${value}`;
}

const mostNumber = 1e9;

function compareClaims(a: Claim, b: Claim): number {
  const byNumber = (numberOf(a.id) ?? mostNumber) - (numberOf(b.id) ?? mostNumber);
  return (
    compare(a.label, b.label) ||
    byNumber ||
    a.id.length - b.id.length ||
    compare(a.id, b.id) ||
    compare(a.value, b.value) ||
    compare(a.written ?? "", b.written ?? "")
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function checkClaim(claim: unknown): Claim {
  const { label, id, value, written } = (claim ?? {}) as Record<string, unknown>;
  if (typeof label !== "string") throw argumentError("label of a claim", "a string", label);
  if (typeof value !== "string") throw argumentError("value of a claim", "a string", value);
  if (typeof id !== "string" || !/^[0-9a-z]{1,40}$/.test(id)) {
    throw argumentError("id of a claim", "digits and small letters", id);
  }
  if (written !== undefined && typeof written !== "string") {
    throw argumentError("written of a claim", "a string", written);
  }
  return claimOf(label, id, value, written);
}

/** Without a member that has no value: as it is read from JSON. */
function claimOf(label: string, id: string, value: string, written: string | undefined): Claim {
  return written === undefined ? { label, id, value } : { label, id, value, written };
}
