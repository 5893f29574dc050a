// SPDX-License-Identifier: Apache-2.0
//
// A corpus's codes of languages, for readers of a page and for its attributes `lang`.

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** `de` is `German (de)`; what is no language stays as it is. */
export function languageName(code: string): string {
  if (code === "") return "not said";
  const name = knownName(code);
  return name === undefined ? code : `${name} (${code})`;
}

/** By BCP 47, `deu` as `de`; undefined for what is no language. */
export function languageTag(code: string): string | undefined {
  return knownName(code) === undefined ? undefined : Intl.getCanonicalLocales(code)[0];
}

function knownName(code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined; // a RangeError: no tag of BCP 47
  }
}
