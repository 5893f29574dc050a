// SPDX-License-Identifier: Apache-2.0

// What stays readable after masking, and what is hidden for nothing, through the package as it is shipped: on the
// everyday text, which has names alone, and on the documents.
//
//   node models/eval/measure_leaks.mjs                 this package, in its modes
//   node models/eval/measure_leaks.mjs --rivals        beside Rampart, compromise and wink-nlp, on the same texts
//   node models/eval/measure_leaks.mjs --examples de   each leak, and each public word that is hidden, of a language
//
// A value leaks where any word of it can be read. A public word is one outside of all marked values; the
// everyday text does not mark numbers, so words that are none have a column of their own ("no numbers").

import { parseArgs } from 'node:util';

import { pipeline } from '../../dist/node/index.js';
import { KINDS, LABELS, readDocuments } from './documents.mjs';
import { DOMAINS, readEveryday } from './everyday.mjs';
import { countLeaks, mistakeLine, RULED } from './leak_counts.mjs';
import { ownSystems, rivalSystems } from './leak_systems.mjs';
import { kindTable, languageTable, personTable, publicTable, valueTable } from './leak_tables.mjs';
import { RAMPART_LANGUAGES } from './rival_rampart.mjs';

const SHARED = 'languages of Rampart';

const { values } = parseArgs({
  options: {
    rivals: { type: 'boolean', default: false },
    examples: { type: 'string' },
  },
});

const sets = new Map([
  ['everyday', await readEveryday()],
  ['documents', await readDocuments()],
]);
const ner = await pipeline('token-classification');
const systems = new Map([...ownSystems(ner), ...(values.rivals ? await rivalSystems() : [])]);

/** @param {import('./dataset.mjs').Row} row */
const partsOf = ({ s, l }) => ['all', s, l, ...(RAMPART_LANGUAGES.includes(l) ? [SHARED] : [])];

/** @type {Map<string, import('./leak_counts.mjs').Counts>} */
const counts = new Map();
for (const [name, find] of systems) {
  const counted = await countLeaks(find, sets, partsOf);
  counts.set(name, counted.counts);
  counted.mistakes
    .filter(({ row }) => row.l === values.examples)
    .forEach((mistake) => console.log(`${name}: ${mistakeLine(mistake)}`));
}
await ner.dispose();

const languages = [...new Set([...sets.values()].flat().map(({ l }) => l))].sort();
const parts = (/** @type {string[]} */ kinds) => ['all', SHARED, ...kinds, ...languages];
const tables = [
  personTable(counts, 'everyday', parts(DOMAINS)),
  publicTable(counts, 'everyday', parts(DOMAINS)),
  personTable(counts, 'documents', parts(KINDS)),
  publicTable(counts, 'documents', parts(KINDS)),
  kindTable(counts, 'documents', 'all', LABELS),
  kindTable(counts, 'documents', SHARED, LABELS),
  languageTable(counts, 'model and rules', 'documents', languages, LABELS),
  valueTable(counts, 'documents all', RULED),
  valueTable(counts, `documents ${SHARED}`, RULED),
];
console.log(tables.join('\n\n'));
