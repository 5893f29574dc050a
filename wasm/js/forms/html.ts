// SPDX-License-Identifier: Apache-2.0

import { meaningOf, reference, withoutReferences } from "./character_references.js";
import type { Block, Piece, Writing } from "./document.js";
import { HtmlTags } from "./html_tags.js";
import type { HtmlAttribute } from "./html_tags.js";

/** Elements that are parts of a line: their text belongs to what stands around them. All others part texts. */
const inline = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike " +
    "strong sub sup time tt u var wbr"
  ).split(" "),
);
/** What stands for them in a text. */
const spaces = new Map([
  ["br", "\n"],
  ["img", " "],
  ["input", " "],
]);

/**
 * The texts of an HTML document or of a part of one: of its text nodes those of a block together, and the values of
 * these attributes. What is in `script`, `style`, `iframe`, `xmp`, `noembed` and `noframes`, and comments are none.
 */
export function htmlBlocks(html: string, attributes: ReadonlySet<string>): Block[] {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  const finish = (): void => {
    if (pieces.length > 0) blocks.push({ pieces, writing: writingIn(html, "text") });
    pieces = [];
  };
  for (const token of new HtmlTags(html).tokens()) {
    if (token.kind === "text") {
      if (token.isAlone) finish();
      if (token.isLiteral)
        pieces.push({
          text: html.slice(token.start, token.end),
          start: token.start,
          end: token.end,
        });
      else pieces.push(...piecesOf(html, token.start, token.end));
      if (token.isAlone) finish();
      continue;
    }
    for (const { name, start, end, quote } of token.attributes) {
      if (!attributes.has(name)) continue;
      blocks.push({ pieces: piecesOf(html, start, end), writing: writingIn(html, quote) });
    }
    const space = spaces.get(token.name);
    if (space !== undefined) pieces.push({ text: space, start: token.end, end: token.end });
    else if (!inline.has(token.name) && !token.name.includes("-")) finish();
  }
  finish();
  return blocks;
}

/** A text with its references, in pieces. What may be a tag in another reading is parted from the rest. */
function piecesOf(html: string, from: number, to: number): Piece[] {
  const text = html.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  const addPlain = (end: number): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: from + at, end: from + end });
  };
  for (const match of text.matchAll(reference)) {
    const meaning = meaningOf(match);
    if (meaning === undefined) continue;
    addPlain(match.index);
    at = match.index + match[0].length;
    pieces.push({ text: meaning, start: from + match.index, end: from + at });
  }
  addPlain(text.length);
  return pieces;
}

type Place = "text" | HtmlAttribute["quote"];

function writingIn(html: string, place: Place): Writing {
  return {
    encode: (text, start) => {
      const escaped = text.replace(escapedIn[place], (found) => named[found] ?? numbered(found));
      // Letters behind these would be a tag's name, or a reference's.
      const isAfterSign = /(?:<[/!?]?|&#?[xX]?\w{0,8})$/u.test(
        html.slice(Math.max(0, start - 11), start),
      );
      return isAfterSign ? escaped.replace(/^[\p{L}\p{N}]/u, numbered) : escaped;
    },
    decode: (written) => (refused[place].test(written) ? undefined : withoutReferences(written)),
  };
}

const escapedIn: Readonly<Record<Place, RegExp>> = {
  text: /[&<\u00a0]/gu,
  '"': /[&<\u00a0"]/gu,
  "'": /[&<\u00a0']/gu,
  "": /[&<\u00a0"'`=>\t\n\f\r ]/gu,
};
const refused: Readonly<Record<Place, RegExp>> = {
  text: /</u,
  '"': /[<"]/u,
  "'": /[<']/u,
  "": /[<"'`=>\t\n\f\r ]/u,
};
const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  "\u00a0": "&nbsp;",
  '"': "&quot;",
};

function numbered(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
