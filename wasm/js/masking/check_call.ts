// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal, isStrings } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";

/** The signal of a call, which is not aborted yet. */
export function checkSignalOf(options: unknown): AbortSignal | undefined {
  const signal = checkSignal(checkNames("option", options, ["signal"])["signal"]);
  signal?.throwIfAborted();
  return signal;
}

/** Throws an InvalidArgumentError. */
export function checkText(text: unknown): void {
  if (typeof text !== "string") throw argumentError("text", "a string", text);
}

/** Options of `maskTexts`. */
export function checkTextsOptions(options: unknown): {
  seen: readonly string[];
  signal: AbortSignal | undefined;
} {
  const given = checkNames("option", options, ["seen", "signal"]);
  const seen = given["seen"] ?? [];
  if (!isStrings(seen)) throw argumentError("seen", "a list of strings", seen);
  const signal = checkSignal(given["signal"]);
  signal?.throwIfAborted();
  return { seen, signal };
}
