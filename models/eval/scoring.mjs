// SPDX-License-Identifier: Apache-2.0

// Counts exact spans and types. A predicted MISC is left out where its source labels none.

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
   * @param {import('./dataset.mjs').Row} row
   * @param {{ entity_group: string, start: number, end: number }[]} records
   */
  add(row, records) {
    const kind = row.s === 'wikiann' ? 'wikiann' : 'human';
    const lines = [kind, `${kind} language ${row.l}`, `${kind} source ${row.l} ${row.s}`];
    for (const line of lines) this.at(line).sentences += 1;
    const gold = new Set(row.e.map(([start, end, label]) => `${start} ${end} ${label}`));
    const predicted = new Set(
      records
        .filter((record) => row.m === 1 || record.entity_group !== 'MISC')
        .map((record) => `${record.start} ${record.end} ${record.entity_group}`),
    );
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
