// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The bytes at a URL. A server that does not answer, is silent for `silence` milliseconds or has a
 * fault of its own (5xx) is asked once more; any other answer but 200 is final.
 *
 *     await download('https://example.org/a.tar.gz')  // Buffer
 */
export async function download(url, { attempts = 2, silence = 20_000, pause = 1_000 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await downloadOnce(url, silence);
    } catch (error) {
      if (attempt >= attempts || error.final || isUnknownHost(error)) throw error;
      await sleep(pause);
    }
  }
}

async function downloadOnce(url, silence) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error("no answer in time")), silence);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      const error = new Error(`HTTP ${response.status}`);
      error.final = response.status < 500;
      throw error;
    }
    const chunks = [];
    for await (const chunk of response.body) {
      timer.refresh();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

function isUnknownHost(error) {
  return error.cause?.code === "ENOTFOUND";
}

/** Why a download failed, in a few words: fetch hides the reason in `cause`. */
export function reasonOf(error) {
  const cause = error.cause;
  return cause instanceof Error ? cause.code || cause.message : error.message;
}
