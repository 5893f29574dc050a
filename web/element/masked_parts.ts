// SPDX-License-Identifier: Apache-2.0

import { chunks } from "./chunks.js";
import { element, paint } from "./nodes.js";
import { blockLength } from "./tagging.js";
import type { MaskedText } from "./text_masker.js";

/** A piece of masked text; what stands for a value has its label. */
interface Piece {
  readonly text: string;
  readonly label: string | undefined;
}

/**
 * A masked text in parts of the length in which texts are drawn, each a list of pieces.
 *
 *     maskedParts(masked)   // [[{ text: "[PER_1]", label: "PER" }, { text: " left.", label: undefined }]]
 */
export function maskedParts({ text, replacements }: MaskedText): Piece[][] {
  let next = 0;
  return [...chunks(text, blockLength)].map(([from, to]) => {
    const pieces: Piece[] = [];
    let end = from;
    const add = (stop: number, label: string | undefined): void => {
      if (stop > end) pieces.push({ text: text.slice(end, stop), label });
      end = stop;
    };
    for (let each = replacements[next]; each !== undefined && each.masked_start < to;) {
      add(Math.max(end, each.masked_start), undefined);
      add(Math.min(to, each.masked_end), each.label);
      // What goes on behind the cut goes on in the next part.
      if (each.masked_end > to) break;
      each = replacements[++next];
    }
    add(to, undefined);
    return pieces;
  });
}

/** A part as nodes. A placeholder has a direction of its own, so that it says nothing of the text's. */
export function partNode(pieces: readonly Piece[]): HTMLElement {
  const node = element("div", { class: "block", dir: "auto" });
  for (const { text, label } of pieces) {
    if (label === undefined) {
      node.append(text);
      continue;
    }
    const place = element("bdi", { class: "place", dir: "ltr" }, text);
    paint(place, label);
    node.append(place);
  }
  return node;
}
