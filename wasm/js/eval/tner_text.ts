// SPDX-License-Identifier: Apache-2.0

/**
 * `json.dumps(value, indent=4)` of Python, in which tner-evaluate logs its figures: floats have a point or
 * an exponent, NaN stands for null, other characters than ASCII are escaped.
 *
 *     pythonJson({ "micro/f1": 1, "micro/f1_ci": {} })
 *     // {
 *     //     "micro/f1": 1.0,
 *     //     "micro/f1_ci": {}
 *     // }
 */
export function pythonJson(value: unknown, indent = ""): string {
  if (value === null) return "NaN";
  if (typeof value === "number") return pythonFloat(value);
  if (typeof value !== "object") return pythonString(value as string);
  const inner = `${indent}    `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([name, each]) =>
      `${inner}${isList ? "" : `${pythonString(name)}: `}${pythonJson(each, inner)}`,
  );
  const [open, close] = isList ? "[]" : "{}";
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function pythonString(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Python's repr() of a float from 0 to 1. */
function pythonFloat(value: number): string {
  if (Number.isInteger(value)) return `${value}.0`;
  if (value >= 1e-4) return String(value);
  const [digits, exponent = ""] = value.toExponential().split("e-");
  return `${digits}e-${exponent.padStart(2, "0")}`;
}
