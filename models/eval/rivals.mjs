// SPDX-License-Identifier: Apache-2.0

// The default model beside the libraries that find English names without downloading a model, on the
// human-labelled English dev sources of A and A2.
//
//   node models/eval/rivals.mjs --write        all sentences, figures into the model card
//   node models/eval/rivals.mjs --limit 100    a quick look

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { pipeline } from '../../dist/node/index.js';
import { decimals, table, writeIntoCard } from './card.mjs';
import { evenly, isHumanLabelled, readDevSets } from './dataset.mjs';
import { Lenient } from './lenient.mjs';
import { ensureOwnPackages } from './own_packages.mjs';
import { judged, Report } from './scoring.mjs';

ensureOwnPackages();
const { findByCompromise, findByCompromiseWithMentions } = await import('./rival_compromise.mjs');
const { findByWink, findByWinkTags } = await import('./rival_wink.mjs');

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(REPOSITORY, '..', 'shared', 'data') },
    model: { type: 'string', default: join(REPOSITORY, 'models', 'default') },
    limit: { type: 'string', default: '0' },
    write: { type: 'boolean', default: false },
  },
});

const sets = [...(await readDevSets(values.data)).values()]
  .filter(([row]) => row.l === 'en' && isHumanLabelled(row))
  .map((rows) => evenly(rows, Number(values.limit)));
const rows = sets.flat();

const ner = await pipeline('token-classification', values.model);
const systems = {
  'this model': (text) => ner(text, { aggregation_strategy: 'simple', offsets: 'codepoint' }),
  compromise: findByCompromise,
  'compromise, and mentions': findByCompromiseWithMentions,
  'wink-nlp, mentions': findByWink,
  'wink-nlp, proper nouns': findByWinkTags,
};

/** Where types do not count. @param {import('./scoring.mjs').Entity[]} records */
const untyped = (records) => records.map((record) => ({ ...record, entity_group: 'NAME' }));

/** The row and its records without the names of @mentions. */
function withoutMentions(row, records) {
  const characters = [...row.t];
  const isMention = (start) => characters[start] === '@' || characters[start - 1] === '@';
  return [
    { ...row, e: row.e.filter(([start]) => !isMention(start)) },
    records.filter(({ start }) => !isMention(start)),
  ];
}

const exact = new Report();
const lenient = new Map(Object.keys(systems).map((name) => [name, new Lenient()]));
for (const [name, find] of Object.entries(systems)) {
  for (const row of rows) {
    const records = await find(row.t);
    const bare = { ...row, m: 0, e: row.e.filter(([, , label]) => label !== 'MISC') };
    const names = { ...row, e: row.e.map(([start, end]) => [start, end, 'NAME']) };
    exact.add(name, [`source ${row.s}`], row, records);
    exact.add(`${name} without MISC`, [], bare, records);
    exact.add(`${name} without mentions`, [], ...withoutMentions(row, records));
    exact.add(`${name} spans`, [], names, untyped(judged(row, records)));
    lenient.get(name).add(row, records);
  }
  console.error(`${name}: F1 ${exact.at(name).f1.toFixed(4)}`);
}
await ner.dispose();

const names = Object.keys(systems);
const sources = sets.map(([row]) => row.s);
const f1 = (key) => decimals(exact.at(key).f1);
const all = exact.at('this model').gold;
const mentions = all - exact.at('this model without mentions').gold;
const tables = [
  `Measured with \`node models/eval/rivals.mjs\` on the ${rows.length} English sentences of the ` +
    `human-labelled dev sources. ${mentions} of their ${all} gold entities are the two parts of an ` +
    '@mention, which one of the sources labels; after F1 over all of them stands F1 without these, without `MISC`, ' +
    'which the rivals do not know, with a shared character of the same type as enough (`lenient`), ' +
    'and where types do not count (`spans`).',
  table(
    ['system'],
    ['precision', 'recall', 'F1', 'without mentions', 'without MISC', 'lenient', 'spans'],
    names.map((name) => [
      name,
      ...[exact.at(name).precision, exact.at(name).recall, exact.at(name).f1].map(decimals),
      ...[`${name} without mentions`, `${name} without MISC`].map(f1),
      decimals(lenient.get(name).f1),
      f1(`${name} spans`),
    ]),
  ),
  table(
    ['F1'],
    sources,
    names.map((name) => [name, ...sources.map((source) => f1(`${name} source ${source}`))]),
  ),
].join('\n\n');
console.log(tables);
if (values.write) await writeIntoCard(join(values.model, 'README.md'), 'rivals', tables);
