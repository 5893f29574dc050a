// SPDX-License-Identifier: Apache-2.0

import { digitsEnd, isHyphen, isSpace, unitAt } from "./characters.js";

/** Digits that stand together, and what stands before the next ones: one unit, or nothing where they end. */
export interface DigitGroup {
  start: number;
  end: number;
  /** `" "`, `"-"` or another character, `""` behind the last group. */
  separator: string;
}

/**
 * The groups of digits that begin at `from`, each one unit away from the next. A line's end, two separators and
 * any letter end them.
 *
 *     "4111 1111-22, 3" → [{ 0, 4, " " }, { 5, 9, "-" }, { 10, 12, "" }]
 */
export function digitGroups(text: string, from: number, allowed = " -"): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let start = from; ;) {
    const end = digitsEnd(text, start);
    const separator = separatorAt(text, end, allowed);
    const next = end + separator.length;
    const goesOn = separator !== "" && digitsEnd(text, next) > next;
    groups.push({ start, end, separator: goesOn ? separator : "" });
    if (!goesOn) return groups;
    start = next;
  }
}

function separatorAt(text: string, at: number, allowed: string): string {
  const unit = unitAt(text, at);
  const plain = isSpace(unit) ? " " : isHyphen(unit) ? "-" : text.charAt(at);
  return plain !== "" && allowed.includes(plain) ? plain : "";
}
