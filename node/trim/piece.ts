// SPDX-License-Identifier: Apache-2.0

/** A piece of a vocabulary, by the model's id. */
export interface Piece {
  text: string;
  /** Log probability. */
  score: number;
  /** Special tokens and others that are found in a text before it is cut into pieces. */
  isAdded: boolean;
}

/** A tokenizer file that can say its pieces and be written with fewer. */
export interface PieceFile {
  readonly pieces: (bytes: Uint8Array) => Piece[];
  /** With the pieces of these ids only, in ascending order; a piece's new id is its place there. */
  readonly trim: (bytes: Uint8Array, kept: readonly number[]) => Uint8Array;
}
