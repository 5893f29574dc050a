// SPDX-License-Identifier: Apache-2.0

import {
  digitValue,
  isAsciiLetter,
  isDigit,
  isHyphen,
  isSpace,
  joins,
  nextDigit,
  unitAt,
} from "./characters.js";
import { ownersOf, textAfter, textBefore, wordList } from "./context.js";
import { groupKey, shapeTree } from "./id_rule.js";
import type { IdRule, ShapeNode } from "./id_rule.js";
import { idRules } from "./id_rules.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/** Words for such numbers in general. */
const general = wordList(`
  national id, identity, id no, id number, id card, id:, personal id, citizen, tax id, identité,
  identidad, identidade, identitas, identific, ausweis, steuer, fiscal, osobist, kimlik, személyi,
  удостоверени, личный номер, жеке, 身份证, 身分證, 身份證, 证件, เลขประจำตัว, บัตรประชาชน, 주민, पहचान, জাতীয় পরিচয়,
  পরিচয়পত্র
`);

/**
 * Numbers of persons with which states and their services know them, by the rules of `id_rules.ts`. A number is
 * found where its check digits hold, and where a word says what it is unless it is written as nothing else is.
 *
 *     "PESEL 44051401359" → 44051401359, score 1     "44051401359" → nothing: order numbers look so
 */
export function idRecognizer(countries?: readonly string[]): Recognizer {
  const name = "id";
  const rules = idRules.filter(({ country }) => countries?.includes(country) ?? true);
  const find = finderOf(rules);
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      let before = 0;
      for (let i = nextDigit(text, 0); i < length;) {
        const match = find(text, i, before);
        if (match !== undefined) {
          const { range, score } = match;
          found.push(recordOf(text, range, { label: "ID", score, source: name }));
          before = range[1];
        }
        i = nextDigit(text, Math.max(before, groupEnd(text, i)));
      }
      return found;
    },
  };
}

/** The countries that have a rule. */
export const idCountries: readonly string[] = [...new Set(idRules.map(({ country }) => country))];

type Match = { range: readonly [number, number]; score: number };

function finderOf(rules: readonly IdRule[]) {
  const tree = shapeTree(rules);
  const byLength = digitRules(rules);
  const ownersNear = ownersOf([
    ...rules.flatMap((rule) => rule.words.map((word) => [word, rule] as const)),
    ...general.map((word) => [word, undefined] as const),
  ]);

  /** The longest number that begins with the digits at `at` or the letters before them. */
  return (text: string, at: number, before: number): Match | undefined => {
    for (const start of startsOf(text, at, before)) {
      const found = fromStart(text, start);
      if (found !== undefined) return found;
    }
    return isStart(text, at) ? inAnyGroups(text, at) : undefined;
  };

  /**
   * The longest number in groups that nobody publishes, as people type them: "ИНН 5261 4038 9257". Its word has to
   * be near, its check has to hold, and all groups that stand together have to be its own.
   */
  function inAnyGroups(text: string, start: number): Match | undefined {
    let end = groupEnd(text, start);
    if (!isGap(unitAt(text, end)) || !isDigit(unitAt(text, end + 1))) return undefined;
    for (let group = 1; group < mostGroups; ++group) {
      const next = end + 1;
      if (!isGap(unitAt(text, end)) || !isDigit(unitAt(text, next))) break;
      end = groupEnd(text, next);
      if (end - start > 2 * mostGroups + mostDigits) return undefined;
    }
    if (end - start < fewestDigits || !isEnd(text, end)) return undefined;
    const value = compact(text, start, end);
    const checked = byLength
      .get(value.length)
      ?.filter((rule) => rule.check?.(value) === true && rule.form?.(value) !== false);
    if (checked === undefined || checked.length === 0) return undefined;
    const said = ownersNear(`${textAfter(text, end)}\n${textBefore(text, start)}`);
    return checked.some((rule) => said.has(rule))
      ? { range: [start, end], score: scores.checked }
      : undefined;
  }

  function fromStart(text: string, start: number): Match | undefined {
    let node: ShapeNode | undefined = tree;
    let best: Match | undefined;
    for (let i = start; ;) {
      const end = groupEnd(text, i);
      if (end === i) return best;
      node = node.next.get(groupKey(isDigit(unitAt(text, i)) ? "digit" : "letter", end - i));
      if (node === undefined) return best;
      if (node.ends.length > 0 && isEnd(text, end)) best = judge(text, start, end, node) ?? best;
      i = end;
      if (groupEnd(text, i) > i) continue;
      node = node.next.get(separatorAt(text, i));
      if (node === undefined) return best;
      ++i;
    }
  }

  function judge(text: string, start: number, end: number, { ends }: ShapeNode): Match | undefined {
    if (goesOn(text, start, end)) return undefined;
    const value = compact(text, start, end);
    let said: Set<IdRule | undefined> | undefined;
    let score = 0;
    for (const { rule, isDistinct } of ends) {
      if (rule.form?.(value) === false) continue;
      const isChecked = rule.check?.(value) ?? false;
      if (rule.check !== undefined && !isChecked && rule.is_check_optional !== true) continue;
      let one: number = isChecked ? scores.checked : scores.form;
      if (!isDistinct || !isChecked) {
        said ??= ownersNear(`${textAfter(text, end)}\n${textBefore(text, start)}`);
        const isSaid = said.has(rule) || (isChecked && said.has(undefined));
        if (!isDistinct && !isSaid) continue;
        if (!isChecked && isSaid) one = scores.in_context;
      }
      score = Math.max(score, one);
    }
    return score > 0 ? { range: [start, end], score } : undefined;
  }
}

/** How many groups and digits a number has at most that is typed as people please. */
const mostGroups = 6;
const mostDigits = 18;
const fewestDigits = 8;

/** Rules of digits alone with a check, by how many. */
function digitRules(rules: readonly IdRule[]): Map<number, IdRule[]> {
  const byLength = new Map<number, IdRule[]>();
  for (const rule of rules.filter(({ check }) => check !== undefined)) {
    const lengths = rule.shapes.split("|").filter((shape) => /^\d+!?$/.test(shape));
    for (const length of lengths.map((shape) => parseInt(shape, 10))) {
      byLength.set(length, [...(byLength.get(length) ?? []), rule]);
    }
  }
  return byLength;
}

/** The most letters that a number begins with. */
const mostLetters = 6;

/** Where a number may begin whose first digits are at `at`: there, or at letters before them. */
function startsOf(text: string, at: number, before: number): number[] {
  const gap = isSeparator(unitAt(text, at - 1)) ? 1 : 0;
  let letters = at - gap;
  const least = Math.max(before, letters - mostLetters);
  while (letters > least && isAsciiLetter(unitAt(text, letters - 1))) --letters;
  const starts = letters < at - gap && isStart(text, letters) ? [letters] : [];
  return isStart(text, at) ? [...starts, at] : starts;
}

function isStart(text: string, at: number): boolean {
  const unit = unitAt(text, at - 1);
  if (joins(unit) || unit === 35) return false;
  const isTied = isHyphen(unit) || unit === 46 || unit === 47 || unit === 44 || unit === 43;
  return !(isTied && joins(unitAt(text, at - 2)));
}

function isEnd(text: string, end: number): boolean {
  const unit = unitAt(text, end);
  if (joins(unit)) return false;
  const isTied = isHyphen(unit) || unit === 46 || unit === 47 || unit === 44;
  return !(isTied && isDigit(unitAt(text, end + 1)));
}

/** Whether groups of digits are some of more: "1111 2222 3333" of "1111 2222 3333 4444". */
function goesOn(text: string, start: number, end: number): boolean {
  const groups = text.slice(start, end).split(/[^A-Za-z\p{Nd}]/u);
  const [first = "", last = ""] = [groups[0], groups.at(-1)];
  if (groups.length === 1) return false;
  const next = end + 1 + last.length;
  const before = start - 1 - first.length;
  return (
    (text.charAt(end) === text.charAt(end - last.length - 1) &&
      isWholeGroup(text, end + 1, next)) ||
    (text.charAt(start - 1) === text.charAt(start + first.length) &&
      isWholeGroup(text, before, start - 1))
  );
}

/** Whether these are digits and none is beside them. */
function isWholeGroup(text: string, start: number, end: number): boolean {
  return (
    !isDigit(unitAt(text, start - 1)) &&
    isDigit(unitAt(text, start)) &&
    groupEnd(text, start) === end
  );
}

/** The end of the digits or of the letters at `from`; `from` where neither is. */
function groupEnd(text: string, from: number): number {
  let end = from;
  if (isDigit(unitAt(text, from))) while (isDigit(unitAt(text, end))) ++end;
  else while (isAsciiLetter(unitAt(text, end)) && end - from < 20) ++end;
  return end;
}

/** A sign between groups as people type them: a space, a hyphen, a full stop, a slash. */
function isGap(unit: number): boolean {
  return isSeparator(unit) || unit === 46 || unit === 47;
}

function isSeparator(unit: number): boolean {
  return isSpace(unit) || isHyphen(unit);
}

function separatorAt(text: string, at: number): string {
  const unit = unitAt(text, at);
  return isSpace(unit) ? " " : isHyphen(unit) ? "-" : text.charAt(at);
}

/** The digits and letters of a number, digits as ASCII, letters as capitals. */
function compact(text: string, start: number, end: number): string {
  let value = "";
  for (let i = start; i < end; ++i) {
    const unit = text.charCodeAt(i);
    const digit = digitValue(unit);
    if (digit >= 0) value += String(digit);
    else if (isAsciiLetter(unit)) value += text.charAt(i).toUpperCase();
  }
  return value;
}
