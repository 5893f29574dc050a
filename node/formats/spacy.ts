// SPDX-License-Identifier: Apache-2.0
//
// spaCy's JSON for training, which `spacy convert --converter json` reads (3.8): one list of documents, each
// of one paragraph. It has no offsets: tokens, spaces between them and BILUO labels. The tokens together are
// the text, so that spaCy's own offsets, code points, are those of the text.
//
//     "Emma sings" → [{"id":1,"paragraphs":[{"raw":"Emma sings","sentences":[{"tokens":[
//       {"id":0,"orth":"Emma","space":" ","ner":"U-PER"},{"id":1,"orth":"sings","space":"","ner":"O"}]}]}]}]

import { jsonObject } from "./jsonl.js";
import { isFailed, spansOf } from "./record.js";
import type { Outcome, Tagged, Writer } from "./record.js";
import { tokensOf } from "./tokens.js";
import type { Token } from "./tokens.js";

export function spacyWriter(): Writer {
  let before = "";
  return {
    head: "[\n",
    write(outcome) {
      const document = `${before}${documentOf(outcome)}`;
      before = ",\n";
      return document;
    },
    tail: "\n]\n",
  };
}

/** Of what failed a document without a paragraph. */
function documentOf(outcome: Outcome): string {
  const { id } = outcome.record;
  const paragraphs = isFailed(outcome) ? [] : [paragraphOf(outcome)];
  return jsonObject([
    ["id", id],
    ["paragraphs", JSON.stringify(paragraphs)],
  ]);
}

function paragraphOf(tagged: Tagged): object {
  const { text } = tagged.record;
  const parts = partsOf(text, tokensOf(text, spansOf(tagged)));
  const tokens = parts.map(({ start, end, span, hasSpace }, id) => ({
    id,
    orth: text.slice(start, end),
    space: hasSpace ? " " : "",
    ner: span === undefined ? "O" : biluo(parts, id),
  }));
  return { raw: text, sentences: [{ tokens }] };
}

interface Part extends Token {
  readonly hasSpace: boolean;
}

/** spaCy's tokens: the first blank behind a word belongs to it, and all other space there is one token. */
function partsOf(text: string, tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (const { start, end, span, isSpace } of tokens) {
    const last = parts.at(-1);
    const isBlank = text[start] === " " && last !== undefined && !last.isSpace && !last.hasSpace;
    if (isBlank) parts[parts.length - 1] = { ...last, hasSpace: true };
    const from = isBlank ? start + 1 : start;
    if (from === end) continue;
    const goesOn = isSpace && last?.isSpace === true && last.span === span;
    if (goesOn) parts[parts.length - 1] = { ...last, end };
    else parts.push({ start: from, end, span, isSpace, hasSpace: false });
  }
  return parts;
}

function biluo(parts: readonly Part[], at: number): string {
  const span = parts[at]?.span;
  const isFirst = parts[at - 1]?.span !== span;
  const isLast = parts[at + 1]?.span !== span;
  const prefix = isFirst ? (isLast ? "U" : "B") : isLast ? "L" : "I";
  return `${prefix}-${span?.label ?? ""}`;
}
