// SPDX-License-Identifier: Apache-2.0

/** Whether there is such a day; 29 February where the year is unknown (0). */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (month === 2) {
    const isLeap = year === 0 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    return day <= (isLeap ? 29 : 28);
  }
  return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** `digits` of two each, year, month and day in the order that is said; the century is not known. */
export function isShortDate(digits: string, order: "ymd" | "dmy", year?: number): boolean {
  const [a, b, c] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const short = order === "ymd" ? a : c;
  // 1900 was no leap year and 2000 was: where the century is open, 00 may have a 29 February.
  return isDate(year ?? 2000 + short, b, order === "ymd" ? c : a);
}
