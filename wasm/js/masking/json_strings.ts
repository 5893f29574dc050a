// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/** A value as JSON has it. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a string stands in a value: the keys and places that lead to it. */
export type JsonPath = readonly (string | number)[];

/** A string of a value, and a way to put another in its place. */
export interface JsonString {
  readonly path: JsonPath;
  readonly text: string;
  set(text: string): void;
}

/**
 * A copy of a value, and all its strings (not its keys), in order; what is set in them is set in the copy.
 * However deep it is, it takes no more of the stack. Throws an InvalidArgumentError where it cannot be copied.
 */
export function copyWithStrings(value: Json): { copy: () => Json; strings: JsonString[] } {
  const root: { value: Json } = { value: cloned(value) };
  const strings: JsonString[] = [];
  const waiting: { holder: Record<string | number, Json>; key: string | number; path: JsonPath }[] =
    [{ holder: root, key: "value", path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { holder, key, path } = next;
    const found = holder[key];
    if (typeof found === "string") {
      const set = (text: string): void => {
        holder[key] = text;
      };
      strings.push({ path, text: found, set });
    } else if (typeof found === "object" && found !== null) {
      const inner = found as unknown as Record<string | number, Json>;
      const keys: (string | number)[] = Array.isArray(found)
        ? [...found.keys()]
        : Object.keys(found);
      // Last in, first out: so the first is on top.
      for (const each of keys.reverse()) {
        waiting.push({ holder: inner, key: each, path: [...path, each] });
      }
    }
  }
  return { copy: () => root.value, strings };
}

function cloned(value: Json): Json {
  try {
    return structuredClone(value);
  } catch {
    throw argumentError("value", "what JSON has", value);
  }
}
