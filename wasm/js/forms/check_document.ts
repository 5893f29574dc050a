// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import type { MaskSession } from "../masking/index.js";

/** Throws an InvalidArgumentError where it is no session, or no text. */
export function checkDocument(session: unknown, text: unknown, name: string): { text: string } {
  const { mask, unmask } = (session ?? {}) as Partial<MaskSession>;
  if (typeof mask !== "function" || typeof unmask !== "function") {
    throw argumentError("session", "a masker or its session", session);
  }
  if (typeof text !== "string") throw argumentError(name, "a string", text);
  return { text };
}
