// SPDX-License-Identifier: Apache-2.0

// Are scores probabilities? Found spans in ten bins of their score: the mean score of a bin against
// the share of its spans that are exact. The expected calibration error (Naeini, Cooper and
// Hauskrecht, 2015) is the mean distance of the two, weighted by the number of spans.

import { foundKey, goldKey, judged } from './scoring.mjs';

const BINS = 10;

export class Calibration {
  bins = Array.from({ length: BINS }, (_, at) => ({
    from: at / BINS, to: (at + 1) / BINS,
    spans: 0, scores: 0, exact: 0,
  }));

  /**
   * @param {import('./dataset.mjs').Row} row
   * @param {import('./scoring.mjs').Entity[]} records
   */
  add(row, records) {
    const gold = new Set(row.e.map(goldKey));
    for (const record of judged(row, records)) {
      const bin = this.bins[Math.min(BINS - 1, Math.floor(record.score * BINS))];
      bin.spans += 1;
      bin.scores += record.score;
      if (gold.has(foundKey(record))) bin.exact += 1;
    }
  }

  /** From 0, scores are probabilities, to 1. */
  get expectedError() {
    const spans = this.bins.reduce((sum, bin) => sum + bin.spans, 0);
    const distance = this.bins.reduce((sum, bin) => sum + Math.abs(bin.scores - bin.exact), 0);
    return spans === 0 ? 0 : distance / spans;
  }
}
