// SPDX-License-Identifier: Apache-2.0

import type { ScriptCount } from "../../wasm/js/base/types.js";

/**
 * Languages and the scripts in which they are written, by BCP 47 and ISO 15924. Which script a
 * language is written in is the browser's knowledge (`Intl.Locale`, CLDR's likely subtags).
 */

/** Whatever tells the scripts of a text; a page's own `pipeline` may lack it. */
interface ScriptTeller {
  scripts?(text: string, options: { signal: AbortSignal }): Promise<ScriptCount[]>;
}

/** In UTF-16 units: the script does not change after so much of a text. */
const sample = 2 ** 16;

/** The scripts of a text's beginning; none where the classifier does not tell, or does not end. */
export async function scriptsOf(
  classifier: ScriptTeller,
  text: string,
  signal: AbortSignal,
): Promise<ScriptCount[]> {
  try {
    return (await classifier.scripts?.(text.slice(0, sample), { signal })) ?? [];
  } catch {
    return []; // the text's own call says what is wrong
  }
}

/** Scripts of which one that is used with others is made. */
const parts: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

/** Languages that are written in a second script as well (CLDR's supplemental data). */
const second: Readonly<Record<string, string>> = {
  az: "Cyrl",
  bs: "Cyrl",
  pa: "Arab",
  sr: "Latn",
  uz: "Cyrl",
};

/** `nb` and `nn` are `no`: cards have one or the other. Undefined for what is no language. */
export function languageOf(tag: string): string | undefined {
  const name = localeOf(tag)?.language;
  return name === "nb" || name === "nn" ? "no" : name;
}

/** Whether the browser knows it, and in which script it is written. */
export function isLanguage(tag: string): boolean {
  return localeOf(tag)?.maximize().script !== undefined;
}

/**
 * What there is to say of a text most of which is in scripts that a model's languages are not written
 * in; undefined where all is well, or where the languages are not known.
 *
 *     remarkOn([{ script: "Arab", characters: 40 }], ["de", "ja"])
 *     // "This model does not know Arabic script: …"
 */
export function remarkOn(
  scripts: readonly ScriptCount[],
  languages: readonly string[] | undefined,
): string | undefined {
  if (languages === undefined) return undefined;
  const known = knownScripts(languages);
  const sum = (list: readonly ScriptCount[]): number =>
    list.reduce((total, { characters }) => total + characters, 0);
  const unknown = scripts.filter(({ script }) => !known.has(script));
  const [most] = unknown;
  if (most === undefined || 2 * sum(unknown) <= sum(scripts)) return undefined;
  const name = new Intl.DisplayNames("en", { type: "script" }).of(most.script) ?? most.script;
  return `This model does not know ${name} script: what it finds in this text is guesswork.`;
}

function knownScripts(languages: readonly string[]): Set<string> {
  return new Set(
    languages.flatMap((tag) => {
      const { language = "", script = "" } = localeOf(tag)?.maximize() ?? {};
      return [...(parts[script] ?? [script]), second[language] ?? script];
    }),
  );
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
