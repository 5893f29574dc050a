// SPDX-License-Identifier: Apache-2.0

// What masks texts: this package in its modes, and its rivals. A system gives what it hides of each text.
//
//   const systems = await ownSystems();
//   await systems.get('model and rules')(['Write to ana@example.org.'])
//   // [[{ label: 'EMAIL', start: 9, end: 24 }]]

import { createMasker } from '../../dist/wasm/js/masking/index.js';
import { nameRules } from '../../dist/wasm/js/names/index.js';
import { createRecognizers } from '../../dist/wasm/js/recognizers/public.js';
import { unitsOf } from './leaks.mjs';
import { ensureOwnPackages } from './own_packages.mjs';
import { findByRampart } from './rival_rampart.mjs';

/** @typedef {import('./value_scores.mjs').Found} Found */
/** @typedef {(texts: string[]) => Found[][] | Promise<Found[][]>} MaskingSystem */

/** All that the rules find but sums of money, which are public here. */
const recognizers = createRecognizers({
  include: [...['email', 'url', 'ip', 'mac', 'phone', 'iban', 'card', 'id', 'secret', 'birthdate']],
});

const names = nameRules();

/**
 * The modes of this package. A further mode is a line here.
 * @param {import('../../dist/wasm/js/masking/index.js').FindEntities} ner
 * @returns {Map<string, MaskingSystem>}
 */
export function ownSystems(ner) {
  return new Map([
    ['model alone', masking(() => createMasker(ner))],
    ['rules alone', masking(() => createMasker(null, { recognizers }))],
    ['model and rules', masking(() => createMasker(ner, { recognizers }))],
    ['model, names, rules', masking(() => createMasker(ner, { recognizers, names }))],
    ['with min_score 0.9', masking(() => createMasker(ner, { recognizers, names, min_score: 0.9 }))],
  ]);
}

/** @returns {Promise<Map<string, MaskingSystem>>} */
export async function rivalSystems() {
  ensureOwnPackages();
  const { findPrivateByCompromise } = await import('./rival_compromise.mjs');
  const { findPrivateByWink } = await import('./rival_wink.mjs');
  return new Map([
    ['Rampart', findByRampart],
    ['compromise', (texts) => texts.map((text) => inUnits(text, findPrivateByCompromise(text)))],
    ['wink-nlp', (texts) => texts.map((text) => inUnits(text, findPrivateByWink(text)))],
  ]);
}

/**
 * Each text has a table of its own: what another text has would be found by that, too.
 * @param {() => import('../../dist/wasm/js/masking/index.js').Masker} make
 * @returns {MaskingSystem}
 */
function masking(make) {
  return async (texts) => {
    const found = [];
    for (const text of texts) found.push((await make().mask(text)).replacements);
    return found;
  };
}

/**
 * @param {string} text
 * @param {import('./scoring.mjs').Entity[]} records in code points
 * @returns {Found[]}
 */
function inUnits(text, records) {
  const units = unitsOf(text);
  return records.map(({ entity_group, start, end }) => ({
    label: entity_group,
    start: units[start] ?? 0,
    end: units[end] ?? text.length,
  }));
}
