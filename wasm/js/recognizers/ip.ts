// SPDX-License-Identifier: Apache-2.0

import { digitsEnd, isAsciiWord, isDigit, joins, nextDigit, unitAt } from "./characters.js";
import { isInContext, textBefore, anyOf, wordList } from "./context.js";
import { inOrder, recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/**
 * Addresses of the internet protocol, four numbers or the eight groups of version 6 (RFC 4291) in any of their
 * written forms. Four numbers are those of versions and sections, too: behind a word that says so they are
 * no address, behind "IP", "host", "server" they score more.
 */
export function ipRecognizer(): Recognizer {
  const name = "ip";
  return {
    name,
    recognize(text) {
      // `::ffff:192.0.2.1` holds an address of four numbers, too.
      return inOrder([...fourNumbers(text, name), ...sixthVersion(text, name)]);
    },
  };
}

const versions =
  /(?<![\p{L}\d])(?:v|r|ver|vers|version|versión|versão|versione|wersja|wersji|verzió|versie|sürüm|версия|версии|версию|нұсқа|build|release|firmware|kernel|section|abschnitt|kapitel|chapter|§)\.?\s?$|版本|バージョン|第\s?$|버전|เวอร์ชัน|संस्करण|সংস্করণ/iu;
const hosts = anyOf(
  wordList(`
  ip, ipv4, ipv6, host, server, gateway, dns, router, client, addr, login, ping, ssh, subnet, адрес,
  сервер, 服务器, 地址, アドレス, サーバ, 서버, 주소, ไอพี, आईपी, আইপি, sunucu, serwer, szerver, servidor, serveur
`),
);

function fourNumbers(text: string, source: string): SourcedEntity[] {
  const found: SourcedEntity[] = [];
  const { length } = text;
  for (let i = nextDigit(text, 0); i < length;) {
    const run = digitsEnd(text, i);
    const end = unitAt(text, run) === 46 && run - i <= 3 ? dottedEnd(text, i) : i;
    if (end > i && !versions.test(textBefore(text, i, 16))) {
      const score = isInContext(text, i, end, hosts) ? scores.in_context : scores.form;
      found.push(recordOf(text, [i, end], { label: "IP", score, source }));
    }
    // Behind a refused number the rest of its dotted form is none either: "1.2.3.4.5".
    i = nextDigit(text, end > i ? end : afterDotted(text, run));
  }
  return found;
}

const dotted =
  /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?![\w]|\.\d)/y;

function dottedEnd(text: string, start: number): number {
  const before = unitAt(text, start - 1);
  if (joins(before) || before === 45 || (before === 46 && isAsciiWord(unitAt(text, start - 2))))
    return start;
  dotted.lastIndex = start;
  return dotted.test(text) ? dotted.lastIndex : start;
}

function afterDotted(text: string, run: number): number {
  let end = run;
  while (unitAt(text, end) === 46 && isDigit(unitAt(text, end + 1))) end = digitsEnd(text, end + 1);
  return end;
}

/** The longest written form: `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`. */
const longest = 45;

function sixthVersion(text: string, source: string): SourcedEntity[] {
  const found: SourcedEntity[] = [];
  for (let colon = text.indexOf(":"); colon >= 0;) {
    const [start, end] = around(text, colon);
    if (isSixth(text, start, end)) {
      found.push(recordOf(text, [start, end], { label: "IP", score: scores.checked, source }));
    }
    colon = text.indexOf(":", Math.max(end, colon + 1));
  }
  return found;
}

const isHex = (unit: number) => {
  const lower = unit | 32;
  return (unit >= 48 && unit <= 58) || (lower >= 97 && lower <= 102);
};

/** The hexadecimal digits and colons around a colon, with four numbers behind them. */
function around(text: string, colon: number): [number, number] {
  let start = colon;
  const least = Math.max(0, colon - 4);
  while (start > least && isHex(unitAt(text, start - 1))) --start;
  let end = colon;
  while (end < text.length && (isHex(unitAt(text, end)) || unitAt(text, end) === 46)) ++end;
  while (end > colon && unitAt(text, end - 1) === 46) --end;
  if (unitAt(text, end - 1) === 58 && unitAt(text, end - 2) !== 58) --end;
  return [start, end];
}

function isSixth(text: string, start: number, end: number): boolean {
  if (end - start > longest || end - start < 3) return false;
  if (joins(unitAt(text, start - 1)) || joins(unitAt(text, end))) return false;
  const value = text.slice(start, end);
  const halves = value.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const isMixed = last.includes(".");
  if (isMixed && !/^(?:\d{1,3}\.){3}\d{1,3}$/.test(last)) return false;
  const plain = isMixed ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  const count = plain.length + (isMixed ? 2 : 0);
  // Eight pairs are the number of an interface, which `mac` finds; letters alone are words.
  if (halves.length === 1) return count === 8 && !plain.every((group) => group.length === 2);
  return count >= 1 && count <= 7 && /\d/.test(value);
}
