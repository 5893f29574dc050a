// SPDX-License-Identifier: Apache-2.0

/**
 * Lets a part of the page fill the window, in the browser's top layer, so that no ancestor clips it,
 * with the keyboard's focus kept inside. Undone by the function that is returned.
 */
export function maximize(frame: HTMLElement, label: string): () => void {
  frame.popover = "manual";
  frame.setAttribute("role", "dialog");
  frame.setAttribute("aria-modal", "true");
  frame.setAttribute("aria-label", label);
  frame.showPopover();
  frame.addEventListener("keydown", keepFocus);
  return () => {
    frame.removeEventListener("keydown", keepFocus);
    frame.hidePopover();
    for (const name of ["popover", "role", "aria-modal", "aria-label"]) frame.removeAttribute(name);
  };
}

/** Tab goes from the last control to the first, and back. */
function keepFocus(this: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const controls = [
    ...this.querySelectorAll<HTMLElement>("button, textarea, select, input, [tabindex='0']"),
  ].filter((each) => !each.matches(":disabled") && each.checkVisibility());
  const [edge, other] = event.shiftKey
    ? [controls[0], controls.at(-1)]
    : [controls.at(-1), controls[0]];
  const root = this.getRootNode() as ShadowRoot;
  if (root.activeElement !== edge || other === undefined) return;
  event.preventDefault();
  other.focus();
}
