// SPDX-License-Identifier: Apache-2.0
//
// spaCy's JSON for training, as `tag --to spacy` and spaCy 2 write it: documents of paragraphs of sentences of
// tokens with BILUO labels, or as spaCy 3 reads it, with `entities` in code points. A paragraph is one text.
//
//     [{"id": 1, "paragraphs": [{"raw": "Emma sings", "sentences": [{"tokens": [
//       {"id": 0, "orth": "Emma", "space": " ", "ner": "U-PER"}, {"id": 1, "orth": "sings", "ner": "O"}]}]}]}]

import { isStrings } from "../../wasm/js/base/checks.js";
import type { AnnotatedText, PlacedSpan } from "./annotated_text.js";
import { isObject, objectOf } from "./json_rows.js";
import type { JsonRow } from "./json_rows.js";
import { corpusError, shown } from "./source.js";
import { readSpanRow } from "./span_rows.js";
import { spansOfWords } from "./word_places.js";

export function isSpacyJson(value: unknown): boolean {
  return isObject(value) && Array.isArray(value["paragraphs"]);
}

/** The paragraphs as texts with spans. Throws a TextFormatError that names the line. */
export function readSpacyJson(row: JsonRow): AnnotatedText[] {
  const { place } = row;
  const { id, paragraphs } = objectOf(row, "an object with paragraphs");
  return listOf(paragraphs, "paragraphs", place).map((paragraph) => {
    const { raw, sentences, entities } = memberOf(paragraph, "paragraphs", place);
    const tokens = listOf(sentences, "sentences", place).flatMap((sentence) =>
      listOf(memberOf(sentence, "sentences", place)["tokens"], "tokens", place),
    );
    const shared = { place, id: id === undefined ? undefined : JSON.stringify(id) };
    if (typeof raw === "string" && !has(tokens, "space")) {
      return Object.assign(shared, {
        text: raw,
        spans: spansOfWords(wordsOf(tokens, place), raw, place),
      });
    }
    const { text, spans } = joined(tokens, place);
    if (raw !== undefined && raw !== text) {
      throw corpusError(place, `tokens of ${shown(raw)}`, shown(text));
    }
    // spaCy 3 reads them in place of labels.
    const row = { value: { text, entities }, place };
    const isGiven = entities !== undefined && !has(tokens, "ner");
    const given = isGiven ? readSpanRow(row, "codepoint") : { text, spans };
    return Object.assign({}, given, shared);
  });
}

function has(tokens: readonly unknown[], name: string): boolean {
  return tokens.some((token) => isObject(token) && name in token);
}

/** Tokens as words: spaCy 2 does not say what is between them. */
function wordsOf(tokens: readonly unknown[], place: string): AnnotatedText {
  const all = tokens.map((token) => {
    const { orth, ner = "O" } = memberOf(token, "tokens", place);
    if (isStrings([orth, ner])) return { orth: orth as string, ner: ner as string };
    throw corpusError(place, "tokens { orth, ner }", shown(token));
  });
  const tags = all.map(({ ner }) => (ner === "-" ? "O" : ner));
  return { place, words: all.map(({ orth }) => orth), tags };
}

function joined(tokens: readonly unknown[], place: string): { text: string; spans: PlacedSpan[] } {
  let text = "";
  let open: { start: number; label: string } | undefined;
  const spans: PlacedSpan[] = [];
  for (const token of tokens) {
    const { orth, ner = "O", space = " " } = memberOf(token, "tokens", place);
    if (typeof orth !== "string") throw corpusError(`${place}: orth`, "a string", shown(orth));
    if (typeof space !== "string") throw corpusError(`${place}: space`, "a string", shown(space));
    const [, prefix, label] =
      typeof ner === "string" ? (/^(?:([BILU])-(.+)|[O-])$/su.exec(ner) ?? ["", ""]) : ["", ""];
    const goesOn = prefix === "I" || prefix === "L";
    if (prefix === "" || goesOn !== (open !== undefined) || (goesOn && label !== open?.label)) {
      throw corpusError(`${place}: ner`, "labels B-, I-, L-, U- and O in order", shown(ner));
    }
    if (label !== undefined && !goesOn) open = { start: text.length, label };
    text += orth;
    if (open !== undefined && (prefix === "L" || prefix === "U")) {
      spans.push({ start: open.start, end: text.length, label: open.label, place });
      open = undefined;
    }
    text += space;
  }
  if (open !== undefined) throw corpusError(place, `L-${open.label}`, "the end of the tokens");
  return { text, spans };
}

function listOf(value: unknown, name: string, place: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw corpusError(`${place}: ${name}`, "a list", shown(value));
}

function memberOf(value: unknown, name: string, place: string): Record<string, unknown> {
  if (isObject(value)) return value;
  throw corpusError(`${place}: ${name}`, "a list of objects", shown(value));
}
