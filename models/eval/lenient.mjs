// SPDX-License-Identifier: Apache-2.0

// A score that forgives where a name begins and ends: a gold name is reached, and a found one is
// right, where it shares a character with one of the same type on the other side.

import { judged } from './scoring.mjs';

export class Lenient {
  gold = 0;
  reached = 0;
  predicted = 0;
  right = 0;

  /**
   * @param {import('./dataset.mjs').Row} row
   * @param {import('./scoring.mjs').Entity[]} records
   */
  add(row, records) {
    const found = judged(row, records).map((each) => [each.start, each.end, each.entity_group]);
    const meets = (span, others) =>
      others.some((other) => span[2] === other[2] && span[0] < other[1] && other[0] < span[1]);
    this.gold += row.e.length;
    this.predicted += found.length;
    this.reached += row.e.filter((span) => meets(span, found)).length;
    this.right += found.filter((span) => meets(span, row.e)).length;
  }

  get f1() {
    const precision = this.predicted === 0 ? 0 : this.right / this.predicted;
    const recall = this.gold === 0 ? 0 : this.reached / this.gold;
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }
}
