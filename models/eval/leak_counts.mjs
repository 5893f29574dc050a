// SPDX-License-Identifier: Apache-2.0

// Counts what a system leaves readable, hides for nothing and finds, by set of texts, part of it and kind of value.
// A line's key is "documents de PHONE".

import { LABELS } from './documents.mjs';
import { Leaks } from './leaks.mjs';
import { ValueScores } from './value_scores.mjs';

/** The kinds of values that rules find, and whose spans count. */
export const RULED = ['EMAIL', 'PHONE', 'IBAN', 'CARD', 'ID'];

/** Sets that mark values of every kind; the everyday text marks names alone. */
const marksAll = new Set(['documents']);

/** @typedef {{ leaks: Leaks, scores: ValueScores }} Counts */
/** @typedef {{ row: import('./dataset.mjs').Row, what: string, range: import('./leaks.mjs').Range }} Mistake */

/**
 * @param {import('./leak_systems.mjs').MaskingSystem} find
 * @param {Map<string, import('./dataset.mjs').Row[]>} sets
 * @param {(row: import('./dataset.mjs').Row) => string[]} partsOf the parts of its set that a row counts in
 * @returns {Promise<{ counts: Counts, mistakes: Mistake[] }>}
 */
export async function countLeaks(find, sets, partsOf) {
  const counts = { leaks: new Leaks(), scores: new ValueScores() };
  /** @type {Mistake[]} */
  const mistakes = [];
  for (const [set, rows] of sets) {
    const found = await find(rows.map(({ t }) => t));
    for (const [at, row] of rows.entries()) {
      const add = (
        /** @type {string} */ what,
        /** @type {import('./leaks.mjs').Range[]} */ ranges,
      ) => mistakes.push(...ranges.map((range) => ({ row, what, range })));
      for (const label of LABELS) {
        const keys = partsOf(row).map((part) => `${set} ${part} ${label}`);
        const { leaked, hidden } = counts.leaks.add(keys, row, found[at], label);
        add(`leaked ${label}`, leaked);
        // The same for each label.
        if (label === LABELS[0]) add('hidden', hidden);
        if (!RULED.includes(label) || !marksAll.has(set)) continue;
        const { missed, wrong } = counts.scores.add(keys, row, found[at], label);
        add(`not exactly ${label}`, missed);
        add(`taken for ${label}`, wrong);
      }
    }
  }
  return { counts, mistakes };
}

const AROUND = 25;

/**
 * A line that shows a mistake with what stands around it.
 *
 *     mistakeLine({ row, what: 'leaked PER', range: { start: 5, end: 8 } })   // 'de-01, leaked PER: Gruß ⟦Ana⟧ Berg'
 *
 * @param {Mistake & { row: { id?: string } }} mistake
 */
export function mistakeLine({ row, what, range: { start, end } }) {
  const before = row.t.slice(Math.max(0, start - AROUND), start);
  const context = `${before}⟦${row.t.slice(start, end)}⟧${row.t.slice(end, end + AROUND)}`;
  return `${row.id ?? `${row.l} ${row.s}`}, ${what}: ${context.replace(/\s+/gu, ' ').trim()}`;
}
