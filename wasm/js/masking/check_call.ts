// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
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
