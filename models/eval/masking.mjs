// SPDX-License-Identifier: Apache-2.0

// What becomes of persons' names where all entities are masked: a name is found where its exact
// span is found as PER, and hidden where each of its characters lies in an entity of any type.

import { foundKey, goldKey } from './scoring.mjs';

export class Names {
  total = 0;
  found = 0;
  hidden = 0;
}

/**
 * One count for each key, where a key is a line of the report.
 * @extends {Map<string, Names>}
 */
export class MaskingReport extends Map {
  /** @param {string} key */
  at(key) {
    const names = this.get(key) ?? new Names();
    this.set(key, names);
    return names;
  }

  /**
   * @param {string[]} keys the lines that the row counts in
   * @param {import('./dataset.mjs').Row} row
   * @param {import('./scoring.mjs').Entity[]} records
   */
  add(keys, row, records) {
    const found = new Set(records.map(foundKey));
    const characters = [...row.t];
    const isHidden = (/** @type {number} */ at) =>
      records.some(({ start, end }) => start <= at && at < end);
    for (const span of row.e.filter(([, , label]) => label === 'PER')) {
      const [start, end] = span;
      const hidden = characters
        .slice(start, end)
        .every((character, at) => character === ' ' || isHidden(start + at));
      for (const key of keys) {
        const names = this.at(key);
        names.total += 1;
        if (found.has(goldKey(span))) names.found += 1;
        if (hidden) names.hidden += 1;
      }
    }
  }
}
