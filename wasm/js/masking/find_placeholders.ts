// SPDX-License-Identifier: Apache-2.0

import { keyedForm } from "./keyed.js";
import { namesOf, placeKey } from "./placeholder.js";
import type { Claim, PlaceholderTable } from "./table.js";

/**
 * Placeholders in a text, also as language models and what renders their answers write them: in another
 * case, without brackets, in other brackets, escaped for Markdown or HTML, by another name of the label,
 * with an ending behind.
 *
 *     [PER_1]   per_1   [Person 1]   {PER_1}   \[PER\_1\]   &lt;PER_1&gt;   【PER_1】   PER_1s
 *
 * Round brackets and quotation marks stay where they are: they mean something of their own.
 */

/** Brackets that are a placeholder's own, as patterns. */
const brackets = [
  ["\\[", "\\]"],
  ["\\\\\\[", "\\\\\\]"],
  ["\\{", "\\}"],
  ["<", ">"],
  ["［", "］"],
  ["｛", "｝"],
  ["＜", "＞"],
  ["【", "】"],
  ["〔", "〕"],
  ["〈", "〉"],
  ["《", "》"],
  ["「", "」"],
  ["&#91;", "&#93;"],
  ["&lbrack;", "&rbrack;"],
  ["&lt;", "&gt;"],
] as const;

const underscore = "(?:\\\\?_)";
const parting = "(?:\\\\?_|[-\\s:#])";
const wordStart = "(?<![\\p{L}\\p{M}\\p{N}_\\\\])";
const wordEnd = "(?![\\p{L}\\p{M}\\p{N}_])";
/** The longest of `brackets`, with a space. */
const longestBracket = 9;
/** Letters behind an id that are an ending of the value's. */
const mostEnding = 3;

/** What stands in a text from `start` to `end`. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The value, with the ending that stood behind the id; undefined where there is none, or several: it stays. */
  readonly value: string | undefined;
  /** How it is written in a document, with the ending, where that is known. */
  readonly written?: string | undefined;
  /** Whether it is written as it was given. */
  readonly isExact: boolean;
}

/** With a number, or made with a key: `per_Emma` is no placeholder, whatever Emma is. */
function usualId(longest: number): string {
  return `\\p{Nd}[\\p{Nd}a-z]{0,${longest - 1}}|${keyedForm}[a-z]{0,${mostEnding}}`;
}

/** What has a value. */
export interface FoundPlaceholder extends Found {
  readonly value: string;
}

/** A function that finds what a table has placeholders for, and how long a match can be. */
export interface PlaceholderFinder {
  /** The longest match, in UTF-16 units. What is one depends on that many and the unit on either side. */
  readonly longest: number;
  /** Those that begin at `from` or behind it, in order, without overlap, also what stays: nothing begins within it. */
  scan(text: string, from?: number): Iterable<Found>;
}

/** Those of a text that have a value. */
export function placeholdersIn(text: string, finder: PlaceholderFinder): FoundPlaceholder[] {
  const hasValue = (each: Found): each is FoundPlaceholder => each.value !== undefined;
  return [...finder.scan(text)].filter(hasValue);
}

export function placeholderFinder(table: PlaceholderTable): PlaceholderFinder {
  const names = [...new Set([...table.labels].flatMap(namesOf))].sort(
    (a, b) => b.length - a.length,
  );
  if (names.length === 0) return { longest: 0, scan: () => [] };
  const longestId = table.longestId + mostEnding;
  const id = `(${table.hasOddIds ? `[\\p{Nd}a-z]{1,${longestId}}` : usualId(longestId)})`;
  const inside = `\\s?${namesWithParting(names)}${id}\\s?`;
  const pattern = new RegExp(
    [
      ...brackets.map(([open, close]) => `${open}${inside}${close}`),
      `${wordStart}(${names.map(namePattern).join("|")})${underscore}${id}${wordEnd}`,
    ].join("|"),
    "giu",
  );
  const longestName = Math.max(...names.map((each) => each.length * 2));
  return {
    // A digit may have two units.
    longest: 2 * longestBracket + longestName + 2 + 2 * longestId,
    *scan(text, from = 0) {
      pattern.lastIndex = from; // which matchAll begins at
      for (const match of text.matchAll(pattern)) {
        const [label, found] = groupsOf(match);
        const isBare = /^[\p{L}\p{N}]/u.test(match[0]);
        const [claim, ending = ""] = claimOf(table, label ?? "", found ?? "", isBare) ?? [];
        const [start, end] = [match.index, match.index + match[0].length];
        const isExact = table.hasPlaceholder(match[0]);
        const value = claim && claim.value + ending;
        yield { start, end, value, written: claim?.written && claim.written + ending, isExact };
      }
    },
  };
}

/** A name that ends with a digit needs something between it and the id. Two groups, however many names there are. */
function namesWithParting(names: readonly string[]): string {
  const isNumbered = (name: string): boolean => /\p{N}$/u.test(name);
  const kinds = [
    [names.filter(isNumbered), parting],
    [names.filter((name) => !isNumbered(name)), `${parting}?`],
  ] as const;
  const parts = kinds
    .filter(([some]) => some.length > 0)
    .map(([some, between]) => `(${some.map(namePattern).join("|")})${between}`);
  return `(?:${parts.join("|")})`;
}

/** Whatever has a placeholder's form, as the keys that it could be looked up by. */
export function possibleKeys(text: string): string[] {
  // One may lie in another: `[see\nPER_1]`.
  return anyForms
    .flatMap((form) => [...text.matchAll(form)])
    .flatMap((match) => {
      const [label = "", digits = "", letters = ""] = groupsOf(match);
      const ends = Array.from({ length: mostEnding + 1 }, (_, at) => letters.slice(0, at));
      return [...ends, letters].map((end) => placeKey(label, digits + end));
    });
}

const opens = `(?:${brackets.map(([open]) => open).join("|")})`;
const closes = `(?:${brackets.map(([, close]) => close).join("|")})`;
const anyName = "([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_\\\\\\s:#-]{0,60}?)";
const anyId = "(\\p{Nd}{1,9})([a-z]{0,9})";

const anyForms = [
  `${opens}\\s?${anyName}${parting}?${anyId}\\s?${closes}`,
  `${wordStart}([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_\\\\]{0,60}?)${underscore}${anyId}${wordEnd}`,
].map((form) => new RegExp(form, "giu"));

/** Its parts may be parted in other ways than by `_`. */
function namePattern(name: string): string {
  return name.replaceAll("_", `${parting}?`);
}

function claimOf(
  table: PlaceholderTable,
  label: string,
  id: string,
  isBare: boolean,
): [Claim, ending: string] | undefined {
  for (let ending = 0; ending <= Math.min(mostEnding, id.length - 1); ++ending) {
    const end = id.slice(id.length - ending);
    if (!isEnding(end, isBare)) continue;
    const claim = table.claimOf(placeKey(label, id.slice(0, id.length - ending)));
    if (claim !== undefined) return claim === null ? undefined : [claim, end];
  }
  return undefined;
}

/**
 * Whether letters behind an id may belong to the value's word. `[PER_1b]` that was never given is a mistake of the
 * model's; so one letter is an ending if it is an s, and more are where no bracket says where the id ends.
 */
function isEnding(letters: string, isBare: boolean): boolean {
  return /^s?$/i.test(letters) || (isBare && /^[a-z]{2,}$/i.test(letters));
}

/** Of an alternative's groups those of the one that matched. */
function groupsOf(match: RegExpExecArray): string[] {
  const groups: (string | undefined)[] = match.slice(1);
  return groups.filter((group) => group !== undefined);
}
