// SPDX-License-Identifier: Apache-2.0

import type { Piece, PieceFile } from "./piece.js";
import { protobufFields } from "./protobuf_fields.js";

// Field numbers and piece types of sentencepiece_model.proto.
const modelPieces = 1;
const pieceText = 1;
const pieceScore = 2;
const pieceType = 3;
const normal = 1;
const userDefined = 4;

/** Ids of the file's first three pieces, `<unk>`, `<s>` and `</s>`: src/text/special_tokens.h. */
const firstIds = [3, 0, 2];

/** From there on a piece's id is one more than its place in the file. */
const idShift = 1;

/** `sentencepiece.bpe.model` with XLM-R's ids; `<mask>` is behind the last piece. */
export const sentencePieceModel: PieceFile = {
  pieces: (bytes) => {
    const special = (text: string): Piece => ({ text, score: 0, isAdded: true });
    const pieces = ["<s>", "<pad>", "</s>", "<unk>"].map(special);
    let place = 0;
    for (const field of protobufFields(bytes)) {
      if (field.number === modelPieces && place++ >= firstIds.length) {
        pieces.push(readPiece(field.payload));
      }
    }
    return [...pieces, special("<mask>")];
  },

  trim: (bytes, kept) => {
    const ids = new Set(kept);
    const parts: Uint8Array[] = [];
    let place = 0;
    for (const { number, begin, end } of protobufFields(bytes)) {
      const isPiece = number === modelPieces;
      if (isPiece && !ids.has(idOf(place++))) continue;
      parts.push(bytes.subarray(begin, end));
    }
    return Buffer.concat(parts);
  },
};

function idOf(place: number): number {
  return firstIds[place] ?? place + idShift;
}

function readPiece(message: Uint8Array): Piece {
  const piece = { text: "", score: 0, isAdded: false };
  for (const { number, payload } of protobufFields(message)) {
    if (number === pieceText) piece.text = new TextDecoder().decode(payload);
    if (number === pieceScore) piece.score = Buffer.from(payload).readFloatLE();
    if (number === pieceType) piece.isAdded = (payload[0] ?? normal) === userDefined;
  }
  return piece;
}
