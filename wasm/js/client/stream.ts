// SPDX-License-Identifier: Apache-2.0

import { ReadAhead } from "./read_ahead.js";

/** How many texts the worker takes at a time. */
const most = 64;

/** One result for each text: of a list in one call, or of one text. */
export interface StreamCalls<R> {
  one: (text: string) => Promise<R>;
  /** Undefined where texts cannot be worked on together. */
  list: ((texts: string[]) => Promise<R[]>) | undefined;
}

/**
 * One result for each text, in order. What comes while a call runs goes into the next together, so that
 * short texts share the reading of the weights, and a text that comes alone has its result at once. An
 * error is thrown in place of its text's result, after those of all before it.
 */
export async function* streamResults<R>(
  texts: Iterable<string> | AsyncIterable<string>,
  { one, list }: StreamCalls<R>,
): AsyncGenerator<R, void, undefined> {
  const reader = new ReadAhead(
    texts,
    list === undefined ? 1 : most,
    // The calls refuse what is no text.
    (text) => (text as string | null)?.length ?? 0,
  );
  try {
    for (let some = await reader.take(); some.length > 0; some = await reader.take()) {
      // Which text of a list is in error, calls of their own say.
      const results = some.length > 1 ? await list?.(some).catch(() => undefined) : undefined;
      if (results !== undefined) yield* results;
      else for (const text of some) yield await one(text);
    }
  } finally {
    await reader.close();
  }
}
