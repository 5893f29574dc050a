// SPDX-License-Identifier: Apache-2.0
//
// Texts with spans as JSON, in the shapes that tools write. Offsets are UTF-16 units, or code points with
// `--offsets codepoint`; those of spaCy's `ents` are code points.
//
//     {"id": 1, "text": "Emma sings", "entities": [{"start": 0, "end": 4, "label": "PER"}]}
//     {"id": 1, "entities": [{"entity_group": "PER", "start": 0, "end": 4, …}]}  what `tag` writes
//     {"id": 1, "text": "Emma sings", "label": [[0, 4, "PER"]]}                  doccano
//     {"text": "Emma sings", "ents": [{"start": 0, "end": 4, "label": "PER"}]}   spaCy, Doc.to_json()
//     ["Emma sings", {"entities": [[0, 4, "PER"]]}]                              spaCy 2
//     [{"entity_group": "PER", "start": 0, "end": 4, …}]                         what a pipeline returns

import { isStrings } from "../../wasm/js/base/checks.js";
import type { OffsetUnit } from "../../wasm/js/base/types.js";
import type { CorpusText, PlacedSpan } from "./annotated_text.js";
import type { ScoredSpan } from "./corpus.js";
import { isObject } from "./json_rows.js";
import type { JsonRow } from "./json_rows.js";
import { Offsets } from "./offsets.js";
import { corpusError, shown } from "./source.js";

/** Members that have spans, in the order in which they are looked for. */
const members = ["entities", "label", "labels", "spans", "ents"] as const;

/** Throws a TextFormatError that names the line for what has no text or spans. */
export function readSpanRow({ value, place }: JsonRow, unit: OffsetUnit | undefined): CorpusText {
  const { record, list, name } = listOf(value, place);
  const words = record["tokens"];
  const text = record["text"] ?? (isStrings(words) ? words.join(" ") : undefined);
  if (text !== undefined && typeof text !== "string") {
    throw corpusError(`${place}: text`, "a string", shown(text));
  }
  const counted = unit ?? (name === "ents" ? "codepoint" : "utf16");
  const spansIn = (known: string): PlacedSpan[] => {
    const offsets = new Offsets(known, counted);
    return list.map((each) => Object.assign(spanOf(each, offsets, place), { place }));
  };
  const id = record["id"] === undefined ? undefined : JSON.stringify(record["id"]);
  const language = languageOf(record);
  return text === undefined
    ? { place, id, language, spansIn }
    : { place, id, language, text, spans: spansIn(text) };
}

/** The member `lang` or `language`. */
export function languageOf({ lang, language = lang }: Record<string, unknown>): string | undefined {
  return typeof language === "string" && language !== "" ? language : undefined;
}

interface FoundList {
  readonly record: Record<string, unknown>;
  readonly list: readonly unknown[];
  readonly name: (typeof members)[number];
}

function listOf(value: unknown, place: string): FoundList {
  if (Array.isArray(value)) {
    const [text, more] = value as unknown[];
    if (typeof text !== "string") return { record: {}, list: value, name: "entities" };
    const { record, list, name } = listOf(more, place);
    return { record: Object.assign({}, record, { text }), list, name };
  }
  const wanted = `an object with text and one of ${members.join(", ")}`;
  if (!isObject(value)) throw corpusError(place, wanted, shown(value));
  if (value["error"] !== undefined)
    throw corpusError(place, "entities", `the error ${shown(value["error"])}`);
  const name = members.find((each) => value[each] !== undefined);
  if (name === undefined) throw corpusError(place, wanted, shown(value));
  const list = value[name];
  if (!Array.isArray(list)) throw corpusError(`${place}: ${name}`, "a list", shown(list));
  return { record: value, list, name };
}

function spanOf(value: unknown, offsets: Offsets, place: string): ScoredSpan {
  if (Array.isArray(value)) {
    const [start, end, label] = value as unknown[];
    const [from, to] = offsets.range(start, end, place);
    return { start: from, end: to, label: labelOf(label, value, place) };
  }
  const wanted = "entities { start, end, label } or [start, end, label]";
  if (!isObject(value)) throw corpusError(place, wanted, shown(value));
  if (value["index"] !== undefined && value["entity"] !== undefined) {
    throw corpusError(place, "entities", "pieces, as --aggregation none writes them");
  }
  const { start = value["start_offset"], end = value["end_offset"], score } = value;
  const { label = value["type"] ?? value["entity_group"] ?? value["entity"] } = value;
  const range = offsets.range(start, end, place);
  const said = value["word"] ?? value["text"] ?? value["name"];
  if (typeof said === "string") {
    offsets.checkUnit(range, [start as number, end as number], said, place);
  }
  return {
    start: range[0],
    end: range[1],
    label: labelOf(label, value, place),
    score: isProbability(score) ? score : undefined,
  };
}

/** Other tools' scores may be logits or per cent: of those nothing is known. */
function isProbability(score: unknown): score is number {
  return typeof score === "number" && score >= 0 && score <= 1;
}

function labelOf(label: unknown, value: unknown, place: string): string {
  if (typeof label === "string" && label !== "") return label;
  throw corpusError(place, "an entity with a label", shown(value));
}
