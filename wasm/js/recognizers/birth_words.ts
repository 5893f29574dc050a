// SPDX-License-Identifier: Apache-2.0

import { lastOf, wordList } from "./context.js";

/** Words that say that somebody was born, in the model's languages. */
const birth = wordList(`
  born, birth, bday, b-day, dob, d.o.b, geb, geboren, geborene, geburt, gebdat, né, née, né le, née le, naissance,
  naiss, ddn, nacid, nacim, nació, nac, fecha de nac, f.n, cumple, nascid, nascim, nasceu, nasc, d.n, aniversário,
  geboorte, født, fødsel, fødd, född, födelse, födels, urodz, ur, szül, név- és szül, născut, nascut, naște, naster,
  nato, nata, nascita, родил, рожд, д.р, д. р, туған, туыл, doğum, doğdu, doğ, lahir, ttl, kelahiran, synt,
  เกิด, ว.ด.ป, 出生, 生日, 生年月日, 誕生日, 生まれ, 생년월일, 생일, 출생, 태어, जन्म, पैदा, জন্ম, *, 🎂
`);

/** Words for days of other things. */
const other = wordList(`
  issued, expir, valid, admitted, admission, discharg, due, invoice, appointment, signed, hired, married, died, death,
  †, registered, ausgestellt, gültig, aufnahme, aufgenommen, entlass, termin, fällig, rechnung, seit, bis, gestorben,
  verstorben, heirat, eintritt, délivré, valable, admis, sortie, rendez-vous, échéance, facture, décéd, expedi, válid,
  caduc, ingres, alta, cita, factura, fallec, emitid, validade, intern, consulta, vencimento, falec, afgegeven, geldig,
  opgenomen, opname, ontslag, afspraak, factuur, overleden, udstedt, gyldig, indlagt, udskrevet, tid, faktura, død,
  utstedt, innlagt, utskrevet, time, utfärd, giltig, inlagd, utskriv, avliden, död, wydan, ważn, przyję, wypis, wizyt,
  faktur, zmarł, kiállít, érvény, felvétel, elbocsát, időpont, számla, elhunyt, eliberat, valabil, internat, externat,
  programare, decedat, выдан, действ, поступ, госпитал, выпис, приём, прием, счёт, счет, умер, берілген, жарамды, түскен,
  шыққан, veriliş, geçerli, yatış, taburcu, randevu, fatura, ölüm, vefat, terbit, berlaku, masuk, keluar, janji, wafat,
  เกิดขึ้น, เกิดเหตุ, เกิดจาก, เกิดได้, เกิดอุบัติ, เกิดความ, เกิดการ, เกิดปัญหา, เกิดเป็น,
  ออกให้, หมดอายุ, รับไว้, จำหน่าย, นัด, ใบแจ้ง, 签发, 有效, 入院, 出院, 预约, 去世, 簽發, 預約, 発行, 有効, 予約, 受診, 死亡, 발급,
  만료, 입원, 퇴원, 예약, 사망, जारी, वैध, भर्ती, डिस्चार्ज, मृत्यु, ইস্যু, মেয়াদ, ভর্তি, ছাড়পত্র, মৃত্যু
`);

/** Words for any day, as forms have them; the day of a birth where a word for that stands on the same line. */
const anyDay =
  /(?<!\p{L})(?:date|datum|data|fecha|dato|dátum|kelt|дата|күні|tarih|tanggal|tgl|วันที่|日期|날짜|日付|दिनांक|तारीख|তারিখ)\p{L}{0,2}\s?[:：]/iu;

const nearest = lastOf([
  ...other.map((word) => [word, false] as const),
  ...birth.map((word) => [word, true] as const),
]);

/** Abbreviations directly before a day: "f. 16.04.1946", "*17.05.1984". */
const tied =
  /(?:(?<![发發产產])生[于於] ?|(?<![\p{L}.])(?:[fnb]\.|sz\.|ur\.|geb\.?|г\. ?р\.?|д\. ?р\.?|т\. ?к\.?|d\. ?t\.?|d\. ?n\.?|dn|др|dt)|[*°]):? ?$/iu;

/** Words directly behind a day: "1948年6月4日生", "21.03.1948 г. р.", "17.05.1984 geboren". */
const behind =
  /^\)?\s?(?:生|出生|г\. ?р|года? рожд|г\. ?рожд|ж\. ?т|(?:жыл\p{L}{0,3} )?туған|туыл|geb|geboren|born|né|née|urodz|ur\.|szület|születés|születt|născut|doğumlu|doğ|tarihinde doğ|lahir|जन्म|को जन्म|में जन्म|জন্ম|তারিখে জন্ম|생\b|생(?![\p{L}])|년생|에 태어|출생|เกิด|født|född|fødd)/iu;

/**
 * Whether words say that a day is one of birth. `before` is the text before it, from the day that stands there on.
 */
export function isBirth(before: string, after: string): boolean {
  if (tied.test(before) || behind.test(after)) return true;
  const word = nearest(before);
  if (word?.owner !== true) return false;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isSameLine = before.indexOf("\n", word.start) < 0;
  return isSameLine || !(anyDay.test(line) || /[.!。]\s*\n/.test(before.slice(word.end)));
}
