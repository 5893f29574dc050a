// SPDX-License-Identifier: Apache-2.0

import { asciiDigits, digitsEnd, isHyphen, joins, nextDigit, unitAt } from "./characters.js";
import { textAfter, textBefore, anyOf, wordList } from "./context.js";
import { isDate } from "./dates.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

const words = anyOf(
  wordList(`
  born, birth, dob, d.o.b, geb, geboren, né le, née le, naissance, nacid, nacimiento, nascid, nascimento,
  geboortedatum, født, fødsel, född, födelse, urodz, ur, szül, născut, nașter, naster, родил, рожд, туған,
  doğum, lahir, เกิด, 出生, 生日, 生年月日, 誕生日, 생년월일, 생일, 출생, जन्म, জন্ম, *
`),
);

/** The names of months, by their first letters, in the languages that write them out. */
const months =
  /^\s?\.?\s?(?:de\s)?(jan|ene|янв|sty|ian|oca|қаң|feb|fév|fev|фев|lut|şub|ақп|mar|mär|мар|mrt|maj|maa|нау|apr|avr|abr|апр|kwi|nis|сәу|mai|may|mei|máj|мая|май|мам|jun|juin|iun|июн|cze|haz|мау|jul|juil|iul|июл|lip|tem|шіл|aug|aoû|ago|авг|sie|ağu|там|sep|set|сен|wrz|szep|eyl|қыр|oct|okt|out|окт|paź|eki|қаз|nov|noi|ноя|lis|kas|қар|dec|dez|déc|dic|дек|gru|ara|жел|des|stu|ноя)\p{L}{0,9}\.?(?:\sde)?\s(\d{4})/iu;

/**
 * Days of birth: a day in figures (`17.05.1984`, `1984-05-17`, `1984年5月17日`) or with its month in letters, where
 * a word nearby says that somebody was born.
 */
export function birthdateRecognizer(): Recognizer {
  const name = "birthdate";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      for (let i = nextDigit(text, 0); i < length;) {
        const [start, end] = monthFirst(text, i) ?? [i, dateEnd(text, i)];
        if (end > i && isBirth(text, start, end)) {
          const what = { label: "BIRTHDATE", score: scores.in_context, source: name };
          found.push(recordOf(text, [start, end], what));
        }
        i = nextDigit(text, Math.max(end, digitsEnd(text, i)));
      }
      return found;
    },
  };
}

function isBirth(text: string, start: number, end: number): boolean {
  return (
    words(textBefore(text, start, 32)) || /^\s?(?:生|出生|जन्म|জন্ম)/u.test(textAfter(text, end))
  );
}

const monthBefore =
  /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s$/i;

/** "May 17, 1984", whose day is at `day`. */
function monthFirst(text: string, day: number): [number, number] | undefined {
  const month = monthBefore.exec(textBefore(text, day, 12));
  const rest = /^\d{1,2}(?:st|nd|rd|th)?,?\s(?:18|19|20)\d\d(?!\d)/.exec(text.slice(day, day + 16));
  if (month === null || rest === null) return undefined;
  return [day - month[0].length, day + rest[0].length];
}

/** The end of the day that begins at `start`; `start` where there is none. */
function dateEnd(text: string, start: number): number {
  if (joins(unitAt(text, start - 1))) return start;
  const first = digitsEnd(text, start);
  if (first - start > 4) return start;
  const written = months.exec(text.slice(first, first + 32));
  if (written !== null && first - start <= 2) return first + written[0].length;
  const second = digitsEnd(text, first + 1);
  const third = digitsEnd(text, second + 1);
  const signs = [first, second].map((at) => (isHyphen(unitAt(text, at)) ? "-" : text.charAt(at)));
  const isEastern = signs.join("") === "年月" || signs.join("") === "년월";
  if (!isEastern && (signs[0] !== signs[1] || !/[./-]/.test(signs[0] ?? ""))) return start;
  const parts = [
    text.slice(start, first),
    text.slice(first + 1, second),
    text.slice(second + 1, third),
  ];
  const [a, b, c] = parts.map((part) => Number(asciiDigits(part))) as [number, number, number];
  const isFirstYear = first - start === 4;
  if (![2, 4].includes(isFirstYear ? first - start : third - second - 1)) return start;
  const year = isFirstYear ? a : c;
  const isOne = isFirstYear ? isDate(year, b, c) : isDate(year, b, a) || isDate(year, a, b);
  if (!isOne || joins(unitAt(text, third))) return start;
  return isEastern && /[日일]/.test(text.charAt(third)) ? third + 1 : third;
}
