// SPDX-License-Identifier: Apache-2.0

import { east } from "./names_east.js";
import { europe } from "./names_europe.js";
import { south } from "./names_south.js";
import type { NameLists } from "./name_lists.js";

/** The names of a script, as lists. */
export type Names = Readonly<Record<keyof NameLists, readonly string[]>>;

const tables = new Map(
  [europe, south, east].flatMap((each) =>
    Object.entries(each).map(([script, lists]) => [script, namesOf(lists)] as const),
  ),
);

/** Japanese marks are of no script of their own, but of one by extension. */
const tests = [...tables.keys()].map(
  (script) => [script, new RegExp(`\\p{scx=${script}}`, "u")] as const,
);

/** The script of a text's first letter; undefined where it is none that there are names of. */
export function scriptOf(text: string): string | undefined {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return tests.find(([, test]) => test.test(letter))?.[0];
}

export function namesIn(script: string): Names | undefined {
  return tables.get(script);
}

/** Whether names of a script have no spaces between their parts. */
export function isJoinedScript(script: string): boolean {
  return script in east;
}

function namesOf(lists: NameLists): Names {
  const list = (text = ""): readonly string[] => (text === "" ? [] : text.split(" "));
  return {
    given: list(lists.given),
    family: list(lists.family),
    place: list(lists.place),
    firm: list(lists.firm),
    singles: list(lists.singles),
    ends: list(lists.ends),
    firsts: list(lists.firsts),
  };
}
