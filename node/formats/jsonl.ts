// SPDX-License-Identifier: Apache-2.0
//
// JSON, a record a line. Offsets are UTF-16 units, as JavaScript's `text.slice(start, end)` takes them, or code
// points. A text that is null has no entities and is no error, as databases have it.
//
//     {"id": 7, "text": "Emma", "by": "me"}  →  {"id":7,"by":"me","entities":[{"entity_group":"PER",…}]}
//     {"id": 8, "tokens": ["Emma", "sings"]} →  {"id":8,"entities":[…],"tags":["B-PER","O"]}
//     {"id": 9}                              →  {"id":9,"error":{"code":"invalid_record","message":"…"}}
//     {"id": 10, "text": null}               →  {"id":10,"entities":null}

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import { inUnit } from "./code_points.js";
import { jsonMembers } from "./json_members.js";
import { isFailed } from "./record.js";
import type { InputRecord, Member, Outcome, Writer } from "./record.js";

/** Names that a record of output has of its own, whatever the input says. */
const own = ["id", "text", "tokens", "entities", "tags", "error"];

/** The record of a line; `fail` makes what stands in its place, of what was expected and found. */
export function readJsonl(
  line: string,
  fail: (message: string, id?: string) => InputRecord,
): InputRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return fail(`expected a line of JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fail('expected an object {"id", "text"} or {"id", "tokens"}');
  }
  const all = jsonMembers(line);
  const id = all.find(([name]) => name === "id")?.[1] ?? "null";
  const members = all.filter(([name]) => !["id", "text", "tokens"].includes(name));
  const { text, tokens } = value as { text?: unknown; tokens?: unknown };
  if (tokens === undefined || tokens === null) {
    if (typeof text === "string") return { id, text, members };
    const failed = fail("text: expected a string", id);
    const isNull = text === null || (text === undefined && tokens === null);
    return isNull && "error" in failed ? Object.assign({}, failed, { members, isNull }) : failed;
  }
  if (!Array.isArray(tokens)) return fail("tokens: expected a list of strings", id);
  const wrong = tokens.findIndex((each) => typeof each !== "string");
  if (wrong >= 0) {
    const found = JSON.stringify(tokens[wrong]).slice(0, 40);
    return fail(`tokens: expected a list of strings, found ${found} at ${wrong}`, id);
  }
  const words = tokens as string[];
  return { id, text: words.join(" "), words, members };
}

/** A record with all there is to know of it; with its text where the input has none to look it up in. */
export function jsonlWriter(withText: boolean, unit: OffsetUnit = "utf16"): Writer {
  return { write: (outcome) => `${jsonObject(membersOf(outcome, withText, unit))}\n` };
}

function membersOf(outcome: Outcome, withText: boolean, unit: OffsetUnit): Member[] {
  const { id, text, members = [] } = outcome.record;
  const others = members.filter(([name]) => !own.includes(name));
  const shared: Member[] = [["id", id], ...others];
  if (withText && text !== undefined) shared.splice(1, 0, ["text", JSON.stringify(text)]);
  if (isFailed(outcome)) {
    if (outcome.record.isNull === true) return [...shared, ["entities", "null"]];
    return [...shared, ["error", JSON.stringify(outcome.record.error)]];
  }
  const { tags } = outcome;
  const entities = inUnit(outcome, unit);
  const found: Member[] = [...shared, ["entities", JSON.stringify(entities)]];
  return tags === undefined ? found : [...found, ["tags", JSON.stringify(tags)]];
}

/** Of members whose values are JSON texts. */
export function jsonObject(members: readonly Member[]): string {
  return `{${members.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}
