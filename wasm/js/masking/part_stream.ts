// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/** What makes text of text that comes in parts, and holds some of it back until it has an end. */
export interface Parts {
  add(text: string): string;
  end(): string;
}

/** The stream of it. A chunk that is no text is an InvalidArgumentError of the stream. */
export function streamOf(parts: Parts): TransformStream<string, string> {
  return new TransformStream<string, string>({
    transform: (text: unknown, controller) => {
      if (typeof text !== "string") throw argumentError("text", "a string", text);
      const out = parts.add(text);
      if (out !== "") controller.enqueue(out);
    },
    flush: (controller) => {
      const out = parts.end();
      if (out !== "") controller.enqueue(out);
    },
  });
}
