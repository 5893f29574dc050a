// SPDX-License-Identifier: Apache-2.0

import { toCsv, toJson } from "./export.js";
import type { Output } from "./output.js";

export type CopyKind = "json" | "csv" | "masked" | "names";

/** Copies what is shown, and says how that went. */
export async function copyOutput(output: Output, kind: CopyKind): Promise<string> {
  try {
    await navigator.clipboard.writeText(textOf(output, kind));
  } catch (error) {
    return `The browser did not allow to copy: ${String(error)}`;
  }
  if (kind === "masked") return "Copied. Masking covers what was found; the model misses entities.";
  return kind === "names" ? "Copied." : `Copied. ${output.summary}.`;
}

function textOf(output: Output, kind: CopyKind): string {
  if (kind === "json") return toJson(output.shownEntities);
  if (kind === "csv") return toCsv(output.source, output.shownEntities);
  const { text, names } = output.mask();
  return kind === "masked" ? text : JSON.stringify(Object.fromEntries(names), null, 2);
}
