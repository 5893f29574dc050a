// SPDX-License-Identifier: Apache-2.0

import { isPage } from "../hub/head.js";

/**
 * Whether a server has a model's `config.json` in this folder; undefined where it cannot be reached. A server
 * of a page may answer with its page for what it has not; an extension's files are there or not.
 */
export async function hasModelAt(
  folder: string,
  base: string | undefined,
  signal: AbortSignal | undefined,
): Promise<boolean | undefined> {
  const address = `${folder.replace(/\/+$/, "")}/config.json`;
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  try {
    const response = await fetch(url, { signal: signal ?? null });
    await response.body?.cancel();
    return response.ok && !isPage(response.headers);
  } catch {
    signal?.throwIfAborted();
    return /^https?:$/.test(url.protocol) ? undefined : false;
  }
}
