// SPDX-License-Identifier: Apache-2.0
//
// Offsets of a file as UTF-16 units, and what is wrong with them.

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import { corpusError, shown } from "./source.js";

/** Takes spans of one text, in the unit that its file counts in. */
export class Offsets {
  readonly #text: string;
  readonly #unit: OffsetUnit;
  /** Where each code point begins, and where the last one ends; undefined where units are code points. */
  readonly #starts: number[] | undefined;

  constructor(text: string, unit: OffsetUnit) {
    this.#text = text;
    this.#unit = unit;
    this.#starts = /[\ud800-\udfff]/.test(text) ? startsOf(text) : undefined;
  }

  /**
   * The range in UTF-16 units. `said` is the entity's text, where the file has it as it stands there. Throws a
   * TextFormatError for a range that is empty, beyond the text, in the middle of a character, or of another text.
   *
   *     new Offsets("🚀 Emma", "codepoint").range(2, 6, "t.json:1", "Emma") // [3, 7]
   */
  range(start: unknown, end: unknown, place: string, said?: string): [number, number] {
    const length = this.#lengthIn(this.#unit);
    const isRange = isOffset(start) && isOffset(end) && start < end && end <= length;
    if (!isRange) {
      const wanted = `a start before an end, both from 0 to ${length}`;
      throw corpusError(place, wanted, `${shown(start)} to ${shown(end)}`);
    }
    const range = this.#inUnits(start, end, this.#unit);
    if (range.some((at) => isInside(this.#text, at))) {
      const wanted = `offsets between characters, in UTF-16 units (--offsets codepoint takes code points)`;
      throw corpusError(place, wanted, `${start} to ${end}`);
    }
    const found = this.#text.slice(...range);
    if (said === undefined || found === said) return range;
    throw corpusError(
      place,
      `${shown(said)} at ${start} to ${end}${this.#advice(start, end, said)}`,
      shown(found),
    );
  }

  /** Says so where an entity's own text, which may be written otherwise, is there by the other unit alone. */
  checkUnit(
    [start, end]: [number, number],
    given: [number, number],
    said: string,
    place: string,
  ): void {
    const found = this.#text.slice(start, end);
    const advice = found === said ? "" : this.#advice(...given, said);
    if (advice === "") return;
    throw corpusError(place, `${shown(said)} at ${given.join(" to ")}${advice}`, shown(found));
  }

  #advice(start: number, end: number, said: string): string {
    const other = this.#unit === "utf16" ? "codepoint" : "utf16";
    if (end > this.#lengthIn(other)) return "";
    const isThere = this.#text.slice(...this.#inUnits(start, end, other)) === said;
    return isThere ? ` (it is there with --offsets ${other})` : "";
  }

  #lengthIn(unit: OffsetUnit): number {
    return unit === "utf16" || this.#starts === undefined
      ? this.#text.length
      : this.#starts.length - 1;
  }

  #inUnits(start: number, end: number, unit: OffsetUnit): [number, number] {
    if (unit === "utf16" || this.#starts === undefined) return [start, end];
    return [this.#starts[start] ?? 0, this.#starts[end] ?? 0];
  }
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isInside(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function startsOf(text: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return [...starts, at];
}
