// SPDX-License-Identifier: Apache-2.0

import { Generator } from "./generator.js";
import { partsOf } from "./person_parts.js";
import type { NamePart } from "./person_parts.js";
import { isJoinedScript, namesIn, scriptOf } from "./scripts.js";
import type { Names } from "./scripts.js";

/** The kinds of values that there are pseudonyms for. */
export type NameKind = "per" | "org" | "loc" | "email";

/** A pseudonym with what its parts stand for. */
export interface Invention {
  readonly pseudonym: string;
  /** Parts of the value with those of the pseudonym. */
  readonly words: readonly (readonly [value: string, pseudonym: string])[];
}

/** What a pseudonym has to fit into. */
export interface Surroundings {
  /** What has been given for a part of another value of the kind, in some case, with its ending. */
  known(kind: NameKind, part: string): string | undefined;
  /** Whether neither text nor values have a name, one of its words, or one with an ending. */
  isFree(name: string): boolean;
  /** Whether no pseudonym has. */
  isNew(name: string): boolean;
  /** Whether a word stands in the text, or in a value of the table. */
  isWordOfOthers(name: string): boolean;
  /** Whether the table has this for no other value. */
  mayStandFor(pseudonym: string, value: string): boolean;
  /** At least 16 bytes, the same for the same part where there is a key. */
  random(kind: NameKind, part: string): Uint8Array;
}

/** What `random` is asked for when a pseudonym for this value is made. */
export function seedsOf(kind: NameKind, value: string): string[] {
  if (kind !== "per") return [fold(value)];
  return partsOf(value)
    .filter(isReplaced)
    .map(({ text }) => fold(text));
}

/** Longer values are no names. */
const longest = 100;

/**
 * Another value of the same kind and script; undefined where there is none to be had, as of a script without lists.
 * It keeps what is no name of somebody: white space, punctuation, particles, titles, a firm's legal form.
 *
 *     invent("per", "Angela Merkel", …)   // { pseudonym: "Fenna Lundgren", words: [["Angela", "Fenna"], …] }
 *     invent("org", "Siemens AG", …)      // { pseudonym: "Galdera AG", words: [["Siemens", "Galdera"]] }
 */
export function invent(
  kind: NameKind,
  value: string,
  surroundings: Surroundings,
): Invention | undefined {
  if (value.length > longest) return undefined;
  const made =
    kind === "per"
      ? (person(value, surroundings, true) ?? person(value, surroundings, false))
      : kind === "email"
        ? address(value, surroundings)
        : thing(kind, value, surroundings);
  return made !== undefined && isName.test(made.pseudonym) ? made : undefined;
}

/** What can be told from what stands around it. */
const isName = /^\p{L}.*[\p{L}\p{M}\p{N}]\.?$/su;

/** How many names are tried, and from when on two are joined by a hyphen. */
const mostTries = 160;
const singleTries = 80;

function person(value: string, around: Surroundings, mayKnow: boolean): Invention | undefined {
  const words: [string, string][] = [];
  const parts = partsOf(value);
  let out = "";
  let end = 0;
  for (const part of parts) {
    const { text, start } = part;
    out += value.slice(end, start);
    end = start + text.length;
    if (!isReplaced(part)) {
      out += text;
      continue;
    }
    const there = words.find(([word]) => word === text)?.[1];
    const name =
      there ?? (mayKnow ? knownName(text, around) : undefined) ?? drawn(part, around, words);
    if (name === undefined) return undefined;
    words.push([text, name]);
    out += name;
  }
  out += value.slice(end);
  // Letters alone stand for too much, unless they are a name without spaces, as 王明.
  const isOnlyLetters = words.every(([, name]) => isLetter(name));
  if (isOnlyLetters && (words.length < 2 || !isJoined(out) || around.isWordOfOthers(out))) {
    return undefined;
  }
  return around.mayStandFor(out, value) ? { pseudonym: out, words } : undefined;
}

function knownName(text: string, around: Surroundings): string | undefined {
  const known = around.known("per", text);
  const name = known && inCaseOf(text, known);
  if (name === undefined) return undefined;
  const isGood = isLetter(name) || (around.mayStandFor(name, text) && !around.isWordOfOthers(name));
  return isGood ? name : undefined;
}

/** A name for a part that is none of those which others of the value have. */
function drawn(
  part: NamePart,
  around: Surroundings,
  others: readonly (readonly [string, string])[],
): string | undefined {
  const { text, role, script } = part;
  const names = script === undefined ? undefined : namesIn(script);
  if (names === undefined || script === undefined) return undefined;
  const generator = new Generator(around.random("per", fold(text)));
  for (let tries = 0; tries < mostTries; ++tries) {
    const name = inCaseOf(text, nameFor(part, names, generator, tries));
    const isOther = name !== "" && name !== text && others.every(([, other]) => other !== name);
    const isShort = role === "initial" || role === "single" || role === "end";
    if (isOther && (isShort || isGiveable(name, text, tries, around))) return name;
  }
  return undefined;
}

/** One of two names is new where their words are not. */
function isGiveable(name: string, value: string, tries: number, around: Surroundings): boolean {
  if (!around.isFree(name)) return false;
  return tries < singleTries ? around.isNew(name) : around.mayStandFor(name, value);
}

function nameFor(
  { text, role, script = "" }: NamePart,
  names: Names,
  from: Generator,
  tries: number,
): string {
  switch (role) {
    case "initial":
      return from.pick(names.given).slice(0, 1);
    case "single":
      return from.pick(names.singles);
    case "end":
      return from.pick(names.ends);
    case "pair":
      return from.pick(names.firsts) + from.pick(names.ends);
    default: {
      const list = role === "family" ? names.family : names.given;
      const name = inGenderOf(text, from.pick(list));
      const isDouble = tries >= singleTries && !isJoinedScript(script);
      return isDouble ? `${name}-${inGenderOf(text, from.pick(list))}` : name;
    }
  }
}

/** Family names of Russian have an ending by gender. */
function inGenderOf(text: string, name: string): string {
  return /(?:[оеё]в|ин)а$/iu.test(text) && /(?:[оеё]в|ин)$/u.test(name) ? `${name}а` : name;
}

/** What a firm's name ends with that says its legal form. */
const legalForm =
  /[\s,]+(?:GmbH(?: & Co\. KG)?|AG|SE|KG|OHG|e\.V\.|Inc\.?|Corp\.?|LLC|Ltd\.?|PLC|plc|S\.?A\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|SAS|B\.?V\.?|N\.?V\.?|AB|A\/S|ApS|AS|Oyj?|Zrt\.?|Kft\.?|s\.r\.o\.|a\.s\.|Sp\. z o\.o\.|A\.Ş\.)$|(?:株式会社|有限公司|公司|集团|(?<=.)대학교|그룹)$/u;

/** A firm or a place. */
function thing(kind: "org" | "loc", value: string, around: Surroundings): Invention | undefined {
  const form = kind === "org" ? (legalForm.exec(value)?.[0] ?? "") : "";
  const rest = value.slice(0, value.length - form.length);
  const script = scriptOf(rest);
  const names = script === undefined ? undefined : namesIn(script);
  if (names === undefined || Array.from(rest).length < 2) return undefined;
  const accept = (name: string): Invention | undefined =>
    around.mayStandFor(name, rest) && around.mayStandFor(name + form, value)
      ? { pseudonym: name + form, words: [[rest, name]] }
      : undefined;
  const known = around.known(kind, rest);
  const again = known === undefined ? undefined : accept(inCaseOf(rest, known));
  if (again !== undefined) return again;
  const generator = new Generator(around.random(kind, fold(value)));
  const list = kind === "org" ? names.firm : names.place;
  for (let tries = 0; tries < mostTries; ++tries) {
    const first = generator.pick(list);
    const isDouble = tries >= singleTries && !isJoinedScript(script ?? "");
    const name = inCaseOf(rest, isDouble ? `${first}-${generator.pick(list)}` : first);
    const made = isGiveable(name, rest, tries, around) ? accept(name) : undefined;
    if (made !== undefined) return made;
  }
  return undefined;
}

/** Of no mailbox: these domains are nobody's (RFC 2606). */
const domains = ["example.org", "example.com"];

/** With the names that are known for what stands before the `@`. */
function address(value: string, around: Surroundings): Invention | undefined {
  const latin = namesIn("Latin");
  if (latin === undefined) return undefined;
  const generator = new Generator(around.random("email", fold(value)));
  const words = value.slice(0, Math.max(0, value.lastIndexOf("@"))).match(/\p{L}{2,}/gu) ?? [];
  const known = words.map((word) => around.known("per", word)?.toLowerCase() ?? "");
  for (let tries = 0; tries < mostTries; ++tries) {
    const fresh = [generator.pick(latin.given), generator.pick(latin.family)].map(fold);
    const isFamiliar = tries < domains.length && known.length < 4 && known.some(isPlain);
    const local = isFamiliar ? known.filter(isPlain) : fresh;
    if (!isFamiliar && !fresh.every((name) => around.isFree(name) && around.isNew(name))) continue;
    const pseudonym = `${local.join(".")}@${domains[tries % domains.length] ?? ""}`;
    if (around.mayStandFor(pseudonym, value)) return { pseudonym, words: [] };
  }
  return undefined;
}

function isPlain(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

function isReplaced({ role }: NamePart): boolean {
  return role !== "keep";
}

function isJoined(name: string): boolean {
  return isJoinedScript(scriptOf(name) ?? "");
}

function isLetter(text: string): boolean {
  return Array.from(text).length === 1;
}

/** Capitals for capitals, small letters for small ones. */
function inCaseOf(text: string, name: string): string {
  const [upper, lower] = [text.toUpperCase(), text.toLowerCase()];
  if (upper === lower) return name;
  if (text === upper)
    return Array.from(text).length > 1 || isLetter(name) ? name.toUpperCase() : name;
  return text === lower ? name.toLowerCase() : name;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
