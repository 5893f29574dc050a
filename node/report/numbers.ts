// SPDX-License-Identifier: Apache-2.0
//
// Figures as a page has them: what does not exist is a dash, as in evaluate()'s own report.

const grouped = new Intl.NumberFormat("en");

/** `1,234` */
export function count(value: number): string {
  return grouped.format(value);
}

/** `0.7098` is `70.98`. */
export function percent(value: number | null): string {
  return value === null ? "–" : (100 * value).toFixed(2);
}

/** `1 sentence`, `2 sentences` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `1`, `6–10`, `61+` */
export function rangeName({ least, most }: { least: number; most: number }): string {
  if (least === most) return String(least);
  return most === Infinity ? `${least}+` : `${least}–${most}`;
}
