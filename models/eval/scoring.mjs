// SPDX-License-Identifier: Apache-2.0

// Counts exact spans and types. A predicted MISC is left out where its source labels none.

/**
 * What the pipeline finds, in code points.
 * @typedef {{ entity_group: string, score: number, start: number, end: number }} Entity
 */

/**
 * The records that can be right or wrong: without MISC where the row's source labels none.
 * @param {import('./dataset.mjs').Row} row
 * @param {Entity[]} records
 */
export function judged(row, records) {
  return records.filter((record) => row.m === 1 || record.entity_group !== 'MISC');
}

/** A gold span, as a key. @param {[number, number, string]} span */
export const goldKey = ([start, end, label]) => `${start} ${end} ${label}`;

/** A found one, likewise. @param {Entity} record */
export const foundKey = (record) => `${record.start} ${record.end} ${record.entity_group}`;

export class Counts {
  sentences = 0;
  right = 0;
  predicted = 0;
  gold = 0;

  get precision() {
    return this.predicted === 0 ? 0 : this.right / this.predicted;
  }

  get recall() {
    return this.gold === 0 ? 0 : this.right / this.gold;
  }

  get f1() {
    const total = this.predicted + this.gold;
    return total === 0 ? 0 : (2 * this.right) / total;
  }
}

/**
 * One count for each key, where a key is a line of the report.
 * @extends {Map<string, Counts>}
 */
export class Report extends Map {
  /** @param {string} key */
  at(key) {
    const counts = this.get(key) ?? new Counts();
    this.set(key, counts);
    return counts;
  }

  /**
   * Counts a row in each of the lines `${kind}` and `${kind} ${part}`, and in that of each type.
   * @param {string} kind
   * @param {string[]} parts
   * @param {import('./dataset.mjs').Row} row
   * @param {Entity[]} records
   */
  add(kind, parts, row, records) {
    const lines = [kind, ...parts.map((part) => `${kind} ${part}`)];
    for (const line of lines) this.at(line).sentences += 1;
    const gold = new Set(row.e.map(goldKey));
    const predicted = new Set(judged(row, records).map(foundKey));
    const right = [...predicted].filter((span) => gold.has(span));
    for (const [spans, field] of [
      [gold, 'gold'],
      [predicted, 'predicted'],
      [right, 'right'],
    ]) {
      for (const span of spans) {
        for (const line of [...lines, `${kind} type ${span.split(' ')[2]}`]) {
          this.at(line)[field] += 1;
        }
      }
    }
  }
}
