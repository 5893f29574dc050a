// SPDX-License-Identifier: Apache-2.0

/** The command line was not understood: exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The value of an option that is one of these. Throws a UsageError. */
export function oneOf<T extends string>(option: string, values: readonly T[], found: string): T {
  const value = values.find((each) => each === found);
  if (value !== undefined) return value;
  throw new UsageError(`${option}: expected ${values.join(" or ")}, found ${found}`);
}
