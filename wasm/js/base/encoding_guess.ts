// SPDX-License-Identifier: Apache-2.0
//
// Which encoding bytes that are not UTF-8 look like, so that a message can name it.
//
// Each encoding's reading is judged by how likely its letters are: a language's letters beyond ASCII,
// the most frequent first, are a model of it, and the encoding of the best model wins. Of Chinese,
// Japanese and Korean only kinds of characters are counted. E9 is "é" in windows-1252 and "й" in
// windows-1251, and a "й" that stands between ASCII letters is unlikely:
//
//     guessEncoding(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9)) // 'windows-1252', "José"

import { UnicodeBytes } from "./unicode_bytes.js";

/** Letters beyond ASCII of languages, by frequency; those of one line are told apart only by their order. */
const western =
  "éèàêçôîâùûœï üäöß óíáéñúü¿¡ ãéçáíóêúõâôà èàùòìé ëéïüèáóö äöåé åæøé áíéóú " +
  "ëêéôïèî éèïñçöüáóâêôàíãøå ðáþíúóéæöý éóàèíòçúïü· ëç âôêïî";
const central = "łęąóżśćńź íáěžřščéýůúťďň áýčíšžťúéľňóôďä áéöóőíüúű ščćžđ ăţşîâ";
const cyrillic =
  "оаеинрствлкмдпугяыбзйьчхжюцшфэё оаниівтресклудмпзябьгчйхжцюшїєщґ " +
  "аеоитнсрвкдлпмзяъгбучшхйжщц аеоинтсмјдрувклпбшзгжчцљхњћђџ " +
  "анеяыірстлкодмуцвзпбгўьчшэйхюжё аеоитнсврдкмлпугзјшбчцжќфњѓ";
const russian = "оаеинрствлкмдпугяыбзйьчхжюцшфэё оаниівтресклудмпзябьгчйхжцюшїєщґ";
const greek = "ατοιενσρπκηυςμλίόάέγδωήχθύφώβξζψϊ";
const arabic =
  "اليمَنورتبعهدأكفسِقْةحُجّذىإشصطخضزثغءئًظآٌ، اردنوهمتبسکشلزخگفقجعپآحچطصكضغئذظثي، " +
  "اکہرونےمتسلبںدھپجگئفٹعشقچزحخآصڈطڑضظغذث،";

/** A language with letters of its own, and how much less likely the encoding is than others. */
interface Alphabet {
  letters: string;
  /** Its words have ASCII letters, too. */
  latin?: boolean;
  rare?: number;
}

/** The single-byte encodings, the likelier of two with the same letters first. */
const alphabets: Readonly<Record<string, Alphabet>> = {
  "windows-1252": { letters: western, latin: true, rare: 0 },
  "windows-1250": { letters: central, latin: true },
  "iso-8859-2": { letters: central, latin: true },
  "windows-1251": { letters: cyrillic },
  "windows-1253": { letters: greek },
  "windows-1254": { letters: "ıüşçğöİ", latin: true },
  "windows-1255": { letters: "ויהלארתבמשנעםדכחפקגןסצזטךף" },
  "windows-1256": { letters: arabic },
  "windows-1257": { letters: "ėšąžįųūęč āīēšņūļžķģč äõüö", latin: true },
  "windows-874": {
    letters: "านรก่อง้เมัวยีทลดติสะหบปคจไพแชขืุใูำ์็โผณศถึธษภญซฐฟฉฯฝๆ",
  },
  "koi8-u": { letters: russian },
  "iso-8859-5": { letters: cyrillic },
  "iso-8859-7": { letters: greek },
  "iso-8859-6": { letters: arabic },
  "iso-8859-15": { letters: western, latin: true, rare: 3 },
  "x-mac-cyrillic": { letters: cyrillic, rare: 5 },
  ibm866: { letters: russian, rare: 5 },
  macintosh: { letters: western, latin: true, rare: 7 },
};

/** Encodings of two bytes a character, with the first bytes of their frequent ideographs or syllables. */
const ideographs: Readonly<Record<string, readonly [number, number] | undefined>> = {
  shift_jis: undefined, // its characters are those of euc-jp
  "euc-jp": [0xb0, 0xcf],
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
  "euc-kr": [0xb0, 0xc8], // these are syllables: Korean is written without ideographs
};

const wide = ["utf-16le", "utf-16be", "utf-32le", "utf-32be"] as const;

/** Bytes that are looked at. */
const mostBytes = 8192;
/** What no text has, in natural logarithms a byte. */
const leastLikely = -7;

/** An encoding's name as TextDecoder takes it; undefined where the bytes are no text in any. */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const some = bytes.subarray(0, mostBytes);
  const wide = some.includes(0) ? wideEncoding(some) : undefined;
  if (wide !== undefined) return wide;
  const controls = some.filter((byte) => byte < 32 && !(byte > 7 && byte < 14) && byte !== 27);
  if (controls.length * 100 > some.length) return undefined;
  const beyond = some.filter((byte) => byte > 127).length;
  if (beyond === 0) return "utf-8";
  let best: string | undefined;
  let most = leastLikely * beyond;
  for (const encoding of ["utf-8", ...Object.keys(alphabets), ...Object.keys(ideographs)]) {
    const likelihood = likelihoodOf(encoding, some);
    if (likelihood > most) {
      most = likelihood;
      best = encoding;
    }
  }
  return best;
}

/** UTF-16 or UTF-32 without a mark: the reading in which everything is a character of text. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (isAsciiWithNuls(bytes) || isUtf8WithNuls(bytes)) return undefined;
  return wide.find((encoding) => {
    const reader = new UnicodeBytes(encoding);
    const whole = bytes.subarray(0, bytes.length - reader.unfinished(bytes));
    return !/[^\P{C}\t\n\r\f\p{Cf}]|\ufffd/u.test(reader.decode(whole));
  });
}

/**
 * Two bytes of ASCII are one ideograph; of ASCII in UTF-16 half is NUL, ideographs have no NUL, and one byte of
 * theirs is hardly ever a small letter.
 */
function isAsciiWithNuls(bytes: Uint8Array): boolean {
  const others = bytes.filter((byte) => byte !== 0);
  const letters = others.filter((byte) => byte > 31 && byte < 127);
  const small = others.filter((byte) => byte === 32 || (byte > 96 && byte < 123));
  const isAscii = others.length > bytes.length * 0.75 && letters.length > others.length * 0.9;
  return isAscii || (others.length > bytes.length * 0.6 && small.length > others.length * 0.6);
}

/**
 * Whether bytes are UTF-8 but for a NUL here and there. UTF-16 may be UTF-8 by its bytes, too, but of ASCII half
 * is NUL then, and of other scripts many are other controls: Cyrillic is 0x04 and a byte of ASCII.
 */
export function isUtf8WithNuls(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, mostBytes);
  const nuls = some.filter((byte) => byte === 0).length;
  if (nuls > some.length * 0.4) return false;
  if (some.some((byte) => byte > 0 && byte < 32 && !(byte > 7 && byte < 14))) return false;
  const reader = new UnicodeBytes("utf-8");
  return reader.firstWrong(some.subarray(0, some.length - reader.unfinished(some))) < 0;
}

/**
 * What is wrong becomes U+FFFD. A decoder that is told that more will come is right about the bytes 80 to 9F
 * of windows-1252 in Node 20 and 22, too, which else reads them as Latin-1 (nodejs/node#56542).
 */
function read(encoding: string, bytes: Uint8Array): string {
  try {
    const decoder = new TextDecoder(encoding);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return "\ufffd".repeat(bytes.length); // this runtime does not know it
  }
}

function likelihoodOf(encoding: string, bytes: Uint8Array): number {
  const text = read(encoding, bytes);
  const alphabet = alphabets[encoding];
  if (alphabet !== undefined) return alphabeticLikelihood(text, alphabet);
  const kind = encoding === "utf-8" ? unicodeLikelihood : ideographicLikelihood(encoding);
  let sum = 0;
  for (const char of text) if (char > "\x7f") sum += char === "\ufffd" ? -20 : kind(char);
  return sum;
}

/** A character of UTF-8 is three bytes or so that could hardly stand so by chance. */
function unicodeLikelihood(): number {
  return -4;
}

function alphabeticLikelihood(text: string, { letters, latin, rare = 1 }: Alphabet): number {
  const models = letters.split(" ").map(modelOf);
  const sums = models.map(() => 0);
  let common = -rare;
  const chars = Array.from(text);
  for (const [i, char] of chars.entries()) {
    if (char <= "\x7f") continue;
    const before = chars[i - 1] ?? " ";
    const after = chars[i + 1] ?? " ";
    if (!/[\p{L}\p{M}]/u.test(char)) {
      common += signLikelihood(char, before, after);
      continue;
    }
    const lower = char.toLowerCase();
    if (lower !== char) common -= /\p{Ll}/u.test(before) ? 5 : 1.5;
    if (latin !== true && /[a-z]/i.test(before + after)) common -= 5;
    for (const [at, model] of models.entries()) {
      sums[at] = (sums[at] ?? 0) + (model.get(lower) ?? -8);
    }
  }
  return common + Math.max(...sums);
}

/** Quotation marks have their place, and signs are fewer than letters. */
function signLikelihood(char: string, before: string, after: string): number {
  const follows = /[\p{L}\p{P}\d]/u.test(before);
  if (char === "’" && follows && /\p{L}/u.test(after)) return -1.5;
  if ("’”»…".includes(char)) return follows ? -3 : -6;
  if ("‘“„«".includes(char)) return follows || after === " " ? -7 : -3;
  if ("–—\u00a0".includes(char)) return -4;
  if ("€£©®°§½ºª´·¿¡".includes(char)) return -6;
  return /[\p{C}\ufffd]/u.test(char) ? -14 : -8;
}

/** Frequencies fall from each letter to the next by the same factor, the first to the last by exp(2.5). */
function modelOf(letters: string): Map<string, number> {
  const fall = 2.5;
  const all = Array.from(letters);
  const first = Math.log(fall / all.length / (1 - Math.exp(-fall)));
  return new Map(all.map((letter, i) => [letter, first - (fall * i) / all.length]));
}

function ideographicLikelihood(encoding: string): (char: string) => number {
  const name = encoding === "shift_jis" ? "euc-jp" : encoding;
  const frequent = frequentIdeographs(name);
  const isJapanese = name === "euc-jp";
  const isKorean = name === "euc-kr";
  return (char) => {
    if (/[\u3000-\u303f\uff01-\uff5f‘’“”…—·]/.test(char)) return -6;
    if (/[\u3040-\u30ff]/.test(char)) return isJapanese ? -5 : -12;
    if (/[\uac00-\ud7a3]/.test(char)) return isKorean && frequent.has(char) ? -6 : -14;
    if (/[\uff61-\uff9f]/.test(char)) return -9;
    return frequent.has(char) ? -7 : -13;
  };
}

/** These encodings have the frequent ideographs before the rare ones. */
function frequentIdeographs(encoding: string): Set<string> {
  const [first, last] = ideographs[encoding] ?? [1, 0];
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    const begin = encoding === "big5" ? 0x40 : 0xa1;
    for (let trail = begin; trail < 0xff; trail++) {
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
  }
  return new Set(read(encoding, Uint8Array.from(bytes)));
}
