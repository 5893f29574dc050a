// SPDX-License-Identifier: Apache-2.0

import { digitValue, isHyphen, isSpace, joins, unitAt } from "./characters.js";
import { isDate } from "./dates.js";

/** Names of months by their first letters, in the model's languages; endings may follow. */
const month =
  "(?:jan|jän|ene|ian|gen|oca|янв|қаң|sty|feb|fév|fev|fè|feb|lut|şub|sub|фев|ақп|mar|mär|mrt|márc|мар|нау|apr|ápr|avr|abr|kwi|nis|апр|сәу|" +
  "mai|may|mei|maj|maa|máj|mag|мая|май|мам|jun|jún|juin|iun|giu|haz|cze|июн|мау|jul|júl|juil|iul|lug|tem|lip|июл|шіл|" +
  "aug|aoû|aou|ago|agu|ağu|sie|авг|там|sep|set|szept|eyl|wrz|сен|қыр|oct|okt|out|ott|eki|paź|paz|окт|қаз|nov|noi|kas|lis|ноя|қар|" +
  "dec|déc|dez|dic|des|ara|gru|дек|жел|kesä|hein|elo|syys|loka|marras|joulu|tammi|helmi|huhti|touko|" +
  "जन|फर|फ़र|मार्च|अप्रै|मई|जून|जुल|अग|सित|अक्|नव|दिस|জানু|ফেব্|মার্চ|এপ্রি|মে|জুন|জুল|আগ|সেপ্|অক্|নভে|ডিসে|" +
  "มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|ม\\.ค|ก\\.พ|มี\\.ค|เม\\.ย|พ\\.ค|มิ\\.ย|ก\\.ค|ส\\.ค|ก\\.ย|ต\\.ค|พ\\.ย|ธ\\.ค)[\\p{L}\\p{M}]{0,10}\\.?";

/** A year of the usual reckoning, or Thailand's, and with what may stand before it. */
const year = "(?:พ\\.ศ\\.? ?|ค\\.ศ\\.? ?)?(?:1[89]\\d\\d|2[0-6]\\d\\d)(?!\\d)";

const written = new RegExp(
  `^(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|ª|-?го|-?е|:[ea])? ?(?:de |of |d['’]|days? of )?${month},? ?(?:de |del |of )?${year}`,
  "iu",
);
const yearFirst = new RegExp(
  `^\\d{4}\\.?,? (?:(?:жылғы|жылы|ж\\.|yılı) )?(?:${month} (\\d{1,2})(?!\\d)\\.?|(\\d{1,2}) ${month})`,
  "iu",
);
const monthFirst = new RegExp(`(?<!\\p{L})${month} $`, "iu");
const dayBehind = /^(\d{1,2})(?:st|nd|rd|th)?,? (?:1[89]|20)\d\d(?!\d)/;
const figures = /^(\d{4}|\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{1,2})(?!\d)/;
const eastern = /^(\d{1,4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2})(?: ?[日일號号])?/;
const easternDay = /^(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const era = /(?:明治|大正|昭和|平成|令和|民國|民国|西元|公元) ?$/;
const firstOfEra = /(?:明治|大正|昭和|平成|令和|民國|民国)元年 ?$/;
const shortEra = /(?<![A-Za-z])[MTSHR]\.?$/;
const compact =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d)(?!\d)/;

/** Where a day is written, and whether only its word tells it from any number. */
export interface WrittenDay {
  start: number;
  end: number;
  isPlain: boolean;
}

/**
 * The day whose first digits are at `at`: `17.05.1984`, `1984. 5. 17.`, `17 May 1984`, `May 17, 1984`,
 * `昭和59年5月17日`, `17 พ.ค. 2527`. Looks at some fifty units, whatever the text.
 */
export function dayAt(text: string, at: number): WrittenDay | undefined {
  const before = plain(text, Math.max(0, at - 16), at);
  const form = plain(text, at, Math.min(text.length, at + 48));
  const found = (start: number, length: number, isPlain = false): WrittenDay | undefined =>
    joins(unitAt(text, at + length)) ? undefined : { start, end: at + length, isPlain };

  const ofEra = firstOfEra.exec(before);
  const inYear = ofEra === null ? null : easternDay.exec(form);
  if (ofEra !== null && inYear !== null) return found(at - ofEra[0].length, inYear[0].length);
  const sign = shortEra.exec(before);
  if (sign === null && joins(unitAt(text, at - 1))) return undefined;

  const east = eastern.exec(form);
  if (east !== null && isDate(0, Number(east[2]), Number(east[3]))) {
    return found(at - (era.exec(before)?.[0].length ?? 0), east[0].length);
  }
  const day = figures.exec(form);
  if (day !== null) {
    const [whole = "", a = "", dot, b, c = ""] = day;
    if (sign !== null)
      return a.length < 3 && c.length < 3 ? found(at - sign[0].length, whole.length) : undefined;
    if (!isDay(a, Number(b), c)) return undefined;
    // In Hungary and Korea a full stop belongs to the day: "1984. 05. 17."
    const hasStop = a.length === 4 && dot === "." && form.charAt(whole.length) === ".";
    return found(at, whole.length + Number(hasStop));
  }
  if (sign !== null) return undefined;
  const length = (written.exec(form) ?? yearFirst.exec(form))?.[0].length;
  if (length !== undefined) return found(at, length);
  const name = monthFirst.exec(before);
  const rest = name === null ? null : dayBehind.exec(form);
  if (name !== null && rest !== null) return found(at - name[0].length, rest[0].length);
  const digits = compact.exec(form);
  return digits === null ? undefined : found(at, 8, true);
}

/** Whether figures in one of the usual orders are a day: day or month first, or year first. */
function isDay(first: string, middle: number, last: string): boolean {
  const [a, c] = [Number(first), Number(last)];
  if (first.length === 4) return last.length < 3 && isDate(a, middle, c);
  if (last.length === 1) return false;
  const isShort = last.length === 2;
  return isDate(c, middle, a) || isDate(c, a, middle) || (isShort && isDate(a, middle, c));
}

/** The text with ASCII digits, hyphens, spaces and full stops, as long as it is. */
function plain(text: string, start: number, end: number): string {
  let form = "";
  for (let i = start; i < end; ++i) {
    const unit = text.charCodeAt(i);
    const value = digitValue(unit);
    if (value >= 0) form += String(value);
    else if (unit >= 0xff01 && unit <= 0xff5e) form += String.fromCharCode(unit - 0xfee0);
    else form += isSpace(unit) ? " " : isHyphen(unit) ? "-" : text.charAt(i);
  }
  return form;
}
