// SPDX-License-Identifier: Apache-2.0

/** By their addresses: those of the scripts as Blobs, undefined for one that cannot be had. */
const scripts = new Map<string, Promise<string | undefined>>();

/**
 * Keeps a script that is being loaded, so that a worker which takes the place of another needs no network:
 * the browser's HTTP cache has the file by now, but may ask the server whether it is the newest. Gives the
 * address of the Blob, which stays for as long as the page.
 */
export function keepScript(url: string): Promise<string | undefined> {
  const kept = scripts.get(url) ?? fetchScript(url);
  scripts.set(url, kept);
  return kept;
}

async function fetchScript(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { cache: "force-cache", priority: "low" });
    if (!response.ok) return undefined;
    const blob = new Blob([await response.arrayBuffer()], { type: "text/javascript" });
    return URL.createObjectURL(blob);
  } catch {
    return undefined; // it is loaded from its address again
  }
}
