// SPDX-License-Identifier: Apache-2.0

/** One array of all of `parts`, made by `create`; a single part is given as it is. */
export function concatenate<T extends Int32Array | Float32Array>(
  parts: readonly T[],
  create: (length: number) => T,
): T {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = create(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
