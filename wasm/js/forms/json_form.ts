// SPDX-License-Identifier: Apache-2.0

import { checkNames, checkSignal } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import type { MaskSession, Masked, Unmasked } from "../masking/index.js";
import { checkDocument } from "./check_document.js";
import { maskBlocks, unmaskBlocks } from "./document.js";
import type { Block, Piece, Writing } from "./document.js";

/**
 * Masks the strings of a JSON text, or of lines of JSON, but no keys. All else stays as it is written, as numbers that
 * JavaScript would round. Rejects as `mask` does. For values there is `maskJson` of a session.
 *
 *     await maskJsonText(session, '{"name": "Emma"}')   // { text: '{"name": "[PER_1]"}', … }
 */
export async function maskJsonText(
  session: MaskSession,
  json: string,
  options?: { signal?: AbortSignal | undefined },
): Promise<Masked> {
  const signal = checkSignal(checkNames("option", options, ["signal"])["signal"]);
  const { text } = checkDocument(session, json, "json");
  return maskBlocks(session, text, jsonBlocks(text), signal);
}

/** Puts values back into the strings of a JSON text. */
export function unmaskJsonText(session: MaskSession, json: string): Unmasked {
  const { text } = checkDocument(session, json, "json");
  return unmaskBlocks(session, text, jsonBlocks(text));
}

const writing: Writing = {
  encode: (text) => JSON.stringify(text).slice(1, -1),
  decode: (written) => {
    try {
      return String(JSON.parse(`"${written}"`));
    } catch {
      return undefined;
    }
  },
};

/** Strings that no colon follows, in linear time: what no quotation mark ends goes to the end of its line. */
function jsonBlocks(json: string): Block[] {
  const blocks: Block[] = [];
  const colon = /\s{0,999}:/uy;
  for (let open = json.indexOf('"'); open >= 0;) {
    let end = open + 1;
    while (end < json.length && json[end] !== '"' && json[end] !== "\n") {
      end += json[end] === "\\" ? 2 : 1;
    }
    colon.lastIndex = end + 1;
    if (json[end] === '"' && !colon.test(json)) {
      blocks.push({ pieces: piecesOf(json.slice(open + 1, end), open + 1), writing });
    }
    open = json.indexOf('"', end + 1);
  }
  return blocks;
}

/** A string's text with its escapes, in pieces. */
function piecesOf(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (part: string, end: number): void => {
    if (end > at) pieces.push({ text: part, start: from + at, end: from + end });
    at = end;
  };
  for (const { 0: escape, index } of text.matchAll(/\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/gu)) {
    add(text.slice(at, index), index);
    add(String(JSON.parse(`"${escape}"`)), index + escape.length);
  }
  add(text.slice(at), text.length);
  return pieces;
}
