// SPDX-License-Identifier: Apache-2.0

import type { Piece } from "./piece.js";

/** Code points of a row, of which a corpus that has one may have any. */
const rowSize = 128;

/**
 * Ids of the pieces that stay, ascending: those that `counts` counts, special and other added tokens,
 * every single character near one that is used, lest it becomes unknown, and the least probable
 * piece, by which the cost of an unknown character goes.
 *
 *     keptPieces(pieces, counts) // [0, 1, 2, 3, 5, 9, …]
 */
export function keptPieces(pieces: readonly Piece[], counts: Uint32Array): number[] {
  const rows = new Set<number>();
  for (const [id, { text }] of pieces.entries()) {
    if (counts[id] !== 0) for (const row of rowsOf(text)) rows.add(row);
  }
  const isCharacterOfUse = (text: string): boolean => {
    const [row, ...more] = rowsOf(text);
    return row !== undefined && more.length === 0 && rows.has(row);
  };
  const least = pieces.reduce((a, { score }, id) => {
    return score < (pieces[a]?.score ?? Infinity) ? id : a;
  }, 0);
  return [...pieces.keys()].filter((id) => {
    const piece = pieces[id];
    if (piece === undefined) return false;
    return counts[id] !== 0 || piece.isAdded || id === least || isCharacterOfUse(piece.text);
  });
}

function rowsOf(text: string): number[] {
  return Array.from(text, (character) => Math.floor((character.codePointAt(0) ?? 0) / rowSize));
}

/**
 * How many of the pieces of further text of the corpus's kind are among those that it uses: one less
 * the share of those that came once (Good, 1953).
 */
export function coverage(counts: Uint32Array): number {
  const once = counts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : 1 - once / all;
}
