// SPDX-License-Identifier: Apache-2.0

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import type { Tagged } from "./record.js";

/**
 * Offsets of a text in code points, as Python counts, for those in UTF-16 units, as JavaScript does. Offsets
 * that ascend cost one pass over the text together; one that is smaller than the last begins anew.
 *
 *     const points = new CodePoints("🚀 Emma");
 *     [points.at(3), points.at(7)] // [2, 6]
 */
export class CodePoints {
  readonly #text: string;
  #units = 0;
  #points = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Code points before a unit. A lone surrogate is one. */
  at(unit: number): number {
    if (unit < this.#units) this.#units = this.#points = 0;
    while (this.#units < unit) {
      this.#units += (this.#text.codePointAt(this.#units) ?? 0) > 0xffff ? 2 : 1;
      this.#points++;
    }
    return this.#points;
  }
}

/** The entities of a record with their offsets in a unit. */
export function inUnit({ record, entities }: Tagged, unit: OffsetUnit): Tagged["entities"] {
  if (unit === "utf16") return entities;
  const points = new CodePoints(record.text);
  return entities.map((entity) => {
    const start = points.at(entity.start);
    return Object.assign({}, entity, { start, end: points.at(entity.end) });
  });
}
