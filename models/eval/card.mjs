// SPDX-License-Identifier: Apache-2.0

// Writes tables of Markdown, and puts them into the model card between markers.

import { readFile, writeFile } from 'node:fs/promises';

/** A figure between 0 and 1 as tables show it. @param {number} figure */
export const decimals = (figure) => figure.toFixed(3);

/**
 * @param {string[]} names headings of the columns of text
 * @param {string[]} figures headings of the columns of figures
 * @param {(string | number)[][]} rows
 */
export function table(names, figures, rows) {
  const line = (/** @type {(string | number)[]} */ parts) => `| ${parts.join(' | ')} |`;
  return [
    line([...names, ...figures]),
    line([...names.map(() => '---'), ...figures.map(() => '---:')]),
    ...rows.map(line),
  ].join('\n');
}

/**
 * Replaces what stands between `<!-- SECTION: begin -->` and `<!-- SECTION: end -->` in a card.
 * @param {string} card
 * @param {string} section
 * @param {string} tables
 */
export function withSection(card, section, tables) {
  const begin = `<!-- ${section}: begin -->`;
  const end = `<!-- ${section}: end -->`;
  const from = card.indexOf(begin);
  const to = card.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`expected "${begin}" and then "${end}" in the card, found neither or one`);
  }
  return `${card.slice(0, from + begin.length)}\n${tables}\n${card.slice(to)}`;
}

/**
 * @param {string} path the card
 * @param {string} section
 * @param {string} tables
 */
export async function writeIntoCard(path, section, tables) {
  await writeFile(path, withSection(await readFile(path, 'utf8'), section, tables));
}
