// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "./errors.js";

/**
 * What the checks of options share. Each throws an InvalidArgumentError that names what was expected
 * and what was found.
 */

export function checkNames(
  kind: string,
  options: unknown,
  names: readonly string[],
): Record<string, unknown> {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw argumentError(`${kind}s`, "an object", options);
  }
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw argumentError(kind, `one of ${names.join(", ")}`, name);
  }
  return options as Record<string, unknown>;
}

export function oneOf<T extends string>(name: string, values: readonly T[], found: unknown): T {
  const value = values.find((each) => each === found);
  if (value !== undefined) return value;
  throw argumentError(name, values.map((each) => `'${each}'`).join(" or "), found);
}

export function checkSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  throw argumentError("signal", "an AbortSignal", signal);
}

export function isCount(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

export function checkFlag(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === "boolean") return value ?? false;
  throw argumentError(name, "true or false", value);
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && Array.from(value).every((each) => typeof each === "string");
}

export function argumentError(what: string, wanted: string, found: unknown): InvalidArgumentError {
  return new InvalidArgumentError(`${what}: expected ${wanted}, found ${show(found)}`);
}

function show(value: unknown): string {
  if (typeof value === "string") {
    return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
  }
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}
