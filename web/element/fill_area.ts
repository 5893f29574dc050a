// SPDX-License-Identifier: Apache-2.0

import { nextTask } from "./sliced_view.js";

/** In UTF-16 units: what Chromium lays out in less than 5 ms. */
const short = 10_000;

/**
 * Puts the text into the text area. A browser lays out all of a text area at once, which takes 20 ms
 * for 100,000 units and cannot be cut into slices: a long text has a task for that alone, apart from
 * the event that brought it and from the drawing that follows. `text` is asked then, as more may have
 * been typed.
 */
export function fillArea(area: HTMLTextAreaElement, text: () => string): void {
  const fill = (): void => {
    if (area.value !== text()) area.value = text();
  };
  if (text().length <= short) fill();
  else {
    void nextTask().then(() => {
      fill();
      area.getBoundingClientRect(); // lays it out
    });
  }
}
