// SPDX-License-Identifier: Apache-2.0

import type { Member } from "./record.js";

/**
 * The members of a JSON object with their values as they are written, because a value that goes through
 * JavaScript may come back as another: 12345678901234567890 as 12345678901234567000, 1.0 as 1.
 * The text has to be an object that JSON.parse() takes. Of a name that is there twice the last counts.
 *
 *     jsonMembers('{"id": 1.0, "a": {"b": [2]}}') // [["id", "1.0"], ["a", '{"b": [2]}']]
 */
export function jsonMembers(json: string): Member[] {
  const members = new Map<string, string>();
  let depth = 0;
  let name = "";
  let begin = 0;
  for (let at = 0; at < json.length; at++) {
    const found = json[at] ?? "";
    if (found === '"') at = endOfString(json, at);
    else if ("{[".includes(found)) depth++;
    else if ("}]".includes(found)) depth--;
    if (depth === 1 && found === "{") begin = at + 1;
    if (depth === 1 && found === ":") {
      name = JSON.parse(json.slice(begin, at)) as string;
      begin = at + 1;
    }
    if ((depth === 1 && found === ",") || (depth === 0 && found === "}")) {
      const value = json.slice(begin, at).trim();
      if (value !== "") members.set(name, value);
      begin = at + 1;
    }
  }
  return [...members];
}

/**
 * Where the quote is that ends the string whose quote is at `at`: one behind no or an even number of `\\`. The
 * text has to be JSON.
 */
export function endOfString(json: string, at: number): number {
  for (;;) {
    at = json.indexOf('"', at + 1);
    let slashes = 0;
    while (json[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at;
  }
}
