// SPDX-License-Identifier: Apache-2.0

import {
  asciiDigits,
  digitValue,
  digitsEnd,
  isDigit,
  isHyphen,
  isSpace,
  joins,
  nextDigit,
  unitAt,
} from "./characters.js";
import { textBefore } from "./context.js";
import { isApart, isWhole, writersOf } from "./phone_groups.js";
import { judgeInternational, nationalJudge, phoneCountries } from "./phone_numbers.js";
import type { CountryCode, NationalTest } from "./phone_numbers.js";
import { isNationalShape, isOtherShape, isSum } from "./phone_shapes.js";
import type { Said } from "./phone_words.js";
import { saidOf } from "./phone_words.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import { countriesIn } from "./text_countries.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/**
 * Telephone numbers, judged by libphonenumber's data.
 *
 * With a calling code (`+49 30 1234567`, `0049 …`) a number is found anywhere: `checked` where it is valid, less
 * where it is only of a possible length, as invented numbers are. Without one it is found where a word says that
 * it is called ("Tel.", "call me at") and it is valid in one of the countries, or where it is written as
 * nothing else is (`(202) 555-0143`, `06 12 34 56 78`). Days, sums, and what a word says is the number of an order
 * are not found.
 *
 * The library sees one short number at a time, never the text, so that its searches are bounded.
 */
export function phoneRecognizer(countries: readonly CountryCode[] = phoneCountries): Recognizer {
  const name = "phone";
  const isNational = nationalJudge(countries);
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const plans = { isNational, countries, countriesAt: countriesIn(text) };
      for (const run of runsOf(text)) {
        let from = 0;
        for (let first = 0; first < run.length; ++first) {
          const group = run[first] as Group;
          if (group.start < from) continue;
          if (isOfAccount(text, run, first)) {
            from = run[first + 2]?.end ?? group.end;
            continue;
          }
          // Behind one number another may begin with any digit.
          const isHead = first === 0 || run[first - 1]?.end === from;
          const phone = phoneAt(text, run, first, { isHead, plans });
          if (phone === undefined) continue;
          found.push(
            recordOf(text, phone.range, { label: "PHONE", score: phone.score, source: name }),
          );
          from = phone.range[1];
        }
      }
      return found;
    },
  };
}

/** Digits that stand together; `start` includes a `+` or `(` before them. */
interface Group {
  start: number;
  end: number;
  digits: number;
}

/** The fewest digits of a number with its area, and the most of one with its calling code (E.164). */
const fewest = 7;
const most = 15;

/** Runs of groups with at most three signs between two, each with `fewest` digits at least. */
function* runsOf(text: string): Generator<Group[]> {
  const { length } = text;
  let run: Group[] = [];
  let digits = 0;
  let last = -9;
  for (let i = nextDigit(text, 0); i < length; i = nextDigit(text, last)) {
    const end = digitsEnd(text, i);
    const start = signStart(text, i, Math.max(0, last));
    if (!(i - last <= 4 && isBetween(text, last, start) && !isPlus(unitAt(text, start)))) {
      if (digits >= fewest) yield run;
      run = [];
      digits = 0;
    }
    run.push({ start, end, digits: end - i });
    digits += end - i;
    last = end;
  }
  if (digits >= fewest) yield run;
}

function signStart(text: string, from: number, least: number): number {
  let start = from;
  if (start > least && isOpen(unitAt(text, start - 1))) --start;
  const before = isSpace(unitAt(text, start - 1)) ? start - 2 : start - 1;
  return before >= least && isPlus(unitAt(text, before)) && (before === start - 1 || start < from)
    ? before
    : start;
}

const isPlus = (unit: number) => unit === 43 || unit === 0xff0b;
const isOpen = (unit: number) => unit === 40 || unit === 0xff08;
const isClosed = (unit: number) => unit === 41 || unit === 0xff09;

/** Whether nothing but signs of a number stands there: spaces, hyphens, `.`, `/`, brackets. */
function isBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; ++i) {
    const unit = text.charCodeAt(i);
    if (!isSpace(unit) && !isHyphen(unit) && unit !== 46 && unit !== 47 && !isClosed(unit))
      return false;
  }
  return true;
}

/** Groups of four, as cards and accounts have them, are no telephone number. */
function isOfAccount(text: string, run: Group[], first: number): boolean {
  const [a, b, c, d] = run.slice(first, first + 4);
  const isFours = a?.digits === 4 && b?.digits === 4;
  if (!isFours) return false;
  if (c?.digits === 4 && d !== undefined && d.start === c.end + 1) return true;
  return beginsAccount.test(textBefore(text, a.start, 36));
}

/** The beginning of an IBAN, `GB24 ERHD `. */
const beginsAccount = /(?<![A-Z])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]{4})*[ -]?$/i;

/** The countries whose numbers are found, and those of the text around a place. */
interface Plans {
  isNational: NationalTest;
  countries: readonly string[];
  countriesAt(at: number): readonly string[];
}

type Phone = { range: readonly [number, number]; score: number };

function phoneAt(
  text: string,
  run: Group[],
  first: number,
  { isHead, plans }: { isHead: boolean; plans: Plans },
): Phone | undefined {
  const { start: sign, digits } = run[first] as Group;
  if (!canBegin(text, sign, first > 0)) return undefined;
  const ends = endsOf(text, run, first);
  // A bracket that nothing closes within the number belongs to the text.
  const isBracket = isOpen(unitAt(text, sign)) && !/[)）]/.test(text.slice(sign, ends[0] ?? sign));
  const start = isBracket ? sign + 1 : sign;
  if (isPlus(unitAt(text, start))) return international(text, start, ends);
  const isZeros = /^00 ?[1-9]/.test(asciiForm(text, start, start + 4));
  const isLikely = isOpen(unitAt(text, start)) || (text.charAt(start) === "0" && digits > 1);
  if (!isHead && !isLikely && digits < 10) return undefined;
  if (!isZeros) return national(text, start, ends, plans);
  const isOther = saidOf(text, start, ends[0] ?? start) === "other";
  return isOther ? undefined : international(text, start, ends);
}

/** The ends of the groups that a number from `first` may have, the longest first. */
function endsOf(text: string, run: Group[], first: number): number[] {
  const ends: number[] = [];
  let digits = 0;
  for (let i = first; i < run.length; ++i) {
    const group = run[i] as Group;
    digits += group.digits;
    if (digits > most + 2) break;
    if (digits >= fewest - 1 && canEnd(text, group.end)) ends.unshift(group.end);
    // "030 1234567 2 times": a short group behind a number that is long enough is another number.
    const next = run[i + 1];
    const isShort = next !== undefined && next.digits <= 2 && isSpace(unitAt(text, group.end));
    if (isShort && group.digits >= 5 && digits >= 9) break;
  }
  return ends;
}

function international(text: string, start: number, ends: number[]): Phone | undefined {
  let possible: Phone | undefined;
  for (const end of ends) {
    const number = asciiForm(text, start, end).replace(/^00 ?/, "+");
    if (number.replace(/\D/g, "").length < fewest) continue;
    const verdict = judgeInternational(number);
    if (verdict === "valid") return { range: [start, end], score: scores.checked };
    if (verdict === "possible") possible ??= { range: [start, end], score: scores.in_context };
  }
  if (possible !== undefined && isPlus(unitAt(text, start))) return possible;
  const end = ends[0];
  if (end === undefined || asciiDigits(text.slice(start, end)).length > most) return undefined;
  const isSaid = ["label", "called", "again"].includes(saidOf(text, start, end) ?? "");
  return isSaid ? { range: [start, end], score: scores.form } : undefined;
}

function national(text: string, start: number, ends: number[], plans: Plans): Phone | undefined {
  const longest = ends[0];
  if (longest === undefined) return undefined;
  const said = saidOf(text, start, longest);
  if (said === "other") return undefined;
  const isChinese = isHan(text, start - 1) || isHan(text, longest);
  let labelled: Phone | undefined;
  for (const end of ends) {
    const range = [start, end] as const;
    const number = asciiForm(text, start, end);
    if (isOtherShape(number) || isMoney(text, start, end)) continue;
    const count = number.replace(/\D/g, "").length;
    if (count > 13 || (count < fewest && said !== "label")) continue;
    if (said === "label") labelled ??= { range, score: scores.form };
    const isCalled = said === "label" || said === "called" || said === "again";
    const isSaid = said === "label" || (isCalled && mayBeCalled(number, said));
    const isOne =
      isNationalShape(number, isChinese) ||
      (isSaid && plans.isNational(number)) ||
      isUsual(text, range, number, { said, plans });
    if (isOne)
      return { range, score: isCalled || said === "hint" ? scores.in_context : scores.form };
  }
  return labelled;
}

/** Whether it is written as numbers are in a country of the text's language, and is one of that country. */
function isUsual(
  text: string,
  [start, end]: readonly [number, number],
  number: string,
  { said, plans }: { said: Said; plans: Plans },
): boolean {
  if (!isWhole(text, start, end)) return false;
  const near = plans.countriesAt(start);
  const isHinted = said === "hint" || said === "called" || said === "again";
  // A text that is too short to tell: what begins with a nought is written so in few countries.
  const isEnough = isHinted || /^\(?0/.test(number);
  const isLocal = near.some((country) => plans.countries.includes(country));
  const among = isLocal ? near : isEnough ? plans.countries : [];
  const isSure = (kind: "sure" | "open") => {
    const writers = writersOf(number, kind, among);
    return writers.length > 0 && plans.isNational(number, writers);
  };
  if (isSure("sure")) return true;
  if (!isHinted && !isApart(text, start, end)) return false;
  return (said !== "other far" || /\D/.test(number)) && isSure("open");
}

/** Whether a word farther away is enough: digits alone behind another number are often something else. */
function mayBeCalled(number: string, said: Said): boolean {
  return !isSum(number) && (said === "called" || /\D/.test(number) || number.startsWith("0"));
}

/** Whether a number may begin here: not within a word, a path, another number or a number of an order. */
function canBegin(text: string, start: number, isWithin: boolean): boolean {
  const before = unitAt(text, start - 1);
  if (joins(before) || before === 35 || before === 64 || before === 92) return false;
  const isSign =
    isHyphen(before) || before === 46 || before === 44 || before === 47 || before === 43;
  if (isSign && !isWithin) return !joins(unitAt(text, start - 2)) && before !== 47;
  return !(before === 58 && isDigit(unitAt(text, start - 2)));
}

function canEnd(text: string, end: number): boolean {
  const after = unitAt(text, end);
  if (after === 120) return /^x\d{1,5}(?!\w)/.test(text.slice(end, end + 7)); // an extension
  if (joins(after) || [35, 37, 64].includes(after)) return false;
  const isSign = after === 44 || after === 58 || after === 46 || isHyphen(after);
  return !(
    isSign &&
    joins(unitAt(text, end + 1)) &&
    !(isHyphen(after) && isDigit(unitAt(text, end + 1)))
  );
}

const money = /[€$£¥₹₽₩฿₺৳₸]/;
const moneyAfter =
  /^\s?(?:[€$£¥₹₽₩฿₺৳₸%]|(?:eur|usd|gbp|chf|sek|nok|dkk|pln|huf|ron|rub|kr|zł|ft|lei|руб|тг|tl|元|円|원|บาท|रुपये|টাকা)(?!\p{L}))/iu;

function isMoney(text: string, start: number, end: number): boolean {
  return (
    money.test(text.slice(Math.max(0, start - 2), start)) ||
    moneyAfter.test(text.slice(end, end + 8))
  );
}

function isHan(text: string, at: number): boolean {
  return /\p{sc=Han}/u.test(text.charAt(at));
}

/** The number in ASCII: digits, `+`, brackets, hyphens and spaces of any form as the plain ones. */
function asciiForm(text: string, start: number, end: number): string {
  let form = "";
  for (let i = start; i < end; ++i) {
    const unit = text.charCodeAt(i);
    const value = digitValue(unit);
    if (value >= 0) form += String(value);
    else if (isPlus(unit)) form += "+";
    else if (isOpen(unit)) form += "(";
    else if (isClosed(unit)) form += ")";
    else form += isSpace(unit) ? " " : isHyphen(unit) ? "-" : text.charAt(i);
  }
  return form;
}
