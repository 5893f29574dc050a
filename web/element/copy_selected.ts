// SPDX-License-Identifier: Apache-2.0

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
export function selectedIn(view: HTMLElement): Range | undefined {
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
