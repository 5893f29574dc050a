// SPDX-License-Identifier: Apache-2.0

import type { JsonPath, JsonString } from "./json_strings.js";

/**
 * Where the events of chat APIs have parts of an answer, and where they say that it is over: Chat Completions
 * and Responses of OpenAI, Messages of Anthropic, `streamGenerateContent` of Gemini, as documented in
 * November 2026, and whatever speaks like them.
 */

/** A part of an answer in an event. */
export interface Delta {
  /** Which answer it is a part of: an API may send several at a time. */
  readonly key: string;
  readonly string: JsonString;
  /** Whether it is a part of JSON text, as a tool's arguments are. */
  readonly isJson: boolean;
}

/** By what stands at the end of a path: the parts of answers. */
const endings: readonly { form: RegExp; isJson: boolean }[] = [
  { form: /^choices\.\d+\.(?:delta\.(?:content|reasoning_content|refusal)|text)$/, isJson: false },
  { form: /^choices\.\d+\.delta\.tool_calls\.\d+\.function\.arguments$/, isJson: true },
  { form: /^choices\.\d+\.delta\.function_call\.arguments$/, isJson: true },
  { form: /^delta\.(?:text|thinking)$/, isJson: false },
  { form: /^delta\.partial_json$/, isJson: true },
  { form: /^candidates\.\d+\.content\.parts\.\d+\.text$/, isJson: false },
];

/** The deltas among an event's strings. `event` is the whole of it. */
export function deltasOf(event: unknown, strings: readonly JsonString[]): Delta[] {
  const { type, index, output_index, content_index } = fieldsOf(event);
  return strings.flatMap((string): Delta[] => {
    const path = string.path.join(".");
    if (path === "delta" && typeof type === "string") {
      const name = type.replace(/\.delta$/, "");
      const key = [name, output_index, content_index].map(String).join(" ");
      return [{ key, string, isJson: /arguments|input/.test(name) }];
    }
    const ending = endings.find(({ form }) => form.test(path));
    if (ending === undefined) return [];
    const key = keyInList(event, string.path) ?? `${path} ${String(index)}`;
    return [{ key, string, isJson: ending.isJson }];
  });
}

/** Whether nothing more comes of an answer, by its key, once this event is there. */
export function endsAnswer(event: unknown, key: string): boolean {
  const { type, index } = fieldsOf(event);
  if (type === "content_block_stop") return key.endsWith(` ${String(index)}`);
  if (typeof type === "string" && type.endsWith(".done")) {
    return key.startsWith(`${type.replace(/\.done$/, "")} `);
  }
  const [list = "", place] = key.split(" ");
  if (!lists.includes(list)) return /^(?:message_stop|response\.completed)$/.test(String(type));
  return entriesOf(event, list).some(
    ({ number, entry }) =>
      String(number) === place &&
      (entry["finish_reason"] ?? entry["finishReason"] ?? null) !== null,
  );
}

const lists = ["choices", "candidates"];

/** Answers of a list are told apart by their own `index`: each may be at place 0 of its event. */
function keyInList(event: unknown, path: JsonPath): string | undefined {
  const [list, place, ...rest] = path;
  if (!lists.includes(String(list))) return undefined;
  const found = entriesOf(event, String(list))[Number(place)];
  const tool = rest.includes("tool_calls") ? valueAt(found?.entry, rest.slice(0, -2)) : undefined;
  const { index } = fieldsOf(tool);
  return [list, found?.number, rest.filter((key) => typeof key === "string").join("."), index]
    .map(String)
    .join(" ");
}

function entriesOf(event: unknown, list: string): { number: unknown; entry: Fields }[] {
  const { [list]: entries } = fieldsOf(event);
  return (Array.isArray(entries) ? (entries as unknown[]) : []).map((each, at) => {
    const entry = fieldsOf(each);
    return { number: entry["index"] ?? at, entry };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function valueAt(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const key of path) found = fieldsOf(found)[key];
  return found;
}
