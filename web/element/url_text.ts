// SPDX-License-Identifier: Apache-2.0

/** The text in the page's address, `?text=`, for elements with `url-text`. */

/** In UTF-16 units: a longer text stays out of the address, as servers and chats cut long ones. */
const most = 2000;

/** The text that the page was asked for with, or null. */
export function readUrlText(): string | null {
  return new URLSearchParams(location.search).get("text");
}

/** Puts a text into the address, in place of the one that is there. An empty or a long one leaves none. */
export function writeUrlText(text: string): void {
  const url = new URL(location.href);
  if (text.trim() === "" || text.length > most) url.searchParams.delete("text");
  else url.searchParams.set("text", text);
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // Some frames have no address of their own, and browsers allow so many changes a minute.
  }
}
