// SPDX-License-Identifier: Apache-2.0

import { digitsEnd, isDigit, joins, nextDigit, unitAt } from "./characters.js";
import { textBefore } from "./context.js";
import {
  endsWithIs,
  isDirect,
  isNamed,
  isOfLock,
  nearestName,
  wordsBeforePin,
} from "./password_words.js";
import type { SecretName } from "./password_words.js";

/** How far before a value its word may stand, and how long a value is. */
const reach = 100;
const longest = 64;
const shortest = 6;

/**
 * Passwords and PINs that a word says: "the wifi password is purple-moose-88", "PIN: 2580", and in a chat the answer
 * to "what is the password?". A value has a digit; one that does not follow its word directly looks like no plain
 * word either: it has letters and digits.
 *
 * Only what has a digit is looked at, so that ordinary text costs next to nothing.
 */
export function passwordsIn(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const { length } = text;
  let last = 0;
  for (let i = nextDigit(text, 0); i < length;) {
    let first = i;
    const least = Math.max(last, i - longest);
    while (first > least && isPart(text.charCodeAt(first - 1))) --first;
    const stop = wordEnd(text, i);
    const isNumber = first === i && isNumberTo(text, i, stop);
    // Years, sums and days are passed without a look at words.
    if (isNumber ? mayBePin(text, i, stop) : stop - first >= shortest && isNamedNear(text, i)) {
      const [start, end] = isNumber ? [i, digitsEnd(text, i)] : trimmed(text, i, [first, stop]);
      const form = formOf(text.slice(start, end));
      if (form !== undefined && isSaid(text, start, end, { form, last })) {
        found.push([start, end]);
        last = end;
      }
    }
    i = nextDigit(text, Math.max(stop, last));
  }
  return found;
}

/** By words alone, before any expression is asked. */
function isNamedNear(text: string, at: number): boolean {
  const first = unitAt(text, at - 1);
  const isWord = joins(first) || parts[first] === 1 || joins(unitAt(text, digitsEnd(text, at)));
  return isWord && nearestName(textBefore(text, at, reach)) !== undefined;
}

const parts = new Uint8Array(128);
for (let unit = 33; unit < 127; ++unit) parts[unit] = 1;
for (const sign of "\"'`<>()[]{},;|") parts[sign.charCodeAt(0)] = 0;

/** A sign that may stand in a password: ASCII without quotation marks and brackets, letters of spaced scripts. */
function isPart(unit: number): boolean {
  return unit < 128 ? parts[unit] === 1 : joins(unit);
}

function wordEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  const stop = Math.min(text.length, Math.max(end, at + longest));
  while (end < stop && isPart(text.charCodeAt(end))) ++end;
  return end;
}

/** Whether nothing but digits and signs of sums and days stands there. */
function isNumberTo(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; ++i) {
    const unit = text.charCodeAt(i);
    if (
      !isDigit(unit) &&
      unit !== 35 &&
      !(unit >= 44 && unit <= 47) &&
      unit !== 58 &&
      unit !== 37 &&
      unit !== 33 &&
      unit !== 63
    )
      return false;
  }
  return true;
}

/** Whether digits may be a PIN, by their number and by what stands directly before them. */
function mayBePin(text: string, start: number, end: number): boolean {
  const digits = digitsEnd(text, start) - start;
  if (digits < 4 || digits > 12 || isDigit(unitAt(text, digits + start + 1))) return false;
  let at = start - 1;
  while (at >= 0 && start - at < 6 && isSpaceOrQuote(text.charCodeAt(at))) --at;
  const before = unitAt(text, at);
  if (before === 58 || before === 61 || before >= 0x900) return end > start;
  let word = at;
  while (word >= 0 && at - word < 16 && joins(unitAt(text, word))) --word;
  return wordsBeforePin.has(text.slice(word + 1, at + 1).toLowerCase());
}

const isSpaceOrQuote = (unit: number): boolean =>
  unit === 32 || unit === 34 || unit === 39 || unit === 0xa0 || unit === 0x201e || unit === 0x201c;

/** The signs around a digit without a word and colon before them and full stops behind. */
function trimmed(
  text: string,
  at: number,
  [first, stop]: readonly [number, number],
): [number, number] {
  let start = first;
  let end = stop;
  const label = /^[\p{L}\p{M}-]+[:=]+(?=.)/u.exec(text.slice(start, at));
  if (label !== null) start += label[0].length;
  while (start < at && /[*:=~>.!?-]/.test(text.charAt(start))) ++start;
  // "Sommer2024!" has its mark, and in "ok, sommer2024!" that ends a sentence.
  const isSpoken =
    !/\p{Lu}/u.test(text.slice(start, end)) && /^(?:\s|$)/u.test(text.slice(end, end + 1));
  while (end > at + 1 && (isSpoken ? /[.:?!*~]/ : /[.:?*~]/).test(text.charAt(end - 1))) --end;
  return [start, end];
}

type Form = "digits" | "mixed" | "likely";

/** `likely` has letters as words have and digits; `mixed` may be a code of any kind; else it is no password. */
function formOf(value: string): Form | undefined {
  if (/^\p{Nd}{4,12}#?$/u.test(value)) return "digits";
  if (value.length < shortest || value.length >= longest) return undefined;
  if (/:\/\/|^www\.|@[\p{L}\d-]+\.\p{L}/u.test(value)) return undefined;
  const letters = value.match(/\p{L}/gu)?.length ?? 0;
  // "1.500kg", "2020-ban", "15-tiden"
  if (letters < 2 || /^\p{Nd}+(?:[.,:/-]\p{Nd}+)?(?:\p{L}{1,4}|[-.:/]\p{L}+)$/u.test(value))
    return undefined;
  const isLikely =
    letters >= 3 && /\p{Ll}/u.test(value) && /\p{Nd}{2}|\p{L}[^\p{L}]+\p{L}/u.test(value);
  return isLikely ? "likely" : "mixed";
}

function isSaid(
  text: string,
  start: number,
  end: number,
  { form, last }: { form: Form; last: number },
): boolean {
  const before = textBefore(text, start, Math.min(form === "digits" ? 48 : reach, start - last));
  const name = nameIn(before);
  if (name === undefined || name.owner === "none") return false;
  const between = before.slice(name.end);
  const isNext = isDirect.test(between);
  const isIntroduced = endsWithIs.test(between);
  if (form === "digits") {
    if (name.owner === "code" || /[\n.!?;]/.test(between) || between.length > 32) return false;
    return (isIntroduced || (name.owner === "pin" && isNext)) && !isCounted(text, end);
  }
  if (name.owner === "code" && form !== "likely") return false;
  if (name.owner !== "code" && isNext) return true;
  if (!isOneClause(between) || (isNamed.test(between) && !isIntroduced)) return false;
  if (isIntroduced) return true;
  if (name.owner === "code" || form !== "likely") return false;
  const isOwn = isAnswer.test(between) || ofNetwork.test(between);
  return isOwn || (between.length <= 48 && isMadeUp.test(text.slice(start, end)));
}

/** Where a sentence or a message begins that is the value. */
const isAnswer = /(?:[.!?？。…)]\s*|\n(?:[^:：\n]{1,30}[:：])?[^\n]{0,12})$/u;

/** Not a product and its number, "Firefox131": a sign within, or digits between letters. */
const isMadeUp = /^(?=.{8})(?:.*\p{Nd}.*\p{L}|.*[^\p{L}\p{Nd}].)/u;

/** "the password of the wifi purple-moose-88": a network's name has digits seldom. */
const ofNetwork =
  /^\p{L}*\s(?:\p{L}+\s){0,3}(?:wi-?fi|wlan|router|modem|internet|вай-?фа|роутер)\p{L}{0,4}\s$/iu;

/** The nearest word; of "PIN code" and "password for the wifi" the one that says more. */
function nameIn(before: string): { owner: SecretName; end: number } | undefined {
  const name = nearestName(before);
  if (name === undefined) return undefined;
  const { start, end, owner } = name;
  if (owner !== "code") return name;
  if (isOfLock.test(before.slice(0, start))) return { owner: "pin", end };
  const other = nearestName(before.slice(0, start));
  if (other === undefined || other.owner === "none" || other.owner === "code") return name;
  return isOneClause(before.slice(other.end, start)) ? { owner: other.owner, end } : name;
}

/** "1234.5", "2000 €": digits of a sum. */
function isCounted(text: string, end: number): boolean {
  return /^(?:\.\p{Nd}|\s?[%€$£])/u.test(text.slice(end, end + 3));
}

/** Nothing ends between a word and its value, but a question or a sentence directly before that, or a message. */
function isOneClause(between: string): boolean {
  const [asked = "", answer, ...more] = between.split("\n");
  if (more.length > 0) return false;
  const within = answer === undefined ? asked : asked.replace(/[.!?？。…)\s]+$/u, "");
  if (/[.!?？。;]\s/.test(within.replace(/[.!?？。…]+\s*$/u, ""))) return false;
  // The message that answers has next to nothing before the value.
  return answer === undefined || /^(?:[^:：\n]{1,30}[:：])?[^.:：]{0,12}$/u.test(answer);
}
