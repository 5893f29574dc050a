// SPDX-License-Identifier: Apache-2.0

import { toCsv, toJson } from "./export.js";
import type { MaskPanel } from "./mask_panel.js";
import type { Output } from "./output.js";

export type CopyKind = "json" | "csv" | "masked" | "table";

/** Copies what is shown, and says how that went. */
export async function copyOutput(output: Output, mask: MaskPanel, kind: CopyKind): Promise<string> {
  const text = textOf(output, mask, kind);
  try {
    await write(text);
  } catch (error) {
    return text.then(
      () => `The browser did not allow to copy: ${String(error)}`,
      (cause: unknown) => `Nothing was copied: ${String(cause)}`,
    );
  }
  if (kind === "masked") return "Copied. Masking covers what was found; the model misses entities.";
  return kind === "table"
    ? "Copied. It has the values themselves: keep it to yourself."
    : `Copied. ${output.summary}.`;
}

async function textOf(output: Output, mask: MaskPanel, kind: CopyKind): Promise<string> {
  if (kind === "json") return toJson(output.shownEntities);
  if (kind === "csv") return toCsv(output.source, output.shownEntities);
  const view = await mask.load();
  if (output.whole === undefined) throw new Error("the text is being tagged anew");
  return view.copied(kind, output.whole);
}

/** Safari lets a page write at once after a click only, but takes the promise of a text. */
async function write(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const type = "text/plain";
  const blob = text.then((value) => new Blob([value], { type }));
  return navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}
