// SPDX-License-Identifier: Apache-2.0
// Asia. Each rule names what it is taken from.

import { verhoeff, weighted } from "./check_digits.js";
import { isDate, isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

/** The numbers of Taiwan's first letters, 10 to 35, in the order of the letters. */
const taiwanese = [
  ...[10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21],
  ...[22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33],
];

export const asianRules: readonly IdRule[] = [
  {
    // GB 11643-1999: ISO 7064 MOD 11-2.
    country: "CN",
    name: "resident identity number",
    shapes: "18!|17a!",
    form: (value) =>
      /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/.test(value) &&
      isDate(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14))),
    check: (value) => {
      const sum = weighted(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
      return "10X98765432"[sum % 11] === value[17];
    },
    words: ["身份证", "身份證", "公民身份"],
  },
  {
    // 內政部 (TW): the letter as two digits, weights 1, 9, 8, …, 1, 1, modulus 10.
    country: "TW",
    name: "national identification number",
    shapes: "a9!",
    form: (value) => /^.[1289]/.test(value),
    check: (value) => {
      const letter = taiwanese[value.charCodeAt(0) - 65] ?? 0;
      const sum = Math.floor(letter / 10) + (letter % 10) * 9;
      return (sum + weighted(value.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
    },
    words: ["身分證", "身份證", "統一編號"],
  },
  {
    // 総務省令第85号 (JP), 第5条: modulus 11.
    country: "JP",
    name: "My Number",
    shapes: "12|4 4 4|4-4-4",
    check: (value) => {
      const rest = weighted(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return Number(value[11]) === (rest <= 1 ? 0 : 11 - rest);
    },
    words: ["マイナンバー", "個人番号", "my number", "mynumber"],
  },
  {
    // 주민등록법 시행규칙 (KR): modulus 11, until October 2020; later numbers have no check.
    country: "KR",
    name: "RRN",
    shapes: "6-7!|13",
    form: (value) => /^.{6}[0-9]/.test(value) && isShortDate(value, "ymd"),
    check: (value) =>
      (11 - (weighted(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 ===
      Number(value[12]),
    is_check_optional: true,
    words: ["주민등록", "주민번호", "외국인등록", "rrn"],
  },
  {
    // UIDAI (IN): Verhoeff's check, first digit 2 to 9.
    country: "IN",
    name: "Aadhaar",
    shapes: "4 4 4!|4-4-4|12",
    form: (value) => /^[2-9]/.test(value),
    check: verhoeff,
    words: ["aadhaar", "aadhar", "uidai", "आधार", "আধার"],
  },
  {
    // Income Tax Department (IN), Form 49A: the fourth letter says who holds it; no published check.
    country: "IN",
    name: "PAN",
    shapes: "aaaaa4a!",
    form: (value) => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(value),
    words: ["pan", "पैन", "permanent account"],
  },
  {
    // Bangladesh Election Commission: 10, 13 or 17 digits, no published check.
    country: "BD",
    name: "NID",
    shapes: "10|13|17",
    words: ["nid", "এনআইডি", "জাতীয় পরিচয়", "পরিচয়পত্র", "পরিচয়পত্র"],
  },
  {
    // Kementerian Dalam Negeri (ID): province, day of birth, women's plus 40; no check.
    country: "ID",
    name: "NIK",
    shapes: "16|4 4 4 4",
    form: (value) => {
      const day = String(Number(value.slice(6, 8)) % 40).padStart(2, "0");
      return /^[1-9]\d/.test(value) && isShortDate(`${day}${value.slice(8, 12)}`, "dmy");
    },
    words: ["nik", "ktp", "kependudukan"],
  },
  {
    // กรมการปกครอง (TH): modulus 11.
    country: "TH",
    name: "identity number",
    shapes: "1-4-5-2-1!|1 4 5 2 1!|13",
    check: (value) =>
      (11 - (weighted(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 ===
      Number(value[12]),
    words: ["เลขประจำตัว", "บัตรประชาชน", "เลขบัตร", "ประชาชน"],
  },
  {
    // Immigration & Checkpoints Authority (SG), as publicly known since 2003: modulus 11.
    country: "SG",
    name: "NRIC",
    shapes: "a7a!",
    form: (value) => /^[STFGM]/.test(value),
    check: (value) => {
      const kind = value[0] ?? "";
      const raise = { S: 0, F: 0, T: 4, G: 4, M: 3 }[kind] ?? 0;
      const sum = weighted(value.slice(1), [2, 7, 6, 5, 4, 3, 2]) + raise;
      const letters = /[ST]/.test(kind)
        ? "JZIHGFEDCBA"
        : kind === "M"
          ? "XWUTRQPNJLK"
          : "XWUTRQPNMLK";
      return letters[sum % 11] === value[8];
    },
    words: ["nric", "fin"],
  },
];
