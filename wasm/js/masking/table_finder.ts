// SPDX-License-Identifier: Apache-2.0

import { placeholderFinder } from "./find_placeholders.js";
import type { Found, PlaceholderFinder } from "./find_placeholders.js";
import { pseudonymFinder } from "./find_pseudonyms.js";
import type { PlaceholderTable } from "./table.js";

/** Finds a table's placeholders and pseudonyms in one pass: what begins first, and a placeholder before a pseudonym. */
export function tableFinder(table: PlaceholderTable): PlaceholderFinder {
  const finders = [placeholderFinder(table), pseudonymFinder(table.pseudonyms)];
  return {
    get longest() {
      return Math.max(...finders.map(({ longest }) => longest));
    },
    *scan(text, from = 0) {
      const sides = finders.map((finder) => new Side(finder, text));
      for (let at = from; ;) {
        const found = sides
          .map((side) => side.firstFrom(at))
          .reduce((a, b) => (b !== undefined && (a === undefined || b.start < a.start) ? b : a));
        if (found === undefined) return;
        yield found;
        at = found.end;
      }
    },
  };
}

/** What one of the two finds: what begins within something of the other is passed, and looked for anew behind that. */
class Side {
  readonly #finder: PlaceholderFinder;
  readonly #text: string;
  #rest: Iterator<Found> | undefined;
  #next: Found | undefined;

  constructor(finder: PlaceholderFinder, text: string) {
    this.#finder = finder;
    this.#text = text;
  }

  firstFrom(at: number): Found | undefined {
    if (this.#rest !== undefined && (this.#next === undefined || this.#next.start >= at)) {
      return this.#next;
    }
    const isBehind = this.#next !== undefined && this.#next.end <= at;
    if (this.#rest === undefined || !isBehind)
      this.#rest = this.#finder.scan(this.#text, at)[Symbol.iterator]();
    const next = this.#rest.next();
    this.#next = next.done === true ? undefined : next.value;
    return this.firstFrom(at);
  }
}
