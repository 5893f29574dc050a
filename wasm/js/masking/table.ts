// SPDX-License-Identifier: Apache-2.0

import { argumentError, isStrings } from "../base/checks.js";
import { idOf, labelKey, numberOf, placeKey, placeholderOf } from "./placeholder.js";
import { beginningsOf, isSameName } from "./same_name.js";

/** That a placeholder was given for a value. */
export interface Claim {
  /** The value's label. */
  readonly label: string;
  /** What stands behind the label: `1`, `1b`. */
  readonly id: string;
  /** What the placeholder stands for. */
  readonly value: string;
}

/** A session as JSON. It has the values themselves: keep it where the text may be kept. */
export interface MaskSessionJson {
  /** The form's version. */
  readonly version: 1;
  /** Which placeholder stands for which value. */
  readonly claims: readonly Claim[];
  /** Placeholders that are never given: texts had them, or their value was forgotten. */
  readonly reserved: readonly string[];
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
  /** Names that may be another's forms: by the beginnings of their words. */
  #withWord = new Map<string, Set<Claim>>();
  #reserved = new Set<string>();
  /** By the key of a label: the largest number given or reserved. */
  #largest = new Map<string, number>();
  #placeholders = new Set<string>();
  #labels = new Set<string>();
  #longestId = 0;

  /** All labels that there are claims of. */
  get labels(): ReadonlySet<string> {
    return this.#labels;
  }

  /** The length of the longest id. */
  get longestId(): number {
    return this.#longestId;
  }

  /** How many values have a placeholder. */
  get size(): number {
    return this.#ofValue.size;
  }

  claims(): Claim[] {
    return [...this.#atPlace.values()].flat().sort(compareClaims);
  }

  /** The value's placeholder: the first of those that are its own. */
  find(label: string, value: string): Claim | undefined {
    return this.#ofValue
      .get(valueKey(label, value))
      ?.filter((claim) => this.#isOwn(claim))
      .sort(compareClaims)[0];
  }

  /** The value that a placeholder stands for, by its `placeKey`; `null` for one that is not restored. */
  valueOf(key: string): string | null | undefined {
    const [claim] = this.#atPlace.get(key) ?? [];
    if (claim === undefined) return this.#reserved.has(key) ? null : undefined;
    return this.#isOwn(claim) ? claim.value : null;
  }

  /** Whether a text is a placeholder as it was given. */
  hasPlaceholder(text: string): boolean {
    return this.#placeholders.has(text);
  }

  /** The value's claim, a new one where it has none. `keyedId` makes its id where there is a key. */
  add(label: string, value: string, keyedId?: (length: number) => string): Claim {
    const known = this.find(label, value);
    if (known !== undefined) return known;
    const id = keyedId === undefined ? this.#nextId(label, value) : this.#freeId(label, keyedId);
    const claim = { label, id, value };
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
      for (const word of beginningsOf(value)) this.#withWord.get(word)?.delete(claim);
    }
    return gone.length > 0;
  }

  merge(other: PlaceholderTable): void {
    for (const key of other.#reserved) this.reserve(key);
    for (const claim of other.claims()) this.#insert(claim);
  }

  toJSON(): MaskSessionJson {
    return { version: 1, claims: this.claims(), reserved: [...this.#reserved].sort() };
  }

  /** Throws an InvalidArgumentError where it is not what `toJSON` gives. */
  static fromJSON(json: unknown): PlaceholderTable {
    const { version, claims, reserved } = (json ?? {}) as Record<string, unknown>;
    if (version !== 1) throw argumentError("version of a session", "1", version);
    if (!Array.isArray(claims)) throw argumentError("claims of a session", "a list", claims);
    if (!isStrings(reserved)) throw argumentError("reserved of a session", "strings", reserved);
    const table = new PlaceholderTable();
    for (const key of reserved) table.reserve(key);
    for (const claim of claims as unknown[]) table.#insert(checkClaim(claim));
    return table;
  }

  #insert(claim: Claim): void {
    const { label, id, value } = claim;
    const there = this.#ofValue.get(valueKey(label, value)) ?? [];
    if (there.some((each) => each.id === id)) return;
    this.#labels.add(label);
    this.#placeholders.add(placeholderOf(label, id));
    this.#longestId = Math.max(this.#longestId, id.length);
    this.#count(labelKey(label), id);
    push(this.#ofValue, valueKey(label, value), claim);
    push(this.#atPlace, placeKey(label, id), claim);
    for (const word of beginningsOf(value)) {
      const claims = this.#withWord.get(word);
      if (claims === undefined) this.#withWord.set(word, new Set([claim]));
      else claims.add(claim);
    }
  }

  #isOwn({ label, id, value }: Claim): boolean {
    const key = placeKey(label, id);
    const claims = this.#atPlace.get(key) ?? [];
    return claims.every((each) => each.value === value) && !this.#reserved.has(key);
  }

  #count(label: string, id: string): void {
    const number = numberOf(id);
    if (number === undefined) return;
    this.#largest.set(label, Math.max(this.#largest.get(label) ?? 0, number));
  }

  #isTaken(label: string, id: string): boolean {
    const key = placeKey(label, id);
    return this.#atPlace.has(key) || this.#reserved.has(key);
  }

  /** That of the name which it is another form of, where there is one alone; else the next number. */
  #nextId(label: string, value: string): string {
    const numbers = new Set<number>();
    for (const word of beginningsOf(value)) {
      for (const claim of this.#withWord.get(word) ?? []) {
        const number = numberOf(claim.id);
        const isOfKind = labelKey(claim.label) === labelKey(label) && this.#isOwn(claim);
        if (number === undefined || !isOfKind || numbers.has(number)) continue;
        if (isSameName(label, value, claim.value)) numbers.add(number);
      }
    }
    const [same] = numbers;
    const number =
      numbers.size === 1 && same !== undefined
        ? same
        : (this.#largest.get(labelKey(label)) ?? 0) + 1;
    for (let form = 0; ; ++form) {
      const id = idOf(number, form);
      if (!this.#isTaken(label, id)) return id;
    }
  }

  /** Longer where a shorter one is another value's. */
  #freeId(label: string, keyedId: (length: number) => string): string {
    for (let length = 6; ; ++length) {
      const id = keyedId(length);
      if (!this.#isTaken(label, id)) return id;
    }
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function remove<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const rest = (lists.get(key) ?? []).filter((each) => each !== value);
  if (rest.length === 0) lists.delete(key);
  else lists.set(key, rest);
}

function valueKey(label: string, value: string): string {
  return `${label}\n${value}`;
}

const mostNumber = 1e9;

function compareClaims(a: Claim, b: Claim): number {
  const byNumber = (numberOf(a.id) ?? mostNumber) - (numberOf(b.id) ?? mostNumber);
  return (
    compare(a.label, b.label) ||
    byNumber ||
    a.id.length - b.id.length ||
    compare(a.id, b.id) ||
    compare(a.value, b.value)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function checkClaim(claim: unknown): Claim {
  const { label, id, value } = (claim ?? {}) as Record<string, unknown>;
  if (typeof label !== "string") throw argumentError("label of a claim", "a string", label);
  if (typeof value !== "string") throw argumentError("value of a claim", "a string", value);
  if (typeof id !== "string" || !/^[0-9a-z]{1,40}$/.test(id)) {
    throw argumentError("id of a claim", "digits and small letters", id);
  }
  return { label, id, value };
}
