// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
import type { JsonPath } from "./json_strings.js";

/** Checked options of `maskJson`. */
export interface JsonSettings {
  readonly signal: AbortSignal | undefined;
  readonly only: (path: JsonPath) => boolean;
}

/** Throws an InvalidArgumentError. */
export function readJsonOptions(options: unknown): JsonSettings {
  const { only, signal } = checkNames("option", options, ["only", "signal"]);
  if (only !== undefined && typeof only !== "function") {
    throw argumentError("only", "a function", only);
  }
  const given = only as ((path: JsonPath) => boolean) | undefined;
  return { signal: checkSignal(signal), only: given ?? (() => true) };
}
