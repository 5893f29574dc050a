// SPDX-License-Identifier: Apache-2.0

// How many of the persons of the everyday text stay readable after masking, by domain and language, through
// the package as it is shipped.
//
//   node models/eval/measure_leaks.mjs

import { createMasker } from '../../dist/wasm/js/masking/index.js';
import { pipeline } from '../../dist/node/index.js';
import { decimals, table } from './card.mjs';
import { DOMAINS, readEveryday } from './everyday.mjs';
import { Leaks } from './leaks.mjs';

const ner = await pipeline('token-classification');
const leaks = new Leaks();
const rows = await readEveryday();
for (const row of rows) {
  // A table of its own: what another sentence has would be found by that, too.
  const { replacements } = await createMasker(ner).mask(row.t);
  leaks.add(['all', row.s, row.l], row, replacements);
}
await ner.dispose();

const languages = [...new Set(rows.map((row) => row.l))].sort();
const lines = ['all', ...DOMAINS, ...languages].map((key) => {
  const share = leaks.at(key);
  return [key, share.values, decimals(share.leakRate), share.words, decimals(share.hiddenRate)];
});
console.log(table(['text'], ['persons', 'leaked', 'other words', 'hidden'], lines));
