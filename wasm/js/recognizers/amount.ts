// SPDX-License-Identifier: Apache-2.0

import { digitsEnd, isDigit, isSpace, joins, nextDigit, unitAt } from "./characters.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

const codes =
  "EUR|USD|GBP|CHF|JPY|CNY|RMB|KRW|INR|BDT|IDR|THB|TRY|KZT|RUB|PLN|HUF|RON|CZK|SEK|NOK|DKK|BRL|MXN|ARS|CAD|AUD|NZD|ZAR";
const names =
  "euros?|dollars?|pounds?|kr|kroner|kronor|zł|złotych|ft|forint|lei|руб(?:лей|ля|\\.)?|тг|теңге|тенге|tl|lira|reais|pesos|rupiah|元|円|원|บาท|रुपये|টাকা";
const before = new RegExp(
  `(?:[€$£¥₹₽₩฿₺৳₸]|(?<![A-Za-z])(?:R\\$|Rp\\.?|Rs\\.?|kr\\.?|${codes}))\\s?$`,
  "u",
);
const after = new RegExp(`^\\s?(?:[€$£¥₹₽₩฿₺৳₸]|(?:${codes}|${names})(?!\\p{L}))`, "iu");

/** Sums of money: a number with a currency's sign, code or name before or behind it, which is part of it. */
export function amountRecognizer(): Recognizer {
  const name = "amount";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      let last = 0;
      for (let i = nextDigit(text, 0); i < length;) {
        const stop = sumEnd(text, i);
        const range = rangeOf(text, i, stop, last);
        if (range !== undefined) {
          found.push(
            recordOf(text, range, { label: "AMOUNT", score: scores.checked, source: name }),
          );
          last = range[1];
        }
        i = nextDigit(text, Math.max(stop, last));
      }
      return found;
    },
  };
}

function rangeOf(
  text: string,
  start: number,
  stop: number,
  last: number,
): [number, number] | undefined {
  const lead = before.exec(text.slice(Math.max(last, start - 6), start));
  const tail = after.exec(text.slice(stop, stop + 12));
  if (lead === null && (tail === null || joins(unitAt(text, start - 1)))) return undefined;
  return [start - (lead?.[0].length ?? 0), stop + (lead === null ? (tail?.[0].length ?? 0) : 0)];
}

/** The end of a number with separators of thousands and decimals: `1 234,56`, `1.234,56`, `1,234.56`. */
function sumEnd(text: string, start: number): number {
  let end = digitsEnd(text, start);
  for (;;) {
    const unit = unitAt(text, end);
    const next = digitsEnd(text, end + 1);
    const digits = next - end - 1;
    const isGroup = (unit === 44 || unit === 46 || unit === 39 || isSpace(unit)) && digits === 3;
    const isDecimal = (unit === 44 || unit === 46) && digits > 0;
    if (!isDigit(unitAt(text, end + 1)) || !(isGroup || isDecimal)) return end;
    end = next;
  }
}
