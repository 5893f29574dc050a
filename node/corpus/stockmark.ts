// SPDX-License-Identifier: Apache-2.0
//
// Stockmark's data set of Japanese Wikipedia: one list of texts with spans in code points.
//
//     [{"curid": "3572156", "text": "SPRiNGSと…", "entities": [{"name": "SPRiNGS", "span": [0, 7], "type": "…"}]}]

import { isStrings } from "../../wasm/js/base/checks.js";
import type { AnnotatedText, PlacedSpan } from "./annotated_text.js";
import { isObject, objectOf } from "./json_rows.js";
import type { JsonRow } from "./json_rows.js";
import { Offsets } from "./offsets.js";
import { corpusError, shown } from "./source.js";

const entityForm = "entities of { name, span: [start, end], type }";

/** Whether it is a text of this form. */
export function isStockmark(value: unknown): boolean {
  return isObject(value) && "curid" in value && "text" in value && "entities" in value;
}

/** Throws a TextFormatError that names the line. */
export function readStockmark(row: JsonRow): AnnotatedText {
  const { place } = row;
  const { curid, text, entities } = objectOf(row, "an object with curid, text and entities");
  if (typeof text !== "string") throw corpusError(`${place}: text`, "a string", shown(text));
  if (!Array.isArray(entities)) throw corpusError(`${place}: entities`, "a list", shown(entities));
  const offsets = new Offsets(text, "codepoint");
  const spans = entities.map((each: unknown): PlacedSpan => {
    const { name, span, type } = isObject(each) ? each : {};
    if (!isStrings([name, type]) || !Array.isArray(span) || type === "") {
      throw corpusError(place, entityForm, shown(each));
    }
    const [start, end] = offsets.range(span[0], span[1], place, name as string);
    return { start, end, label: type as string, place };
  });
  return { place, id: JSON.stringify(curid), text, spans };
}
