// SPDX-License-Identifier: Apache-2.0

import {
  isAsciiLetter,
  isAsciiWord,
  isHyphen,
  isSpace,
  joins,
  nextDigit,
  unitAt,
} from "./characters.js";
import { mod97 } from "./check_digits.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/** The country and length of each IBAN of SWIFT's IBAN Registry, release 101. */
const registry =
  "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18" +
  "FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20" +
  "LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24" +
  "SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

const lengths = new Map(
  [...registry.matchAll(/([A-Z]{2})(\d\d)/g)].map(([, country, length]) => [
    country,
    Number(length),
  ]),
);

/**
 * International bank account numbers (ISO 13616): the length that the country has, and remainder 1 of 97. Groups
 * may have a space, a hyphen or a full stop between them: `DE89 3704 0044 0532 0130 00`.
 */
export function ibanRecognizer(): Recognizer {
  const name = "iban";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      let before = 0;
      for (let i = nextDigit(text, 0); i < length;) {
        const start = startOf(text, i);
        const end = start === undefined || start < before ? undefined : endOf(text, start);
        if (start !== undefined && end !== undefined) {
          found.push(
            recordOf(text, [start, end], { label: "IBAN", score: scores.checked, source: name }),
          );
          before = end;
        }
        i = nextDigit(text, end ?? asciiRunEnd(text, i));
      }
      return found;
    },
  };
}

function asciiRunEnd(text: string, from: number): number {
  let end = from + 1;
  while (isAsciiDigit(unitAt(text, end))) ++end;
  return end;
}

const isAsciiDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Where the country's two letters stand before these digits; undefined where none do. */
function startOf(text: string, digits: number): number | undefined {
  if (!isAsciiDigit(unitAt(text, digits + 1))) return undefined;
  // "DE 89 3704 …": some put a space behind the country.
  const start = isSpace(unitAt(text, digits - 1)) ? digits - 3 : digits - 2;
  if (start < 0 || !isAsciiLetter(unitAt(text, start)) || !isAsciiLetter(unitAt(text, start + 1))) {
    return undefined;
  }
  const isAfterName = /iban$/i.test(text.slice(Math.max(0, start - 4), start));
  return joins(unitAt(text, start - 1)) && !isAfterName ? undefined : start;
}

function endOf(text: string, start: number): number | undefined {
  const wanted = lengths.get(text.slice(start, start + 2).toUpperCase());
  if (wanted === undefined) return undefined;
  let value = "";
  let end = start;
  while (value.length < wanted) {
    const unit = unitAt(text, end);
    if (isAsciiWord(unit)) value += text.charAt(end);
    else if (!isSeparator(unit) || !isAsciiWord(unitAt(text, end + 1))) return undefined;
    ++end;
  }
  const country = value.slice(0, 4).toUpperCase();
  const isWhole = !joins(unitAt(text, end));
  return isWhole && mod97(value.slice(4).toUpperCase() + country) === 1 ? end : undefined;
}

function isSeparator(unit: number): boolean {
  return isSpace(unit) || isHyphen(unit) || unit === 46;
}
