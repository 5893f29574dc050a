// SPDX-License-Identifier: Apache-2.0

import { argumentError, isStrings } from "../base/checks.js";
import type { NameKind } from "../pseudonyms/invent.js";
import { labelKey } from "./placeholder.js";

/** That a pseudonym was given for a value. */
export interface PseudonymClaim {
  /** The value's label. */
  readonly label: string;
  /** What the pseudonym stands for. */
  readonly value: string;
  /** What stands for it. */
  readonly pseudonym: string;
  /** Parts of the value with those of the pseudonym. */
  readonly words: readonly (readonly [value: string, pseudonym: string])[];
}

/** The labels that there are pseudonyms for, by their key. */
const kinds = ["per", "org", "loc", "email"] as const;

export function kindOf(label: string): NameKind | undefined {
  const key = labelKey(label);
  return kinds.find((kind) => kind === key);
}

/** The pseudonyms of a session as JSON. */
export interface PseudonymsJson {
  /** Which pseudonym stands for which value. */
  readonly claims: readonly PseudonymClaim[];
  /** Pseudonyms that are never given: their value was forgotten. */
  readonly reserved: readonly string[];
}

/** What a text stands for: `null` where that is several values, or one that was forgotten. */
export interface Meaning {
  readonly value: string | null;
  /** Whether it is written as it was given. */
  readonly isExact: boolean;
}

/**
 * Which pseudonym stands for which value, and which of their words for which word.
 *
 * Invariant: as `PlaceholderTable`, a set of claims and a set of what is reserved, which merge by union. What stands
 * for two values, as after a merge, stands for neither.
 */
export class PseudonymTable {
  readonly #claims = new Map<string, PseudonymClaim>();
  readonly #reserved = new Set<string>();
  /** By a pseudonym or a word of one: what it stands for. */
  #values = new Map<string, Set<string>>();
  /** The same in capitals, which are no pseudonyms themselves: those that they are written for. */
  #capitals = new Map<string, Set<string>>();
  /** By kind and folded value or word. */
  #names = new Map<string, Set<string>>();
  /** By first unit: the lengths of all these, the longest first. */
  #lengths = new Map<string, number[]>();
  #longest = 0;

  get longest(): number {
    return this.#longest;
  }

  get isEmpty(): boolean {
    return this.#claims.size === 0 && this.#reserved.size === 0;
  }

  claims(): PseudonymClaim[] {
    return [...this.#claims.keys()].sort().flatMap((key) => this.#claims.get(key) ?? []);
  }

  /** All that has been a pseudonym. */
  get reserved(): Iterable<string> {
    return this.#reserved;
  }

  /** The value's pseudonym: the first of those that are its own. */
  find(label: string, value: string): string | undefined {
    return this.#namesAt(claimedKey(label, value)).find((name) => this.#valueOf(name) === value);
  }

  /** What was given for this value or word of the kind, in whatever case. */
  namesFor(label: string, value: string): string[] {
    return this.#namesAt(nameKey(label, value));
  }

  /** What a text stands for, undefined where that is nothing. */
  meaningOf(text: string): Meaning | undefined {
    const value = this.#valueOf(text);
    if (value !== undefined) return { value, isExact: true };
    const [name, other] = this.#capitals.get(text) ?? [];
    if (name === undefined) return undefined;
    const small = other === undefined ? this.#valueOf(name) : null;
    return { value: small?.toUpperCase() ?? null, isExact: false };
  }

  /** How long what begins with this unit may be. */
  lengthsAt(unit: string): readonly number[] {
    return this.#lengths.get(unit) ?? [];
  }

  add(claim: PseudonymClaim): void {
    const key = claimKey(claim);
    if (this.#claims.has(key)) return;
    this.#claims.set(key, claim);
    this.#index(claim);
  }

  /** Takes claims out without a trace. */
  withdraw(claims: readonly PseudonymClaim[]): void {
    for (const claim of claims) this.#claims.delete(claimKey(claim));
    this.#reindex();
  }

  /** Their pseudonyms are not restored from now on, and not given again. Returns whether there were any. */
  forget(value: string): boolean {
    const gone = [...this.#claims.values()].filter((claim) => claim.value === value);
    for (const { pseudonym } of gone) this.#reserved.add(pseudonym);
    if (gone.length > 0) this.withdraw(gone);
    return gone.length > 0;
  }

  merge(other: PseudonymTable): void {
    for (const name of other.#reserved) this.#reserve(name);
    for (const claim of other.#claims.values()) this.add(claim);
  }

  toJSON(): PseudonymsJson {
    return { claims: this.claims(), reserved: [...this.#reserved].sort() };
  }

  /** Throws an InvalidArgumentError where it is not what `toJSON` gives. */
  static fromJSON(json: unknown): PseudonymTable {
    const table = new PseudonymTable();
    if (json === undefined) return table;
    const { claims, reserved } = (json ?? {}) as Record<string, unknown>;
    if (!Array.isArray(claims) || !isStrings(reserved)) throw wrong(json);
    for (const name of reserved) table.#reserve(checkName(name));
    for (const claim of Array.from(claims as unknown[])) table.add(checkClaim(claim));
    return table;
  }

  #namesAt(key: string): string[] {
    return [...(this.#names.get(key) ?? [])].sort();
  }

  #valueOf(name: string): string | null | undefined {
    if (this.#reserved.has(name)) return null;
    const [value, other] = this.#values.get(name) ?? [];
    return other === undefined ? value : null;
  }

  #reserve(name: string): void {
    this.#reserved.add(name);
    this.#measure(name);
  }

  #index({ label, value, pseudonym, words }: PseudonymClaim): void {
    put(this.#names, claimedKey(label, value), pseudonym);
    for (const [from, to] of [[value, pseudonym] as const, ...words]) {
      put(this.#names, nameKey(label, from), to);
      // A letter stands for too much.
      if (isLetter(to)) continue;
      put(this.#values, to, from);
      this.#measure(to);
      const capitals = to.toUpperCase();
      if (capitals === to) continue;
      put(this.#capitals, capitals, to);
      this.#measure(capitals);
    }
  }

  #reindex(): void {
    this.#values = new Map();
    this.#capitals = new Map();
    this.#names = new Map();
    this.#lengths = new Map();
    this.#longest = 0;
    for (const name of this.#reserved) this.#measure(name);
    for (const claim of this.#claims.values()) this.#index(claim);
  }

  #measure({ 0: first = "", length }: string): void {
    const lengths = this.#lengths.get(first) ?? [];
    if (lengths.includes(length)) return;
    this.#lengths.set(
      first,
      [...lengths, length].sort((a, b) => b - a),
    );
    this.#longest = Math.max(this.#longest, length);
  }
}

/** Letters behind a name that are an ending of its word. */
export const mostEnding = 3;

function isLetter(name: string): boolean {
  return Array.from(name).length === 1;
}

function nameKey(label: string, value: string): string {
  return `${labelKey(label)} ${value.normalize("NFKC").toLowerCase()}`;
}

/** No key of the others begins with two spaces. */
function claimedKey(label: string, value: string): string {
  return `  ${label.length} ${label} ${value}`;
}

function claimKey({ label, value, pseudonym, words }: PseudonymClaim): string {
  return JSON.stringify([label, value, pseudonym, words]);
}

function put(lists: Map<string, Set<string>>, key: string, value: string): void {
  const there = lists.get(key);
  if (there === undefined) lists.set(key, new Set([value]));
  else there.add(value);
}

/** A stream holds back as much. */
const longestName = 200;

function wrong(found: unknown): Error {
  return argumentError("pseudonyms of a session", "what toJSON gives", found);
}

function checkName(name: unknown): string {
  const isName =
    typeof name === "string" &&
    name.length <= longestName &&
    /^\p{L}(?:.*[\p{L}\p{M}\p{N}])?\.?$/su.test(name);
  if (isName) return name;
  throw wrong(name);
}

function checkClaim(claim: unknown): PseudonymClaim {
  const { label, value, pseudonym, words } = (claim ?? {}) as Record<string, unknown>;
  if (typeof label !== "string" || typeof value !== "string" || !Array.isArray(words)) {
    throw wrong(claim);
  }
  const pairs = Array.from(words as unknown[], (pair): [string, string] => {
    if (!isStrings(pair)) throw wrong(pair);
    return [pair[0] ?? "", checkName(pair[1])];
  });
  return { label, value, pseudonym: checkName(pseudonym), words: pairs };
}
