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

/**
 * Takes what is selected as it is in the text. Long texts are drawn in blocks, between which a browser
 * would put a line break that the text does not have; of one block it copies what is right, with colours.
 */
export function copySelected(event: ClipboardEvent): void {
  const view = event.currentTarget as HTMLElement;
  const range = selectedIn(view);
  const part = range?.cloneContents();
  if (part === undefined || part.querySelectorAll(".block").length < 2) return;
  for (const node of part.querySelectorAll(".chip, .unseen")) node.remove();
  event.clipboardData?.setData("text/plain", part.textContent);
  event.preventDefault();
}

/** What is selected where all of it is in `view`; a browser that does not look into shadow trees copies its own way. */
function selectedIn(view: HTMLElement): Range | undefined {
  const options = { shadowRoots: [view.getRootNode() as ShadowRoot] };
  const selection = getSelection() as Partial<Selection> | null;
  const [found] = selection?.getComposedRanges?.(options) ?? [];
  if (found === undefined) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = found;
  if (!view.contains(startContainer) || !view.contains(endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
